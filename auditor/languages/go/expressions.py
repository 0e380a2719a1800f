"""Calls, selectors, operators, and what a composite literal builds."""

from __future__ import annotations

from http import HTTPStatus

from tree_sitter import Node

from auditor.languages.go.dispatch import lower_each, lower_expression, lower_loose
from auditor.languages.go.reading import SILENT, Reading, line_of, named, span_of, text_of
from auditor.languages.go.types import lower_type, zero_value
from auditor.model.facts import (
    Arg,
    Attr,
    Binary,
    Call,
    Const,
    Expr,
    Index,
    Many,
    Name,
    Opaque,
    Unary,
)
from auditor.model.nodes import SLICE

_OPERATORS = {"&&": "and", "||": "or"}
#: The constants of the standard library for what an answer over HTTP says of itself.
_STATUSES = {
    "Status" + "".join(letter for letter in status.phrase if letter.isalpha()): status.value
    for status in HTTPStatus
}
#: Built-in functions whose first argument is a type.
_TYPED = frozenset({"make", "new"})


def lower_call(reading: Reading, node: Node) -> Expr:
    """``f(a, b...)``; a conversion looks the same."""
    callee, arguments = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    if callee is None or arguments is None:
        return lower_loose(reading, node)
    given = [child for child in arguments.named_children if child.type not in SILENT]
    if callee.type == "identifier" and text_of(reading, callee) in _TYPED and given:
        if not _is_type(given[0]):
            return Call(_made(reading, given[0]), (), span_of(reading, node), False, True)
        return _after(reading, given[1:], zero_value(reading, given[0]), node)
    function = lower_expression(reading, callee)
    own = callee.type == "identifier"
    args = tuple(_pointer(reading, a) if own else _argument(reading, a) for a in given)
    return Call(function, args, span_of(reading, node))


def _after(reading: Reading, nodes: list[Node], value: Expr, node: Node) -> Expr:
    """The value, and before it what else is asked for, if any of that may call something."""
    asked = [n for n in lower_each(reading, nodes) if not isinstance(n, Const | Name)]
    if not asked:
        return value
    line = line_of(reading, node)
    return Index(Many("tuple", (*asked, value), line), Const(-1, line), line)


def _is_type(node: Node) -> bool:
    """Whether a node can only be a type; a bare name may be either."""
    return node.type.endswith("_type") or node.type == "type_identifier"


def _made(reading: Reading, node: Node) -> Expr:
    return lower_type(reading, node) or lower_expression(reading, node)


def _argument(reading: Reading, node: Node) -> Arg:
    if node.type == "variadic_argument":
        return Arg(None, lower_expression(reading, named(node)[0]), 1)
    return Arg(None, lower_expression(reading, node))


def _pointer(reading: Reading, node: Node) -> Arg:
    """``&x.name`` for a function of this package stays one: what it points to may be filled."""
    given = _argument(reading, node)
    points = node.type == "unary_expression" and text_of(reading, node.children[0]) == "&"
    if points and isinstance(given.value, Attr | Name):
        return Arg(None, Unary("&", given.value, line_of(reading, node)))
    return given


def lower_conversion(reading: Reading, node: Node) -> Expr:
    """``[]byte(x)``: the value as it is; ``f[T](x)`` is a call of ``f``."""
    kind, value = node.child_by_field_name("type"), node.child_by_field_name("operand")
    if kind is None or value is None:
        return lower_loose(reading, node)
    inner = lower_expression(reading, value)
    function = lower_type(reading, kind) if kind.type == "generic_type" else None
    if function is None:
        return inner
    return Call(function, (Arg(None, inner),), span_of(reading, node))


def lower_selector(reading: Reading, node: Node) -> Expr:
    """``base.name``."""
    base, name = named(node)[:2]
    word, line = text_of(reading, name), line_of(reading, node)
    if word in _STATUSES and text_of(reading, base) == "http":
        return Const(_STATUSES[word], line)
    return Attr(lower_expression(reading, base), word, line)


def lower_index(reading: Reading, node: Node) -> Expr:
    """``base[key]``; where the key is a type, the function or type that is meant."""
    base, *keys = named(node)
    inner = lower_expression(reading, base)
    if len(keys) != 1 or _is_type(keys[0]):
        return inner
    return Index(inner, lower_expression(reading, keys[0]), line_of(reading, node))


def lower_slice(reading: Reading, node: Node) -> Expr:
    """``base[1:2]``; how much more would fit in says nothing of what is there."""
    line = line_of(reading, node)
    bounds = (node.child_by_field_name(name) for name in ("start", "end"))
    nothing = Const(None, line)
    given = [nothing if bound is None else lower_expression(reading, bound) for bound in bounds]
    base = node.child_by_field_name("operand") or named(node)[0]
    return Index(lower_expression(reading, base), Many(SLICE, (*given, nothing), line), line)


def lower_inside(reading: Reading, node: Node) -> Expr:
    """Parentheses, and what only wraps the expression that it begins with.

    So does ``x.(T)``; where nothing is known of ``x``, the type counts (see ``simple``).
    """
    return lower_expression(reading, named(node)[0])


def lower_binary(reading: Reading, node: Node) -> Expr:
    """Arithmetic, comparisons and logic, written as Python does."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    sign = node.child_by_field_name("operator")
    if left is None or right is None or sign is None:
        return lower_loose(reading, node)
    op = text_of(reading, sign)
    sides = lower_expression(reading, left), lower_expression(reading, right)
    return Binary(_OPERATORS.get(op, op), *sides, line_of(reading, node))


def lower_unary(reading: Reading, node: Node) -> Expr:
    """``!x`` and ``-x``; of ``&x`` and ``*x`` the value itself; of ``<-c`` nothing is known."""
    value = lower_expression(reading, named(node)[-1])
    line = line_of(reading, node)
    match text_of(reading, node.children[0]):
        case "&" | "*":
            return value
        case "!":
            return Unary("not", value, line)
        case "-":
            return Unary("-", value, line)
        case _:
            return Opaque((value,), line)


def lower_instantiation(reading: Reading, node: Node) -> Expr:
    """``f[int]``: ``f``."""
    base = named(node)[0]
    return lower_type(reading, base) or Name(text_of(reading, base), line_of(reading, base))


HANDLERS = {
    "call_expression": lower_call,
    "type_conversion_expression": lower_conversion,
    "selector_expression": lower_selector,
    "index_expression": lower_index,
    "slice_expression": lower_slice,
    "parenthesized_expression": lower_inside,
    "type_assertion_expression": lower_inside,
    "binary_expression": lower_binary,
    "unary_expression": lower_unary,
    "generic_type": lower_instantiation,
    "type_instantiation_expression": lower_instantiation,
    "literal_element": lower_inside,
}
