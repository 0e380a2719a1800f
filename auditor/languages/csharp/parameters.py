"""Parameters of methods, primary constructors and lambdas."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.csharp.types import attributes_of, lower_type
from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.functions import annotated
from auditor.languages.objects.reading import Reading
from auditor.languages.reading import text_of
from auditor.model.facts import Param


def lower_parameters(reading: Reading, node: Node | None) -> list[Param]:
    """``(T a, string b = "x", params C[] rest)``."""
    params: list[Param] = []
    if node is not None and node.type in ("identifier", "implicit_parameter"):
        return [Param(text_of(reading, node), None, None)]
    for child in node.named_children if node is not None else ():
        if child.type in ("identifier", "implicit_parameter"):
            params.append(Param(text_of(reading, child), None, None))
        elif child.type == "parameter":
            params.extend(_parameter(reading, child))
    rest = [c for c in node.children if c.type == "params"] if node is not None else []
    if rest and node is not None:
        name = node.child_by_field_name("name")
        params.extend([Param(text_of(reading, name), None, None, 1)] if name is not None else [])
    return params


def _parameter(reading: Reading, node: Node) -> list[Param]:
    name = node.child_by_field_name("name")
    if name is None:
        return []
    kind = lower_type(reading, node.child_by_field_name("type"))
    equals = next((i for i, c in enumerate(node.children) if c.type == "="), None)
    if equals is not None and equals + 1 < len(node.children):
        default = lower_expression(reading, node.children[equals + 1])
        return [Param(text_of(reading, name), default, kind)]
    given = annotated(reading, node, attributes_of(reading, node))
    return [Param(text_of(reading, name), given, kind)]
