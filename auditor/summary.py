"""From the program to the report: everything sorted, counted and named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from auditor import __version__
from auditor.configs.owners import Owner
from auditor.discover import Discovery
from auditor.model.catalog import Catalog
from auditor.model.facts import FileFacts
from auditor.model.program import Entrypoint, Evidence, LlmCall, Program
from auditor.model.report import (
    SCHEMA_VERSION,
    AuditReport,
    CallReport,
    ConfigReport,
    Coverage,
    Entry,
    PlatformReport,
    Target,
    Tool,
    WorkflowReport,
)
from auditor.model.source import Diagnostic
from auditor.resilience.answers import asked_first
from auditor.resilience.each_domain import WorkflowJudgement
from auditor.resilience.judge import CallJudgement, Judgement
from auditor.resilience.score import score
from auditor.resilience.waiting import finite, longest_wait
from auditor.settings import Settings, WorkflowSetting


def summarise(
    discovery: Discovery,
    facts: Sequence[tuple[FileFacts, bool]],
    program: Program,
    catalog: Catalog,
    settings: Settings,
    problems: Sequence[Diagnostic],
    *,
    judgement: Judgement,
    owners: Mapping[str, Owner],
    revision: str | None,
    prefix: str,
    timings: Mapping[str, float],
) -> AuditReport:
    """The report of one audit."""
    calls = {
        call.id: _call(call, judgement.calls[call.id], call.id in judgement.stand_ins)
        for call in program.calls
    }
    workflows = _workflows(program, calls, judgement, settings, owners)
    diagnostics = [*problems, *program.diagnostics, *judgement.problems]
    diagnostics += [problem for file, _ in facts for problem in file.problems]
    report = AuditReport(
        schema_version=SCHEMA_VERSION,
        tool=tool_of(catalog),
        root=discovery.root,
        revision=revision,
        calls=tuple(calls.values()),
        clients=program.clients,
        configs=tuple(
            ConfigReport(c.path, c.line, c.what, c.vendor, c.platform, c.model, c.key)
            for c in program.configs
        ),
        workflows=workflows,
        coverage=Coverage(
            files_read=dict(sorted(Counter(f.language for f in discovery.files).items())),
            lines_read=sum(file.lines for file, _ in facts),
            left_out=discovery.left_out,
            unresolved=_unresolved(program.calls),
            unreached=program.unreached,
        ),
        diagnostics=tuple(sorted(set(diagnostics))),
        prefix=prefix,
        platforms=_platforms(catalog, calls),
        timings=dict(timings),
        names=_names(catalog, calls),
    )
    features = {feature.id: feature for feature in catalog.features}
    return replace(report, scores=score(report, features, program.features))


def tool_of(catalog: Catalog) -> Tool:
    """This program with these rules."""
    return Tool("auditor", __version__, catalog.digest)


def _call(call: LlmCall, judged: CallJudgement, standby: bool) -> CallReport:
    attempts = call.attempts
    vendors = _sorted(a.vendor for a in attempts)
    platforms = _sorted(a.platform for a in attempts)
    gateways = _sorted(g for a in attempts for g in a.gateways)
    return CallReport(
        id=call.id,
        path=call.path,
        line=call.line,
        end_line=call.end_line,
        column=call.column,
        cell=call.cell,
        function=call.function,
        kind=call.kind.value,
        via=call.via.value,
        sdk=call.sdk,
        vendors=vendors,
        platforms=platforms,
        gateways=gateways,
        models=_sorted(a.model for a in attempts),
        dynamic=call.dynamic,
        verdict=judged.verdict,
        on_loss=judged.on_loss,
        leaks=judged.leaks,
        conditions=_sorted((*judged.conditions, *(c for a in attempts for c in a.conditions))),
        failover_seconds=finite(longest_wait(call.asks)),
        confidence=call.confidence,
        in_tests=call.in_tests,
        evidence=tuple(dict.fromkeys((*call.evidence, *judged.evidence))),
        targets=_targets(call),
        standby=standby,
    )


def _targets(call: LlmCall) -> tuple[Target, ...]:
    # What needs no failure of another to be made.
    first = {a for ask in call.asks for a in asked_first(ask, as_shipped=False)}
    return tuple(
        sorted(
            {
                Target(
                    vendor=attempt.vendor or "",
                    platform=attempt.platform or "",
                    gateways=attempt.gateways,
                    model=attempt.model or "",
                    standby=bool(first) and attempt not in first,
                    region=attempt.region or "",
                )
                for attempt in call.attempts
            }
        )
    )


def _sorted(found: object) -> tuple[str, ...]:
    return tuple(sorted({item for item in found if item}))  # type: ignore[attr-defined]


def _unresolved(calls: Sequence[LlmCall]) -> tuple[Evidence, ...]:
    found: set[Evidence] = set()
    for call in calls:
        for attempt in call.attempts:
            if attempt.unknown:
                found.add(Evidence(call.path, call.line, attempt.unknown))
    return tuple(sorted(found))


def _workflows(
    program: Program,
    calls: Mapping[str, CallReport],
    judgement: Judgement,
    settings: Settings,
    owners: Mapping[str, Owner],
) -> tuple[WorkflowReport, ...]:
    found: list[WorkflowReport] = []
    for entry in program.entrypoints:
        reached = tuple(call for call in entry.calls if entry.in_tests or not calls[call].in_tests)
        if reached and (settings.include_tests or not entry.in_tests):
            judged = judgement.workflows[entry.id]
            said = settings.workflow_for(entry.name)
            found.append(_workflow(entry, reached, calls, judged, said, owners.get(entry.id)))
    return tuple(sorted(found, key=lambda w: (w.entry.path, w.entry.line, w.name, w.id)))


def _workflow(
    entry: Entrypoint,
    reached: tuple[str, ...],
    calls: Mapping[str, CallReport],
    judged: WorkflowJudgement,
    said: WorkflowSetting | None,
    owner: Owner | None,
) -> WorkflowReport:
    vendors = sorted({v for call in reached for v in calls[call].vendors})
    return WorkflowReport(
        id=entry.id,
        name=said.name if said and said.name else entry.name,
        kind=entry.kind,
        criticality=said.criticality if said else "normal",
        owner=owner.name if owner else None,
        entry=Entry(entry.path, entry.line, entry.function),
        calls=tuple(sorted(reached, key=lambda c: (calls[c].path, calls[c].line, c))),
        vendors=tuple(vendors),
        on_loss=judged.on_loss,
        single_points=judged.single_points,
        paths={call: entry.steps[call] for call in reached},
        owner_evidence=(owner.evidence,) if owner else (),
    )


def _names(catalog: Catalog, calls: Mapping[str, CallReport]) -> dict[str, str]:
    """Display names of the vendors, platforms, gateways and operators the report speaks of."""
    names: dict[str, str] = {}
    for call in calls.values():
        for vendor in call.vendors:
            if vendor in catalog.vendors:
                names[vendor] = catalog.vendors[vendor].name
        for platform in (*call.platforms, *call.gateways):
            if platform in catalog.platforms:
                names[platform] = catalog.platforms[platform].name
                operator = catalog.platforms[platform].operator
                if operator in catalog.vendors:
                    names.setdefault(operator, catalog.vendors[operator].name)
    return dict(sorted(names.items()))


def _platforms(catalog: Catalog, calls: Mapping[str, CallReport]) -> tuple[PlatformReport, ...]:
    """What the rules know of whoever may answer or stand in between."""
    ids = sorted({id for call in calls.values() for id in (*call.platforms, *call.gateways)})
    found = (catalog.platforms[id] for id in ids if id in catalog.platforms)
    return tuple(
        PlatformReport(
            id=platform.id,
            name=platform.name,
            role=platform.role.value,
            operator=platform.operator,
            self_hosted=platform.self_hosted,
            hosts=platform.hosts,
            ports=platform.ports,
            status_page=platform.status_page,
        )
        for platform in found
    )
