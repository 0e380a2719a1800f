"""All that the templates show, from the report alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from pathlib import PurePath
from typing import Any

from auditor.graph.levels import judged_calls
from auditor.graph.text import place, places, plain
from auditor.model.loss import RANK
from auditor.model.report import AuditReport, CallReport, WorkflowReport
from auditor.report.findings import severities
from auditor.report.html.findings import active, groups, own_steps, told_before
from auditor.report.html.gaps import gaps, gaps_in_short
from auditor.report.html.maps import Map, maps
from auditor.report.html.plan import plan
from auditor.report.html.scenarios import OUTCOMES, Scenario, incidents, scenarios
from auditor.report.html.tables import points, targets
from auditor.report.html.tree import trees
from auditor.report.html.verdict import verdict
from auditor.report.html.words import VERDICTS, ways_of
from auditor.report.words import count
from auditor.report.workflows import by_exposure

LOSSES, COLUMNS, ROWS = 8, 18, 500
"""Losses shown of each kind before the rest is folded, losses with a column, rows of a gap."""
_GROUPS = {"vendor": "Vendors", "platform": "Platforms", "gateway": "Gateways"}


def page(report: AuditReport, source: Callable[[str, int], str]) -> dict[str, Any]:
    """The context of ``report.html.j2``."""
    losses, flows = scenarios(report), by_exposure(report)
    felt = incidents(report)
    calls = judged_calls(report)
    every = {call.id: call for call in report.calls}
    columns, grouped = _columns(losses), groups(report)
    drawn = maps(report, _numbers(flows, report.calls)) if report.calls else ()
    context: dict[str, Any] = {
        "report": report,
        "name": _name(report),
        "files": count(sum(report.coverage.files_read.values()), "file"),
        "verdict": verdict(report, losses),
        "facts": _facts(report, losses),
        "gaps": gaps_in_short(report),
        "scenarios": losses,
        "losses": [*_grouped(losses, report), *_replayed(felt, report)],
        "columns": columns,
        "column_kinds": [(_kind(kind), len([*run])) for kind, run in
                         groupby(columns, key=lambda loss: loss.kind)],
        "maps": drawn,
        "flows": flows,
        "has_weight": len({flow.criticality for flow in flows}) > 1,
        "has_owner": any(flow.owner for flow in flows),
        "findings": grouped,
        "told_before": told_before(grouped),
        "own_steps": lambda finding: own_steps(finding, every),
        "finding_counts": severities(active(report)),
        "debt": [finding for finding in report.findings if finding.suppressions],
        "plan": plan(report),
        "playbooks": report.playbooks,
        "points": points(report, losses),
        "targets": targets(report, calls),
        "calls": report.calls,
        "languages": [f"{language} {number:,}" for language, number in
                      sorted(report.coverage.files_read.items()) if number],
        "gaps_in_full": gaps(report),
        "most": ROWS,
        "verdicts": VERDICTS,
        "ways_of": lambda call: ways_of(call, report),
        "losses_of": lambda on_loss: _losses_of(on_loss, report),
        "asks_at": lambda flow: _by_file([every[id] for id in flow.calls if id in every]),
        "flow_names": {flow.id: flow.name for flow in flows},
        "call_places": {id: place(call.path, call.line, call.cell) for id, call in every.items()},
                "data": _data([*losses, *felt], flows, report.calls, drawn, source),
    }  # fmt: skip
    context["sections"] = _sections(context)
    return context


def _by_file(calls: Sequence[CallReport]) -> list[list[str]]:
    """Places of calls, those that stand in one file together."""
    said = places((call.path, call.line, call.cell) for call in calls)
    named = zip(calls, said, strict=True)
    return [[text for _, text in run] for _, run in groupby(named, key=lambda one: one[0].path)]


def _name(report: AuditReport) -> str:
    """The last part of the scanned folder's name."""
    name = PurePath(report.root).name
    return plain(name) if name not in {"", ".", ".."} else "this folder"


def _facts(report: AuditReport, losses: Sequence[Scenario]) -> list[str]:
    judged = sum(not call.in_tests for call in report.calls)
    tests = len(report.calls) - judged
    kinds = Counter(scenario.kind for scenario in losses)
    facts = [
        count(len(report.workflows), "workflow"),
        count(judged, "LLM call") + (f" and {tests} more in tests" if tests else ""),
    ]
    return facts + [count(kinds[kind], kind) for kind in _GROUPS if kinds[kind]]


def _grouped(
    losses: Sequence[Scenario], report: AuditReport
) -> list[tuple[str, str, list[Scenario], list[Scenario]]]:
    """By kind: title, how many survive any one, losses shown at once, losses behind a fold."""
    survivors = {
        one.kind: f"{len(one.survives)} of {len(report.workflows)} survive any one"
        for one in report.scores.survival
    }
    kinds = dict.fromkeys(scenario.kind for scenario in losses)
    found = []
    for kind in kinds:
        here = [scenario for scenario in losses if scenario.kind == kind]
        cut = LOSSES if len(here) > LOSSES + 1 else len(here)
        found.append((_kind(kind), survivors.get(kind, ""), here[:cut], here[cut:]))
    return found


def _replayed(
    felt: Sequence[Scenario], report: AuditReport
) -> list[tuple[str, str, list[Scenario], list[Scenario]]]:
    """The outages that happened, as one more kind of loss."""
    if not report.replays:
        return []
    title = "Outages that happened"
    said = f"{len(felt)} of {len(report.replays)} would be felt here"
    return [(title, said, list(felt[:LOSSES]), list(felt[LOSSES:]))]


def _kind(kind: str) -> str:
    return _GROUPS.get(kind, f"{kind.capitalize()}s")


def _columns(losses: Sequence[Scenario]) -> list[Scenario]:
    """The losses that do most harm, in their order."""
    harm = sorted(losses, key=lambda loss: tuple(-loss.counts[word] for word in RANK))
    kept = {loss.key for loss in harm[:COLUMNS]}
    return [loss for loss in losses if loss.key in kept]


def _losses_of(on_loss: Mapping[str, str], report: AuditReport) -> list[tuple[str, str]]:
    """Each outcome with the names of what brings it, worst first."""
    found = []
    for word in RANK:
        keys = [key for key, said in sorted(on_loss.items()) if said == word]
        kinds = groupby(keys, key=lambda key: key.rpartition(":")[0])
        if keys:
            found.append((word, "; ".join(_titles(kind, [*run], report) for kind, run in kinds)))
    return found


def _titles(kind: str, keys: Sequence[str], report: AuditReport) -> str:
    """Names of one kind; that of vendors goes without saying."""
    ids = [key.rpartition(":")[2] for key in keys]
    names = ", ".join(report.names.get(id, id) for id in ids)
    if kind in {"", "vendor"}:
        return names
    return f"{kind if len(ids) == 1 else _kind(kind).lower()} {names}"


def _numbers(flows: Sequence[WorkflowReport], calls: Sequence[CallReport]) -> dict[str, int]:
    numbers = {flow.id: number for number, flow in enumerate(flows)}
    return numbers | {call.id: number for number, call in enumerate(calls)}


def _data(
    losses: Sequence[Scenario],
    flows: Sequence[WorkflowReport],
    calls: Sequence[CallReport],
    drawn: Sequence[Map],
    source: Callable[[str, int], str],
) -> dict[str, Any]:
    """For the script. An outcome is its number in ``outcomes``; a loss has one digit for each."""
    return {
        "outcomes": OUTCOMES,
        "workflows": [flow.id for flow in flows],
        "calls": [call.id for call in calls],
        "losses": [
            {
                "key": plain(loss.key),
                "title": plain(loss.title),
                "down": [plain(domain) for domain in loss.down],
                "workflows": "".join(str(OUTCOMES.index(loss.workflows[f.id])) for f in flows),
                "calls": "".join(str(OUTCOMES.index(loss.calls[call.id])) for call in calls),
            }
            for loss in losses
        ],
        "maps": {drawing.level: drawing.data for drawing in drawn},
        "source": source("", 0),
        **trees(flows, {call.id: number for number, call in enumerate(calls)}),
    }


def _sections(context: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The sections that the page has, for its head."""
    every = (
        ("what-if", "What if", "scenarios"),
        ("map", "Map", "maps"),
        ("workflows", "Workflows", "flows"),
        ("findings", "Findings", "findings"),
        ("repair-plan", "Repair plan", "plan"),
        ("playbooks", "Playbooks", "playbooks"),
        ("single-points", "Single points", "points"),
        ("targets", "Vendors", "targets"),
        ("inventory", "Inventory", "calls"),
        ("debt", "Known debt", "debt"),
        ("coverage", "Coverage", "report"),
        ("evidence", "Evidence", "calls"),
    )
    return [(id, title) for id, title, key in every if context[key]]
