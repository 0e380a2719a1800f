"""Functions: methods with their receiver, and those without a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from tree_sitter import Node

from auditor.languages.objects.dispatch import STATEMENT_DEPTH, lower_body, lower_expression
from auditor.languages.objects.reading import FunctionScope, Reading, TypeScope
from auditor.languages.reading import line_of, span_of, take_ahead
from auditor.model.facts import (
    Arg,
    Call,
    Closure,
    Expr,
    Function,
    Name,
    Param,
    Return,
    Scope,
    Stmt,
    Yield,
)

#: Marks a method without a receiver, as the linker knows it.
STATIC = "staticmethod"
#: Stands for a value that annotations promise: see the linker's dialects.
ANNOTATED = "<annotated>"

#: Lowers what stands in a function's body; the scope is open by then.
Lowers = Callable[[], tuple[Stmt, ...]]


@contextmanager
def in_type(
    reading: Reading, name: str, statics: set[str], fields: frozenset[str] = frozenset()
) -> Iterator[None]:
    """The body of a type is lowered inside."""
    outer, reading.in_switch = reading.in_switch, False
    reading.types.append(TypeScope(name, statics, fields))
    try:
        yield
    finally:
        reading.types.pop()
        reading.in_switch = outer


def method(
    reading: Reading,
    node: Node,
    name: str,
    params: Sequence[Param],
    body: Lowers,
    *,
    static: bool,
    decorators: tuple[Expr, ...] = (),
    returns: Expr | None = None,
) -> Function:
    """A method: its receiver is its first parameter, unless it is static."""
    line = line_of(reading, node)
    own = [Param(reading.grammar.receiver, None, None)] if not static else []
    marks = (Name(STATIC, line),) if static else ()
    cls = reading.types[-1] if reading.types else None
    scope = FunctionScope(cls, static, {param.name for param in params})
    lowered = _scoped(reading, scope, body)
    return Function(
        name, (*own, *params), lowered, (*marks, *decorators), returns, False, scope.yields,
        span_of(reading, node),
    )  # fmt: skip


def _scoped(reading: Reading, scope: FunctionScope, body: Lowers) -> tuple[Stmt, ...]:
    outer, reading.in_switch = reading.in_switch, False
    reading.functions.append(scope)
    try:
        return body()
    finally:
        reading.functions.pop()
        reading.in_switch = outer


def yielded(reading: Reading, node: Node, value: Expr | None, delegated: bool = False) -> Yield:
    """What a generator hands out: the function around it runs once somebody reads on."""
    if reading.functions:
        reading.functions[-1].yields = True
    return Yield(value, delegated, line_of(reading, node))


def closure(reading: Reading, node: Node, params: Sequence[Param], body: Node | None) -> Closure:
    """``x -> value`` and ``x -> { ... }``."""
    return Closure(inner_function(reading, node, "<lambda>", params, body))


def inner_function(
    reading: Reading,
    node: Node,
    name: str,
    params: Sequence[Param],
    body: Node | None,
    returns: Expr | None = None,
) -> Function:
    """A function inside of another one; what it assigns may belong to that one."""
    return nested(reading, node, name, params, lambda: _body(reading, body), returns)


def nested(
    reading: Reading,
    node: Node,
    name: str,
    params: Sequence[Param],
    body: Lowers,
    returns: Expr | None = None,
) -> Function:
    """The same for a body that is lowered in another way."""
    scope = FunctionScope(names={param.name for param in params})
    lowered = _scoped(reading, scope, body)
    outside = scope.assigned - scope.names
    if outside:
        lowered = (Scope("nonlocal", tuple(sorted(outside)), line_of(reading, node)), *lowered)
        if reading.functions:
            reading.functions[-1].assigned |= outside - reading.functions[-1].names
    span = span_of(reading, node)
    return Function(name, tuple(params), lowered, (), returns, False, scope.yields, span)


def _body(reading: Reading, body: Node | None) -> tuple[Stmt, ...]:
    if body is None or body.type == reading.grammar.block:
        return lower_body(reading, body)
    reading.depth += STATEMENT_DEPTH
    held = len(reading.ahead)
    value = lower_expression(reading, body)
    reading.depth -= STATEMENT_DEPTH
    return (*take_ahead(reading.ahead, held), Return(value, line_of(reading, body)))


def annotated(reading: Reading, node: Node, annotations: tuple[Expr, ...]) -> Expr | None:
    """What stands for a value that a framework puts where these annotations are."""
    if not annotations:
        return None
    args = tuple(Arg(None, annotation) for annotation in annotations)
    return Call(Name(ANNOTATED, line_of(reading, node)), args, span_of(reading, node))
