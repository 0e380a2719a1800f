"""``flow { emit(x) }`` and ``sequence { yield(x) }``: run once somebody reads what they give."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.kotlin.calls import Parts, arguments_given
from auditor.languages.kotlin.parameters import lambda_body
from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.functions import nested, yielded
from auditor.languages.objects.reading import Reading, named
from auditor.languages.objects.values import evaluated, lower_last
from auditor.languages.reading import span_of
from auditor.model.facts import Call, Closure, Expr, Stmt

_MAKE = frozenset({"flow", "channelFlow", "callbackFlow", "sequence", "iterator"})
_HAND_OUT = frozenset({"emit", "send", "trySend", "yield"})
_HAND_OUT_ALL = frozenset({"emitAll", "yieldAll"})


def lower_generator(reading: Reading, node: Node, parts: Parts) -> Expr | None:
    """The value of a call that makes or feeds a generator; None for any other call."""
    if parts.name in _MAKE and parts.function is not None and parts.given is None:
        return _made(reading, node, parts.function)
    feeds = parts.holder is None and bool(reading.functions) and reading.functions[-1].yields
    given = arguments_given(reading, parts)
    if not feeds or parts.name not in _HAND_OUT | _HAND_OUT_ALL or len(given) != 1:
        return None
    value = lower_expression(reading, named(reading, given[0])[-1])
    return yielded(reading, node, value, parts.name in _HAND_OUT_ALL)


def _made(reading: Reading, node: Node, function: Node) -> Expr:
    words = lambda_body(reading, function)

    def lowered() -> tuple[Stmt, ...]:
        reading.functions[-1].yields = True
        return lower_last(reading, words, evaluated)

    return Call(
        Closure(nested(reading, function, "<lambda>", [], lowered)), (), span_of(reading, node)
    )
