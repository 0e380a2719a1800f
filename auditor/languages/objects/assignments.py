"""Assignments, of locals and of the fields that a bare name may mean."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.operators import sign_of
from auditor.languages.objects.reading import Reading, declare, is_local, named
from auditor.languages.reading import line_of, text_of
from auditor.model.facts import Assign, Assigned, Attr, Binary, Const, Evaluate, Expr, Name, Stmt

_STEPS = {"++": "+", "--": "-"}


def lower_target(reading: Reading, node: Node) -> Expr:
    """What is assigned to; a name that no function around declares is a field."""
    target = lower_expression(reading, node)
    if not isinstance(target, Name):
        return target
    if is_local(reading, target.id):
        if target.id not in reading.functions[-1].names:
            reading.functions[-1].assigned.add(target.id)
        return target
    scope = next((s for s in reversed(reading.functions) if s.cls is not None), None)
    if scope is None or scope.cls is None:
        return target
    static = scope.static or target.id in scope.cls.statics
    holder = scope.cls.name if static else reading.grammar.receiver
    return Attr(Name(holder, target.line), target.id, target.line)


def parts_of(reading: Reading, node: Node) -> tuple[Node, str, Node] | None:
    """Both sides of an assignment and its sign; None for a broken one."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None or right is None:
        return None
    sign = node.child_by_field_name("operator")
    written = text_of(reading, sign) if sign is not None else "="
    return left, written, right


def lower_effect(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """An expression that is evaluated for what it does."""
    line = line_of(reading, node)
    step = _step_of(node)
    if step is not None:
        target = lower_target(reading, step[0])
        out.append(Assign((target,), Const(1, line), None, f"{step[1]}=", line))
        return
    parts = parts_of(reading, node) if node.type == "assignment_expression" else None
    if parts is None:
        out.append(Evaluate(lower_expression(reading, node), line))
        return
    targets = [lower_target(reading, parts[0])]
    sign, right = parts[1], parts[2]
    inner = parts_of(reading, right) if right.type == "assignment_expression" else None
    while sign == "=" and inner is not None and inner[1] == "=":
        targets.append(lower_target(reading, inner[0]))
        right = inner[2]
        inner = parts_of(reading, right) if right.type == "assignment_expression" else None
    out.append(set_to(tuple(targets), sign, lower_expression(reading, right), line))


def set_to(targets: tuple[Expr, ...], sign: str, value: Expr, line: int) -> Assign:
    """``a = b``, ``a += b``; ``a ??= b`` is ``a = a or b``."""
    if sign == "??=":
        return Assign(targets, Binary("or", targets[0], value, line), None, "", line)
    return Assign(targets, value, None, "" if sign == "=" else sign, line)


def _step_of(node: Node) -> tuple[Node, str] | None:
    """``x++`` as the name and its sign."""
    signs = [c.type for c in node.children if c.type in _STEPS]
    words = node.named_children
    return (words[0], _STEPS[signs[0]]) if len(signs) == 1 and len(words) == 1 else None


def lower_assignment(reading: Reading, node: Node) -> Expr:
    """An assignment whose value is used."""
    parts = parts_of(reading, node)
    line = line_of(reading, node)
    if parts is None:
        return Const(None, line)
    target, value = lower_target(reading, parts[0]), lower_expression(reading, parts[2])
    if parts[1] != "=":
        value = Binary(sign_of(parts[1][:-1]), target, value, line)
    return Assigned(target, value, line)


def lower_update(reading: Reading, node: Node) -> Expr:
    """``x++`` inside of an expression."""
    step = _step_of(node)
    line = line_of(reading, node)
    if step is None:
        return lower_expression(reading, node.named_children[0])
    target = lower_target(reading, step[0])
    return Assigned(target, Binary(step[1], target, Const(1, line), line), line)


def declared(
    reading: Reading, node: Node, annotation: Expr | None, out: list[Stmt], value: Node | None
) -> None:
    """``T x = value``: the declarator ``node`` has the name."""
    name = node.child_by_field_name("name") or next(iter(named(reading, node)), None)
    if name is None:
        return
    text = text_of(reading, name)
    line = line_of(reading, node)
    lowered = lower_expression(reading, value) if value is not None else None
    declare(reading, text)
    out.append(Assign((Name(text, line),), lowered, annotation, "", line))
