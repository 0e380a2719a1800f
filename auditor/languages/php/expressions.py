"""Calls, constructions, members, arrays and functions without a name."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.assignments import parts_of
from auditor.languages.objects.dispatch import (
    lower_body,
    lower_each,
    lower_expression,
    lower_inner,
    lower_loose,
)
from auditor.languages.objects.functions import nested, yielded
from auditor.languages.objects.numbers import lower_constant, lower_number
from auditor.languages.objects.operators import (
    lower_binary,
    lower_index,
    lower_thrown,
    lower_unary,
    sign_of,
)
from auditor.languages.objects.reading import ExpressionHandler, Reading, named
from auditor.languages.objects.switches import Choice, chosen
from auditor.languages.php.classes import lower_anonymous
from auditor.languages.php.names import lower_qualified, lower_scope, lower_variable
from auditor.languages.php.parameters import arguments_of, lower_parameters
from auditor.languages.php.texts import lower_plain, lower_text
from auditor.languages.reading import line_of, span_of, text_of
from auditor.model.facts import (
    Arg,
    Assigned,
    Attr,
    Binary,
    Call,
    Closure,
    Const,
    Expr,
    Many,
    Mapping,
    Name,
    Opaque,
    Return,
    Star,
    Stmt,
    Ternary,
)

#: Stands for an object of a class that is given.
MADE = "<made>"


def lower_call(reading: Reading, node: Node) -> Expr:
    """``f(x)``, ``$a->f(x)``, ``A::f(x)``; ``f(...)`` is the function itself."""
    callee = _callee(reading, node)
    given = node.child_by_field_name("arguments")
    if given is not None and any(c.type == "variadic_placeholder" for c in given.children):
        return callee
    return Call(callee, arguments_of(reading, given), span_of(reading, node))


def _callee(reading: Reading, node: Node) -> Expr:
    called = node.child_by_field_name("function")
    return lower_expression(reading, called) if called is not None else lower_member(reading, node)


def lower_member(reading: Reading, node: Node) -> Expr:
    """``$a->b``, ``$a?->b``, ``A::$b``, ``A::B``; ``A::class`` is the type itself."""
    holder = node.child_by_field_name("object") or node.child_by_field_name("scope")
    member = node.child_by_field_name("name")
    words = named(reading, node)
    if holder is None and len(words) == 2:
        holder, member = words
    line = line_of(reading, member or node)
    if holder is None or member is None:
        return Opaque(lower_each(reading, node.children), line)
    held = lower_expression(reading, holder)
    name = text_of(reading, member)
    if member.type not in ("name", "variable_name"):
        # The name of the member is a value.
        return Opaque((held, lower_expression(reading, member)), line)
    if member.type == "variable_name" and not node.type.startswith("scoped"):
        return Opaque((held, Name(name, line)), line)
    if name == "class":
        return held
    return Attr(held, name.lstrip("$"), line, node.type.startswith("nullsafe"))


def lower_new(reading: Reading, node: Node) -> Expr:
    """``new T(x)``, ``new $cls``, ``new class { ... }``."""
    words = named(reading, node)
    inner = next((c for c in words if c.type == "anonymous_class"), None)
    if inner is not None:
        return lower_anonymous(reading, inner)
    given = next((c for c in words if c.type == "arguments"), None)
    kinds = [c for c in words if c.type != "arguments"]
    if not kinds:
        return lower_loose(reading, node)
    made = lower_expression(reading, kinds[0])
    return Call(made, arguments_of(reading, given), span_of(reading, node), new=True)


def lower_function(reading: Reading, node: Node) -> Expr:
    """``function ($x) use ($y) { ... }`` and ``fn ($x) => value``."""
    params = lower_parameters(reading, node.child_by_field_name("parameters"))
    content = node.child_by_field_name("body")

    def lowered() -> tuple[Stmt, ...]:
        if content is None or content.type == reading.grammar.block:
            return lower_body(reading, content)
        return (Return(lower_expression(reading, content), line_of(reading, content)),)

    return Closure(nested(reading, node, "<lambda>", params, lowered))


def lower_yield(reading: Reading, node: Node) -> Expr:
    """``yield $x``, ``yield $key => $x``, ``yield from f()``."""
    element = next((c for c in node.named_children if c.type == "array_element_initializer"), node)
    words = [lower_expression(reading, word) for word in _values(reading, element)]
    delegated = any(child.type == "yield from" for child in node.children)
    return yielded(reading, node, words[-1] if words else None, delegated)


def lower_array(reading: Reading, node: Node) -> Expr:
    """``['a' => x, ...$y]`` and ``[x, y]``; ``[$this, 'f']`` is a method."""
    line = line_of(reading, node)
    elements = [c for c in node.named_children if c.type == "array_element_initializer"]
    method = _method_of(reading, elements)
    if method is not None:
        return method
    if not any(c.type == "=>" for element in elements for c in element.children):
        return Many("list", tuple(_item(reading, element) for element in elements), line)
    pairs: list[tuple[Expr | None, Expr]] = []
    for position, element in enumerate(elements):
        words = [lower_expression(reading, word) for word in _values(reading, element)]
        if len(words) == 2:
            pairs.append((words[0], words[1]))
        elif words:
            spread = any(c.type == "variadic_unpacking" for c in element.named_children)
            pairs.append((None if spread else Const(position, line), words[0]))
    return Mapping(tuple(pairs), line)


def _values(reading: Reading, element: Node) -> list[Node]:
    words = named(reading, element)
    return [named(reading, w)[-1] if w.type == "variadic_unpacking" else w for w in words]


def _item(reading: Reading, element: Node) -> Expr:
    words = _values(reading, element)
    line = line_of(reading, element)
    value = lower_expression(reading, words[-1]) if words else Const(None, line)
    spread = any(c.type == "variadic_unpacking" for c in element.named_children)
    return Star(value, line) if spread else value


def _method_of(reading: Reading, elements: list[Node]) -> Expr | None:
    """``[$this, 'f']`` and ``[T::class, 'f']`` are how a method is handed on."""
    words = [word for element in elements for word in _values(reading, element)]
    if len(elements) != 2 or len(words) != 2 or words[1].type not in ("string", "encapsed_string"):
        return None
    holder = text_of(reading, words[0])
    name = lower_expression(reading, words[1])
    if holder != "$this" and not holder.endswith("::class"):
        return None
    if not isinstance(name, Const) or not str(name.value).isidentifier():
        return None
    base = lower_expression(reading, words[0])
    if holder != "$this":
        # Whoever is handed it makes an object of the class, or asks a container for one.
        base = Call(Name(MADE, name.line), (Arg(None, base),), span_of(reading, words[0]))
    return Attr(base, str(name.value), name.line)


def lower_targets(reading: Reading, node: Node) -> Expr:
    """``[$a, $b]`` and ``list($a, $b)`` as what is assigned to."""
    words = [named(reading, w)[-1] if w.type == "pair" else w for w in named(reading, node)]
    return Many("tuple", tuple(lower_expression(reading, w) for w in words), line_of(reading, node))


def lower_assignment(reading: Reading, node: Node) -> Expr:
    """An assignment whose value is used."""
    parts = parts_of(reading, node)
    line = line_of(reading, node)
    if parts is None:
        return lower_loose(reading, node)
    left, sign, right = parts
    target, value = lower_expression(reading, left), lower_expression(reading, right)
    if sign != "=":
        value = Binary(sign_of(sign[:-1]), target, value, line)
    return Assigned(target, value, line)


def lower_update(reading: Reading, node: Node) -> Expr:
    """``$x++`` inside of an expression."""
    held = node.child_by_field_name("argument")
    line = line_of(reading, node)
    if held is None:
        return lower_loose(reading, node)
    target = lower_expression(reading, held)
    return Assigned(target, Binary("+", target, Const(1, line), line), line)


def lower_conditional(reading: Reading, node: Node) -> Expr:
    """``a ? b : c`` and ``a ?: c``."""
    test, then = node.child_by_field_name("condition"), node.child_by_field_name("body")
    other = node.child_by_field_name("alternative")
    line = line_of(reading, node)
    if test is None or other is None:
        return lower_loose(reading, node)
    first, last = lower_expression(reading, test), lower_expression(reading, other)
    if then is None:
        return Binary("or", first, last, line)
    return Ternary(first, lower_expression(reading, then), last, line)


def lower_match(reading: Reading, node: Node) -> Expr:
    """``match ($x) { 'a', 'b' => 1, default => 2 }``."""
    test, block = node.child_by_field_name("condition"), node.child_by_field_name("body")
    choices: list[Choice] = []
    for arm in block.named_children if block is not None else ():
        value = arm.child_by_field_name("return_expression")
        held = arm.child_by_field_name("conditional_expressions")
        if value is None:
            continue
        patterns = lower_each(reading, held.named_children) if held is not None else ()
        choices.append(Choice(patterns, lower_expression(reading, value)))
    line = line_of(reading, node)
    subject = lower_inner(reading, test) if test is not None else Const(None, line)
    return chosen(subject, choices, span_of(reading, node))


_CALLS = ("function_call_expression", "member_call_expression", "scoped_call_expression",
          "nullsafe_member_call_expression")  # fmt: skip
_MEMBERS = ("member_access_expression", "nullsafe_member_access_expression",
            "scoped_property_access_expression", "class_constant_access_expression")  # fmt: skip

HANDLERS: dict[str, ExpressionHandler] = {
    **dict.fromkeys(_CALLS, lower_call),
    **dict.fromkeys(_MEMBERS, lower_member),
    **dict.fromkeys(
        ("cast_expression", "error_suppression_expression", "clone_expression", "by_ref",
         "parenthesized_expression"),
        lower_inner,
    ),
    "object_creation_expression": lower_new,
    "variable_name": lower_variable,
    "relative_scope": lower_scope,
    "qualified_name": lower_qualified,
    "anonymous_function": lower_function,
    "arrow_function": lower_function,
    "array_creation_expression": lower_array,
    "list_literal": lower_targets,
    "subscript_expression": lower_index,
    "assignment_expression": lower_assignment,
    "reference_assignment_expression": lower_assignment,
    "augmented_assignment_expression": lower_assignment,
    "update_expression": lower_update,
    "binary_expression": lower_binary,
    "unary_op_expression": lower_unary,
    "conditional_expression": lower_conditional,
    "match_expression": lower_match,
    "throw_expression": lower_thrown,
    "yield_expression": lower_yield,
    "string": lower_plain,
    "encapsed_string": lower_text,
    "heredoc": lower_text,
    "nowdoc": lower_text,
    "integer": lower_number,
    "float": lower_number,
    "boolean": lower_constant,
    "null": lower_constant,
}  # fmt: skip
