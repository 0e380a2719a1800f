"""Why a line is a call: what it asks, the lines that prove it, and the ways that lead to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from auditor.graph.text import place, plain
from auditor.model.program import Evidence
from auditor.model.report import AuditReport, CallReport, WorkflowReport
from auditor.report import View
from auditor.report.playbooks import chosen, told
from auditor.report.terminal.table import Cell, Column, Long, table
from auditor.report.terminal.words import outcome
from auditor.report.terminal.write import write
from auditor.report.words import domain
from auditor.resilience.waiting import duration


def explain_line(report: AuditReport, path: str, line: int, view: View) -> str:
    """The calls at a line of a file; or that there are none, and what is near."""
    calls = [call for call in report.calls if call.path == path]
    here = [call for call in calls if call.line <= line <= call.end_line]
    lines: list[Text] = []
    if not here:
        remarks = [*_nothing_here(report, calls, path, line), *_roles(report, path, line)]
        if calls:
            here = [min(calls, key=lambda call: (abs(call.line - line), call.line))]
            remarks.append("The nearest call:")
        lines += [Text(remark) for remark in remarks]
    for call in here:
        lines += [Text(), *_call(report, call, view)] if lines else _call(report, call, view)
    return write(lines, view)


def _nothing_here(
    report: AuditReport, calls: list[CallReport], path: str, line: int
) -> Iterator[str]:
    if calls:
        yield f"There is no LLM call at {place(path, line)}."
        return
    yield f"There is no LLM call in {plain(path)}."
    for left in report.coverage.left_out:
        if path == left.path or (left.path.endswith("/") and path.startswith(left.path)):
            yield f"It was not read: {plain(left.path)} is left out ({left.reason})."
    for client in report.clients:
        if client.path == path:
            yield f"Line {client.line} builds a client ({plain(client.sdk)}), which is no call yet."
    for problem in report.diagnostics:
        if problem.path == path:
            yield f"Line {problem.line}: {plain(problem.message)}."


def _roles(report: AuditReport, path: str, line: int) -> Iterator[str]:
    """What the line has to do with calls elsewhere."""
    places = {call.id: place(call.path, call.line, call.cell) for call in report.calls}
    for call in report.calls:
        for step in call.evidence:
            if (step.path, step.line) == (path, line):
                yield f"The line matters to the call at {places[call.id]}: {plain(step.says)}."
    for workflow in report.workflows:
        for call_id, steps in workflow.paths.items():
            if any((step.path, step.line) == (path, line) for step in steps):
                name = plain(workflow.name)
                yield f"The line is on the way from {name} to the call at {places[call_id]}."


def _call(report: AuditReport, call: CallReport, view: View) -> list[Text]:
    title = f"{place(call.path, call.line, call.cell)}  {call.kind} call in {plain(call.function)}"
    lines = [Text(title, style="bold"), *_facts(call, view)]
    lines += [Text(), Text(" because"), *_chain(call.evidence, view)]
    for workflow in report.workflows:
        if call.id in workflow.calls:
            heading = f" reached from {plain(workflow.name)} ({workflow.kind}){_owned(workflow)}"
            lines += [Text(), Text(heading), *_chain(workflow.paths.get(call.id, ()), view)]
    lines += _playbooks(report, call, view)
    if call.id in report.coverage.unreached:
        lines += [Text(), Text(" reached by nothing we recognise")]
    return lines


def _playbooks(report: AuditReport, call: CallReport, view: View) -> list[Text]:
    """What people have to do about the findings of the call."""
    own = {f.fingerprint for f in report.findings if call.id in f.calls and not f.suppressions}
    found = [line for one in chosen(report.playbooks, own) for line in told(one, view.width)]
    return [Text(), Text(" what people have to do"), *map(Text, found)] if found else []


def _owned(workflow: WorkflowReport) -> str:
    """Who owns it, and where that is written."""
    if workflow.owner is None:
        return ""
    places = " ".join(place(step.path, step.line) for step in workflow.owner_evidence)
    return f", owned by {plain(workflow.owner)}" + (f" ({places})" if places else "")


def _facts(call: CallReport, view: View) -> list[Text]:
    facts = [
        ("through", f"{call.sdk} ({call.via})"),
        ("asks", ", ".join(call.vendors) or "unknown"),
        ("model", ", ".join(call.models) or "unknown"),
        ("platform", ", ".join(call.platforms)),
        ("gateway", ", ".join(call.gateways)),
        ("depends on", ", ".join(call.conditions)),
        ("gives up", _gives_up(call)),
        ("confidence", call.confidence),
        ("in tests", "yes" if call.in_tests else ""),
    ]
    rows = [[Cell(label, "dim"), Cell(value)] for label, value in facts if value]
    known = [(key, word) for key, word in sorted(call.on_loss.items()) if word != "unknown"]
    for key, word in known:
        mark = outcome(word)
        rows.append([Cell("if lost", "dim"), Cell(f"{domain(key)}: {mark.text}", mark.style)])
    return table((Column(least=10), Column(long=Long.WRAP, least=20)), rows, view.width)


def _gives_up(call: CallReport) -> str:
    """After how long, at worst, something else can be asked."""
    seconds = call.failover_seconds
    return f"after {duration(seconds)} at worst" if seconds is not None else ""


def _chain(steps: Iterable[Evidence], view: View) -> list[Text]:
    rows = [[Cell(""), Cell(f"{step.path}:{step.line}"), Cell(step.says)] for step in steps]
    columns = (Column(least=1), Column(long=Long.CUT_START, least=16), Column(long=Long.WRAP))
    return table(columns, rows, view.width)
