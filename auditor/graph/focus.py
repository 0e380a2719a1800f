"""A part of a graph: all that leads to some nodes, and all that they lead to."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

import networkx as nx

from auditor.model.errors import AuditorError

if TYPE_CHECKING:
    from auditor.graph.build import Graph


def focus_on(graph: Graph, name: str, depth: int | None = None) -> Graph:
    """The nodes whose id or label holds ``name``, and those at most ``depth`` steps up or down."""
    chosen = _matching(graph, name)
    kept: set[str] = set()
    for direction in (graph, graph.reverse(copy=False)):
        for node in chosen:
            kept |= set(nx.single_source_shortest_path_length(direction, node, cutoff=depth))
    return graph.subgraph(kept).copy()


def _matching(graph: Graph, name: str) -> list[str]:
    if name in graph:
        return [name]
    wanted = name.casefold()
    labels = {node: str(graph.nodes[node]["label"]) for node in sorted(graph)}
    found = [
        node
        for node, label in labels.items()
        if wanted in node.casefold() or wanted in label.casefold()
    ]
    if found:
        return found
    near = get_close_matches(name, [*labels, *labels.values()], n=3, cutoff=0.5)
    hint = f"did you mean {', '.join(near)}?" if near else "run it without --focus to see all"
    raise AuditorError(f"nothing in the graph is called {name!r}", hint=hint)
