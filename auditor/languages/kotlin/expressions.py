"""Calls, members, texts and functions without a name."""

from __future__ import annotations

import re

from tree_sitter import Node

from auditor.languages.kotlin.arguments import arguments_of
from auditor.languages.kotlin.calls import Parts, arguments_given, parts_of
from auditor.languages.kotlin.classes import lower_anonymous
from auditor.languages.kotlin.functions import lower_anonymous_function, lower_lambda
from auditor.languages.kotlin.generators import lower_generator
from auditor.languages.kotlin.rescues import chain_of
from auditor.languages.kotlin.scopes import lower_scope
from auditor.languages.kotlin.signs import lower_operand, signed
from auditor.languages.kotlin.statements import is_known, lower_jump
from auditor.languages.kotlin.types import lower_type, type_in
from auditor.languages.objects.dispatch import (
    lower_each,
    lower_expression,
    lower_inner,
    lower_loose,
)
from auditor.languages.objects.numbers import lower_number
from auditor.languages.objects.operators import lower_binary, lower_index
from auditor.languages.objects.reading import ExpressionHandler, Reading, child_of, named
from auditor.languages.objects.values import as_value
from auditor.languages.reading import line_of, span_of, text_of
from auditor.languages.strings import MAX_STRING, unescape
from auditor.model.facts import Arg, Attr, Binary, Call, Const, Expr, Format, Many, Name, Opaque

_WORD = re.compile(r"[A-Za-z_]\w*")


def lower_call(reading: Reading, node: Node) -> Expr:
    """``f(x)``, ``a.f(x) { y }``; what catches a failure is run at once."""
    if chain_of(reading, node) is not None:
        return as_value(reading, node)
    parts = parts_of(reading, node)
    if parts is None:
        return lower_loose(reading, node)
    scoped = lower_scope(reading, node, parts)
    if scoped is not None:
        return scoped
    generator = lower_generator(reading, node, parts)
    if generator is not None:
        return generator
    callee = _callee(reading, parts)
    args = arguments_of(reading, parts.given)
    if parts.function is not None:
        args.append(Arg(None, lower_expression(reading, parts.function)))
    kinds = child_of(node, "type_arguments")
    if kinds is not None and not args and not arguments_given(reading, parts):
        # ``get<T>()``: what is asked for by its type alone.
        for position, child in enumerate(kinds.named_children):
            kind = lower_type(reading, child)
            args.extend([Arg(f"<{position}>", kind)] if kind is not None else [])
    return Call(callee, tuple(args), span_of(reading, node))


def _callee(reading: Reading, parts: Parts) -> Expr:
    """What is called; inside of ``apply`` and its like a bare name may be one of the value's."""
    callee = lower_expression(reading, parts.callee)
    if isinstance(callee, Name) and reading.implicit and not is_known(reading, callee.id):
        return Attr(Name(reading.implicit[-1], callee.line), callee.id, callee.line)
    return callee


def lower_navigation(reading: Reading, node: Node) -> Expr:
    """``a.b``, ``a?.b``, ``a::b``; ``T::class`` is the type itself."""
    words = named(reading, node)
    line = line_of(reading, node)
    if len(words) < 2:
        return lower_expression(reading, words[0]) if words else Opaque((), line)
    holder = lower_expression(reading, words[0])
    name = text_of(reading, words[-1]).strip("`")
    signs = {child.type for child in node.children}
    if ("::" in signs and name == "class") or (name == "java" and words[0].type == node.type):
        return holder
    return Attr(holder, name, line_of(reading, words[-1]), "?." in signs)


def lower_reference(reading: Reading, node: Node) -> Expr:
    """``::f`` and ``T::f``."""
    words = [c for c in node.named_children if c.type != "type_arguments"]
    line = line_of(reading, node)
    if not words:
        return Opaque((), line)
    name = text_of(reading, words[-1])
    if len(words) == 1:
        return Name(name, line)
    holder = lower_type(reading, words[0]) or lower_expression(reading, words[0])
    return Attr(holder, name, line)


def lower_this(reading: Reading, node: Node) -> Expr:
    """``this``, ``this@Outer``, ``super``."""
    line = line_of(reading, node)
    if node.type == "super_expression":
        return Name("super", line)
    outer = next((text_of(reading, c) for c in node.named_children if c.type == "identifier"), "")
    known = outer and any(scope.name == outer for scope in reading.types[:-1])
    return Name(f"{outer}.this" if known else "this", line)


def lower_text(reading: Reading, node: Node) -> Expr:
    """``"text $name ${value}"`` and texts between three signs."""
    line = line_of(reading, node)
    raw = node.type == "multiline_string_literal"
    parts: list[Expr] = []
    written = ""
    for child in node.named_children:
        if child.type == "interpolation":
            if written:
                parts.extend(_pieces(written, line, raw=raw))
                written = ""
            parts.extend(lower_each(reading, child.named_children))
        else:
            # The grammar cuts ``$name`` in two; an escaped sign is written as it stands.
            written += text_of(reading, child)
    parts.extend(_pieces(written, line, raw=raw))
    if not parts:
        return Const("", line)
    if len(parts) == 1 and isinstance(parts[0], Const):
        return parts[0]
    return Format(tuple(parts), line)


def _pieces(written: str, line: int, *, raw: bool) -> list[Expr]:
    """A text without braces in it, taken apart at the names that stand in it: ``a $name``."""
    parts: list[Expr] = []
    text, at = "", 0
    while at < len(written):
        sign = written[at]
        name = _WORD.match(written, at + 1) if sign == "$" else None
        if name is not None:
            parts.extend([_text(text, raw=raw, line=line)] if text else [])
            parts.append(Name(name[0], line))
            text, at = "", name.end()
            continue
        step = 2 if sign == "\\" and not raw else 1
        text += written[at : at + step]
        at += step
    parts.extend([_text(text, raw=raw, line=line)] if text else [])
    return parts


def _text(text: str, *, raw: bool, line: int) -> Const:
    return Const(text[:MAX_STRING] if raw else unescape(text), line)


def lower_character(reading: Reading, node: Node) -> Expr:
    """``'c'``."""
    return Const(unescape(text_of(reading, node)[1:-1]), line_of(reading, node))


def lower_infix(reading: Reading, node: Node) -> Expr:
    """``key to value`` is a pair; other names between two values are methods."""
    words = named(reading, node)
    if len(words) != 3:
        return lower_loose(reading, node)
    left, right = lower_expression(reading, words[0]), lower_expression(reading, words[2])
    name, line = text_of(reading, words[1]), line_of(reading, node)
    if name == "to":
        return Many("tuple", (left, right), line)
    return Call(Attr(left, name, line), (Arg(None, right),), span_of(reading, node))


def lower_is(reading: Reading, node: Node) -> Expr:
    """``x is T``, ``x !is T``."""
    left = node.child_by_field_name("left")
    line = line_of(reading, node)
    value = lower_expression(reading, left) if left is not None else Opaque((), line)
    kind = type_in(reading, node) or Opaque((), line)
    test = Binary("instanceof", value, kind, line)
    return Opaque((test,), line) if any(c.type == "!is" for c in node.children) else test


def lower_in(reading: Reading, node: Node) -> Expr:
    """``x in xs``."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None or right is None:
        return lower_loose(reading, node)
    sign = "not in" if any(c.type == "!in" for c in node.children) else "in"
    held, source = lower_expression(reading, left), lower_expression(reading, right)
    return Binary(sign, held, source, line_of(reading, node))


def lower_cast(reading: Reading, node: Node) -> Expr:
    """``x as T``: the value, whatever its type."""
    left = node.child_by_field_name("left")
    return lower_expression(reading, left) if left is not None else Opaque((), 0)


def lower_items(reading: Reading, node: Node) -> Expr:
    """``["a", "b"]``, as annotations have it."""
    items = lower_each(reading, node.named_children)
    return items[0] if len(items) == 1 else Many("list", items, line_of(reading, node))


HANDLERS: dict[str, ExpressionHandler] = {
    "call_expression": signed(lower_call),
    "navigation_expression": signed(lower_navigation),
    "callable_reference": lower_reference,
    "this_expression": lower_this,
    "super_expression": lower_this,
    "lambda_literal": lower_lambda,
    "annotated_lambda": lower_inner,
    "anonymous_function": lower_anonymous_function,
    "object_literal": lower_anonymous,
    "string_literal": lower_text,
    "multiline_string_literal": lower_text,
    "number_literal": lower_number,
    "float_literal": lower_number,
    "character_literal": lower_character,
    "infix_expression": lower_infix,
    "is_expression": lower_is,
    "in_expression": lower_in,
    "as_expression": lower_cast,
    "binary_expression": lower_binary,
    "unary_expression": lower_operand,
    "index_expression": signed(lower_index),
    "collection_literal": lower_items,
    "parenthesized_expression": lower_inner,
    "if_expression": as_value,
    "when_expression": as_value,
    "try_expression": as_value,
    "return_expression": lower_jump,
    "throw_expression": lower_jump,
}
