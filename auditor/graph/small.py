"""The vendor graph, small enough for a comment: what does not fit is drawn as one node."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import networkx as nx

from auditor.graph.build import build_vendor_graph
from auditor.model.loss import RANK
from auditor.model.report import AuditReport

if TYPE_CHECKING:
    from auditor.graph.build import Graph


def build_small_graph(report: AuditReport, most: int = 12) -> Graph:
    """Workflow -> vendor with at most ``most`` nodes, four or more; nothing is left out.

    The workflows that stop and the vendors with most workflows keep nodes of their own.
    """
    graph = build_vendor_graph(report)
    vendors = _of_kind(graph, "vendor")
    flows = _of_kind(graph, "workflow")
    if len(vendors) + len(flows) <= most:
        return graph
    vendor_room = min(len(vendors), max(most // 3, most - len(flows)))
    names = {
        **_kept(sorted(vendors, key=lambda node: (-graph.in_degree(node), node)), vendor_room),
        **_kept(sorted(flows, key=lambda node: _exposure(graph, node)), most - vendor_room),
    }
    return _merged(graph, names, Counter(names.values()))


def _of_kind(graph: Graph, kind: str) -> list[str]:
    return [node for node, data in graph.nodes(data=True) if data["kind"] == kind]


def _kept(nodes: list[str], room: int) -> dict[str, str]:
    """The node that each is drawn as: itself, or that of all which come late."""
    if len(nodes) <= room:
        return {node: node for node in nodes}
    rest = nodes[0].split(":")[0] + ":..."
    return {node: node if place < room - 1 else rest for place, node in enumerate(nodes)}


def _exposure(graph: Graph, node: str) -> tuple[int, str, str]:
    losses = [RANK[data["on_loss"]] for _, _, data in graph.out_edges(node, data=True)]
    return (min(losses, default=1), str(graph.nodes[node]["label"]), node)


def _merged(graph: Graph, names: dict[str, str], members: Counter[str]) -> Graph:
    small: Graph = nx.DiGraph()
    for node, data in graph.nodes(data=True):
        name = names[node]
        if members[name] == 1:
            small.add_node(name, **data)
        else:
            things = f"{members[name]} more {data['kind']}s"
            small.add_node(name, kind=data["kind"], label=things)
    for source, target, data in graph.edges(data=True):
        ends = (names[source], names[target])
        if ends == (source, target):
            small.add_edge(*ends, **data)
        else:
            calls = small.get_edge_data(*ends, default={"calls": 0})["calls"] + data["calls"]
            small.add_edge(*ends, kind="asks", calls=calls, on_loss="unknown")
    return small
