"""What a ``catch`` is for: ``if (error instanceof RateLimitError)`` makes two handlers of it.

The language has one handler for everything. Code that tells errors apart does so inside, and the
tree knows handlers by the types that they catch, so each arm becomes a handler of its own.
"""

from __future__ import annotations

from typing import NamedTuple

from auditor.model.facts import (
    Arg,
    Attr,
    Binary,
    Call,
    Const,
    Expr,
    Handler,
    If,
    Leave,
    Many,
    Name,
    Raise,
    Return,
    Unary,
)

#: More types than this are told apart by generated code only.
_MOST_HANDLERS = 6
#: Where names of errors are looked up that no import brings in.
_GLOBAL = "globalThis"


class _Condition(NamedTuple):
    """The error is of one of ``types``, and ``also`` holds; or not of these, where ``negated``."""

    types: tuple[Expr, ...]
    also: Expr | None = None
    negated: bool = False


def told_apart(handler: Handler) -> tuple[Handler, ...]:
    """The handlers that one ``catch`` amounts to, in the order in which they are tried."""
    found: list[Handler] = []
    rest = handler
    while len(found) < _MOST_HANDLERS:
        split = _split(rest)
        if split is None:
            break
        typed, rest = split
        found.append(typed)
    return (*found, rest)


def _split(handler: Handler) -> tuple[Handler, Handler] | None:
    """The handler for the first types asked about, and the one for all other errors."""
    if handler.name is None:
        return None
    for position, stmt in enumerate(handler.body):
        if isinstance(stmt, Return | Raise | Leave):
            return None
        condition = _condition(stmt.test, handler.name) if isinstance(stmt, If) else None
        if condition is None or not isinstance(stmt, If):
            continue
        before, after = handler.body[:position], handler.body[position + 1 :]
        of_type, other = stmt.body, stmt.orelse
        if condition.negated:
            of_type, other = other, of_type
        elif condition.also is not None:
            of_type = (If(condition.also, stmt.body, stmt.orelse, stmt.line),)
        types = _one_of(condition.types, stmt.line)
        return (
            Handler(types, handler.name, (*before, *of_type, *after), handler.span),
            Handler(None, handler.name, (*before, *other, *after), handler.span),
        )
    return None


def _one_of(types: tuple[Expr, ...], line: int) -> Expr:
    return types[0] if len(types) == 1 else Many("tuple", types, line)


def _condition(test: Expr, error: str) -> _Condition | None:
    match test:
        case Unary("not", operand, _):
            inner = _condition(operand, error)
            plain = inner is not None and inner.also is None and not inner.negated
            return inner._replace(negated=True) if inner is not None and plain else None
        case Binary("and", left, right, line):
            return _both(left, right, line, error)
        case Binary("or", left, right, _):
            one, other = _condition(left, error), _condition(right, error)
            if one is None or other is None or any(c.also or c.negated for c in (one, other)):
                return None
            return _Condition((*one.types, *other.types))
        case _:
            kind = _type_asked(test, error)
            return _Condition((kind,)) if kind is not None else None


def _both(left: Expr, right: Expr, line: int, error: str) -> _Condition | None:
    """``error instanceof A && ...``: what else is asked is asked in the handler."""
    first = _condition(left, error)
    if first is None or first.negated:
        return None
    also = right if first.also is None else Binary("and", first.also, right, line)
    return first._replace(also=also)


def _type_asked(test: Expr, error: str) -> Expr | None:
    """The type of ``e instanceof T``, ``T.isInstance(e)``, ``e.name === "T"``."""
    match test:
        case Binary("instanceof", Name(id), kind, _) if id == error:
            return kind
        case Call(Attr(kind, "isInstance", _), (Arg(value=Name(id)),)) if id == error:
            return kind
        case Binary("==", Attr(Name(id), "name", line), Const(str() as text), _) if id == error:
            return Attr(Name(_GLOBAL, line), text, line)
        case _:
            return None
