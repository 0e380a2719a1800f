"""Parameters, and what patterns among them take apart."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.reading import Reading, declare, place_name
from auditor.languages.reading import line_of
from auditor.languages.rust.patterns import bind, plain_name
from auditor.languages.rust.types import lower_type
from auditor.model.facts import Name, Param, Stmt


def lower_parameters(reading: Reading, node: Node | None) -> tuple[list[Param], list[Stmt]]:
    """The parameters but for the receiver, and what takes apart those that are patterns."""
    params: list[Param] = []
    ahead: list[Stmt] = []
    for child in node.named_children if node is not None else ():
        if child.type == "parameter":
            pattern = child.child_by_field_name("pattern")
            kind = lower_type(reading, child.child_by_field_name("type"))
        elif child.type in ("self_parameter", "attribute_item") or child.is_extra:
            continue
        else:
            pattern, kind = child, None
        if pattern is None:
            continue
        name = plain_name(reading, pattern)
        if name is None:
            name = place_name(reading, "parameter", pattern)
            bind(reading, pattern, Name(name, line_of(reading, pattern)), ahead)
        params.append(Param(name, None, kind))
    return params, ahead


def closure_parameters(reading: Reading, node: Node | None) -> tuple[list[Param], list[Stmt]]:
    """Those of a closure: ``|a, (b, c)|``."""
    params, ahead = lower_parameters(reading, node)
    for param in params:
        declare(reading, param.name)
    return params, ahead
