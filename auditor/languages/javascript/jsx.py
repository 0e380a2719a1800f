"""JSX: one ``Opaque`` for a whole tree of elements, with the expressions that fill it."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.javascript.dispatch import lower_expression
from auditor.languages.javascript.reading import SKIPPED, Reading, line_of, solid
from auditor.model.facts import Expr, Opaque

_ELEMENTS = frozenset({"jsx_element", "jsx_self_closing_element", "jsx_opening_element",
                       "jsx_attribute", "jsx_expression"})  # fmt: skip
_SILENT = frozenset({"jsx_text", "jsx_closing_element", "jsx_namespace_name", "string",
                     "html_character_reference", "property_identifier"})  # fmt: skip


def lower_jsx(reading: Reading, node: Node) -> Expr:
    """An element and everything in it; of its tag names, those that are components."""
    found: list[Expr] = []
    stack = [node]
    while stack:
        current = stack.pop()
        kind = current.type
        if kind in _ELEMENTS:
            children = current.children
            if kind in ("jsx_opening_element", "jsx_self_closing_element"):
                children = [child for child in children if not _is_plain_tag(reading, child)]
            stack.extend(reversed(children))
        elif kind == "spread_element":
            found.append(lower_expression(reading, solid(current)[-1]))
        elif current.is_named and kind not in _SILENT and kind not in SKIPPED:
            found.append(lower_expression(reading, current))
    return Opaque(tuple(found), line_of(reading, node))


def _is_plain_tag(reading: Reading, node: Node) -> bool:
    """The name of an element of HTML: it begins with a small letter."""
    return node.type == "identifier" and reading.text[node.start_byte].islower()


HANDLERS = dict.fromkeys(("jsx_element", "jsx_self_closing_element", "jsx_expression"), lower_jsx)
