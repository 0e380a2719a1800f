"""From an entry point to the calls it reaches, with the shortest chain of lines to each."""

from __future__ import annotations

from collections import deque

from auditor.model.behaviour import Behaviour, Enter, Request, parts
from auditor.model.program import Evidence

#: A chain longer than this is shown without its middle.
LONGEST_CHAIN = 14


def reach(behaviour: Behaviour) -> dict[str, tuple[Evidence, ...]]:
    """Call keys to the function calls that lead there, breadth first."""
    found: dict[str, tuple[Evidence, ...]] = {}
    seen: set[int] = set()
    todo: deque[tuple[Behaviour, tuple[Evidence, ...]]] = deque([(behaviour, ())])
    while todo:
        node, chain = todo.popleft()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Request):
            found.setdefault(node.call, chain)
            continue
        if isinstance(node, Enter):
            name = node.function.partition(":")[2]
            says = f"{'later runs' if node.deferred else 'calls'} {name}"
            chain = (*chain, Evidence(node.path, node.line, says))[-LONGEST_CHAIN:]
        todo.extend((part, chain) for part in parts(node))
    return found
