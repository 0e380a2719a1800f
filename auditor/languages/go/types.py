"""Types: what a value of one may be, and what it is before anything is assigned to it."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.go.reading import Reading, line_of, named, span_of, text_of
from auditor.model.facts import Arg, Attr, Call, Const, Expr, Index, Many, Mapping, Name

#: The function that stands for what a variable of a type is at first.
ZERO = "<zero>"
#: What a type of lists is an index of.
LIST = "<list>"
_NUMBERS = frozenset({
    "byte", "float32", "float64", "int", "int8", "int16", "int32", "int64", "rune", "uint", "uint8",
    "uint16", "uint32", "uint64", "uintptr",
})  # fmt: skip
_NEVER_BUILT = frozenset({"any", "error", "comparable"})
#: Types around another one that change nothing about what can be done with a value.
_AROUND = frozenset({"pointer_type", "parenthesized_type", "type_constraint", "type_elem"})
LIST_TYPES = frozenset({"slice_type", "array_type", "implicit_length_array_type"})


def lower_type(reading: Reading, node: Node | None) -> Expr | None:
    """A type as an annotation; None for one that promises nothing: maps, functions."""
    while node is not None and node.type in _AROUND:
        inner = named(node)
        node = inner[-1] if inner else None
    if node is None:
        return None
    line = line_of(reading, node)
    match node.type:
        case "type_identifier" | "identifier":
            return Name(text_of(reading, node), line)
        case "qualified_type" | "selector_expression":
            return _qualified(reading, node)
        case "generic_type":
            return lower_type(reading, named(node)[0])
        case "slice_type" | "array_type":
            inside = lower_type(reading, node.child_by_field_name("element"))
            return Index(Name(LIST, line), inside, line) if inside is not None else None
        case _:
            return None


def _qualified(reading: Reading, node: Node) -> Expr | None:
    base, name = named(node)[:2]
    if base.type not in ("package_identifier", "identifier"):
        return None
    line = line_of(reading, node)
    return Attr(Name(text_of(reading, base), line), text_of(reading, name), line)


def zero_value(reading: Reading, node: Node) -> Expr:
    """What a variable of this type holds when nothing is assigned to it."""
    line = line_of(reading, node)
    if node.type in ("map_type", "struct_type"):
        return Mapping((), line)
    if node.type in LIST_TYPES:
        return Many("list", (), line)
    if node.type not in ("type_identifier", "qualified_type", "generic_type"):
        return Const(None, line)
    name = text_of(reading, node)
    if name == "string":
        return Const("", line)
    if name in _NUMBERS:
        return Const(0, line)
    if name == "bool":
        return Const(False, line)
    made = lower_type(reading, node)
    if name in _NEVER_BUILT or made is None:
        return Const(None, line)
    return Call(Name(ZERO, line), (Arg(None, made),), span_of(reading, node))


def is_error(reading: Reading, node: Node | None) -> bool:
    """Whether this is the type of errors, or one that is named for being one."""
    if node is None:
        return False
    name = text_of(reading, node).lstrip("*").rpartition(".")[2]
    return name == "error" or name.endswith(("Error", "Err"))
