"""The audit's result: all that a renderer may see, and, field by field, the JSON output."""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.model.check_doc import CheckDoc
from auditor.model.finding import Finding
from auditor.model.playbook import Playbook
from auditor.model.program import Client, Evidence
from auditor.model.repair import Repair
from auditor.model.score import Scores
from auditor.model.source import Diagnostic, LeftOut

SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Tool:
    """Which program and which rules made the report."""

    name: str
    version: str
    rules_digest: str


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """One way a call may go; what is not known of it is empty.

    ``standby``: it is asked only after another target of the same call has failed. ``region`` is
    the platform's own name of the place that the code asks, empty where nothing or more than one
    thing says so.
    """

    vendor: str
    platform: str
    gateways: tuple[str, ...]
    model: str
    standby: bool = False
    region: str = ""


@dataclass(frozen=True, slots=True)
class CallReport:
    """One call site. ``verdict`` and ``on_loss`` use the words of docs/report.md.

    ``standby``: it is made only when another call has failed.
    """

    id: str
    path: str
    line: int
    end_line: int
    column: int
    cell: int
    function: str
    kind: str
    via: str
    sdk: str
    vendors: tuple[str, ...]
    platforms: tuple[str, ...]
    gateways: tuple[str, ...]
    models: tuple[str, ...]
    dynamic: bool
    verdict: str
    on_loss: dict[str, str]
    leaks: tuple[str, ...]
    conditions: tuple[str, ...]
    failover_seconds: float | None
    confidence: str
    in_tests: bool
    evidence: tuple[Evidence, ...]
    targets: tuple[Target, ...] = ()
    standby: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a workflow starts."""

    path: str
    line: int
    function: str


@dataclass(frozen=True, slots=True)
class WorkflowReport:
    """One entry point and the calls it reaches.

    ``paths`` maps a call id to the chain of lines from the entry point to the call.
    ``owner_evidence`` is the line that names the owner.
    """

    id: str
    name: str
    kind: str
    criticality: str
    owner: str | None
    entry: Entry
    calls: tuple[str, ...]
    vendors: tuple[str, ...]
    on_loss: dict[str, str]
    single_points: tuple[str, ...]
    paths: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)
    owner_evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ConfigReport:
    """A configuration line that names a vendor, model, endpoint or credential."""

    path: str
    line: int
    what: str
    vendor: str | None
    platform: str | None
    model: str | None
    key: str | None


@dataclass(frozen=True, slots=True)
class PlatformReport:
    """Who answers, as the rules know it: a platform, a local server or a gateway in between.

    ``operator`` is the id of the vendor or company that runs it, None where the user does.
    ``hosts`` are names under which it is asked; they may hold ``{placeholders}``.
    """

    id: str
    name: str
    role: str
    operator: str | None
    self_hosted: bool
    hosts: tuple[str, ...]
    ports: tuple[int, ...]
    status_page: str | None


@dataclass(frozen=True, slots=True)
class Replay:
    """An outage that happened, happening again: what becomes of each workflow it touches, by id.

    ``minutes`` is None where it has no known end. ``domains`` are what was lost, ``uncertain`` what
    was lost in part or perhaps. ``failed`` are ids of the calls that fail.
    """

    id: str
    title: str
    start: str
    minutes: int | None
    domains: tuple[str, ...]
    uncertain: tuple[str, ...]
    outcomes: dict[str, str]
    failed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """Whether the findings let the build pass.

    ``fail_on`` is a severity or ``never``. ``outcome`` is ``passed``, ``failed`` or ``refused``,
    the last when the audit was to be strict and is not whole. ``says`` is that in one line.
    ``hidden`` counts findings that were asked not to be shown.
    """

    fail_on: str
    outcome: str
    says: str
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read, what was not and why, and what could not be decided."""

    files_read: dict[str, int]
    lines_read: int
    left_out: tuple[LeftOut, ...]
    unresolved: tuple[Evidence, ...]
    unreached: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AuditReport:
    """The whole result, sorted so that equal input gives equal bytes.

    ``timings`` (seconds by stage) is the one part that may differ between runs and is left out
    of the JSON unless asked for. ``prefix`` says where the root lies in its git repository.
    ``platforms`` and ``names`` hold what the rules know of the ids in the report, ``checks`` the
    pages of the checks that found something.
    """

    schema_version: str
    tool: Tool
    root: str
    revision: str | None
    calls: tuple[CallReport, ...]
    clients: tuple[Client, ...]
    configs: tuple[ConfigReport, ...]
    workflows: tuple[WorkflowReport, ...]
    coverage: Coverage
    diagnostics: tuple[Diagnostic, ...]
    findings: tuple[Finding, ...] = ()
    repair_plan: tuple[Repair, ...] = ()
    playbooks: tuple[Playbook, ...] = ()
    scores: Scores = field(default_factory=Scores)
    replays: tuple[Replay, ...] = ()
    gate: Gate | None = None
    checks: tuple[CheckDoc, ...] = ()
    prefix: str = ""
    platforms: tuple[PlatformReport, ...] = ()
    timings: dict[str, float] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
