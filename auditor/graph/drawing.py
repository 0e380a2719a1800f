"""A graph as an SVG file of its own, laid out like the map of the HTML report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx

from auditor.graph.build import KINDS
from auditor.graph.layout import lay_out
from auditor.graph.picture import Box, Line, Picture
from auditor.graph.svg import draw
from auditor.graph.text import place

if TYPE_CHECKING:
    from auditor.graph.build import Graph

COLUMN = 260.0
"""Pixels for each column and the lines behind it."""
STYLE = """
svg { background: #fff; color-scheme: light dark; }
text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; fill: #17191c; }
.titles text { fill: #59606a; }
.note { font-size: 10.5px; fill: #59606a; }
.box rect { fill: #fff; stroke: #a5acb6; rx: 2px; }
.vendor rect, .platform rect, .gateway rect, .model rect { fill: #f5f6f7; }
.lines { fill: none; stroke: #59606a; stroke-opacity: 0.5; }
.lines .may-ask { stroke-dasharray: 4 3; }
@media (prefers-color-scheme: dark) {
  svg { background: #15171a; }
  text { fill: #e7e9ec; }
  .titles text, .note { fill: #a5acb6; }
  .box rect { fill: #15171a; stroke: #59606a; }
  .vendor rect, .platform rect, .gateway rect, .model rect { fill: #1d2024; }
  .lines { stroke: #a5acb6; }
}
"""


def drawing(graph: Graph) -> str:
    """An SVG document that needs nothing else, the same bytes for the same graph."""
    picture = _picture(graph)
    layout = lay_out(picture, COLUMN * len(picture.titles))
    text = draw(picture, layout, "Dependencies on language models", style=STYLE)
    return text + "\n"


def _picture(graph: Graph) -> Picture:
    depths = _depths(graph)
    ranks = {node: (KINDS.index(graph.nodes[node]["kind"]), depths.get(node, 0)) for node in graph}
    used = sorted(set(ranks.values()))
    nodes = sorted(graph, key=lambda node: (ranks[node], graph.nodes[node]["label"], node))
    places = {node: place for place, node in enumerate(nodes)}
    boxes = tuple(_box(node, graph.nodes[node], used.index(ranks[node])) for node in nodes)
    lines = sorted(
        (places[source], places[target], str(data["kind"]), int(data.get("calls", 1)))
        for source, target, data in graph.edges(data=True)
    )
    titles = tuple(KINDS[kind].capitalize() if depth < 2 else "" for kind, depth in used)
    return Picture(titles, boxes, tuple(Line(*line) for line in lines), chains=())


def _box(node: str, data: Mapping[str, Any], column: int) -> Box:
    """A node; where it lies in the code stands below its name."""
    label: str = data["label"]
    where = place(data["path"], data["line"]) if "path" in data else ""
    if data["kind"] == "call":
        name, note = where, str(data["what"])
    else:
        name, note = label.removesuffix(f" ({where})"), where
    return Box(
        node, data["kind"], column, name, note, label, cut_start=name == where, cut_note=True
    )


def _depths(graph: Graph) -> dict[str, int]:
    """How far each step is from a workflow: the longest way, or the shortest where ways circle."""
    kinds = {node: graph.nodes[node]["kind"] for node in graph}
    steps = graph.subgraph(node for node in graph if kinds[node] in {"workflow", "step"})
    if nx.is_directed_acyclic_graph(steps):
        rows = enumerate(nx.topological_generations(steps))
        return {node: max(depth, 1) for depth, row in rows for node in row if kinds[node] == "step"}
    starts = {node for node in steps if kinds[node] == "workflow"}
    found = nx.multi_source_dijkstra_path_length(steps, starts) if starts else {}
    return {node: int(found.get(node, 1)) for node in steps if kinds[node] == "step"}
