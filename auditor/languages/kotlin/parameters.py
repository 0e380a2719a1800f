"""Parameters of functions, of classes and of functions without a name."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.kotlin.types import annotations_of, set_to, type_in
from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.functions import annotated
from auditor.languages.objects.reading import Reading, child_of, named, place_name
from auditor.languages.reading import text_of
from auditor.model.facts import Param

_PARAMETERS = ("parameter", "class_parameter")


def lower_parameters(reading: Reading, node: Node | None) -> list[Param]:
    """``(a: T, @Named("x") b: S = 1, vararg rest: R)``."""
    params: list[Param] = []
    before: Node | None = None
    children = node.children if node is not None else []
    for position, child in enumerate(children):
        if child.type == "parameter_modifiers":
            before = child
        elif child.type in _PARAMETERS:
            params.append(_parameter(reading, child, before, children[position + 1 :]))
            before = None
    return params


def _parameter(reading: Reading, node: Node, before: Node | None, after: list[Node]) -> Param:
    """One parameter; a function's has its modifiers before it and its default after it."""
    given = annotations_of(reading, node)
    words = text_of(reading, node).partition(":")[0].split()
    if before is not None:
        given = (*given, *annotations_of(reading, before))
        words += text_of(reading, before).split()
    name = child_of(node, "identifier")
    default = set_to(node.children) or (set_to(after) if _starts(after) else None)
    promised = annotated(reading, node, given)
    lowered = lower_expression(reading, default) if default is not None else None
    return Param(
        text_of(reading, name).strip("`") if name is not None else "_",
        promised if promised is not None else lowered,
        type_in(reading, node),
        int("vararg" in words),
    )


def _starts(nodes: list[Node]) -> bool:
    return bool(nodes) and nodes[0].type == "="


def is_kept(node: Node) -> bool:
    """Whether a parameter of a class is a field of it."""
    return any(child.type in ("val", "var") for child in node.children)


def lambda_body(reading: Reading, node: Node) -> list[Node]:
    """What a function without a name runs."""
    return [word for word in named(reading, node) if word.type != "lambda_parameters"]


def lambda_name(reading: Reading, node: Node) -> str:
    """The name under which such a function has the first thing that it is given."""
    params = lambda_parameters(reading, node)
    return params[0].name if params else "it"


def lambda_parameters(reading: Reading, node: Node) -> list[Param] | None:
    """``x, (a, b) ->``; None where a function names none and may have ``it``."""
    held = child_of(node, "lambda_parameters")
    if held is None:
        return [] if any(c.type == "->" for c in node.children) else None
    params: list[Param] = []
    for child in held.named_children:
        name = child_of(child, "identifier")
        single = child.type == "variable_declaration" and name is not None
        text = text_of(reading, name) if single and name is not None else None
        params.append(
            Param(text or place_name(reading, "pair", child), None, type_in(reading, child))
        )
    return params
