"""Types, as expressions that the linker looks up, and attributes."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.packages import dotted
from auditor.languages.objects.reading import Reading, child_of, named
from auditor.languages.reading import line_of, span_of, text_of
from auditor.model.facts import Arg, Call, Expr, Index, Name

#: What the linker makes a list of.
LIST = "<list>"
_LISTS = frozenset({
    "List", "IList", "IEnumerable", "ICollection", "IReadOnlyList", "IReadOnlyCollection",
    "HashSet", "Queue", "Stack", "ImmutableArray",
})  # fmt: skip
#: Types around the one that matters: what is awaited, made later, or kept as options.
_AROUND = frozenset(
    {"Task", "ValueTask", "Lazy", "IOptions", "IOptionsSnapshot", "IOptionsMonitor"}
)


def lower_type(reading: Reading, node: Node | None) -> Expr | None:
    """A type; None for one that says nothing of what a value is."""
    if node is None:
        return None
    line = line_of(reading, node)
    match node.type:
        case "identifier":
            return Name(text_of(reading, node), line)
        case "predefined_type":
            return Name("String", line) if text_of(reading, node) == "string" else None
        case "qualified_name" | "alias_qualified_name":
            return _dotted(reading, node)
        case "generic_name":
            return _generic(reading, node)
        case "nullable_type" | "ref_type" | "scoped_type":
            inner = list(node.named_children)
            return lower_type(reading, inner[0]) if inner else None
        case "array_type":
            element = lower_type(reading, node.child_by_field_name("type"))
            return Index(Name(LIST, line), element, line) if element is not None else None
        case _:
            return None


def _dotted(reading: Reading, node: Node) -> Expr:
    parts = text_of(reading, node).replace("::", ".").split(".")
    return dotted([part.partition("<")[0].strip() for part in parts], line_of(reading, node))


def type_arguments(reading: Reading, node: Node) -> list[Expr]:
    """``A`` and ``B`` of ``F<A, B>``."""
    given = child_of(node, "type_argument_list")
    lowered = [lower_type(reading, c) for c in given.named_children] if given is not None else []
    return [kind for kind in lowered if kind is not None]


def _generic(reading: Reading, node: Node) -> Expr:
    line = line_of(reading, node)
    name = text_of(reading, node.named_children[0])
    args = type_arguments(reading, node)
    if len(args) == 1 and name in _LISTS:
        return Index(Name(LIST, line), args[0], line)
    if len(args) == 1 and name in _AROUND:
        return args[0]
    return Name(name, line)


def words_of(reading: Reading, node: Node) -> frozenset[str]:
    """``static``, ``async`` and their like."""
    return frozenset(text_of(reading, c) for c in node.children if c.type == "modifier")


def attributes_of(reading: Reading, node: Node) -> tuple[Expr, ...]:
    """The attributes of a declaration: ``[HttpGet("x")]``."""
    found: list[Expr] = []
    for held in node.children:
        if held.type != "attribute_list":
            continue
        for attribute in held.named_children:
            name = lower_type(reading, attribute.child_by_field_name("name"))
            if attribute.type != "attribute" or name is None:
                continue
            given = [c for c in attribute.named_children if c.type == "attribute_argument_list"]
            args = _arguments(reading, given[0]) if given else ()
            found.append(Call(name, args, span_of(reading, attribute)) if given else name)
    return tuple(found)


def _arguments(reading: Reading, node: Node) -> tuple[Arg, ...]:
    args: list[Arg] = []
    for child in node.named_children:
        words = named(reading, child)
        if not words:
            continue
        called = child.child_by_field_name("name") or (words[0] if len(words) > 1 else None)
        name = text_of(reading, called) if called is not None else None
        args.append(Arg(name, lower_expression(reading, words[-1])))
    return tuple(args)
