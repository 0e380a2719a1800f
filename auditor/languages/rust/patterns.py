"""Patterns: which names they bind to which parts of a value."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.reading import Reading, declare
from auditor.languages.reading import line_of, text_of
from auditor.model.facts import Assign, Attr, Const, Expr, Index, Name, Opaque, Stmt

#: What stands around a pattern and changes nothing of what it binds.
_AROUND = frozenset({"mut_pattern", "ref_pattern", "reference_pattern", "match_pattern"})
#: Patterns that take a value out of what only holds it: a success, or an extractor of a framework.
GOOD = frozenset({"Ok", "Some"})
_HOLDERS = GOOD | {
    "State",
    "Json",
    "Data",
    "Extension",
    "Path",
    "Query",
    "Form",
    "Box",
    "Arc",
    "Parameters",
}
_DEEPEST = 30


def core(node: Node) -> Node:
    """A pattern without what stands around it."""
    while node.type in _AROUND:
        inner = [c for c in node.named_children if c.type != "mutable_specifier"]
        if not inner:
            break
        node = inner[0]
    return node


def plain_name(reading: Reading, node: Node) -> str | None:
    """The one name that a pattern binds to all of a value; None for any other pattern.

    A pattern that only unwraps a value binds all of it too.
    """
    node = core(node)
    for _ in range(_DEEPEST):
        if node.type != "tuple_struct_pattern" or head_of(reading, node) not in _HOLDERS:
            break
        inner = inside(node)
        if len(inner) != 1:
            return None
        node = core(inner[0])
    return text_of(reading, node).removeprefix("r#") if node.type == "identifier" else None


def head_of(reading: Reading, node: Node) -> str:
    """The last name of what a pattern takes apart: ``Ok`` of ``Ok(x)``."""
    kind = node.child_by_field_name("type")
    return text_of(reading, kind if kind is not None else node).rpartition("::")[2]


def inside(node: Node) -> list[Node]:
    """The patterns inside of ``T(a, b)`` or ``(a, b)``."""
    kind = node.child_by_field_name("type")
    return [c for c in node.named_children if c != kind and not c.is_extra]


def bind(reading: Reading, node: Node, value: Expr, out: list[Stmt], depth: int = 0) -> None:
    """Assign to each name of a pattern its part of the value."""
    node = core(node)
    line = line_of(reading, node)
    name = plain_name(reading, node)
    if name is not None:
        declare(reading, name)
        out.append(Assign((Name(name, line),), value, None, "", line))
        return
    if depth > _DEEPEST:
        return
    match node.type:
        case "captured_pattern":
            words = node.named_children
            bind(reading, words[0], value, out, depth + 1)
            bind(reading, words[-1], value, out, depth + 1)
        case "tuple_pattern" | "slice_pattern":
            for number, child in enumerate(node.named_children):
                bind(reading, child, Index(value, Const(number, line), line), out, depth + 1)
        case "tuple_struct_pattern":
            around = head_of(reading, node) in _HOLDERS
            for number, child in enumerate(inside(node)):
                part = value if around else Attr(value, f"{number}", line)
                bind(reading, child, part, out, depth + 1)
        case "struct_pattern":
            for child in inside(node):
                _field(reading, child, value, out, depth)
        case "or_pattern" | "parenthesized_pattern":
            for child in node.named_children[:1]:
                bind(reading, child, value, out, depth + 1)
            for child in node.named_children[1:]:
                bind(reading, child, Opaque((), line), out, depth + 1)
        case _:
            pass


def _field(reading: Reading, node: Node, value: Expr, out: list[Stmt], depth: int) -> None:
    name = node.child_by_field_name("name")
    if node.type != "field_pattern" or name is None:
        return
    line, text = line_of(reading, node), text_of(reading, name)
    part = Attr(value, text, line)
    pattern = node.child_by_field_name("pattern")
    if pattern is not None:
        bind(reading, pattern, part, out, depth + 1)
    else:
        declare(reading, text)
        out.append(Assign((Name(text, line),), part, None, "", line))


def tells_failure(reading: Reading, node: Node) -> str:
    """``good`` or ``bad`` for a pattern that asks only whether all went well, else empty."""
    node = core(node)
    if node.type == "tuple_struct_pattern":
        head, within = head_of(reading, node), inside(node)
        if head in GOOD and len(within) == 1 and tells_failure(reading, within[0]) == "bad":
            return "bad"
        return "good" if head in GOOD else "bad" if head == "Err" else ""
    if node.type == "or_pattern" and node.named_children:
        told = {tells_failure(reading, child) for child in node.named_children}
        return "bad" if told == {"bad"} else ""
    return "bad" if node.type == "identifier" and text_of(reading, node) == "None" else ""


def looks_within(reading: Reading, node: Node) -> bool:
    """Whether a pattern looks at an outcome inside of another one: ``Ok(Ok(x))``."""
    node = core(node)
    if node.type == "or_pattern":
        return any(looks_within(reading, child) for child in node.named_children)
    within = [core(part) for part in inside(node)] if node.type == "tuple_struct_pattern" else []
    return head_of(reading, node) == "Ok" and any(
        part.type == "tuple_struct_pattern" and head_of(reading, part) in ("Ok", "Err")
        for part in within
    )


def is_anything(reading: Reading, node: Node) -> bool:
    """Whether a pattern fits every value: ``_``, or a name that is bound."""
    node = core(node)
    if node.type == "identifier":
        return text_of(reading, node)[:1].islower()
    return text_of(reading, node) == "_"


def binds_anything(reading: Reading, node: Node) -> bool:
    """Whether a part of a pattern fits whatever stands in its place."""
    node = core(node)
    if node.type == "field_pattern":
        inner = node.child_by_field_name("pattern")
        return inner is None or binds_anything(reading, inner)
    return node.type == "remaining_field_pattern" or is_anything(reading, node)
