"""Composite literals: records, lists, maps."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.go.dispatch import lower_expression, lower_loose
from auditor.languages.go.reading import Reading, line_of, named, span_of, text_of
from auditor.languages.go.types import LIST_TYPES, lower_type
from auditor.model.facts import Arg, Call, Const, Expr, Many, Mapping


def lower_composite(reading: Reading, node: Node) -> Expr:
    """``T{...}``: the construction of a ``T``, a list, or a map."""
    kind, body = node.child_by_field_name("type"), node.child_by_field_name("body")
    if kind is None or body is None:
        return lower_loose(reading, node)
    return _build(reading, kind, body, node)


def _build(reading: Reading, kind: Node, body: Node, node: Node) -> Expr:
    line = line_of(reading, node)
    if kind.type in LIST_TYPES:
        element = kind.child_by_field_name("element")
        items = [_value(reading, child, element) for child in named(body)]
        return Many("list", tuple(items), line)
    if kind.type == "map_type":
        return Mapping(tuple(_pairs(reading, kind, body)), line)
    if kind.type == "struct_type":
        return _nameless(reading, kind, body, line)
    made = lower_type(reading, kind)
    if made is None:
        return lower_loose(reading, body)
    args = tuple(_field(reading, child) for child in named(body))
    return Call(made, args, span_of(reading, node), False, True)


def _field(reading: Reading, child: Node) -> Arg:
    """``Name: value``, or a value by its position."""
    if child.type != "keyed_element":
        return Arg(None, _value(reading, child, None))
    key, value = named(child)[:2]
    return Arg(text_of(reading, key), _value(reading, value, None))


def _value(reading: Reading, child: Node, element: Node | None) -> Expr:
    """An item; one without a type of its own has that of the list or map that holds it."""
    if child.type == "keyed_element":
        child = named(child)[-1]
    if child.type == "literal_element":
        child = named(child)[0] if named(child) else child
    while element is not None and element.type == "pointer_type":
        element = named(element)[0]
    if child.type == "literal_value":
        if element is None:
            return lower_loose(reading, child)
        return _build(reading, element, child, child)
    return lower_expression(reading, child)


def _pairs(reading: Reading, kind: Node, body: Node) -> list[tuple[Expr | None, Expr]]:
    element = kind.child_by_field_name("value")
    pairs: list[tuple[Expr | None, Expr]] = []
    for child in named(body):
        if child.type == "keyed_element":
            key, value = named(child)[:2]
            index = kind.child_by_field_name("key")
            pairs.append((_value(reading, key, index), _value(reading, value, element)))
    return pairs


def _nameless(reading: Reading, kind: Node, body: Node, line: int) -> Expr:
    """A record of a type without a name: a mapping by the names of its fields."""
    fields = [text_of(reading, name) for name in field_names(kind)]
    pairs: list[tuple[Expr | None, Expr]] = []
    for position, child in enumerate(named(body)):
        if child.type == "keyed_element":
            key, value = named(child)[:2]
            pairs.append((Const(text_of(reading, key), line), _value(reading, value, None)))
        elif position < len(fields):
            pairs.append((Const(fields[position], line), _value(reading, child, None)))
    return Mapping(tuple(pairs), line)


def field_names(kind: Node) -> list[Node]:
    """The names of a record's fields, in order."""
    return [
        name
        for group in named(kind)
        for declared in named(group)
        for name in declared.children_by_field_name("name")
    ]


HANDLERS = {"composite_literal": lower_composite}
