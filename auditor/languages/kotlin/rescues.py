"""What catches a failure without ``try``: ``runCatching`` and what is asked of its result.

``runCatching { a() }.getOrElse { b() }`` is ``try { a() } catch { b() }``. A result that is kept in
a name and asked later is not followed: there the failure counts as not caught.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tree_sitter import Node

from auditor.languages.kotlin.calls import Parts, arguments_given, parts_of
from auditor.languages.kotlin.parameters import lambda_body, lambda_name
from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.reading import Reading, Sink, declare, named
from auditor.languages.objects.values import (
    evaluated,
    fresh,
    into,
    lower_arm,
    lower_into,
    lower_last,
)
from auditor.languages.reading import line_of, span_of
from auditor.model.facts import Assign, Const, Handler, Name, Raise, Stmt, Try

CATCHES = "runCatching"
#: What is run with the value, and what is run with the failure.
_WITH_VALUE = frozenset({"onSuccess", "map", "mapCatching"})
_WITH_FAILURE = frozenset({"onFailure"})
#: What ends the chain: its value takes the place of the failure.
_INSTEAD = frozenset({"getOrElse", "recover", "recoverCatching"})
_LAST = _INSTEAD | {"getOrThrow", "getOrNull", "getOrDefault", "fold"}


@dataclass(slots=True)
class Chain:
    """A block or expression that may fail, what is asked of its result, and what ends that."""

    root: Node
    steps: list[Parts] = field(default_factory=list)
    end: Parts | None = None


def lower_rescue(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """A call of which something catches the failure; any other call is an expression."""
    chain = chain_of(reading, node)
    if chain is None:
        out.append(sink(lower_expression(reading, node), line_of(reading, node)))
        return
    kept = fresh(reading, "result", node)
    span, line = span_of(reading, node), line_of(reading, node)
    folded = chain.end is not None and chain.end.name == "fold"
    plain = not chain.steps and not folded
    body = _root(reading, chain.root, sink if plain else into(kept))
    name, failed = _failed(reading, chain, sink, line)
    good: list[Stmt] = []
    for step in chain.steps if not plain else ():
        if step.name in _WITH_VALUE:
            goes = evaluated if step.name == "onSuccess" else into(kept)
            good.extend(_run(reading, step.function, kept, goes))
    if folded and chain.end is not None:
        good.extend(_run(reading, _functions(reading, chain.end)[0], kept, sink))
    elif not plain:
        good.append(sink(kept, line))
    out.append(Try(body, (Handler(None, name, failed, span),), tuple(good), (), span))


def chain_of(reading: Reading, node: Node) -> Chain | None:
    """The chain that ends with this call; None for a call that catches nothing."""
    parts = parts_of(reading, node)
    if parts is None:
        return None
    if _catches(parts):
        return Chain(node)
    holder = parts.holder
    step = parts.name in _WITH_VALUE | _WITH_FAILURE and parts.function is not None
    if holder is None or not (step or parts.name in _LAST):
        # What stands before it is not asked: chains of other calls may be thousands of calls long.
        return None
    inner = chain_of(reading, holder) if holder.type == "call_expression" else None
    given = len(arguments_given(reading, parts))
    if inner is not None and inner.end is not None and inner.end.name == "recover":
        # Behind it there is no failure any more: it has raised, or given a value.
        return inner
    if inner is None or inner.end is not None:
        ends = not given and (
            parts.function is not None if parts.name in _INSTEAD else parts.name == "getOrNull"
        )
        return Chain(holder, [], parts) if ends else None
    if step:
        return Chain(inner.root, [*inner.steps, parts])
    return Chain(inner.root, inner.steps, parts) if _ends(reading, parts, given) else None


def _catches(parts: Parts) -> bool:
    return parts.name == CATCHES and parts.holder is None and parts.function is not None


def _ends(reading: Reading, parts: Parts, given: int) -> bool:
    match parts.name:
        case "getOrThrow" | "getOrNull":
            return not given and parts.function is None
        case "getOrDefault":
            return given == 1
        case "fold":
            return len(_functions(reading, parts)) == 2
        case name:
            return name in _INSTEAD and parts.function is not None


def _functions(reading: Reading, parts: Parts) -> list[Node]:
    """The functions that a call is given, those behind its parentheses last."""
    values = [named(reading, word)[-1] for word in arguments_given(reading, parts)]
    found = [value for value in values if value.type == "lambda_literal"]
    return [*found, parts.function] if parts.function is not None else found


def _root(reading: Reading, node: Node, sink: Sink) -> tuple[Stmt, ...]:
    """What may fail."""
    parts = parts_of(reading, node) if node.type == "call_expression" else None
    if parts is not None and _catches(parts):
        return _block(reading, parts.function, sink)
    out: list[Stmt] = []
    lower_into(reading, node, sink, out)
    return tuple(out)


def _failed(
    reading: Reading, chain: Chain, sink: Sink, line: int
) -> tuple[str | None, tuple[Stmt, ...]]:
    """The name of the failure, and what is run with it."""
    name: str | None = None
    found: list[Stmt] = []
    for step in chain.steps:
        if step.name in _WITH_FAILURE:
            name = name or _named(reading, step.function)
            found.extend(_block(reading, step.function, evaluated))
    end = chain.end
    match end.name if end is not None else "":
        case "getOrNull":
            found.append(sink(Const(None, line), line))
        case "getOrDefault" if end is not None:
            value = named(reading, arguments_given(reading, end)[0])[-1]
            found.extend(lower_arm(reading, value, sink))
        case "fold" if end is not None:
            function = _functions(reading, end)[1]
            name = name or _named(reading, function)
            found.extend(_block(reading, function, sink))
        case word if end is not None and word in _INSTEAD:
            name = name or _named(reading, end.function)
            found.extend(_block(reading, end.function, sink))
        case word:
            # Of a result that is thrown away nobody hears that it failed. Any other one may be
            # asked for its value later on, so it counts as failing here.
            if word or sink is not evaluated:
                found.append(Raise(None, line))
    return name, tuple(found)


def _named(reading: Reading, function: Node | None) -> str:
    """The name under which a function without a name has what it is given."""
    name = lambda_name(reading, function) if function is not None else "it"
    declare(reading, name)
    return name


def _run(reading: Reading, function: Node | None, kept: Name, sink: Sink) -> tuple[Stmt, ...]:
    """A function without a name, run where it stands."""
    name = _named(reading, function)
    given = Assign((Name(name, kept.line),), kept, None, "", kept.line)
    return (given, *_block(reading, function, sink))


def _block(reading: Reading, function: Node | None, sink: Sink) -> tuple[Stmt, ...]:
    words = lambda_body(reading, function) if function is not None else []
    return lower_last(reading, words, sink)
