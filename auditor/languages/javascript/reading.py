"""The state of lowering one script, and how to read places and names off syntax nodes."""

from __future__ import annotations

from dataclasses import dataclass, field

from tree_sitter import Node

from auditor.languages.inner_names import BlockReading
from auditor.languages.limits import MAX_DEPTH
from auditor.languages.reading import line_of, mark_deep, span_of, text_of
from auditor.model.facts import Expr, Stmt

__all__ = [
    "ERASED", "EXTRAS", "MAX_DEPTH", "SKIPPED", "Reading", "is_misread", "is_stray",
    "line_of", "mark_deep", "place_name", "solid", "span_of", "text_of", "untyped",
]  # fmt: skip

# Nodes that may stand between any two others. What is inside an ERROR is recovered per statement.
EXTRAS = frozenset({"comment", "html_comment", "ERROR"})

# Types and what is declared without being defined. Nothing in them runs, not even what looks like
# a call: ``typeof import("m")``.
ERASED = frozenset({
    "abstract_method_signature", "accessibility_modifier", "adding_type_annotation",
    "ambient_declaration", "array_type", "asserts", "asserts_annotation", "call_signature",
    "conditional_type", "constraint", "construct_signature", "constructor_type", "default_type",
    "existential_type", "extends_type_clause", "flow_maybe_type", "function_signature",
    "function_type", "generic_type", "implements_clause", "index_signature", "index_type_query",
    "infer_type", "interface_body", "interface_declaration", "intersection_type", "literal_type",
    "lookup_type", "mapped_type_clause", "method_signature", "nested_type_identifier",
    "object_type", "omitting_type_annotation", "opting_type_annotation", "optional_type",
    "override_modifier", "parenthesized_type", "predefined_type", "property_signature",
    "readonly_type", "rest_type", "template_literal_type", "template_type", "this_type",
    "tuple_type", "type_alias_declaration", "type_annotation", "type_arguments", "type_identifier",
    "type_parameter", "type_parameters", "type_predicate", "type_predicate_annotation",
    "type_query", "union_type",
})  # fmt: skip

SKIPPED = EXTRAS | ERASED

_TEXTS = frozenset({"jsx_element", "string"})

# What follows their sign is a type, whatever it looks like.
_CASTS = frozenset({"as_expression", "satisfies_expression"})


@dataclass(slots=True)
class Reading(BlockReading):
    """One script while it is lowered.

    ``ahead`` are statements that must stand before the one being lowered: classes that were
    expressions. ``hint`` is the name that the next function or class goes by if it has none,
    ``decorators`` are those that stood before the ``export`` of the next class. ``declared`` and
    ``assigned`` are the names that the innermost function declares, and those it only assigns,
    which belong to a scope around it. ``exports`` are the names that the module exports.
    ``misread`` and ``misread_from``: see ``awaits``.
    """

    ahead: list[Stmt] = field(default_factory=list)
    hint: str = ""
    decorators: tuple[Expr, ...] = ()
    declared: set[str] = field(default_factory=set)
    assigned: set[str] = field(default_factory=set)
    in_switch: bool = False
    exports: set[str] = field(default_factory=set)
    misread: Expr | None = None
    misread_from: tuple[int, int] = (0, 0)


def solid(node: Node) -> list[Node]:
    """The children that the grammar put there: no comments, no wreckage of a syntax error."""
    return [child for child in node.children if child.type not in EXTRAS]


def untyped(node: Node) -> list[Node]:
    """The children of a node without the type that a cast ends with."""
    children = node.children
    if node.type not in _CASTS:
        return children
    sign = next((i for i, child in enumerate(children) if not child.is_named), len(children))
    return children[:sign] + [child for child in children[sign:] if child.type == "ERROR"]


def is_stray(parent: Node, error: Node) -> bool:
    """Whether an error is only an ``&`` in JSX text, which the grammar wants to be escaped."""
    children = error.children
    return (
        parent.type in _TEXTS
        and bool(children)
        and children[0].type == "&"
        and not any(child.child_count for child in children)
    )


def is_misread(reading: Reading, node: Node) -> bool:
    """Whether a call or subscript is an ``await`` in truth."""
    first = node.children[0]
    return first.type == "identifier" and text_of(reading, first) == "await"


def place_name(reading: Reading, kind: str, node: Node) -> str:
    """A name that no source can contain, for something that has none."""
    return f"<{kind} {line_of(reading, node)}:{node.start_point[1]}>"
