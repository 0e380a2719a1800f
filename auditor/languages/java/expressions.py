"""Calls, constructions, members, texts and functions without a name."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.java.classes import lower_anonymous
from auditor.languages.java.parameters import arguments_of, lower_parameters
from auditor.languages.java.types import lower_type
from auditor.languages.objects.assignments import lower_assignment, lower_update
from auditor.languages.objects.classes import chained
from auditor.languages.objects.dispatch import lower_each, lower_expression, lower_inner
from auditor.languages.objects.functions import closure
from auditor.languages.objects.numbers import lower_constant
from auditor.languages.objects.operators import (
    lower_binary,
    lower_index,
    lower_ternary,
    lower_unary,
)
from auditor.languages.objects.reading import Reading, child_of, declare
from auditor.languages.reading import line_of, span_of, text_of
from auditor.languages.strings import unescape
from auditor.model.facts import (
    Assigned,
    Attr,
    Binary,
    Call,
    Const,
    Expr,
    Many,
    Name,
    Opaque,
    Param,
)


def lower_call(reading: Reading, node: Node) -> Expr:
    """``f(x)`` and ``a.f(x)``."""
    name, holder = node.child_by_field_name("name"), node.child_by_field_name("object")
    line = line_of(reading, name or node)
    written = text_of(reading, name) if name is not None else ""
    callee: Expr = Name(written, line)
    if holder is not None:
        callee = Attr(lower_expression(reading, holder), written, line)
    args = arguments_of(reading, node.child_by_field_name("arguments"))
    return Call(callee, args, span_of(reading, node))


def lower_new(reading: Reading, node: Node) -> Expr:
    """``new T(x)``, also with a body of its own."""
    made = lower_type(reading, node.child_by_field_name("type"))
    args = arguments_of(reading, node.child_by_field_name("arguments"))
    body = child_of(node, "class_body")
    if made is None:
        return Opaque(tuple(arg.value for arg in args), line_of(reading, node))
    if body is not None:
        made = lower_anonymous(reading, node, made, body)
    return Call(made, args, span_of(reading, node), new=True)


def lower_super_call(reading: Reading, node: Node) -> Expr:
    """``super(x)`` and ``this(x)``, the first line of a constructor."""
    which = node.child_by_field_name("constructor")
    args = arguments_of(reading, node.child_by_field_name("arguments"))
    return chained(reading, node, args, own=which is not None and which.type == "this")


def lower_field(reading: Reading, node: Node) -> Expr:
    """``a.b``; ``Outer.this`` is a name of its own."""
    holder, field = node.child_by_field_name("object"), node.child_by_field_name("field")
    line = line_of(reading, node)
    if holder is None or field is None:
        return Opaque((), line)
    if field.type == "this":
        return Name(f"{text_of(reading, holder)}.this", line)
    return Attr(lower_expression(reading, holder), text_of(reading, field), line)


def lower_word(reading: Reading, node: Node) -> Expr:
    """``this`` and ``super``."""
    return Name(node.type, line_of(reading, node))


def lower_lambda(reading: Reading, node: Node) -> Expr:
    """``x -> value``."""
    given = node.child_by_field_name("parameters")
    params: list[Param] = []
    if given is not None and given.type == "formal_parameters":
        params = lower_parameters(reading, given)
    elif given is not None:
        names = [given] if given.type == "identifier" else given.named_children
        params = [Param(text_of(reading, n), None, None) for n in names if n.type == "identifier"]
    return closure(reading, node, params, node.child_by_field_name("body"))


def lower_reference(reading: Reading, node: Node) -> Expr:
    """``a::b``; ``T::new`` is the type itself."""
    words = [c for c in node.children if c.type not in ("::", "type_arguments", "comment")]
    line = line_of(reading, node)
    if len(words) != 2:
        return Opaque(lower_each(reading, node.children), line)
    typed = lower_type(reading, words[0]) if words[0].type.endswith("type") else None
    holder = typed if typed is not None else lower_expression(reading, words[0])
    if words[1].type == "new":
        return holder
    return Attr(holder, text_of(reading, words[1]), line)


def lower_instanceof(reading: Reading, node: Node) -> Expr:
    """``x instanceof T``, with or without a name for it."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    line = line_of(reading, node)
    if left is None:
        return Opaque(lower_each(reading, node.children), line)
    value = lower_expression(reading, left)
    name = node.child_by_field_name("name")
    if name is not None:
        declare(reading, text_of(reading, name))
        value = Assigned(Name(text_of(reading, name), line), value, line)
    kind = lower_type(reading, right)
    return Binary("instanceof", value, kind or Opaque((), line), line)


def lower_cast(reading: Reading, node: Node) -> Expr:
    """``(T) x``: the value, whatever its type."""
    value = node.child_by_field_name("value")
    return lower_expression(reading, value) if value is not None else Opaque((), 0)


def lower_class_literal(reading: Reading, node: Node) -> Expr:
    """``T.class``: the type itself."""
    words = node.named_children
    found = lower_type(reading, words[0]) if words else None
    return found if found is not None else Opaque((), line_of(reading, node))


def lower_items(reading: Reading, node: Node) -> Expr:
    """``{a, b}``."""
    return Many("list", lower_each(reading, node.named_children), line_of(reading, node))


def lower_array(reading: Reading, node: Node) -> Expr:
    """``new T[] {a, b}``."""
    value = node.child_by_field_name("value")
    if value is None:
        return Many("list", (), line_of(reading, node))
    return lower_items(reading, value)


def lower_text(reading: Reading, node: Node) -> Expr:
    """``"text"`` and text blocks."""
    text = text_of(reading, node)
    signs = 3 if text.startswith('"""') else 1
    inner = text[signs:-signs] if len(text) >= 2 * signs else ""
    return Const(unescape(inner.strip() if signs > 1 else inner), line_of(reading, node))


def lower_number(reading: Reading, node: Node) -> Expr:
    """``1``, ``1_000L``, ``0x1f``, ``1.5f``."""
    text = text_of(reading, node).replace("_", "")
    line = line_of(reading, node)
    if "hex" in node.type:
        return Const(int(text.rstrip("lL"), 16), line) if "." not in text else Opaque((), line)
    try:
        if "floating" in node.type:
            return Const(float(text.rstrip("fFdD")), line)
        return Const(int(text.rstrip("lL")), line)
    except ValueError:
        return Opaque((), line)


def lower_character(reading: Reading, node: Node) -> Expr:
    """``'c'``."""
    return Const(unescape(text_of(reading, node)[1:-1]), line_of(reading, node))


HANDLERS = {
    "method_invocation": lower_call,
    "object_creation_expression": lower_new,
    "explicit_constructor_invocation": lower_super_call,
    "field_access": lower_field,
    "this": lower_word,
    "super": lower_word,
    "lambda_expression": lower_lambda,
    "method_reference": lower_reference,
    "instanceof_expression": lower_instanceof,
    "cast_expression": lower_cast,
    "class_literal": lower_class_literal,
    "array_initializer": lower_items,
    "array_creation_expression": lower_array,
    "array_access": lower_index,
    "string_literal": lower_text,
    "character_literal": lower_character,
    "decimal_integer_literal": lower_number,
    "hex_integer_literal": lower_number,
    "decimal_floating_point_literal": lower_number,
    "true": lower_constant,
    "false": lower_constant,
    "null_literal": lower_constant,
    "parenthesized_expression": lower_inner,
    "binary_expression": lower_binary,
    "unary_expression": lower_unary,
    "update_expression": lower_update,
    "ternary_expression": lower_ternary,
    "assignment_expression": lower_assignment,
}
