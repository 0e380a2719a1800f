"""Arguments of calls and of annotations."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.reading import Reading, child_of, named
from auditor.languages.reading import text_of
from auditor.model.facts import Arg


def arguments_in(reading: Reading, node: Node) -> tuple[Arg, ...]:
    """The arguments between the parentheses of a call or an annotation."""
    return tuple(arguments_of(reading, child_of(node, "value_arguments")))


def arguments_of(reading: Reading, node: Node | None) -> list[Arg]:
    """The same of the parentheses themselves."""
    words = named(reading, node) if node is not None else []
    return [
        # Of a broken argument, what is in it stays.
        Arg(None, lower_expression(reading, word)) if word.type == "ERROR"
        else _argument(reading, word)
        for word in words if word.type in ("value_argument", "ERROR")
    ]  # fmt: skip


def _argument(reading: Reading, node: Node) -> Arg:
    words = named(reading, node)
    name = text_of(reading, words[0]) if any(c.type == "=" for c in node.children) else None
    stars = int(any(c.type in ("*", "spread_expression") for c in node.children))
    value = words[-1] if words else node
    if value.type == "spread_expression":
        value = named(reading, value)[-1]
    return Arg(name, lower_expression(reading, value), stars)
