"""Lists, tuples, sets, dictionaries and comprehensions, as values and as assignment targets."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.python.dispatch import lower_each, lower_expression
from auditor.languages.python.reading import Reading, line_of, solid
from auditor.model.facts import Comprehension, Expr, Many, Mapping, Star

_Loop = tuple[Expr, Expr, tuple[Expr, ...]]

_KINDS = {
    "list": "list",
    "list_pattern": "list",
    "set": "set",
    "tuple": "tuple",
    "tuple_pattern": "tuple",
    "expression_list": "tuple",
    "pattern_list": "tuple",
}
_COMPREHENSIONS = {
    "list_comprehension": "list",
    "set_comprehension": "set",
    "dictionary_comprehension": "dict",
    "generator_expression": "generator",
}


def lower_many(reading: Reading, node: Node) -> Expr:
    """A display or a target of several items."""
    items = lower_each(reading, node.children)
    return Many(_KINDS[node.type], items, line_of(reading, node))


def lower_items(reading: Reading, nodes: list[Node], line: int) -> Expr:
    """Expressions separated by commas: one stands for itself, more (or a comma) are a tuple."""
    items = lower_each(reading, nodes)
    if len(items) == 1 and not any(node.type == "," for node in nodes):
        return items[0]
    return Many("tuple", items, line)


def lower_star(reading: Reading, node: Node) -> Expr:
    """``*x`` in a display, and the double star where it has lost its dictionary."""
    return Star(lower_expression(reading, solid(node)[-1]), line_of(reading, node))


def lower_dictionary(reading: Reading, node: Node) -> Expr:
    """``{key: value, **more}``."""
    items: list[tuple[Expr | None, Expr]] = []
    for child in node.children:
        kind = child.type
        if kind == "pair":
            items.append(_pair(reading, child))
        elif kind == "dictionary_splat":
            items.append((None, lower_expression(reading, solid(child)[-1])))
    return Mapping(tuple(items), line_of(reading, node))


def _pair(reading: Reading, node: Node) -> tuple[Expr, Expr]:
    children = node.children
    key, _, value = children if len(children) == 3 else solid(node)
    return lower_expression(reading, key), lower_expression(reading, value)


def lower_comprehension(reading: Reading, node: Node) -> Expr:
    """Any comprehension or generator expression."""
    _, body, *clauses = solid(node)[:-1]
    reading.depth += 1  # a loop in a loop takes many frames
    key: Expr | None = None
    if body.type == "pair":
        key, element = _pair(reading, body)
    else:
        element = lower_expression(reading, body)
    loops: list[_Loop] = []
    for clause in clauses:
        if clause.type == "for_in_clause":
            loops.append(_loop(reading, clause))
        elif loops:
            target, iterable, conditions = loops[-1]
            loops[-1] = (target, iterable, conditions + lower_each(reading, clause.children))
    reading.depth -= 1
    return Comprehension(
        _COMPREHENSIONS[node.type], key, element, tuple(loops), line_of(reading, node)
    )


def _loop(reading: Reading, clause: Node) -> _Loop:
    """``for target in iterable``; Python 2 allowed several iterables without parentheses."""
    children = solid(clause)
    kinds = [child.type for child in children]
    at = kinds.index("in")
    target = lower_expression(reading, children[at - 1])
    return target, lower_items(reading, children[at + 1 :], line_of(reading, clause)), ()


HANDLERS = {
    **dict.fromkeys(_KINDS, lower_many),
    **dict.fromkeys(_COMPREHENSIONS, lower_comprehension),
    "dictionary": lower_dictionary,
    "list_splat": lower_star,
    "list_splat_pattern": lower_star,
    "dictionary_splat": lower_star,
    "dictionary_splat_pattern": lower_star,
}
