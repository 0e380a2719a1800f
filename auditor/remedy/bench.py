"""What lies ready for the work on one finding: the case, the files, and who may stand in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from auditor.checks.case import Case
from auditor.languages.javascript.places import SUFFIXES
from auditor.model.catalog import ObjectRule, Sdk
from auditor.model.finding import Finding
from auditor.model.remedy import Remedies
from auditor.model.report import CallReport
from auditor.remedy.scripts.script import Script
from auditor.remedy.source import CannotEdit, Source
from auditor.settings import USUAL_FAILOVER

#: Seconds for one try where a fallback waits behind it, and how often it is tried again.
TRY_SECONDS = 20
RETRIES = 1
#: How often most libraries try again where they are told nothing.
USUAL_RETRIES = 2
LANGUAGE = "python"
SCRIPTS = "javascript"
LANGUAGES = {LANGUAGE: (".py", ".pyw"), SCRIPTS: SUFFIXES}


@dataclass(frozen=True)
class Bench:
    """One finding on the bench. ``read`` and ``script`` give the parsed file at a path.

    ``text`` gives a file as it is, ``is_missing`` says that there is nothing at a path. ``second``
    are the vendors that may stand in, the first choice first.
    """

    case: Case
    finding: Finding
    remedies: Remedies
    second: tuple[str, ...]
    read: Callable[[str], Source]
    script: Callable[[str], Script]
    text: Callable[[str], str | None]
    is_missing: Callable[[str], bool]

    def call(self) -> CallReport:
        """The call that the finding is about."""
        if not self.finding.calls:
            raise CannotEdit("it is not about one call")
        return self.case.by_id[self.finding.calls[0]]

    def language(self) -> str:
        """The language of the code that the finding is about; Python's where it is none."""
        place = self.call().path if self.finding.calls else self.finding.path
        return language_of(place) or LANGUAGE

    def source(self, path: str) -> Source:
        """A Python file that may be edited."""
        if language_of(path) != LANGUAGE:
            raise CannotEdit("patches of code are made for Python, JavaScript and TypeScript files")
        return self.read(path)

    def library(self, call: CallReport) -> tuple[str, str]:
        """The language and id of the library whose errors a call raises."""
        language, _, sdk = self.case.found[call.id].raises.partition("/")
        return language or self.language(), sdk or call.sdk

    def sdk(self, call: CallReport) -> Sdk | None:
        """The rule of the library that a call goes through."""
        wanted = self.language(), call.sdk
        return next((s for s in self.case.catalog.sdks if (s.language, s.id) == wanted), None)

    def maker(self, call: CallReport, name: str) -> ObjectRule | None:
        """The rule of what a constructor builds, by its qualified name."""
        sdk = self.sdk(call)
        objects = sdk.objects if sdk is not None else ()
        return next((one for one in objects if name in one.make), None)

    def client_lines(self, call: CallReport) -> list[tuple[str, int]]:
        """Where the objects are built through which a call goes, as far as that is known.

        Agents are no clients in the report: where none is known, any line of the proof may do.
        """
        built = {(one.path, one.line) for one in self.case.report.clients}
        own = LANGUAGES[self.language()]
        code = (step for step in call.evidence if step.path.endswith(own))
        steps = dict.fromkeys((step.path, step.line) for step in code)
        return [place for place in steps if place in built] or list(steps)

    def whom(self, call: CallReport) -> str:
        """The vendor that a call asks first, by name."""
        return self.case.name(call.vendors[0]) if call.vendors else "the first one"

    def allowed(self) -> float:
        """Seconds within which a fallback must come."""
        return self.case.settings.policy.max_failover_seconds or USUAL_FAILOVER

    def is_slow(self) -> bool:
        """Whether a fallback of the finding's call comes later than is allowed."""
        wait = self.case.wait(self.call())
        return wait is not None and wait > self.allowed()

    def patience(self) -> dict[str, str]:
        """``timeout`` and ``retries`` that stay within what is allowed, as they are written.

        ``each`` is the time of one try where the library tries as often as it likes.
        """
        seconds = min(TRY_SECONDS, int(self.allowed() / (RETRIES + 1)))
        each = min(TRY_SECONDS, int(self.allowed() / (USUAL_RETRIES + 1)))
        if each < 1:
            raise CannotEdit(f"the policy allows less than {USUAL_RETRIES + 1} tries of a second")
        return {"timeout": str(seconds), "retries": str(RETRIES), "each": str(each)}


def language_of(path: str) -> str | None:
    """The language of a file that may be edited, None for any other."""
    return next((name for name, ends in LANGUAGES.items() if path.endswith(ends)), None)
