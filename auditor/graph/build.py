"""``AuditReport`` to a networkx graph, in two levels of detail.

Nodes carry ``kind`` and ``label``, edges ``kind``. The kinds of nodes, in the order in which a path
passes them, are ``KINDS``.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import networkx as nx

from auditor.graph.levels import UNREACHED, judged_calls
from auditor.graph.targets import UNKNOWN
from auditor.graph.text import place, plain
from auditor.model.program import Evidence
from auditor.model.report import AuditReport, CallReport, WorkflowReport

if TYPE_CHECKING:
    Graph = nx.DiGraph[str]

KINDS = ("workflow", "step", "call", "gateway", "model", "platform", "vendor")


def build_call_graph(report: AuditReport) -> Graph:
    """Workflow -> steps -> call -> gateway -> model -> platform -> vendor."""
    graph: Graph = nx.DiGraph()
    for call in judged_calls(report).values():
        _add_call(graph, call, report.names)
    for workflow in report.workflows:
        _add_workflow(graph, workflow)
    return graph


def build_vendor_graph(report: AuditReport) -> Graph:
    """Workflow -> vendor. An edge has the number of ``calls`` behind it and its ``on_loss``."""
    graph: Graph = nx.DiGraph()
    calls = judged_calls(report)
    for workflow in report.workflows:
        node = f"workflow:{workflow.id}"
        graph.add_node(node, kind="workflow", label=plain(workflow.name))
        found = [calls[call] for call in workflow.calls if call in calls]
        _add_vendor_edges(graph, node, found, workflow.on_loss, report.names)
    lost = [calls[call] for call in report.coverage.unreached if call in calls]
    if lost:
        graph.add_node(UNREACHED, kind="workflow", label="reached by nothing we recognise")
        _add_vendor_edges(graph, UNREACHED, lost, {}, report.names)
    return graph


def _add_workflow(graph: Graph, workflow: WorkflowReport) -> None:
    node = f"workflow:{workflow.id}"
    entry = workflow.entry
    graph.add_node(
        node, kind="workflow", label=plain(workflow.name), path=entry.path, line=entry.line
    )
    for call in workflow.calls:
        target = f"call:{call}"
        if target not in graph:
            continue
        ends = {(entry.path, entry.line), _place(graph, target)}
        steps = [
            step for step in workflow.paths.get(call, ()) if (step.path, step.line) not in ends
        ]
        for source, end in pairwise([node, *(_add_step(graph, step) for step in steps), target]):
            if source != end:
                graph.add_edge(source, end, kind="reaches")


def _place(graph: Graph, node: str) -> tuple[str, int]:
    return graph.nodes[node]["path"], graph.nodes[node]["line"]


def _add_step(graph: Graph, step: Evidence) -> str:
    node = f"step:{step.path}:{step.line}"
    if node not in graph:
        label = f"{plain(step.says)} ({place(step.path, step.line)})"
        graph.add_node(node, kind="step", label=label, path=step.path, line=step.line)
    return node


def _add_call(graph: Graph, call: CallReport, names: dict[str, str]) -> None:
    """One call and whom it may ask.

    The report lists models, platforms and vendors apart. Where only one of these lists has several
    entries the chains are certain; else the call points at each and no pairing is claimed.
    """
    node = f"call:{call.id}"
    label = f"{place(call.path, call.line, call.cell)} {plain(call.kind)}"
    graph.add_node(node, kind="call", label=label, path=call.path, line=call.line, what=call.kind)
    columns = [
        [_add_target(graph, kind, key, names) for key in keys]
        for kind, keys in (
            ("gateway", call.gateways),
            ("model", call.models),
            ("platform", call.platforms),
            ("vendor", call.vendors),
        )
        if keys
    ]
    columns = columns or [[_add_target(graph, "vendor", UNKNOWN, names)]]
    if sum(len(column) > 1 for column in columns) <= 1:
        for left, right in pairwise([[node], *columns]):
            graph.add_edges_from(((a, b) for a in left for b in right), kind="asks")
    else:
        graph.add_edges_from(((node, b) for column in columns for b in column), kind="may-ask")


def _add_target(graph: Graph, kind: str, key: str, names: dict[str, str]) -> str:
    node = f"{kind}:{key}"
    name = names.get(node) or (names.get(key) if kind == "vendor" else None) or key
    graph.add_node(node, kind=kind, label=plain(name))
    return node


def _add_vendor_edges(
    graph: Graph,
    workflow: str,
    calls: list[CallReport],
    on_loss: dict[str, str],
    names: dict[str, str],
) -> None:
    counts = Counter(vendor for call in calls for vendor in call.vendors or (UNKNOWN,))
    for vendor, count in counts.items():
        graph.add_edge(
            workflow,
            _add_target(graph, "vendor", vendor, names),
            kind="asks",
            calls=count,
            on_loss=on_loss.get(vendor, "unknown"),
        )
