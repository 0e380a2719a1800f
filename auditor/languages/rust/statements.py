"""Statements: ``let``, assignments, loops and jumps."""

from __future__ import annotations

import re

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_body, lower_expression, lower_statement
from auditor.languages.objects.reading import Reading, child_of, declare, is_local, named
from auditor.languages.objects.values import (
    evaluated,
    fresh,
    into,
    lower_into,
    lower_last,
    returned,
)
from auditor.languages.reading import line_of, span_of, text_of
from auditor.languages.rust.attributes import is_optional
from auditor.languages.rust.branches import tested
from auditor.languages.rust.failures import swallowed
from auditor.languages.rust.jumps import BAILS, PANICS, macro_name, may_ask, parts_of
from auditor.languages.rust.macros import checked, pieces
from auditor.languages.rust.outcomes import (
    attempted,
    failed,
    missing,
    note_result,
    panic,
    to_try,
    under_name,
)
from auditor.languages.rust.patterns import (
    bind,
    core,
    head_of,
    looks_within,
    plain_name,
    tells_failure,
)
from auditor.languages.rust.types import lower_type
from auditor.model.facts import (
    Assign,
    Binary,
    Const,
    Evaluate,
    Expr,
    For,
    Handler,
    If,
    Leave,
    Name,
    Opaque,
    Return,
    Stmt,
    Try,
    Unary,
    While,
)

#: What is done with a name that holds an outcome.
_USED = (
    r"(?:\bmatch\s+&?{0}\s*\{{|\blet\s+(?:Ok|Err|Some)\s*\([^=]*=\s*&?{0}\b|(?<![\w.]){0}\s*\?"
    r"|(?<![\w.]){0}\s*\.\s*(?:unwrap|expect|is_ok|is_err|is_some|is_none|ok|or_else|or"
    r"|unwrap_or\w*|map_err|context|with_context)\b"
    r"|(?<![\w.]){0}\s*\.\s*(?:as_ref|as_mut|as_deref|clone)\(\)\s*\.\s*(?:unwrap|expect)\b|^\s*{0}\s*\}}|\breturn\s+{0}\s*;)"
)


_OUTCOMES = frozenset({
    "call_expression", "await_expression", "match_expression", "if_expression", "block",
})  # fmt: skip


#: Macros that ask for something, and end the thread or the function where it is not so.
_COMPARED = {"assert_eq": "==", "assert_ne": "!="}
_CHECKS = frozenset({"ensure", "assert", *_COMPARED})


def lower_let(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``let pattern = value;``, also with ``else``."""
    pattern, value = node.child_by_field_name("pattern"), node.child_by_field_name("value")
    line = line_of(reading, node)
    if pattern is None:
        return
    kind = lower_type(reading, node.child_by_field_name("type"))
    other = node.child_by_field_name("alternative")
    if value is None:
        name = plain_name(reading, pattern)
        if name is not None:
            declare(reading, name)
            out.append(Assign((Name(name, line),), None, kind, "", line))
        return
    if other is not None:
        _let_else(reading, node, pattern, value, other, out)
        return
    if text_of(reading, core(pattern)) == "_" and value.type != "try_expression":
        swallowed(reading, value, out)
        return
    name = plain_name(reading, pattern)
    if name is None:
        kept = fresh(reading, "value", value)
        lower_into(reading, value, into(kept), out)
        bind(reading, pattern, kept, out)
        return
    target = Name(name, line)
    if _is_outcome(reading, node, value, name):
        attempted(reading, value, out, target)
        declare(reading, name)
        note_result(reading, name)
        return
    lower_into(reading, value, into(target, kind), out)
    declare(reading, name)


def _is_outcome(reading: Reading, node: Node, value: Node, name: str) -> bool:
    """Whether a name is asked later on how what it holds went."""
    if value.type not in _OUTCOMES:
        return False
    block = node.parent
    while block is not None and block.type != "block":
        block = block.parent
    if block is None or not may_ask(reading, value):
        return False
    rest = reading.text[node.end_byte : block.end_byte]
    return re.search(_USED.format(re.escape(name)), rest, re.MULTILINE) is not None


def _let_else(
    reading: Reading, node: Node, pattern: Node, value: Node, other: Node, out: list[Stmt]
) -> None:
    line, span = line_of(reading, node), span_of(reading, node)
    told = tells_failure(reading, pattern)
    bad = lower_last(reading, parts_of(reading, other), evaluated)
    if told == "good" and may_ask(reading, value) and head_of(reading, core(pattern)) == "Ok":
        kept = fresh(reading, "value", value)
        body = to_try(reading, value, kept, out, both=looks_within(reading, pattern))
        out.append(Try(body, (Handler(None, None, bad, span),), (), (), span))
        bind(reading, pattern, kept, out)
        return
    asks = told == "good" and may_ask(reading, value)
    held = attempted(reading, value, out) if asks else under_name(reading, value, out)
    gone = missing(held, line) if told == "good" else Opaque((held,), line)
    out.append(If(gone, bad, (), line))
    bind(reading, pattern, held, out)


def lower_assignment(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``x = value`` and ``x += value``."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    sign = node.child_by_field_name("operator")
    if left is None or right is None:
        return
    if text_of(reading, left) == "_":
        swallowed(reading, right, out)
        return
    target = _target(reading, left)
    op = text_of(reading, sign) if sign is not None else ""
    if isinstance(target, Name) and not op and _is_outcome(reading, node, right, target.id):
        attempted(reading, right, out, target)
        note_result(reading, target.id)
        return
    lower_into(reading, right, into(target, op=op), out)


def _target(reading: Reading, node: Node) -> Expr:
    """What is assigned to; a name of a function around belongs to that one."""
    while node.type in ("unary_expression", "parenthesized_expression") and named(reading, node):
        node = named(reading, node)[0]
    target = lower_expression(reading, node)
    scope = reading.functions[-1] if reading.functions else None
    if isinstance(target, Name) and scope is not None and target.id not in scope.names:
        scope.assigned.update({target.id} if is_local(reading, target.id) else ())
    return target if not isinstance(target, Const) else Opaque((), line_of(reading, node))


def lower_for(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``for pattern in values {}``."""
    pattern, value = node.child_by_field_name("pattern"), node.child_by_field_name("value")
    line = line_of(reading, node)
    if pattern is None or value is None:
        return
    iterable = lower_expression(reading, value)
    name = plain_name(reading, pattern)
    target = Name(name, line) if name is not None else fresh(reading, "item", pattern)
    bound: list[Stmt] = []
    if name is not None:
        declare(reading, name)
    else:
        bind(reading, pattern, target, bound)
    body = lower_body(reading, node.child_by_field_name("body"))
    out.append(For(target, iterable, (*bound, *body), (), line))


def lower_while(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``while test {}``, ``while let Some(x) = next() {}``."""
    condition = node.child_by_field_name("condition")
    line = line_of(reading, node)
    ahead: list[Stmt] = []
    test = tested(reading, condition, ahead)
    body = lower_body(reading, node.child_by_field_name("body"))
    if not ahead:
        out.append(While(test, body, (), line))
        return
    # What is taken apart in the condition is so anew in each round.
    leave = If(Unary("not", test, line), (Leave("break", line),), (), line)
    out.append(While(Opaque((), line), (*ahead, leave, *body), (), line))


def lower_return(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``return value``."""
    words = named(reading, node)
    if words:
        lower_into(reading, words[0], returned, out)
    else:
        out.append(Return(None, line_of(reading, node)))


def lower_leave(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``break`` and ``continue``; a value goes to the loop that is left."""
    line = line_of(reading, node)
    words = named(reading, node)
    loop = node.parent
    while loop is not None and loop.type not in ("loop_expression", "closure_expression"):
        loop = loop.parent
    if words and loop is not None and loop.type == "loop_expression":
        lower_into(reading, words[0], into(fresh(reading, "loop", loop)), out)
    out.append(Leave(node.type.removesuffix("_expression"), line))


def lower_macro(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """A macro that stands for itself: one that fails, or that checks something."""
    name, line = macro_name(reading, node), line_of(reading, node)
    if name in PANICS | BAILS:
        told = [e for e in pieces(reading, node) if not isinstance(e, Const)]
        out.extend(Evaluate(expr, line) for expr in told)
        out.append(panic(reading, node) if name in PANICS else failed(reading, node))
    elif name in _CHECKS:
        found = pieces(reading, node) if name in _COMPARED else []
        if len(found) > 1:
            test: Expr = Binary(_COMPARED[name], found[0], found[1], line)
        else:
            test = checked(reading, node, out)
        end = failed(reading, node) if name == "ensure" else panic(reading, node)
        out.append(If(Unary("not", test, line), (end,), (), line))
    else:
        out.append(Evaluate(lower_expression(reading, node), line))


def lower_value(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """An expression of which nothing is made."""
    lower_into(reading, node, evaluated, out)


def lower_expression_statement(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``value;``: of what is awaited and not looked at, nobody hears that it failed."""
    inner: list[Stmt] = []
    for child in named(reading, node):
        if child.type == "await_expression":
            swallowed(reading, child, inner)
        else:
            lower_statement(reading, child, inner)
    _add(reading, node, inner, out)


def _add(reading: Reading, node: Node, inner: list[Stmt], out: list[Stmt]) -> None:
    """What a statement does; nobody knows of one for some builds whether it is there."""
    if is_optional(reading, node):
        line = line_of(reading, node)
        out.append(If(Opaque((), line), tuple(inner), (), line))
    else:
        out.extend(inner)


def lower_block(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``{ ... }`` as a statement."""
    block = node if node.type == "block" else child_of(node, "block")
    inner: list[Stmt] = []
    for child in block.named_children if block is not None else ():
        lower_statement(reading, child, inner)
    _add(reading, node, inner, out)


HANDLERS = {
    "block": lower_block,
    "unsafe_block": lower_block,
    "let_declaration": lower_let,
    "assignment_expression": lower_assignment,
    "compound_assignment_expr": lower_assignment,
    "for_expression": lower_for,
    "while_expression": lower_while,
    "return_expression": lower_return,
    "break_expression": lower_leave,
    "continue_expression": lower_leave,
    "macro_invocation": lower_macro,
    "expression_statement": lower_expression_statement,
    **dict.fromkeys(
        ("if_expression", "match_expression", "loop_expression", "call_expression",
         "try_expression", "await_expression"),
        lower_value,
    ),
}  # fmt: skip
