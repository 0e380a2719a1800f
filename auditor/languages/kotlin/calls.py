"""Calls: what is called, and what it is given between and behind the parentheses."""

from __future__ import annotations

from typing import NamedTuple

from tree_sitter import Node

from auditor.languages.objects.reading import Reading, child_of, named
from auditor.languages.reading import text_of


class Parts(NamedTuple):
    """A call taken apart: ``holder.name(given) { lambda }``.

    ``callee`` is the node of what is called, ``given`` the call that has parentheses, if any.
    """

    callee: Node
    holder: Node | None
    name: str
    given: Node | None
    function: Node | None


def parts_of(reading: Reading, node: Node) -> Parts | None:
    """The parts of a call; None for one that is broken."""
    words = named(reading, node)
    if not words:
        return None
    callee, function = words[0], None
    given = child_of(node, "value_arguments")
    behind = child_of(node, "annotated_lambda")
    if behind is not None:
        function = child_of(behind, "lambda_literal")
        if callee.type == "call_expression" and given is None:
            inner = child_of(callee, "value_arguments")
            nested = any(c.type == "annotated_lambda" for c in callee.children)
            if inner is not None and not nested:
                given, callee = inner, named(reading, callee)[0]
    holder, name = None, ""
    if callee.type == "identifier":
        name = text_of(reading, callee)
    elif callee.type == "navigation_expression" and named(reading, callee):
        inner_words = named(reading, callee)
        holder, name = inner_words[0], text_of(reading, inner_words[-1])
    return Parts(callee, holder, name.strip("`"), given, function)


def arguments_given(reading: Reading, parts: Parts) -> list[Node]:
    """The nodes of the arguments between the parentheses."""
    words = named(reading, parts.given) if parts.given is not None else []
    return [word for word in words if word.type == "value_argument"]
