"""``if``, ``if let``, ``match`` and blocks, which are values as well as statements."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_expression, lower_statement
from auditor.languages.objects.reading import Reading, Sink, named
from auditor.languages.objects.values import fresh, lower_into, lower_last
from auditor.languages.reading import line_of, span_of
from auditor.languages.rust.arms import lower_match
from auditor.languages.rust.jumps import called, holder_of, may_ask, parts_of
from auditor.languages.rust.outcomes import (
    TOLD,
    attempted,
    is_there,
    to_try,
    told_outcome,
    under_name,
)
from auditor.languages.rust.patterns import (
    bind,
    core,
    head_of,
    inside,
    looks_within,
    plain_name,
    tells_failure,
)
from auditor.model.facts import (
    Assign,
    Binary,
    Const,
    Expr,
    Handler,
    If,
    Name,
    Opaque,
    Stmt,
    Try,
    Unary,
    While,
)


def lower_block(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """``{ ...; value }``, also ``unsafe { ... }`` and ``async { ... }``."""
    inner = [c for c in named(reading, node) if c.type == "block"]
    if node.type != "block" and inner:
        node = inner[0]
    out.extend(lower_last(reading, parts_of(reading, node), sink))


def lower_last_statement(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """What stands last in a block: a value only where no semicolon is behind it."""
    words = named(reading, node)
    if node.children[-1].type == ";" or len(words) != 1:
        lower_statement(reading, node, out)
    else:
        lower_into(reading, words[0], sink, out)


def _other(reading: Reading, clause: Node | None) -> Node | None:
    """What stands behind ``else``."""
    return next(iter(named(reading, clause)), None) if clause is not None else None


def lower_if(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """``if test {}``, ``if let pattern = value {}`` and their ``else``."""
    condition = node.child_by_field_name("condition")
    then, other = node.child_by_field_name("consequence"), node.child_by_field_name("alternative")
    words = parts_of(reading, _other(reading, other))
    line = line_of(reading, node)
    if condition is not None and condition.type == "let_condition":
        _if_let(reading, node, condition, sink, out)
        return
    before: list[Stmt] = []
    test = tested(reading, condition, before)
    out.extend(before)
    body = lower_last(reading, parts_of(reading, then), sink)
    out.append(If(test, body, lower_last(reading, words, sink), line))


def tested(reading: Reading, condition: Node | None, out: list[Stmt]) -> Expr:
    """A condition; what it takes apart with ``let`` is bound beforehand."""
    if condition is None:
        return Const(True, 0)
    line = line_of(reading, condition)
    if condition.type == "let_condition":
        pattern, value = (condition.child_by_field_name(n) for n in ("pattern", "value"))
        if pattern is None or value is None:
            return Opaque((), line)
        kept = under_name(reading, value, out)
        bind(reading, pattern, kept, out)
        return is_there(reading, pattern, kept, line)
    if condition.type == "let_chain":
        test: Expr | None = None
        for child in named(reading, condition):
            held = tested(reading, child, out)
            test = held if test is None else Binary("and", test, held, line)
        return test or Const(True, line)
    words = named(reading, condition)
    if condition.type == "parenthesized_expression" and len(words) == 1:
        return tested(reading, words[0], out)
    if condition.type == "unary_expression" and words and condition.children[0].type == "!":
        return Unary("not", tested(reading, words[0], out), line)
    name, holder = called(reading, condition), holder_of(condition)
    if name in TOLD and holder is not None:
        return told_outcome(reading, holder, TOLD[name], out)
    return lower_expression(reading, condition)


def _if_let(reading: Reading, node: Node, condition: Node, sink: Sink, out: list[Stmt]) -> None:
    pattern, value = (condition.child_by_field_name(n) for n in ("pattern", "value"))
    then, other = node.child_by_field_name("consequence"), node.child_by_field_name("alternative")
    if pattern is None or value is None:
        return
    line, told = line_of(reading, node), tells_failure(reading, pattern)
    asks = bool(told) and may_ask(reading, value)
    words = parts_of(reading, _other(reading, other))
    if asks and head_of(reading, core(pattern)) in ("Ok", "Err"):
        kept = fresh(reading, "value", value)
        body = to_try(reading, value, kept, out, both=looks_within(reading, pattern))
        name = _error_name(reading, pattern) if told == "bad" else None
        bound: list[Stmt] = []
        if told == "good":
            bind(reading, pattern, kept, bound)
        good = (*bound, *lower_last(reading, parts_of(reading, then), sink))
        bad = lower_last(reading, words, sink)
        if told == "bad":
            good, bad = bad, good
        span = span_of(reading, node)
        out.append(Try(body, (Handler(None, name, bad, span),), good, (), span))
        return
    if asks:
        kept = attempted(reading, value, out)
    else:
        held = under_name(reading, value, out)
        kept = held if isinstance(held, Name) else fresh(reading, "value", value)
    bound = []
    bind(reading, pattern, kept, bound)
    body_then = (*bound, *lower_last(reading, parts_of(reading, then), sink))
    test = is_there(reading, pattern, kept, line)
    out.append(If(test, body_then, lower_last(reading, words, sink), line))


def _error_name(reading: Reading, pattern: Node) -> str | None:
    inner = inside(core(pattern))
    if len(inner) != 1:
        return None
    name = plain_name(reading, inner[0])
    if name is not None:
        bind(reading, inner[0], Name(name, 0), [])
    return name


def lower_loop(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """``loop {}``; what a ``break`` in it gives is its value."""
    line = line_of(reading, node)
    kept = fresh(reading, "loop", node)
    out.append(Assign((kept,), Const(None, line), None, "", line))
    body: list[Stmt] = []
    block = node.child_by_field_name("body")
    if block is not None:
        lower_statement(reading, block, body)
    out.append(While(Const(True, line), tuple(body), (), line))
    out.append(sink(kept, line))


BRANCHING = {
    "block": lower_block,
    "unsafe_block": lower_block,
    "const_block": lower_block,
    "expression_statement": lower_last_statement,
    "if_expression": lower_if,
    "match_expression": lower_match,
    "loop_expression": lower_loop,
}
