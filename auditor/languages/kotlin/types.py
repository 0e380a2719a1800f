"""Types, as expressions that the linker looks up, and annotations."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.kotlin.arguments import arguments_in
from auditor.languages.objects.packages import dotted
from auditor.languages.objects.reading import Reading, child_of
from auditor.languages.reading import line_of, span_of, text_of
from auditor.model.facts import Call, Expr, Index, Name

#: What the linker makes a list of.
LIST = "<list>"
_LISTS = frozenset({
    "List", "MutableList", "Collection", "Set", "MutableSet", "Iterable", "ArrayList", "Sequence",
    "Array", "ObjectProvider",
})  # fmt: skip
#: Types around a value that say nothing of it.
_AROUND = frozenset({"Result", "Deferred", "Lazy", "Flow", "Optional"})
TYPES = frozenset({"user_type", "nullable_type", "function_type", "parenthesized_type"})


def type_in(reading: Reading, node: Node) -> Expr | None:
    """The type that is written among the children of a node; None where there is none."""
    return lower_type(reading, child_of(node, *TYPES))


def lower_type(reading: Reading, node: Node | None) -> Expr | None:
    """A type; None for one that says nothing of what a value is."""
    if node is None:
        return None
    line = line_of(reading, node)
    if node.type in ("nullable_type", "parenthesized_type", "type_projection"):
        return type_in(reading, node)
    if node.type != "user_type":
        return None
    names: list[str] = []
    given: list[Expr | None] = []
    for part in node.named_children:
        if part.type == "identifier":
            names.append(text_of(reading, part))
        elif part.type == "type_arguments":
            given = [lower_type(reading, child) for child in part.named_children]
    if len(names) == 1 and len(given) == 1 and given[0] is not None:
        if names[0] in _LISTS:
            return Index(Name(LIST, line), given[0], line)
        if names[0] in _AROUND:
            return given[0]
    return dotted(names, line) if names else None


def set_to(nodes: list[Node]) -> Node | None:
    """What stands behind the first equals sign of a declaration."""
    for position, child in enumerate(nodes[:-1]):
        if child.type == "=":
            return nodes[position + 1]
    return None


def words_of(reading: Reading, node: Node) -> frozenset[str]:
    """``private``, ``abstract``, ``data`` and their like."""
    held = child_of(node, "modifiers")
    words = held.named_children if held is not None else ()
    return frozenset(text_of(reading, w) for w in words if w.type != "annotation")


def annotations_of(reading: Reading, node: Node) -> tuple[Expr, ...]:
    """The annotations of a declaration, or of a parameter whose modifiers ``node`` is."""
    held = [node, *(c for c in node.children if c.type == "modifiers")]
    found = (_annotation(reading, c) for one in held for c in one.named_children)
    return tuple(expr for expr in found if expr is not None)


def _annotation(reading: Reading, node: Node) -> Expr | None:
    if node.type != "annotation":
        return None
    for child in node.named_children:
        if child.type == "constructor_invocation":
            name = type_in(reading, child)
            args = arguments_in(reading, child)
            return Call(name, args, span_of(reading, node)) if name is not None else None
        if child.type == "user_type":
            return lower_type(reading, child)
    return None
