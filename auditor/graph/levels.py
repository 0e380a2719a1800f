"""The three pictures of a report: by vendor, by workflow, by call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import takewhile

from auditor.graph.draft import Draft
from auditor.graph.fold import MOST, Fold, fold
from auditor.graph.picture import Box, Picture
from auditor.graph.targets import TargetColumns, targets_of
from auditor.graph.text import place, places, plain
from auditor.model.report import AuditReport, CallReport, WorkflowReport

LEVELS = ("vendor", "workflow", "call")
UNREACHED = "workflow:"
"""The box for calls that no entry point reaches."""


def draw_level(report: AuditReport, level: str) -> Picture:
    """The picture at one of ``LEVELS``."""
    calls = judged_calls(report)
    match level:
        case "vendor":
            draft = Draft(("Workflows", "Vendor"))
            _draw_workflows(draft, report, calls, _alike(draft, report, calls), {"vendor": 1})
        case "workflow":
            draft = Draft(("Workflow", "Gateway", "Platform", "Vendor"))
            folds, how = fold(report.workflows, lambda flow: flow.entry.path)
            _say(draft, "workflows", len(report.workflows), len(folds), how)
            columns = {"gateway": 1, "platform": 2, "vendor": 3}
            _draw_workflows(draft, report, calls, folds, columns)
        case _:
            draft = Draft(("Workflow", "Call", "Gateway", "Model", "Platform", "Vendor"))
            _draw_calls(draft, report, calls)
    return draft.picture()


def judged_calls(report: AuditReport) -> dict[str, CallReport]:
    """Calls by id; those of test code only where a workflow runs them."""
    reached = {call for flow in report.workflows for call in flow.calls}
    return {call.id: call for call in report.calls if not call.in_tests or call.id in reached}


def _draw_workflows(
    draft: Draft,
    report: AuditReport,
    calls: Mapping[str, CallReport],
    folds: Iterable[Fold[WorkflowReport]],
    columns: Mapping[str, int],
) -> None:
    noted = len(columns) == 1
    targets = TargetColumns(draft, calls.values(), columns, report.names, noted=noted)
    for part in folds:
        box = draft.add(_workflow_box(part, noted=noted))
        for id in dict.fromkeys(id for flow in part.members for id in flow.calls):
            if id in calls:
                _add_chains(draft, box, calls[id], targets)
    for id in _unreached(report, calls):
        _add_chains(draft, draft.add(_unreached_box(report, calls)), calls[id], targets)


def _draw_calls(draft: Draft, report: AuditReport, calls: Mapping[str, CallReport]) -> None:
    targets = TargetColumns(
        draft, calls.values(), {"gateway": 2, "model": 3, "platform": 4, "vendor": 5}, report.names
    )
    call_folds, how = fold(list(calls.values()), lambda call: call.path)
    _say(draft, "calls", len(calls), len(call_folds), how)
    heads: dict[str, str] = {}
    for part in call_folds:
        head = draft.add(_call_box(part))
        for call in part.members:
            heads[call.id] = head
            _add_chains(draft, head, call, targets)
    flow_folds, how = fold(report.workflows, lambda flow: flow.entry.path)
    _say(draft, "workflows", len(report.workflows), len(flow_folds), how)
    for flows in flow_folds:
        source = draft.add(_workflow_box(flows))
        for id in (id for flow in flows.members for id in flow.calls if id in heads):
            draft.entry(source, heads[id])
    for id in _unreached(report, calls):
        draft.entry(draft.add(_unreached_box(report, calls)), heads[id])


def _add_chains(draft: Draft, head: str, call: CallReport, targets: TargetColumns) -> None:
    ways = {(head, *targets.way(target)): target.standby for target in targets_of(call)}
    alike = takewhile(lambda step: len(set(step)) == 1, zip(*ways, strict=False))
    shared = sum(1 for _ in alike)
    for way, standby in ways.items():
        kind = "standby" if standby else "asks" if len(ways) == 1 else "may-ask"
        draft.chain(way, kind, shared)


def _alike(
    draft: Draft, report: AuditReport, calls: Mapping[str, CallReport]
) -> list[Fold[WorkflowReport]]:
    """Workflows that ask the same vendors and share their fate, the largest group first."""
    groups: dict[tuple[object, ...], list[WorkflowReport]] = {}
    for flow in report.workflows:
        found = (calls[id] for id in flow.calls if id in calls)
        asked = frozenset(target.vendor for call in found for target in targets_of(call))
        fate = tuple(sorted((key, word) for key, word in flow.on_loss.items() if ":" not in key))
        groups.setdefault((asked, fate), []).append(flow)
    largest = sorted(groups.values(), key=lambda flows: -len(flows))
    if len(largest) > MOST:
        rest = [flow for flows in largest[MOST - 1 :] for flow in flows]
        draft.said.append(f"{len(rest)} workflows that share their fate with few stand in one box")
        largest = [*largest[: MOST - 1], rest]
    return [Fold("", tuple(flows)) for flows in largest]


def _workflow_box(part: Fold[WorkflowReport], *, noted: bool = False) -> Box:
    first, *more = part.members
    names = [plain(flow.name) for flow in part.members]
    start = place(first.entry.path, first.entry.line)
    if more:
        where = f" in {_short(part.name)}" if part.name else ""
        label, note = f"{len(names)} workflows{where}", ", ".join(names)
    else:
        label, note = names[0], start
    return Box(
        key=f"workflow:{first.id}" if not more else f"workflows:{first.id}",
        kind="workflow",
        column=0,
        label=label,
        note=note if noted else "",
        title=", ".join(names) if more else f"{names[0]} ({first.kind}), {_begins(first)}",
        members=tuple(flow.id for flow in part.members),
        cut_note=not more,
    )


def _begins(flow: WorkflowReport) -> str:
    """Where it begins; many are called by their file."""
    entry = flow.entry
    named = plain(entry.path) in plain(flow.name)
    return f"line {entry.line}" if named else place(entry.path, entry.line)


def _call_box(part: Fold[CallReport]) -> Box:
    first, *more = part.members
    at = places((call.path, call.line, call.cell) for call in part.members)
    if more:
        label = f"{len(at)} calls in {_short(part.name)}"
        title = ", ".join(at)
    else:
        label = _short(at[0])
        title = f"{at[0]}, {plain(first.kind)} call in {plain(first.function) or 'the module'}"
    return Box(
        key=f"call:{first.id}" if not more else f"calls:{first.id}",
        kind="call",
        column=1,
        label=label,
        title=title,
        members=tuple(call.id for call in part.members),
        cut_start=not more,
    )


def _unreached(report: AuditReport, calls: Mapping[str, CallReport]) -> list[str]:
    return [id for id in report.coverage.unreached if id in calls]


def _unreached_box(report: AuditReport, calls: Mapping[str, CallReport]) -> Box:
    number = len(_unreached(report, calls))
    return Box(
        UNREACHED,
        "workflow",
        0,
        "no known entry point",
        title=f"Nothing that we recognise leads to {number} of the calls",
    )


def _say(draft: Draft, what: str, number: int, boxes: int, how: str) -> None:
    if how:
        draft.said.append(f"{number} {what} are drawn as {boxes} boxes, {how}")


def _short(path: str) -> str:
    """The last two parts of a path: enough to know it by."""
    return "/".join(path.rstrip("/").split("/")[-2:])
