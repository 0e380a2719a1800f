"""Classes, interfaces, traits, enumerations, and functions."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.classes import ABSTRACT, class_name, flags, marked
from auditor.languages.objects.dispatch import lower_body, lower_expression, lower_statement
from auditor.languages.objects.functions import in_type, method, nested
from auditor.languages.objects.reading import Reading, child_of, place_name
from auditor.languages.php.names import lower_type
from auditor.languages.php.parameters import (
    PROMOTED,
    arguments_of,
    attributes_of,
    lower_parameters,
)
from auditor.languages.reading import line_of, span_of, take_ahead, text_of
from auditor.model.facts import (
    Assign,
    Attr,
    Call,
    Class,
    Const,
    Expr,
    Name,
    Param,
    Stmt,
)

_CLAUSES = ("base_clause", "class_interface_clause")


def lower_class(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``class``, ``interface``, ``trait`` and ``enum``."""
    name = class_name(reading, node)
    keywords = flags(
        line_of(reading, node),
        interface=node.type == "interface_declaration",
        abstract=any(child.type == "abstract_modifier" for child in node.children),
    )
    bases, body = _content(reading, node, name)
    decorators = attributes_of(reading, node)
    out.append(Class(name, bases, keywords, body, decorators, span_of(reading, node)))


def lower_anonymous(reading: Reading, node: Node) -> Expr:
    """``new class(x) extends T { ... }``: a class of its own is put ahead."""
    name = place_name(reading, "class", node)
    line = line_of(reading, node)
    bases, body = _content(reading, node, name)
    keywords = flags(line, anonymous=True)
    reading.ahead.append(Class(name, bases, keywords, body, (), span_of(reading, node)))
    given = child_of(node, "arguments")
    return Call(Name(name, line), arguments_of(reading, given), span_of(reading, node), new=True)


def _content(reading: Reading, node: Node, name: str) -> tuple[tuple[Expr, ...], tuple[Stmt, ...]]:
    """What a class derives from, traits included, and its members."""
    bases = [
        kind
        for clause in node.named_children
        for child in (clause.named_children if clause.type in _CLAUSES else ())
        if (kind := lower_type(reading, child)) is not None
    ]
    content = node.child_by_field_name("body")
    body: list[Stmt] = []
    with in_type(reading, name, set()):
        for child in content.named_children if content is not None else ():
            if child.type == "use_declaration":
                traits = (lower_type(reading, c) for c in child.named_children)
                bases.extend(kind for kind in traits if kind is not None)
            else:
                _member(reading, child, body)
    return tuple(bases), tuple(body)


def _member(reading: Reading, node: Node, out: list[Stmt]) -> None:
    match node.type:
        case "method_declaration":
            _method(reading, node, out)
        case "property_declaration":
            kind = lower_type(reading, node.child_by_field_name("type"))
            for element in node.named_children:
                if element.type == "property_element":
                    _field(reading, element, kind, out)
        case "const_declaration":
            lower_constants(reading, node, out)
        case "enum_case":
            _case(reading, node, out)
        case _:
            lower_statement(reading, node, out)


def _method(reading: Reading, node: Node, out: list[Stmt]) -> None:
    called, given = node.child_by_field_name("name"), node.child_by_field_name("parameters")
    name = text_of(reading, called) if called is not None else "<method>"
    params = lower_parameters(reading, given)
    content = node.child_by_field_name("body")
    kept = _promoted(reading, given, params)
    for param in kept:
        if param.annotation is not None:
            field = Name(param.name.lstrip("$"), line_of(reading, node))
            out.append(Assign((field,), None, param.annotation, "", field.line))

    def lowered() -> tuple[Stmt, ...]:
        line = line_of(reading, node)
        this = Name(reading.grammar.receiver, line)
        setting = (
            Assign((Attr(this, p.name.lstrip("$"), line),), Name(p.name, line), None, "", line)
            for p in kept
        )
        return (*setting, *lower_body(reading, content))

    function = method(
        reading, node, name, params, lowered,
        static=any(child.type == "static_modifier" for child in node.children),
        decorators=attributes_of(reading, node),
        returns=lower_type(reading, node.child_by_field_name("return_type")),
    )  # fmt: skip
    out.append(marked(function, ABSTRACT) if content is None else function)


def _promoted(reading: Reading, node: Node | None, params: list[Param]) -> list[Param]:
    """The parameters of a constructor that are fields as well."""
    held = [c for c in node.named_children if c.type == PROMOTED] if node is not None else []
    names = {text_of(reading, n) for c in held if (n := c.child_by_field_name("name")) is not None}
    return [param for param in params if param.name in names]


def _field(reading: Reading, node: Node, kind: Expr | None, out: list[Stmt]) -> None:
    name, value = node.child_by_field_name("name"), node.child_by_field_name("default_value")
    if name is None:
        return
    line = line_of(reading, node)
    target = Name(text_of(reading, name).lstrip("$"), line)
    if kind is not None:
        out.append(Assign((target,), None, kind, "", line))
    if value is not None:
        waiting = len(reading.ahead)
        lowered = lower_expression(reading, value)
        out.extend(take_ahead(reading.ahead, waiting))
        out.append(Assign((target,), lowered, kind, "", line))


def _case(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``case A = 'x';``: the constant stands for its text, or else for its name."""
    called, value = node.child_by_field_name("name"), node.child_by_field_name("value")
    if called is None:
        return
    line, text = line_of(reading, node), text_of(reading, called)
    lowered = lower_expression(reading, value) if value is not None else Const(text, line)
    out.append(Assign((Name(text, line),), lowered, None, "", line))


def lower_constants(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``const A = x, B = y;``."""
    for element in node.named_children:
        words = element.named_children if element.type == "const_element" else []
        if len(words) > 1:
            line = line_of(reading, element)
            value = lower_expression(reading, words[-1])
            out.append(Assign((Name(text_of(reading, words[0]), line),), value, None, "", line))


def lower_function(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """A function that belongs to no class."""
    called = node.child_by_field_name("name")
    name = text_of(reading, called) if called is not None else "<lambda>"
    params = lower_parameters(reading, node.child_by_field_name("parameters"))
    content = node.child_by_field_name("body")
    returns = lower_type(reading, node.child_by_field_name("return_type"))
    out.append(nested(reading, node, name, params, lambda: lower_body(reading, content), returns))


HANDLERS = {
    **dict.fromkeys(
        ("class_declaration", "interface_declaration", "trait_declaration", "enum_declaration"),
        lower_class,
    ),
    "const_declaration": lower_constants,
    "function_definition": lower_function,
}
