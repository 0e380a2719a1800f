"""A graph as text: mermaid, dot, svg or json, the same bytes for the same graph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from auditor.graph.build import KINDS
from auditor.graph.drawing import drawing
from auditor.graph.text import json_text, plain

if TYPE_CHECKING:
    from auditor.graph.build import Graph

FORMATS = ("mermaid", "dot", "svg", "json")

_MERMAID_SHAPES = {
    "workflow": ("([", "])"),
    "step": ("[", "]"),
    "call": ("[", "]"),
    "gateway": ("{{", "}}"),
    "model": ("(", ")"),
    "platform": ("[[", "]]"),
    "vendor": ("[(", ")]"),
}
_DOT_SHAPES = {
    "workflow": "oval",
    "step": "plain",
    "call": "box",
    "gateway": "hexagon",
    "model": "note",
    "platform": "component",
    "vendor": "cylinder",
}
# Characters with a meaning in quoted mermaid text: its end, entities, HTML, markdown, %%{...}%%.
_MERMAID_SPECIAL = {ord(char): f"#{ord(char)};" for char in '"#&<>`%;\\'}
_LIST_MARK = re.compile(r"^(\d*)([.)*+-])(?= )")


def export(graph: Graph, form: str) -> str:
    """The graph in one of ``FORMATS``."""
    match form:
        case "mermaid":
            return _mermaid(graph)
        case "dot":
            return _dot(graph)
        case "svg":
            return drawing(graph)
        case _:
            return _json(graph)


def _ordered(graph: Graph) -> list[tuple[str, dict[str, Any]]]:
    return sorted(
        ((node, graph.nodes[node]) for node in graph),
        key=lambda node: (KINDS.index(node[1]["kind"]), node[1]["label"], node[0]),
    )


def _edges(graph: Graph) -> list[tuple[str, str, dict[str, Any]]]:
    rank = {node: place for place, (node, _) in enumerate(_ordered(graph))}
    return sorted(graph.edges(data=True), key=lambda edge: (rank[edge[0]], rank[edge[1]]))


def _edge_label(data: dict[str, Any]) -> str:
    if "calls" not in data:
        return ""
    calls = "1 call" if data["calls"] == 1 else f"{data['calls']} calls"
    return calls if data["on_loss"] == "unknown" else f"{calls}, {data['on_loss']}"


def _mermaid(graph: Graph) -> str:
    lines = ["flowchart LR"]
    names: dict[str, str] = {}
    for number, (node, data) in enumerate(_ordered(graph), start=1):
        names[node] = f"n{number}"
        left, right = _MERMAID_SHAPES[data["kind"]]
        lines.append(f'  {names[node]}{left}"{_mermaid_text(data["label"])}"{right}')
    for source, target, data in _edges(graph):
        label = _edge_label(data)
        arrow = "-.->" if data["kind"] == "may-ask" else "-->"
        middle = f'{arrow}|"{label}"|' if label else arrow
        lines.append(f"  {names[source]} {middle} {names[target]}")
    return "\n".join(lines) + "\n"


def _mermaid_text(text: str) -> str:
    """Safe between quotes; what would begin a list is escaped, since mermaid draws no lists."""
    text = plain(text).translate(_MERMAID_SPECIAL)
    return _LIST_MARK.sub(lambda mark: f"{mark[1]}#{ord(mark[2])};", text) or "#160;"


def _dot(graph: Graph) -> str:
    lines = ["digraph auditor {", "  rankdir=LR;"]
    names: dict[str, str] = {}
    for number, (node, data) in enumerate(_ordered(graph), start=1):
        names[node] = f"n{number}"
        label, shape = _dot_text(data["label"]), _DOT_SHAPES[data["kind"]]
        lines.append(f"  {names[node]} [label={label}, shape={shape}];")
    for source, target, data in _edges(graph):
        label = _edge_label(data)
        style = "dashed" if data["kind"] == "may-ask" else "solid"
        extra = f", label={_dot_text(label)}" if label else ""
        lines.append(f"  {names[source]} -> {names[target]} [style={style}{extra}];")
    return "\n".join([*lines, "}"]) + "\n"


def _dot_text(text: str) -> str:
    return '"' + plain(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _json(graph: Graph) -> str:
    nodes = [{"id": node, **data} for node, data in _ordered(graph)]
    edges = [{"source": source, "target": target, **data} for source, target, data in _edges(graph)]
    return json_text({"nodes": nodes, "edges": edges})
