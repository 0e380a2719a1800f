"""The workflows and their vendors in Markdown: a table and a small picture."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.graph.export import export
from auditor.graph.small import build_small_graph
from auditor.model.loss import RANK
from auditor.model.report import AuditReport, WorkflowReport
from auditor.report import View
from auditor.report.markdown.places import linked
from auditor.report.markdown.text import text
from auditor.report.words import MARKS, guilty, worst

SHOWN = 40
NODES = 12


def workflows(report: AuditReport, view: View) -> Iterator[str]:
    """One row each, those that stop first."""
    found = sorted(report.workflows, key=lambda flow: (RANK.get(worst(flow.on_loss), 1), flow.name))
    if not found:
        return
    yield "| Workflow | Entry | Vendors | If one is down |"
    yield "|---|---|---|---|"
    for flow in found[:SHOWN]:
        yield _row(report, view, flow)
    if len(found) > SHOWN:
        yield f"\n{len(found) - SHOWN} more workflows are in the full report."


def picture(report: AuditReport) -> Iterator[str]:
    """Workflows and vendors as mermaid, which forges draw."""
    graph = build_small_graph(report, NODES)
    if graph.number_of_nodes():
        yield "```mermaid"
        yield export(graph, "mermaid").rstrip("\n")
        yield "```"


def _row(report: AuditReport, view: View, flow: WorkflowReport) -> str:
    where = linked(report, view, flow.entry.path, flow.entry.line)
    vendors = ", ".join(text(vendor) for vendor in flow.vendors) or "unknown"
    return f"| {text(flow.name)} | {where} | {vendors} | {_outcome(flow)} |"


def _outcome(flow: WorkflowReport) -> str:
    word = worst(flow.on_loss)
    names = ", ".join(text(name) for name in guilty(flow.on_loss, flow.vendors))
    return f"{MARKS.get(word, '?')} {text(word)}" + (f": {names}" if names else "")
