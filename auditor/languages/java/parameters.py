"""Parameters of methods and lambdas, and the arguments of calls."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.java.types import annotations_of, lower_type
from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.functions import annotated
from auditor.languages.objects.reading import Reading, named
from auditor.languages.reading import text_of
from auditor.model.facts import Arg, Param


def arguments_of(reading: Reading, node: Node | None) -> tuple[Arg, ...]:
    """The arguments of a call, which all go by their places."""
    if node is None:
        return ()
    return tuple(Arg(None, lower_expression(reading, word)) for word in named(reading, node))


def lower_parameters(reading: Reading, node: Node) -> list[Param]:
    """``(T a, @Named("x") S b, R... rest)``."""
    params: list[Param] = []
    for child in node.named_children:
        if child.type not in ("formal_parameter", "spread_parameter"):
            continue
        spread = child.type == "spread_parameter"
        holder = next((c for c in child.named_children if c.type == "variable_declarator"), child)
        name = holder.child_by_field_name("name")
        if name is None:
            continue
        kind = lower_type(reading, child.child_by_field_name("type"))
        given = annotated(reading, child, annotations_of(reading, child))
        params.append(Param(text_of(reading, name), given, kind, int(spread)))
    return params
