"""Calls, constructions, members, texts and functions without a name."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.csharp.classes import arguments_of
from auditor.languages.csharp.literals import (
    lower_interpolated,
    lower_number,
    lower_text,
)
from auditor.languages.csharp.parameters import lower_parameters
from auditor.languages.csharp.patterns import lower_pattern_test, lower_switch_value
from auditor.languages.csharp.types import lower_type, type_arguments, words_of
from auditor.languages.objects.assignments import lower_assignment, lower_update
from auditor.languages.objects.classes import ABOVE
from auditor.languages.objects.dispatch import (
    lower_each,
    lower_expression,
    lower_first,
    lower_inner,
    lower_loose,
)
from auditor.languages.objects.functions import closure
from auditor.languages.objects.numbers import lower_constant
from auditor.languages.objects.operators import (
    lower_binary,
    lower_ternary,
    lower_thrown,
    lower_unary,
)
from auditor.languages.objects.reading import ExpressionHandler, Reading, child_of, named
from auditor.languages.reading import line_of, span_of, text_of
from auditor.model.facts import (
    Arg,
    Attr,
    Await,
    Call,
    Closure,
    Const,
    Expr,
    Index,
    Many,
    Mapping,
    Name,
    Opaque,
)

#: What an object creation without a type is a call of, until its declaration says more.
IMPLIED = "<implied>"


def _name_in(reading: Reading, node: Node | None) -> str:
    if node is None:
        return ""
    if node.type == "generic_name" and node.named_children:
        return text_of(reading, node.named_children[0])
    return text_of(reading, node)


def lower_call(reading: Reading, node: Node) -> Expr:
    """``f(x)``, ``a.F<T>(x)``, ``a?.F(x)``."""
    callee = node.child_by_field_name("function")
    args = arguments_of(reading, node.child_by_field_name("arguments"))
    if callee is None:
        return Opaque(tuple(arg.value for arg in args), line_of(reading, node))
    generic = callee
    if callee.type == "member_access_expression":
        generic = callee.child_by_field_name("name") or callee
    kinds = type_arguments(reading, generic) if generic.type == "generic_name" else []
    typed = tuple(Arg(f"<{number}>", kind) for number, kind in enumerate(kinds))
    called = lower_expression(reading, callee)
    if callee.type == "generic_name":
        called = Name(_name_in(reading, callee), line_of(reading, callee))
    # What is not named so is no task, and done when it returns.
    done = not _name_in(reading, generic).endswith("Async")
    return Call(called, (*args, *typed), span_of(reading, node), done)


def lower_member(reading: Reading, node: Node) -> Expr:
    """``a.b``."""
    holder, name = node.child_by_field_name("expression"), node.child_by_field_name("name")
    line = line_of(reading, name or node)
    if holder is None:
        return Opaque((), line)
    return Attr(lower_expression(reading, holder), _name_in(reading, name), line)


def lower_conditional(reading: Reading, node: Node) -> Expr:
    """``a?.b``: what ``a`` has, if there is an ``a``."""
    words = named(reading, node)
    if not words:
        return Opaque((), line_of(reading, node))
    base = lower_expression(reading, words[0])
    return _bound(reading, base, words[-1]) if len(words) > 1 else base


def _bound(reading: Reading, base: Expr, node: Node) -> Expr:
    """``.b`` and ``[k]`` behind a question mark, with all that follows."""
    line = line_of(reading, node)
    match node.type:
        case "member_binding_expression":
            return Attr(base, _name_in(reading, node.child_by_field_name("name")), line)
        case "element_binding_expression":
            args = arguments_of(reading, node)
            return Index(base, args[0].value, line) if args else base
        case "invocation_expression":
            callee = node.child_by_field_name("function")
            inner = _bound(reading, base, callee) if callee is not None else base
            args = arguments_of(reading, node.child_by_field_name("arguments"))
            return Call(inner, args, span_of(reading, node), True)
        case "member_access_expression":
            holder, name = node.child_by_field_name("expression"), node.child_by_field_name("name")
            inner = _bound(reading, base, holder) if holder is not None else base
            return Attr(inner, _name_in(reading, name), line)
        case "conditional_access_expression":
            words = named(reading, node)
            inner = _bound(reading, base, words[0]) if words else base
            return _bound(reading, inner, words[-1]) if len(words) > 1 else inner
        case _:
            return Opaque((base, lower_expression(reading, node)), line)


def lower_new(reading: Reading, node: Node) -> Expr:
    """``new T(x) { A = 1 }``: what is set at once are further arguments."""
    line = line_of(reading, node)
    kind = lower_type(reading, node.child_by_field_name("type"))
    given = child_of(node, "argument_list")
    args = arguments_of(reading, given)
    content = node.child_by_field_name("initializer") or child_of(node, "initializer_expression")
    made: Expr = kind if kind is not None else Name(IMPLIED, line)
    if content is None:
        return Call(made, args, span_of(reading, node), new=True)
    fields = [c for c in content.named_children if c.type == "assignment_expression"]
    simple = [c for c in fields if _is_name(c.child_by_field_name("left"))]
    if len(simple) == len(named(reading, content)):
        more = tuple(_set(reading, c) for c in simple)
        return Call(made, (*args, *more), span_of(reading, node), new=True)
    return lower_items(reading, content)


def _is_name(node: Node | None) -> bool:
    return node is not None and node.type == "identifier"


def _set(reading: Reading, node: Node) -> Arg:
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    name = text_of(reading, left) if left is not None else None
    value = lower_expression(reading, right) if right is not None else Const(None, 0)
    return Arg(name, value)


def lower_items(reading: Reading, node: Node) -> Expr:
    """``{a, b}``, and ``{["k"] = v}`` as a mapping."""
    line = line_of(reading, node)
    words = named(reading, node)
    # Asked before anything is read: items read twice in each other take time without end.
    halves = [_halves(reading, word) for word in words]
    if not words or not all(halves):
        return Many("list", lower_each(reading, node.children), line)
    return Mapping(tuple(_pair(reading, *pair) for pair in halves if pair), line)


def _halves(reading: Reading, node: Node) -> tuple[Node, Node] | None:
    """Key and value of ``{"k", v}``, ``["k"] = v`` and ``Name = v``."""
    if node.type == "initializer_expression":
        words = named(reading, node)
        return (words[0], words[1]) if len(words) == 2 else None
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if node.type != "assignment_expression" or left is None or right is None:
        return None
    return (left, right) if left.type == "identifier" or named(reading, left) else None


def _pair(reading: Reading, left: Node, right: Node) -> tuple[Expr, Expr]:
    is_named = left.parent is not None and left.parent.type == "assignment_expression"
    if is_named and left.type == "identifier":
        key: Expr = Const(text_of(reading, left), line_of(reading, left))
    elif is_named and (args := arguments_of(reading, left)):
        key = args[0].value
    else:
        key = lower_expression(reading, left)
    return key, lower_expression(reading, right)


def lower_anonymous(reading: Reading, node: Node) -> Expr:
    """``new { A = 1, x.B }``: a mapping."""
    pairs: list[tuple[Expr | None, Expr]] = []
    children = [c for c in node.children if c.type not in reading.grammar.silent]
    for position, child in enumerate(children):
        before = children[position - 1].type if position else ""
        after = children[position + 1].type if position + 1 < len(children) else ""
        if not child.is_named or after == "=":
            continue
        key = children[position - 2] if before == "=" and position > 1 else child
        name = text_of(reading, key).rpartition(".")[2]
        pairs.append((Const(name, line_of(reading, key)), lower_expression(reading, child)))
    return Mapping(tuple(pairs), line_of(reading, node))


def lower_index(reading: Reading, node: Node) -> Expr:
    """``items[key]``."""
    holder, keys = node.child_by_field_name("expression"), node.child_by_field_name("subscript")
    line = line_of(reading, node)
    args = arguments_of(reading, keys)
    if holder is None or len(args) != 1:
        return lower_loose(reading, node)
    return Index(lower_expression(reading, holder), args[0].value, line)


def lower_word(reading: Reading, node: Node) -> Expr:
    """``this`` and ``base``."""
    return Name(ABOVE if node.type == "base" else "this", line_of(reading, node))


def lower_lambda(reading: Reading, node: Node) -> Expr:
    """``x => value``, ``delegate (T x) { ... }``."""
    given = node.child_by_field_name("parameters")
    body = node.child_by_field_name("body") or child_of(node, "block")
    made = closure(reading, node, lower_parameters(reading, given), body)
    return Closure(made.function._replace(is_async="async" in words_of(reading, node)))


def lower_await(reading: Reading, node: Node) -> Expr:
    """``await f()``; what only says how to wait is left out."""
    value = lower_first(reading, node)
    if isinstance(value, Call):
        return value._replace(awaited=True)
    line = line_of(reading, node)
    return Await(value, line) if value is not None else Opaque((), line)


def lower_as(reading: Reading, node: Node) -> Expr:
    """``x as T``."""
    left = node.child_by_field_name("left")
    return lower_expression(reading, left) if left is not None else Opaque((), 0)


def lower_cast(reading: Reading, node: Node) -> Expr:
    """``(T) x``."""
    value = node.child_by_field_name("value")
    return lower_expression(reading, value) if value is not None else Opaque((), 0)


def lower_postfix(reading: Reading, node: Node) -> Expr:
    """``x!`` is x; ``x++`` changes it."""
    if any(c.type in ("++", "--") for c in node.children):
        return lower_update(reading, node)
    return lower_inner(reading, node)


def lower_typeof(reading: Reading, node: Node) -> Expr:
    """``typeof(T)``: the type itself."""
    kind = lower_type(reading, node.child_by_field_name("type"))
    return kind if kind is not None else Opaque((), line_of(reading, node))


def lower_list(reading: Reading, node: Node) -> Expr:
    """``[a, b]`` and ``new[] {a, b}``."""
    content = next((c for c in node.named_children if c.type == "initializer_expression"), node)
    words: list[Node] = []
    for child in named(reading, content):
        word = child
        while word.type in ("collection_element", "expression_element") and word.named_children:
            word = word.named_children[0]
        words.append(word)
    return Many("list", lower_each(reading, words), line_of(reading, node))


HANDLERS: dict[str, ExpressionHandler] = {
    "invocation_expression": lower_call,
    "member_access_expression": lower_member,
    "conditional_access_expression": lower_conditional,
    "object_creation_expression": lower_new,
    "implicit_object_creation_expression": lower_new,
    "anonymous_object_creation_expression": lower_anonymous,
    "initializer_expression": lower_items,
    "collection_expression": lower_list,
    "array_creation_expression": lower_list,
    "implicit_array_creation_expression": lower_list,
    "element_access_expression": lower_index,
    "this": lower_word,
    "base": lower_word,
    "lambda_expression": lower_lambda,
    "anonymous_method_expression": lower_lambda,
    "await_expression": lower_await,
    "throw_expression": lower_thrown,
    "is_pattern_expression": lower_pattern_test,
    "switch_expression": lower_switch_value,
    "as_expression": lower_as,
    "cast_expression": lower_cast,
    "postfix_unary_expression": lower_postfix,
    "prefix_unary_expression": lower_unary,
    "typeof_expression": lower_typeof,
    "string_literal": lower_text,
    "verbatim_string_literal": lower_text,
    "raw_string_literal": lower_text,
    "character_literal": lower_text,
    "interpolated_string_expression": lower_interpolated,
    "integer_literal": lower_number,
    "real_literal": lower_number,
    "boolean_literal": lower_constant,
    "null_literal": lower_constant,
    "default_expression": lower_constant,
    "parenthesized_expression": lower_inner,
    "binary_expression": lower_binary,
    "conditional_expression": lower_ternary,
    "assignment_expression": lower_assignment,
}
