"""Names: variables, constants, functions and types, and the namespaces they are written with."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.packages import dotted
from auditor.languages.objects.reading import Reading
from auditor.languages.reading import line_of, text_of
from auditor.model.facts import Expr, Name

#: How the class above and the class itself are known to the linker.
_SCOPES = {"parent": "super", "self": "self", "static": "self"}
_TYPES = frozenset({"named_type", "optional_type", "union_type", "type_list"})


def lower_variable(reading: Reading, node: Node) -> Expr:
    """``$x``: its sign keeps it apart from functions and types of that name."""
    return Name(text_of(reading, node), line_of(reading, node))


def lower_scope(reading: Reading, node: Node) -> Expr:
    """``self``, ``static``, ``parent``."""
    word = text_of(reading, node)
    return Name(_SCOPES.get(word, word), line_of(reading, node))


def lower_qualified(reading: Reading, node: Node) -> Expr:
    r"""``A\B`` and ``\A\B``; the latter is a name that no import changes."""
    text = "".join(text_of(reading, node).split())
    line = line_of(reading, node)
    if text.startswith("\\"):
        return Name("\\" + text.strip("\\").replace("\\", "."), line)
    return dotted(text.split("\\"), line)


def lower_type(reading: Reading, node: Node | None) -> Expr | None:
    """A type; None for one that says nothing of what a value is."""
    if node is None:
        return None
    match node.type:
        case "name":
            return Name(text_of(reading, node), line_of(reading, node))
        case "qualified_name":
            return lower_qualified(reading, node)
        case kind if kind in _TYPES:
            found = [lower_type(reading, child) for child in node.named_children]
            known = [one for one in found if one is not None]
            return known[0] if len(known) == 1 else None
        case _:
            return None
