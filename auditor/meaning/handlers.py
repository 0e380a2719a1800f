"""Lines of code on which a handler goes on to another model call: fallbacks written by hand."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.behaviour import Behaviour, Enter, Guarded, Request, parts
from auditor.model.config import ConfigSite
from auditor.model.program import Program


def handler_lines(program: Program) -> Iterator[ConfigSite]:
    """The function calls in handlers of failed model calls that lead to a model call."""
    seen: dict[int, Behaviour] = {}
    asking: dict[int, bool] = {}
    stack = [entry.behaviour for entry in program.entrypoints if not entry.in_tests]
    stack += program.loose
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen[id(node)] = node
        stack.extend(parts(node))
        if isinstance(node, Guarded) and _asks(node.body, asking):
            for catch in node.catches:
                for entered in _entered(catch.body):
                    if _asks(entered, asking):
                        yield ConfigSite(
                            entered.path, entered.line, "fallback",
                            key=entered.function.partition(":")[2] or None,
                        )  # fmt: skip


def _entered(node: Behaviour) -> Iterator[Enter]:
    """The functions that a handler calls itself."""
    if isinstance(node, Enter):
        yield node
        return
    for part in parts(node):
        yield from _entered(part)


def _asks(node: Behaviour, known: dict[int, bool]) -> bool:
    """Whether a model is asked somewhere below."""
    stack, below = [node], set[int]()
    while stack:
        here = stack.pop()
        if isinstance(here, Request) or known.get(id(here)):
            known[id(node)] = True
            return True
        if id(here) not in below and known.get(id(here)) is None:
            below.add(id(here))
            stack.extend(parts(here))
    known[id(node)] = False
    return False
