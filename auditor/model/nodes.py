"""The nodes of a piece of code, whatever it is a part of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from auditor.model.facts import Attr, Expr, Function, Name

#: The kind of a ``Many`` that is a key for a part of a list: start, stop and step.
SLICE = "slice"


def nodes_in(tree: object, *, inner: bool = True) -> Iterator[Any]:
    """Every node of a block, a statement or an expression, in the order of the text.

    ``tree`` itself is one if it is no plain tuple of them. With ``inner`` False the functions that
    are defined below are passed over.
    """
    todo = [tree]
    while todo:
        node = todo.pop()
        if not isinstance(node, tuple) or (isinstance(node, Function) and not inner):
            continue
        if hasattr(node, "_fields"):
            yield node
        todo.extend(reversed(node))


def first_name(expr: Expr) -> str:
    """``client`` of ``client.chat.create`` and of ``client`` alone; empty for what has no name."""
    while isinstance(expr, Attr):
        expr = expr.base
    return expr.id if isinstance(expr, Name) else ""


def last_name(expr: Expr) -> str:
    """``create`` of ``client.chat.create`` and of ``create`` alone; empty for what has no name."""
    match expr:
        case Name(id=name) | Attr(name=name):
            return name
        case _:
            return ""
