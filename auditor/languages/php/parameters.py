"""Arguments, parameters and attributes."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.functions import annotated
from auditor.languages.objects.reading import Reading, named
from auditor.languages.php.names import lower_type
from auditor.languages.reading import span_of, text_of
from auditor.model.facts import Arg, Call, Expr, Param

PROMOTED = "property_promotion_parameter"


def arguments_of(reading: Reading, node: Node | None) -> tuple[Arg, ...]:
    """The arguments of a call, with the names that some have."""
    args: list[Arg] = []
    for child in node.named_children if node is not None else ():
        if child.type == "ERROR":
            # Of a broken argument, what is in it stays.
            args.append(Arg(None, lower_expression(reading, child)))
        if child.type != "argument":
            continue
        called = child.child_by_field_name("name")
        words = [c for c in named(reading, child) if c != called]
        if not words:
            continue
        value, stars = words[-1], 0
        if value.type == "variadic_unpacking":
            value, stars = named(reading, value)[-1], 1
        name = text_of(reading, called) if called is not None else None
        args.append(Arg(name, lower_expression(reading, value), stars))
    return tuple(args)


def lower_parameters(reading: Reading, node: Node | None) -> list[Param]:
    """``(T $a, ?S $b = 1, R ...$rest)``."""
    params: list[Param] = []
    for child in node.named_children if node is not None else ():
        name = child.child_by_field_name("name")
        if name is None:
            continue
        default = child.child_by_field_name("default_value")
        promised = annotated(reading, child, attributes_of(reading, child))
        lowered = lower_expression(reading, default) if default is not None else None
        params.append(
            Param(
                text_of(reading, name).lstrip("&."),
                promised if promised is not None else lowered,
                lower_type(reading, child.child_by_field_name("type")),
                int(child.type == "variadic_parameter"),
            )
        )
    return params


def attributes_of(reading: Reading, node: Node) -> tuple[Expr, ...]:
    """``#[A, B(x)]`` before a declaration."""
    held = node.child_by_field_name("attributes")
    found: list[Expr] = []
    for group in held.named_children if held is not None else ():
        for attribute in group.named_children:
            name = next(iter(attribute.named_children), None)
            kind = lower_type(reading, name)
            given = attribute.child_by_field_name("parameters")
            if kind is not None:
                args = arguments_of(reading, given)
                made = Call(kind, args, span_of(reading, attribute))
                found.append(made if given is not None else kind)
    return tuple(found)
