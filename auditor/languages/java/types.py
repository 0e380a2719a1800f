"""Types, as expressions that the linker looks up, and annotations."""

from __future__ import annotations

from collections.abc import Iterable

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.packages import dotted
from auditor.languages.objects.reading import Reading, child_of, named
from auditor.languages.reading import line_of, span_of, text_of
from auditor.model.facts import Arg, Call, Expr, Index, Many, Name

#: What the linker makes a list of.
LIST = "<list>"
_LISTS = frozenset({
    "List", "Collection", "Set", "Iterable", "ArrayList", "LinkedList", "Queue", "Deque",
    "ObjectProvider", "Instance", "Stream",
})  # fmt: skip
_PLAIN = frozenset({"integral_type", "floating_point_type", "boolean_type", "void_type"})


def lower_type(reading: Reading, node: Node | None) -> Expr | None:
    """A type; None for one that says nothing of what a value is."""
    if node is None or node.type in _PLAIN:
        return None
    line = line_of(reading, node)
    match node.type:
        case "type_identifier" | "identifier":
            name = text_of(reading, node)
            return None if name == "var" else Name(name, line)
        case "scoped_type_identifier" | "scoped_identifier":
            parts = text_of(reading, node).split(".")
            return dotted([part.strip().rpartition(" ")[2] for part in parts], line)
        case "generic_type":
            return _generic(reading, node)
        case "array_type":
            element = lower_type(reading, node.child_by_field_name("element"))
            return Index(Name(LIST, line), element, line) if element is not None else None
        case "annotated_type":
            return lower_type(reading, node.named_children[-1])
        case _:
            return None


def _generic(reading: Reading, node: Node) -> Expr | None:
    base = lower_type(reading, node.named_children[0])
    given = child_of(node, "type_arguments")
    args = [lower_type(reading, c) for c in given.named_children] if given is not None else []
    line = line_of(reading, node)
    if not isinstance(base, Name) or len(args) != 1 or args[0] is None:
        return base
    if base.id in _LISTS:
        return Index(Name(LIST, line), args[0], line)
    return Index(base, args[0], line) if base.id == "Optional" else base


def modifiers_of(node: Node) -> Node | None:
    """The modifiers of a declaration."""
    return child_of(node, "modifiers")


def words_of(node: Node) -> frozenset[str]:
    """``static``, ``final`` and their like."""
    held = modifiers_of(node)
    return frozenset(c.type for c in held.children) if held is not None else frozenset()


def annotations_of(reading: Reading, node: Node) -> tuple[Expr, ...]:
    """The annotations of a declaration."""
    held = modifiers_of(node)
    return _annotations(reading, held.children if held is not None else ())


def _annotations(reading: Reading, nodes: Iterable[Node]) -> tuple[Expr, ...]:
    found: list[Expr] = []
    for node in nodes:
        if node.type not in ("annotation", "marker_annotation"):
            continue
        name = lower_type(reading, node.child_by_field_name("name"))
        if name is None:
            continue
        given = node.child_by_field_name("arguments")
        args = _arguments(reading, given) if given is not None else ()
        found.append(Call(name, args, span_of(reading, node)) if given is not None else name)
    return tuple(found)


def _arguments(reading: Reading, node: Node) -> tuple[Arg, ...]:
    args: list[Arg] = []
    for child in node.named_children:
        if child.type == "element_value_pair":
            key, value = child.child_by_field_name("key"), child.child_by_field_name("value")
            if key is not None and value is not None:
                args.append(Arg(text_of(reading, key), _value(reading, value)))
        elif child.type not in reading.grammar.silent:
            args.append(Arg(None, _value(reading, child)))
    return tuple(args)


def _value(reading: Reading, node: Node) -> Expr:
    if node.type == "element_value_array_initializer":
        items = tuple(_value(reading, child) for child in named(reading, node))
        return items[0] if len(items) == 1 else Many("list", items, line_of(reading, node))
    if node.type in ("annotation", "marker_annotation"):
        return _annotations(reading, (node,))[0]
    return lower_expression(reading, node)
