"""The ways from entry points to calls, as trees in which shared steps stand once.

Workflows share most of their steps, so the trees go to the script as numbers, each step once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from auditor.graph.text import plain
from auditor.model.program import Evidence
from auditor.model.report import WorkflowReport

_Tree = dict[Evidence | str, "_Tree"]


def trees(flows: Sequence[WorkflowReport], calls: Mapping[str, int]) -> dict[str, Any]:
    """``files``; ``steps`` as file, line and sentence; and one tree for each workflow.

    A tree is a flat list of pairs: how deep the row stands, and the number of its step. For a
    call at the end of its way the number is -1 less the call's place in ``calls``.
    """
    files: dict[str, int] = {}
    steps: dict[Evidence, int] = {}
    found = [
        [
            number
            for depth, key in _rows(flow, calls)
            for number in (
                depth,
                -1 - calls[key] if isinstance(key, str) else steps.setdefault(key, len(steps)),
            )
        ]
        for flow in flows
    ]
    said = [
        [files.setdefault(step.path, len(files)), step.line, plain(step.says)] for step in steps
    ]
    return {"files": [plain(path) for path in files], "steps": said, "trees": found}


def _rows(flow: WorkflowReport, known: Mapping[str, int]) -> Iterator[tuple[int, Evidence | str]]:
    tree: _Tree = {}
    for call in filter(known.__contains__, flow.calls):
        node = tree
        for step in flow.paths.get(call, ()):
            node = node.setdefault(step, {})
        node.setdefault(call, {})
    yield from _below(tree, 0)


def _below(tree: _Tree, depth: int) -> Iterator[tuple[int, Evidence | str]]:
    """From top to bottom. What lies below a fork stands one deeper."""
    for key, below in tree.items():
        yield depth, key
        yield from _below(below, depth + (len(below) > 1))
