"""Calls, attributes and subscripts: the expressions everything else is about."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.python.dispatch import lower_expression, lower_item
from auditor.languages.python.displays import lower_items
from auditor.languages.python.reading import EXTRAS, Reading, line_of, name_of, solid, span_of
from auditor.model.facts import Arg, Attr, Call, Const, Expr, Index, Many, Star
from auditor.model.nodes import SLICE

_STARS = {"list_splat": 1, "dictionary_splat": 2}


def lower_call(reading: Reading, node: Node) -> Expr:
    """``callee(args)``."""
    children = node.children
    callee, arguments = children if len(children) == 2 else solid(node)
    return Call(
        lower_expression(reading, callee),
        lower_arguments(reading, arguments),
        span_of(reading, node),
    )


def lower_arguments(reading: Reading, node: Node) -> tuple[Arg, ...]:
    """The arguments of a call; a lone generator expression needs no parentheses of its own."""
    if node.type == "generator_expression":
        return (Arg(None, lower_expression(reading, node)),)
    args: list[Arg] = []
    for child in node.children:
        kind = child.type
        if kind == "keyword_argument":
            parts = child.children
            name, _, value = parts if len(parts) == 3 else solid(child)
            args.append(Arg(name_of(reading, name), lower_expression(reading, value)))
        elif kind in _STARS:
            value = solid(child)[-1]
            args.append(Arg(None, lower_expression(reading, value), _STARS[kind]))
        elif child.is_named and kind not in EXTRAS:
            item = lower_item(reading, child)
            args.append(Arg(None, item.value, 1) if isinstance(item, Star) else Arg(None, item))
    return tuple(args)


def lower_attribute(reading: Reading, node: Node) -> Expr:
    """``base.name``."""
    children = node.children
    base, _, name = children if len(children) == 3 else solid(node)
    return Attr(lower_expression(reading, base), name_of(reading, name), line_of(reading, node))


def lower_subscript(reading: Reading, node: Node) -> Expr:
    """``base[key]``; several keys are a tuple."""
    base, _, *keys, _ = solid(node)
    line = line_of(reading, node)
    return Index(lower_expression(reading, base), lower_items(reading, keys, line), line)


def lower_slice(reading: Reading, node: Node) -> Expr:
    """``start:stop:step``, None for what is left out."""
    line = line_of(reading, node)
    bounds: list[Expr] = [Const(None, line)] * 3
    place = 0
    for child in node.children:
        if child.type == ":":
            place += 1
        elif child.is_named and child.type not in EXTRAS:
            bounds[min(place, 2)] = lower_expression(reading, child)
    return Many(SLICE, tuple(bounds), line)


HANDLERS = {
    "call": lower_call,
    "attribute": lower_attribute,
    "subscript": lower_subscript,
    "slice": lower_slice,
}
