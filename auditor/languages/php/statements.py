"""Statements as PHP writes them, with braces or with colons."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.arms import Arm as IfArm
from auditor.languages.arms import add_arm, nest
from auditor.languages.objects.assignments import parts_of, set_to
from auditor.languages.objects.blocks import (
    loop_body,
    lower_braces,
    lower_leave,
    lower_return,
    lower_while,
)
from auditor.languages.objects.dispatch import (
    lower_body,
    lower_each,
    lower_expression,
    lower_first,
    lower_inner,
    lower_statement,
)
from auditor.languages.objects.operators import ended, sign_of
from auditor.languages.objects.reading import Reading, named
from auditor.languages.objects.switches import Arm, joined
from auditor.languages.php.imports import lower_include
from auditor.languages.php.names import lower_type
from auditor.languages.reading import line_of, span_of, text_of
from auditor.model.facts import (
    Arg,
    Assign,
    Call,
    Const,
    Evaluate,
    Expr,
    For,
    Handler,
    Many,
    Name,
    Opaque,
    Raise,
    Stmt,
    Try,
    While,
)

_STEPS = {"++": "+=", "--": "-="}
_PLAIN = frozenset({"assignment_expression", "reference_assignment_expression"})
_AUGMENTED = "augmented_assignment_expression"
_INCLUDES = frozenset({
    "include_expression", "include_once_expression", "require_expression",
    "require_once_expression",
})  # fmt: skip


def lower_effects(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """Expressions that are evaluated for what they do."""
    for child in named(reading, node):
        _effect(reading, child, out)


def _effect(reading: Reading, node: Node, out: list[Stmt]) -> None:
    line = line_of(reading, node)
    while node.type == "error_suppression_expression" and named(reading, node):
        node = named(reading, node)[0]
    if node.type in _INCLUDES:
        lower_include(reading, node, out)
    elif node.type == "throw_expression":
        out.append(Raise(lower_first(reading, node), line))
    elif node.type in _PLAIN or node.type == _AUGMENTED:
        _assign(reading, node, out)
    elif node.type == "update_expression":
        held = node.child_by_field_name("argument")
        sign = next((_STEPS[c.type] for c in node.children if c.type in _STEPS), "+=")
        if held is not None:
            target = lower_expression(reading, held)
            out.append(Assign((target,), Const(1, line), None, sign, line))
    else:
        out.append(_constant(lower_expression(reading, node), line))


def _constant(value: Expr, line: int) -> Stmt:
    """``define('A', x)`` sets a constant; any other expression is evaluated."""
    match value:
        case Call(callee=Name("define"), args=(Arg(value=Const(str() as name)), Arg(value=held))):
            return Assign((Name(name, line),), held, None, "", line)
        case _:
            return Evaluate(value, line)


def _assign(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``$a = $b = x``, ``[$a, $b] = x``, ``$a .= x``."""
    line = line_of(reading, node)
    targets: list[Expr] = []
    op, value = "=", node
    while op == "=" and (value.type in _PLAIN or (value.type == _AUGMENTED and not targets)):
        parts = parts_of(reading, value)
        if parts is None:
            break
        left, sign, value = parts
        targets.append(lower_expression(reading, left))
        op = sign if sign in ("=", "??=") else f"{sign_of(sign[:-1])}="
    if value.type in _INCLUDES:
        lower_include(reading, value, out)
    lowered = lower_expression(reading, value)
    if targets:
        out.append(set_to(tuple(targets), op, lowered, line))
    else:
        out.append(Evaluate(lowered, line))


def lower_if(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``if`` with its ``elseif`` and ``else``."""
    depth = reading.depth
    arms: list[IfArm] = []
    orelse: tuple[Stmt, ...] = ()
    arm: Node | None = node
    while arm is not None:
        _arm(reading, arm, arms)
        following: Node | None = None
        for other in arm.children_by_field_name("alternative"):
            if other.type == "else_if_clause":
                _arm(reading, other, arms)
                continue
            content = other.child_by_field_name("body")
            if content is not None and content.type == "if_statement":
                # ``else if`` in two words.
                following = content
            else:
                orelse = lower_body(reading, content)
        arm = following
    reading.depth = depth
    out.extend(nest(arms, orelse))


def _arm(reading: Reading, node: Node, arms: list[IfArm]) -> None:
    test = node.child_by_field_name("condition")
    line = line_of(reading, node)
    lowered = lower_expression(reading, test) if test is not None else Const(True, line)
    body = lower_body(reading, node.child_by_field_name("body"))
    add_arm(reading, arms, IfArm(lowered, body, line), node)


def lower_foreach(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``foreach ($xs as $k => $x)``."""
    content = node.child_by_field_name("body")
    words = [word for word in named(reading, node) if word != content]
    line = line_of(reading, node)
    if len(words) < 2:
        lower_braces(reading, node, out)
        return
    iterable = lower_expression(reading, words[0])
    target = lower_expression(reading, words[1])
    if words[1].type == "pair":
        key, value = (lower_expression(reading, w) for w in named(reading, words[1])[:2])
        target = Many("tuple", (key, value), line)
        iterable = Call(Name("<entries>", line), (Arg(None, iterable),), span_of(reading, words[0]))
    body = loop_body(reading, content)
    out.append(For(target, iterable, body, (), line))


def lower_for(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``for (start; test; step)``: a while loop behind its start."""
    line = line_of(reading, node)
    for start in node.children_by_field_name("initialize"):
        if start.is_named:
            _effect(reading, start, out)
    test = node.child_by_field_name("condition")
    condition = Const(True, line) if test is None else lower_expression(reading, test)
    body = list(loop_body(reading, node.child_by_field_name("body")))
    for step in node.children_by_field_name("update"):
        if step.is_named:
            _effect(reading, step, body)
    out.append(While(condition, tuple(body), (), line))


def lower_switch(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``switch`` with its cases."""
    test, block = node.child_by_field_name("condition"), node.child_by_field_name("body")
    line = line_of(reading, node)
    subject = lower_inner(reading, test) if test is not None else Const(None, line)
    outer, reading.in_switch = reading.in_switch, True
    arms: list[Arm] = []
    for case in block.named_children if block is not None else ():
        if case.type not in ("case_statement", "default_statement"):
            continue
        value = case.child_by_field_name("value")
        body: list[Stmt] = []
        for child in case.named_children:
            if child != value:
                lower_statement(reading, child, body)
        patterns = (lower_expression(reading, value),) if value is not None else ()
        default = case.type == "default_statement"
        arms.append(Arm(patterns, tuple(body), line_of(reading, case), default))
    reading.in_switch = outer
    out.append(joined(subject, arms, line))


def lower_try(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``try``, ``catch`` and ``finally``."""
    body = lower_body(reading, node.child_by_field_name("body"))
    handlers: list[Handler] = []
    final: tuple[Stmt, ...] = ()
    for clause in node.named_children:
        content = clause.child_by_field_name("body")
        if clause.type == "catch_clause":
            handlers.append(_handler(reading, clause, content))
        elif clause.type == "finally_clause":
            final = lower_body(reading, content)
    out.append(Try(body, tuple(handlers), (), final, span_of(reading, node)))


def _handler(reading: Reading, clause: Node, content: Node | None) -> Handler:
    called, listed = clause.child_by_field_name("name"), clause.child_by_field_name("type")
    line = line_of(reading, clause)
    written = listed.named_children if listed is not None else []
    kinds = [lower_type(reading, child) or Opaque((), line) for child in written]
    name = text_of(reading, called) if called is not None else None
    body = lower_body(reading, content)
    types = kinds[0] if len(kinds) == 1 else Many("tuple", tuple(kinds), line)
    return Handler(types, name, body, span_of(reading, clause))


def lower_exit(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``exit(1);`` and ``die("text");``: nothing behind it is run."""
    line = line_of(reading, node)
    out.extend(Evaluate(expr, line) for expr in lower_each(reading, node.children))
    out.append(ended(reading, node))


HANDLERS = {
    "compound_statement": lower_braces,
    "colon_block": lower_braces,
    "expression_statement": lower_effects,
    "echo_statement": lower_effects,
    "if_statement": lower_if,
    "foreach_statement": lower_foreach,
    "for_statement": lower_for,
    "while_statement": lower_while,
    "do_statement": lower_while,
    "switch_statement": lower_switch,
    "try_statement": lower_try,
    "return_statement": lower_return,
    "break_statement": lower_leave,
    "continue_statement": lower_leave,
    "exit_statement": lower_exit,
}
