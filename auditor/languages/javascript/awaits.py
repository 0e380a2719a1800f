"""``await``, and what the JavaScript grammar makes of ``await (x).y()``.

It takes ``await (x)`` for a call of a function named ``await``, and what follows for a member of
its result. The value was meant: the call in ``await (await f()).json()`` that is awaited is the one
of ``json``. While such a chain is lowered, ``misread`` is its part that is to be awaited so far,
and ``misread_from`` the place behind the word, where the chain begins.
"""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.javascript.dispatch import lower_each, lower_expression
from auditor.languages.javascript.reading import Reading, line_of, solid, span_of
from auditor.model.facts import Await, Call, Const, Expr, Index, Many, Name


def lower_await(reading: Reading, node: Node) -> Expr:
    """``await f()`` marks the call; an await of anything else stands for itself."""
    return awaited(lower_expression(reading, solid(node)[-1]), line_of(reading, node))


def awaited(value: Expr, line: int) -> Expr:
    """An expression behind ``await``; a call that is awaited already is so twice."""
    if isinstance(value, Call) and not value.awaited:
        return value._replace(awaited=True)
    return Await(value, line)


def is_await(callee: Expr) -> bool:
    """Whether what is called or subscripted is the word ``await``."""
    return isinstance(callee, Name) and callee.id == "await"


def lower_misread(reading: Reading, node: Node) -> Expr:
    """``await (x)`` and ``await [x]``, which look like a call and a subscript."""
    line = line_of(reading, node)
    items = lower_each(reading, _items(node))
    begins = span_of(reading, solid(node)[1])
    value: Expr = Many("list", items, line)
    if node.type == "call_expression":
        value = items[0] if len(items) == 1 else Many("tuple", items, line)
        if len(items) > 1:
            value = Index(value, Const(-1, line), line)
    reading.misread_from = begins.line, begins.column
    reading.misread = value = awaited(value, line)
    return value


def _items(node: Node) -> list[Node]:
    if node.type == "call_expression":
        return node.children[-1].children
    inner = solid(node)[2:-1]
    if len(inner) == 1 and inner[0].type == "sequence_expression":
        return inner[0].children
    return inner


def unawaited(base: Expr) -> Expr:
    """What stands behind a misread await, now that the chain goes on."""
    if isinstance(base, Call):
        return base._replace(awaited=False)
    return base.value if isinstance(base, Await) else base


def await_again(reading: Reading, chain: Expr, begins: tuple[int, int]) -> Expr:
    """A chain to be awaited as a whole, unless it goes on."""
    line, column = reading.misread_from = begins
    if isinstance(chain, Call):
        chain = chain._replace(span=chain.span._replace(line=line, column=column))
    reading.misread = chain = awaited(chain, line)
    return chain


HANDLERS = {"await_expression": lower_await}
