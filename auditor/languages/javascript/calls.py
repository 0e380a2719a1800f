"""Calls, members and subscripts: the expressions everything else is about."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.javascript.awaits import await_again, is_await, lower_misread, unawaited
from auditor.languages.javascript.dispatch import lower_each, lower_expression
from auditor.languages.javascript.reading import SKIPPED, Reading, line_of, solid, span_of, text_of
from auditor.model.facts import Arg, Attr, Call, Const, Expr, Index, Many, Name


def lower_call(reading: Reading, node: Node) -> Expr:
    """``callee(args)``, ``callee?.(args)``, and a tagged template."""
    children = node.children
    callee = lower_expression(reading, children[0])
    if is_await(callee):
        return lower_misread(reading, node)
    goes_on, begins = callee is reading.misread, reading.misread_from
    if goes_on:
        callee = unawaited(callee)
    call = Call(callee, lower_arguments(reading, children[-1]), span_of(reading, node))
    return await_again(reading, call, begins) if goes_on else call


def lower_new(reading: Reading, node: Node) -> Expr:
    """``new Callee(args)``; the parentheses may be missing."""
    words = [child for child in solid(node)[1:] if child.type != "type_arguments"]
    args: tuple[Arg, ...] = ()
    callee = lower_expression(reading, words[0])
    if len(words) > 1:
        args = lower_arguments(reading, words[-1])
    return Call(callee, args, span_of(reading, node), False, True)


def lower_arguments(reading: Reading, node: Node) -> tuple[Arg, ...]:
    """The arguments of a call; those of a tag are its template."""
    if node.type != "arguments":
        return (Arg(None, lower_expression(reading, node)),)
    args: list[Arg] = []
    for child in node.children:
        kind = child.type
        if kind == "spread_element":
            args.append(Arg(None, lower_expression(reading, solid(child)[-1]), 1))
        elif child.is_named and kind not in SKIPPED:
            args.append(Arg(None, lower_expression(reading, child)))
    return tuple(args)


def lower_member(reading: Reading, node: Node) -> Expr:
    """``base.name`` and ``base?.name``."""
    children = node.children
    line = line_of(reading, node)
    base = lower_expression(reading, children[0])
    name = text_of(reading, children[-1])
    if base is reading.misread:
        member = Attr(unawaited(base), name, line, is_optional(node))
        return await_again(reading, member, reading.misread_from)
    return Attr(base, name, line, is_optional(node))


def is_optional(node: Node) -> bool:
    """Whether a member is only looked up where there is something to look it up in."""
    return any(child.type == "optional_chain" for child in node.children)


def lower_subscript(reading: Reading, node: Node) -> Expr:
    """``base[key]`` and ``base?.[key]``."""
    first, *_, last, _ = solid(node)
    base = lower_expression(reading, first)
    if is_await(base):
        return lower_misread(reading, node)
    goes_on, begins = base is reading.misread, reading.misread_from
    if goes_on:
        base = unawaited(base)
    key = lower_expression(reading, last)
    index = Index(base, key, line_of(reading, node), is_optional(node))
    return await_again(reading, index, begins) if goes_on else index


def lower_meta(reading: Reading, node: Node) -> Expr:
    """``import.meta`` and ``new.target``."""
    words = solid(node)
    line = line_of(reading, node)
    return Attr(Name(text_of(reading, words[0]), line), text_of(reading, words[-1]), line)


def lower_sequence(reading: Reading, node: Node) -> Expr:
    """``(a, b)``: the last item of the two. ``(0, f)`` is how compilers write ``f``."""
    items = lower_each(reading, node.children)
    line = line_of(reading, node)
    while len(items) > 1 and isinstance(items[0], Const):
        items = items[1:]
    return items[0] if len(items) == 1 else Index(Many("tuple", items, line), Const(-1, line), line)


HANDLERS = {
    "call_expression": lower_call,
    "new_expression": lower_new,
    "member_expression": lower_member,
    "nested_identifier": lower_member,
    "subscript_expression": lower_subscript,
    "meta_property": lower_meta,
    "sequence_expression": lower_sequence,
}
