"""Lists that handlers alone fill: that ``errors`` has something says that something has failed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.linker.frame import Frame
from auditor.linker.values import Sequence, Table
from auditor.linker.world import World
from auditor.model.facts import (
    Assign,
    Attr,
    Call,
    Evaluate,
    Expr,
    Handler,
    Index,
    Name,
    Raise,
    Return,
    Stmt,
    Try,
)
from auditor.model.nodes import nodes_in

#: Methods that put what they are given into a collection.
KEEPERS = frozenset({"append", "appendleft", "extend", "insert", "add", "push", "unshift", "put"})


def collected(world: World, frame: Frame, stmt: Try) -> frozenset[str]:
    """The names of what is made empty, and gets something from every handler and nobody else."""
    going_on = [one for one in stmt.handlers if not _leaves(one.body)]
    if not going_on:
        return frozenset()
    filled = frozenset.intersection(*(frozenset(_noted(handler)) for handler in going_on))
    elsewhere = {name for name, _ in _kept(nodes_in((stmt.body, stmt.orelse)))}
    return frozenset(n for n in filled - elsewhere if _made_empty(world, frame, n))


def _leaves(body: tuple[Stmt, ...]) -> bool:
    """Whether nothing of the function comes behind it."""
    return any(isinstance(stmt, Raise | Return) for stmt in body)


def _noted(handler: Handler) -> Iterator[str]:
    """What a handler is sure to put something into that it has not asked for."""
    for name, values in _kept(handler.body):
        nodes = [node for value in values for node in nodes_in(value)]
        about = any(isinstance(node, Name) and node.id == handler.name for node in nodes)
        if about or not any(isinstance(node, Call) for node in nodes):
            yield name


def _kept(nodes: Iterable[object]) -> Iterator[tuple[str, tuple[Expr, ...]]]:
    """The names of collections that these statements put something into, with what that is."""
    for node in nodes:
        match node:
            case Evaluate(Call(callee=Attr(base=Name(id), name=name), args=args)) if (
                name in KEEPERS and args
            ):
                yield id, tuple(arg.value for arg in args)
            case Assign(targets=(Index(base=Name(id)),), value=value) if value is not None:
                yield id, (value,)
            case _:
                pass


def _made_empty(world: World, frame: Frame, name: str) -> bool:
    values = frame.env.get(name)
    return (
        values is not None
        and len(values.items) == 1
        and isinstance(values.items[0], Sequence | Table)
        and values.items[0].number in world.heap.made_empty
    )
