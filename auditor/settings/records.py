"""The settings as the program uses them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from auditor.model.severity import Confidence, Severity

CRITICALITIES = ("critical", "normal", "batch")

#: A published control asks that no provider carries more than this share of critical workflows.
USUAL_SHARE = 0.6

#: Seconds that people and load balancers wait for an answer, before a fallback comes too late.
USUAL_FAILOVER = 60.0


@dataclass(frozen=True, slots=True)
class WorkflowSetting:
    """What the user says of the workflows whose entry fits ``match``; ``*`` is any text.

    ``line`` is where the table stands in the configuration file, 0 where that is not known.
    """

    match: str
    name: str | None = None
    criticality: str = "normal"
    owner: str | None = None
    line: int = field(default=0, compare=False)

    def fits(self, entry: str) -> bool:
        """Whether an entry point's title (``POST /tickets/{id}``) is meant."""
        return fits(self.match, entry)


@dataclass(frozen=True, slots=True)
class IgnoreSetting:
    """An ``[[ignore]]``: findings of ``check`` below ``path`` do not count, for a reason.

    ``path`` is a pattern as in ``.gitignore``, None for everywhere. ``line`` is where the table
    stands in the configuration file, 0 where that is not known.
    """

    check: str
    reason: str
    path: str | None = None
    until: date | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class WrapperSetting:
    """A ``[[wrapper]]``: functions, or methods of classes, of the team's own that ask a model.

    Names are qualified as in rules. ``model`` are the arguments that name the model: keywords, or
    positions as texts.
    """

    functions: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    language: str = "python"
    kind: str = "chat"
    name: str | None = None
    platform: str | None = None
    vendor: str | None = None
    model: tuple[str, ...] = ()
    default_model: str | None = None
    grammar: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Policy:
    """What the team has decided.

    ``vendors`` are the approved ones, None for any. ``max_vendor_share`` is of the critical
    workflows; None is ``USUAL_SHARE``, told as advice. ``require_fallback`` are criticalities that
    must survive the loss of any one vendor. ``forbid_failover`` are patterns on workflow titles
    and names whose data no second vendor may see. ``max_failover_seconds`` None is
    ``USUAL_FAILOVER``.
    """

    vendors: tuple[str, ...] | None = None
    max_vendor_share: float | None = None
    require_fallback: tuple[str, ...] = ()
    forbid_failover: tuple[str, ...] = ()
    max_failover_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that steers an audit. ``exclude`` holds globs in the syntax of ``.gitignore``.

    They are relative to the folder ``exclude_base``, or to the scanned root where that is empty.
    ``file`` is the configuration file, empty where there is none. ``select`` names the checks to
    run, None for all of them, ``deselect`` those not to. ``fail_on`` None never fails. ``today``
    decides which ignores have expired and which models have ended, None for none. ``rules`` are
    folders with rules of the team's own, as absolute paths. ``trust_repository`` False: what lies
    in the scanned tree can neither set anything nor excuse a finding.
    """

    exclude: tuple[str, ...] = ()
    exclude_base: str = ""
    include_tests: bool = False
    workflows: tuple[WorkflowSetting, ...] = ()
    file: str = ""
    select: tuple[str, ...] | None = None
    deselect: tuple[str, ...] = ()
    min_severity: Severity = Severity.INFO
    min_confidence: Confidence = Confidence.LOW
    fail_on: Severity | None = Severity.HIGH
    strict: bool = False
    exit_zero: bool = False
    baseline: str | None = None
    obey_ignores: bool = True
    obey_baseline: bool = True
    show_source: bool = True
    policy: Policy = field(default_factory=Policy)
    ignores: tuple[IgnoreSetting, ...] = ()
    rules: tuple[str, ...] = ()
    wrappers: tuple[WrapperSetting, ...] = ()
    today: date | None = None
    trust_repository: bool = True

    def workflow_for(self, entry: str) -> WorkflowSetting | None:
        """The first ``[[workflow]]`` that fits an entry point's title."""
        return next((setting for setting in self.workflows if setting.fits(entry)), None)

    def without_baseline(self) -> Settings:
        """The same, as if nothing were known yet."""
        return replace(self, obey_baseline=False)


def fits(pattern: str, text: str) -> bool:
    """Whether the whole text fits; ``*`` is any text, everything else is itself."""
    expression = ".*".join(re.escape(part) for part in pattern.split("*"))
    return re.fullmatch(expression, text, re.DOTALL) is not None
