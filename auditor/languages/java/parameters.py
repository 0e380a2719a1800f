"""Parameters of methods and lambdas."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.java.types import annotations_of, lower_type
from auditor.languages.objects.functions import annotated
from auditor.languages.objects.reading import Reading
from auditor.languages.reading import text_of
from auditor.model.facts import Param


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
