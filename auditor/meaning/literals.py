"""Models that are named where they are asked: ``create(model="acme-1")``."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from auditor.model.facts import Call, Const, FileFacts
from auditor.model.nodes import nodes_in
from auditor.model.program import Evidence


def models_in_calls(
    facts: FileFacts, calls: Mapping[int, Collection[str]]
) -> Iterator[tuple[str, Evidence]]:
    """Each model with the place of its name; ``calls`` are the models asked on each line."""
    for node in nodes_in(facts.body):
        if isinstance(node, Call) and node.line in calls:
            for arg in node.args:
                match arg.value:
                    case Const(value=str(text), line=line) if text in calls[node.line]:
                        yield text, Evidence(facts.path, line, f"names {text}")
