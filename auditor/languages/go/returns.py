"""``return``: what is given back, or that an error is."""

from __future__ import annotations

import re

from tree_sitter import Node

from auditor.languages.go.dispatch import listed, lower_each, lower_expression
from auditor.languages.go.errors import (
    is_call,
    is_error_name,
    joined_list,
    makes_error,
    mentions,
)
from auditor.languages.go.reading import Reading, line_of, named, span_of, text_of
from auditor.model.facts import (
    Arg,
    Binary,
    Call,
    Const,
    Evaluate,
    Expr,
    If,
    Many,
    Name,
    Raise,
    Return,
    Stmt,
)

#: An answer over HTTP that says that there is none.
_REFUSES = re.compile(
    r"\bhttp\.Error\(|\bStatus(?:\w*Error|BadGateway|\w*Unavailable|\w*Timeout|\w*Failed"
    r"|TooManyRequests|BadRequest)\b|[(,]\s*[45]\d\d\s*[,)]|\w*(?:[eE]rror|[fF]ail)\w*\("
)
_SENTINEL = re.compile(r"(?:\w+\.)?(?:Err[A-Z]\w*|err[A-Z]\w*|EOF)")


def lower_return(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``return`` with any number of values, or with those that the results are named for."""
    line = line_of(reading, node)
    scope = reading.scope
    values = [v for group in named(node) for v in listed(group)]
    if not values:
        _bare(reading, node, out)
        return
    if not scope.fails:
        refused = scope.caught and refuses(reading, node)
        give = Raise(None, line) if refused else Return(_together(reading, values, line), line)
        if refused:
            _evaluate(reading, values, out)
        out.append(give)
        return
    error = values[-1]
    errors = joined_list(reading, error)
    if errors is not None:
        _join(reading, values, errors, line, out)
        return
    if len(values) == 1 and is_call(error) and not makes_error(reading, error):
        value = lower_expression(reading, error)
        if scope.caught and refuses(reading, node):
            out.extend((Evaluate(value, line), Raise(None, line)))
        else:
            out.append(Return(value, line))
        return
    _with_error(reading, values, error, line, out)


def _join(reading: Reading, values: list[Node], errors: str, line: int, out: list[Stmt]) -> None:
    """An error if there is anything in the list of errors, else what stands before it."""
    _evaluate(reading, values[:-1], out)
    given = _pack([lower_expression(reading, value) for value in values[:-1]], line)
    size = Call(
        Name("len", line), (Arg(None, Name(errors, line), 0),), span_of(reading, values[-1])
    )
    some = Binary(">", size, Const(0, line), line)
    out.append(If(some, (Raise(None, line),), (Return(given, line),), line))


def _with_error(
    reading: Reading, values: list[Node], error: Node, line: int, out: list[Stmt]
) -> None:
    scope = reading.scope
    name = text_of(reading, error)
    if error.type == "nil" or (scope.makes_errors and not scope.caught):
        out.append(Return(_together(reading, values, line), line))
    elif _is_sure(reading, error):
        _evaluate(reading, values, out)
        out.append(Raise(None, line))
    elif error.type == "identifier" and name in scope.noted:
        given = Return(_together(reading, values, line), line)
        out.append(If(Name(name, line), (Raise(None, line),), (given,), line))
    else:
        out.append(Return(_together(reading, values, line), line))


def _is_sure(reading: Reading, error: Node) -> bool:
    """Whether there is an error for certain."""
    scope = reading.scope
    if makes_error(reading, error):
        return True
    if error.type == "index_expression":
        # ``errs[0]``, where ``errs`` is a list of errors.
        return is_error_name(text_of(reading, error.children[0]))
    if error.type in ("identifier", "selector_expression"):
        name = text_of(reading, error)
        own = name in scope.declared or name in scope.caught or name in scope.noted
        return name in scope.caught or (not own and bool(_SENTINEL.fullmatch(name)))
    return any(mentions(reading, error, name) for name in scope.caught)


def _bare(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``return`` alone: the named results, an error among them if it happened."""
    scope, line = reading.scope, line_of(reading, node)
    last = scope.results[-1] if scope.results else ""
    if scope.fails and last in scope.caught:
        out.append(Raise(None, line))
        return
    if scope.silent and scope.caught and refuses(reading, node):
        out.append(Raise(None, line))
        return
    names = [Name(name, line) for name in scope.results]
    if scope.fails and names:
        names = names[:-1]
    value = _pack([*names, Const(None, line)] if scope.fails else list(names), line)
    given = Return(value, line)
    if scope.fails and last in scope.noted and is_error_name(last):
        out.append(If(Name(last, line), (Raise(None, line),), (given,), line))
    else:
        out.append(given)


def refuses(reading: Reading, node: Node) -> bool:
    """Whether what stands before a return, or in it, tells a caller over HTTP of a failure."""
    block = node.parent
    start = block.start_byte if block is not None else node.start_byte
    return bool(_REFUSES.search(reading.text, start, node.end_byte))


def _together(reading: Reading, values: list[Node], line: int) -> Expr:
    return _pack([lower_expression(reading, value) for value in values], line)


def _pack(values: list[Expr], line: int) -> Expr:
    if not values:
        return Const(None, line)
    return values[0] if len(values) == 1 else Many("tuple", tuple(values), line)


def _evaluate(reading: Reading, values: list[Node], out: list[Stmt]) -> None:
    """What is called on the way to an error is called all the same."""
    for value, node in zip(lower_each(reading, values), values, strict=True):
        if not isinstance(value, Const | Name):
            out.append(Evaluate(value, line_of(reading, node)))


HANDLERS = {"return_statement": lower_return}
