"""Lines of code on which a handler goes on to another model call: fallbacks written by hand."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.behaviour import (
    Behaviour,
    Branch,
    Enter,
    Guarded,
    Repeat,
    Request,
)
from auditor.model.behaviour import Sequence as InOrder
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
        stack.extend(_parts(node))
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
    for part in _parts(node):
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
            stack.extend(_parts(here))
    known[id(node)] = False
    return False


def _parts(node: Behaviour) -> tuple[Behaviour, ...]:
    match node:
        case InOrder(items):
            return items
        case Branch(arms=arms):
            return arms
        case Guarded(body=body, catches=catches, orelse=orelse, final=final):
            return (body, *(c.body for c in catches), orelse, final)
        case Repeat(rounds=rounds):
            return rounds
        case Enter(body=body):
            return (body,)
        case _:
            return ()
