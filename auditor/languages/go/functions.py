"""Functions, methods and closures."""

from __future__ import annotations

import re
from typing import NamedTuple

from tree_sitter import Node

from auditor.languages.go.blocks import lower_body, statements_in
from auditor.languages.go.reading import Reading, Scope, line_of, named, span_of, text_of
from auditor.languages.go.scopes import function_scope
from auditor.languages.go.types import is_error, lower_type
from auditor.model.facts import Closure, Expr, Function, Param
from auditor.model.facts import Scope as ScopeStmt

#: Functions of such names put an error together for somebody else to return.
_MAKES_ERRORS = re.compile(
    r"(?i)(?:new|wrap|make|to|as|map|parse|convert|format|build|create)\w*err"
)


class _Result(NamedTuple):
    """One or more results of a type, with their names if they have any."""

    kind: Node | None
    names: list[Node]


def lower_closure(reading: Reading, node: Node) -> Expr:
    """``func(...) {...}`` as a value."""
    return Closure(read_function(reading, node, "<lambda>"))


def read_function(
    reading: Reading, node: Node, name: str, receiver: Param | None = None
) -> Function:
    """Any function; a method's receiver is its first parameter.

    Names that it assigns without declaring them belong to a function or package around it.
    """
    outer, outer_switch = reading.scope, reading.in_switch
    reading.in_switch = False
    params = [*([receiver] if receiver else []), *_parameters(reading, node)]
    results = _results(node)
    reading.scope = scope = Scope(
        declared={param.name for param in params},
        results=tuple(text_of(reading, name) for result in results for name in result.names),
        fails=bool(results) and is_error(reading, results[-1].kind),
        makes_errors=len(results) == 1
        and (bool(_MAKES_ERRORS.match(name)) or _takes_error(reading, node)),
        silent=not results,
        within=True,
    )
    scope.declared.update(scope.results)
    block = node.child_by_field_name("body")
    statements = statements_in(block) if block is not None else ()
    with function_scope(reading, scope.declared, statements):
        body = lower_body(reading, block)
    reading.scope, reading.in_switch = outer, outer_switch
    span = span_of(reading, node)
    outside = scope.assigned - scope.declared
    if outside:
        body = (ScopeStmt("nonlocal", tuple(sorted(outside)), span.line), *body)
        # What an inner function assigns may be declared further out than here.
        outer.assigned.update(outside)
    return Function(name, tuple(params), body, (), None, False, False, span)


def _takes_error(reading: Reading, node: Node) -> bool:
    """Whether one of the parameters is an error."""
    given = node.child_by_field_name("parameters")
    kinds = [p.child_by_field_name("type") for p in named(given)] if given is not None else []
    return any(is_error(reading, kind) for kind in kinds)


def _results(node: Node) -> list[_Result]:
    result = node.child_by_field_name("result")
    if result is None:
        return []
    if result.type != "parameter_list":
        return [_Result(result, [])]
    return [_Result(r.child_by_field_name("type"), _names(r)) for r in named(result)]


def _names(declared: Node) -> list[Node]:
    return declared.children_by_field_name("name")


def _parameters(reading: Reading, node: Node) -> list[Param]:
    group = node.child_by_field_name("parameters")
    found: list[Param] = []
    for declared in named(group) if group is not None else ():
        kind = declared.child_by_field_name("type")
        many = declared.type == "variadic_parameter_declaration"
        annotation = None if many else lower_type(reading, kind)
        names = [text_of(reading, name) for name in _names(declared)]
        for name in names or [f"<{line_of(reading, declared)}:{declared.start_point[1]}>"]:
            found.append(Param(name, None, annotation, int(many)))
    return found


def receiver_of(reading: Reading, node: Node) -> tuple[str, Param, Node] | None:
    """The type that a method belongs to, the receiver, and where both are written."""
    group = node.child_by_field_name("receiver")
    declared = named(group)[0] if group is not None and named(group) else None
    kind = declared.child_by_field_name("type") if declared is not None else None
    while kind is not None and kind.type in ("pointer_type", "generic_type", "parenthesized_type"):
        kind = named(kind)[0]
    if declared is None or kind is None:
        return None
    names = [text_of(reading, name) for name in _names(declared)]
    name = names[0] if names else "<receiver>"
    return text_of(reading, kind), Param(name, None, None), declared


HANDLERS = {"func_literal": lower_closure}
