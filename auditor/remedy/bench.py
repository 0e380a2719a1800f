"""What lies ready for the work on one finding: the case, the files, and who may stand in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from auditor.checks.case import Case
from auditor.model.catalog import ObjectRule, Sdk
from auditor.model.finding import Finding
from auditor.model.remedy import Remedies
from auditor.model.report import CallReport
from auditor.remedy.source import CannotEdit, Source
from auditor.settings import USUAL_FAILOVER

#: Seconds for one try where a fallback waits behind it, and how often it is tried again.
TRY_SECONDS = 20
RETRIES = 1
LANGUAGE = "python"
PYTHON_FILES = (".py", ".pyw")


@dataclass(frozen=True)
class Bench:
    """One finding on the bench. ``read`` gives the parsed file at a path.

    ``text`` gives a file as it is. ``second`` are the vendors that may stand in, the first choice
    first.
    """

    case: Case
    finding: Finding
    remedies: Remedies
    second: tuple[str, ...]
    read: Callable[[str], Source]
    text: Callable[[str], str | None]

    def call(self) -> CallReport:
        """The call that the finding is about."""
        if not self.finding.calls:
            raise CannotEdit("it is not about one call")
        return self.case.by_id[self.finding.calls[0]]

    def source(self, path: str) -> Source:
        """A file that may be edited."""
        if not path.endswith(PYTHON_FILES):
            raise CannotEdit("patches of code are made for Python files")
        return self.read(path)

    def library(self, call: CallReport) -> tuple[str, str]:
        """The language and id of the library whose errors a call raises."""
        language, _, sdk = self.case.found[call.id].raises.partition("/")
        return language or LANGUAGE, sdk or call.sdk

    def sdk(self, call: CallReport) -> Sdk | None:
        """The rule of the library that a call goes through."""
        return next(
            (s for s in self.case.catalog.sdks if (s.language, s.id) == (LANGUAGE, call.sdk)), None
        )

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
        code = (step for step in call.evidence if step.path.endswith(PYTHON_FILES))
        steps = dict.fromkeys((step.path, step.line) for step in code)
        return [place for place in steps if place in built] or list(steps)

    def allowed(self) -> float:
        """Seconds within which a fallback must come."""
        return self.case.settings.policy.max_failover_seconds or USUAL_FAILOVER

    def patience(self) -> dict[str, str]:
        """``timeout`` and ``retries`` that stay within what is allowed, as they are written."""
        seconds = min(TRY_SECONDS, int(self.allowed() / (RETRIES + 1)))
        if seconds < 1:
            raise CannotEdit("the policy allows less than two tries of a second")
        return {"timeout": str(seconds), "retries": str(RETRIES)}
