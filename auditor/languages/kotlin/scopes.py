"""``let``, ``also``, ``apply``, ``run``, ``with``, ``use``: a function run on a value at once."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.kotlin.calls import Parts, arguments_given
from auditor.languages.kotlin.functions import lower_lambda
from auditor.languages.kotlin.parameters import lambda_body, lambda_name
from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.functions import nested
from auditor.languages.objects.reading import Reading, named
from auditor.languages.objects.values import evaluated, fresh, lower_last, returned
from auditor.languages.reading import line_of, span_of
from auditor.model.facts import Arg, Call, Closure, Expr, Name, Param, Return, Stmt

#: Functions that are handed the value, and those inside of which it goes without its name.
_HANDED = frozenset({"let", "use"})
_WITHOUT = frozenset({"apply", "run"})


def lower_scope(reading: Reading, node: Node, parts: Parts) -> Expr | None:
    """The value of such a call; None for any other call."""
    if parts.function is None:
        return None
    given = arguments_given(reading, parts)
    if parts.name == "with" and parts.holder is None and len(given) == 1:
        subject = named(reading, given[0])[-1]
        return _inside(reading, node, subject, parts.function, keeps=False)
    if given or parts.holder is None:
        return None
    if parts.name in _HANDED:
        args = (Arg(None, lower_expression(reading, parts.holder)),)
        return Call(lower_lambda(reading, parts.function), args, span_of(reading, node))
    if parts.name in _WITHOUT:
        keeps = parts.name == "apply"
        return _inside(reading, node, parts.holder, parts.function, keeps=keeps)
    if parts.name == "also":
        return _also(reading, node, parts.holder, parts.function)
    return None


def _inside(reading: Reading, node: Node, subject: Node, function: Node, *, keeps: bool) -> Expr:
    """Run with the value as ``this``; ``keeps`` where the value itself is what comes of it."""
    held = fresh(reading, "scope", node)
    given = Arg(None, lower_expression(reading, subject))
    words = lambda_body(reading, function)

    def lowered() -> tuple[Stmt, ...]:
        reading.implicit.append(held.id)
        try:
            body = lower_last(reading, words, evaluated if keeps else returned)
        finally:
            reading.implicit.pop()
        return (*body, Return(held, held.line)) if keeps else body

    made = nested(reading, function, "<lambda>", [Param(held.id, None, None)], lowered)
    return Call(Closure(made), (given,), span_of(reading, node))


def _also(reading: Reading, node: Node, subject: Node, function: Node) -> Expr:
    """``x.also { log(it) }`` is ``x``."""
    name = lambda_name(reading, function)
    given = Arg(None, lower_expression(reading, subject))
    words = lambda_body(reading, function)
    line = line_of(reading, node)

    def lowered() -> tuple[Stmt, ...]:
        return (*lower_last(reading, words, evaluated), Return(Name(name, line), line))

    made = nested(reading, node, "<lambda>", [Param(name, None, None)], lowered)
    return Call(Closure(made), (given,), span_of(reading, node))
