"""Arrays and objects as values."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.inner_names import name_of
from auditor.languages.javascript.dispatch import lower_each, lower_expression, lower_named
from auditor.languages.javascript.functions import lower_method
from auditor.languages.javascript.literals import lower_key
from auditor.languages.javascript.reading import SKIPPED, Reading, line_of, solid, text_of
from auditor.model.facts import Closure, Const, Expr, Many, Mapping, Name, Star

_Pair = tuple[Expr | None, Expr]


def lower_array(reading: Reading, node: Node) -> Expr:
    """``[a, ...b]``."""
    return Many("list", lower_each(reading, node.children), line_of(reading, node))


def lower_spread(reading: Reading, node: Node) -> Expr:
    """``...x`` in an array."""
    return Star(lower_expression(reading, solid(node)[-1]), line_of(reading, node))


def lower_object(reading: Reading, node: Node) -> Expr:
    """``{key: value, [computed]: value, shorthand, ...spread, method() {}}``."""
    items: list[_Pair] = []
    for child in node.children:
        kind = child.type
        if kind == "pair":
            items.append(_pair(reading, child))
        elif kind == "shorthand_property_identifier":
            name, line = text_of(reading, child), line_of(reading, child)
            items.append((Const(name, line), Name(name_of(reading, child), line)))
        elif kind == "spread_element":
            items.append((None, lower_expression(reading, solid(child)[-1])))
        elif kind == "method_definition":
            key, function = lower_method(reading, child, receiver=False)
            items.append((key, Closure(function)))
        elif child.is_named and kind not in SKIPPED:  # only in broken code
            items.append((None, lower_expression(reading, child)))
    return Mapping(tuple(items), line_of(reading, node))


def _pair(reading: Reading, node: Node) -> _Pair:
    children = node.children
    key, _, value = children if len(children) == 3 else solid(node)
    lowered = lower_key(reading, key)
    name = str(lowered.value) if isinstance(lowered, Const) else "<lambda>"
    return lowered, lower_named(reading, value, name)


HANDLERS = {
    "array": lower_array,
    "object": lower_object,
    "spread_element": lower_spread,
}
