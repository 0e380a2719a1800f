"""Classes, interfaces, records and enumerations."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.java.parameters import arguments_of, lower_parameters
from auditor.languages.java.types import annotations_of, lower_type, words_of
from auditor.languages.objects.classes import (
    ABSTRACT,
    CONSTRUCTOR,
    class_name,
    flags,
    marked,
)
from auditor.languages.objects.dispatch import lower_body, lower_expression, lower_statement
from auditor.languages.objects.functions import annotated, in_type, method
from auditor.languages.objects.reading import Reading, declare, place_name
from auditor.languages.reading import line_of, span_of, take_ahead, text_of
from auditor.model.facts import (
    Assign,
    Attr,
    Call,
    Class,
    Const,
    Expr,
    Name,
    Stmt,
)

_CLAUSES = ("superclass", "super_interfaces", "extends_interfaces")


def lower_class(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``class``, ``interface``, ``record`` and ``enum``."""
    name = class_name(reading, node)
    keywords = flags(
        line_of(reading, node),
        interface=node.type == "interface_declaration",
        record=node.type == "record_declaration",
        abstract="abstract" in words_of(node),
    )
    body: list[Stmt] = []
    behind: list[Stmt] = []
    content = node.child_by_field_name("body")
    with in_type(reading, name, _statics(reading, content, node.type)):
        if node.type == "record_declaration":
            _components(reading, node, body)
        if node.type == "enum_declaration" and content is not None:
            _constants(reading, content, name, body, behind)
        if content is not None:
            _members(reading, content, body)
    decorators = annotations_of(reading, node)
    declare(reading, name)
    bases = tuple(_bases(reading, node))
    out.append(Class(name, bases, keywords, tuple(body), decorators, span_of(reading, node)))
    out.extend(behind)


def lower_anonymous(reading: Reading, node: Node, base: Expr, content: Node) -> Expr:
    """``new T() { ... }``: a class of its own is put ahead, its name stands for it."""
    name = place_name(reading, "class", node)
    body: list[Stmt] = []
    with in_type(reading, name, set()):
        _members(reading, content, body)
    keywords = flags(line_of(reading, node), anonymous=True)
    span = span_of(reading, content)
    reading.ahead.append(Class(name, (base,), keywords, tuple(body), (), span))
    return Name(name, line_of(reading, node))


def _bases(reading: Reading, node: Node) -> list[Expr]:
    found: list[Expr] = []
    for clause in node.named_children:
        if clause.type in _CLAUSES:
            listed = clause.named_children
            if listed and listed[0].type == "type_list":
                listed = listed[0].named_children
            lowered = (lower_type(reading, child) for child in listed)
            found.extend(base for base in lowered if base is not None)
    return found


def _statics(reading: Reading, content: Node | None, kind: str) -> set[str]:
    found: set[str] = set()
    for child in content.named_children if content is not None else ():
        if child.type in ("field_declaration", "constant_declaration") and (
            "static" in words_of(child) or kind == "interface_declaration"
        ):
            for declarator in child.children_by_field_name("declarator"):
                name = declarator.child_by_field_name("name")
                if name is not None:
                    found.add(text_of(reading, name))
    return found


def _components(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """The fields of a record."""
    params = node.child_by_field_name("parameters")
    line = line_of(reading, node)
    for param in lower_parameters(reading, params) if params is not None else ():
        out.append(Assign((Name(param.name, line),), None, param.annotation, "", line))


def _members(reading: Reading, content: Node, out: list[Stmt]) -> None:
    for child in content.named_children:
        match child.type:
            case "method_declaration" | "constructor_declaration":
                _method(reading, child, out)
            case "compact_constructor_declaration":
                pass
            case "field_declaration" | "constant_declaration":
                _fields(reading, child, out)
            case "static_initializer":
                for block in child.named_children:
                    out.extend(lower_body(reading, block))
            case "enum_body_declarations":
                _members(reading, child, out)
            case "enum_constant":
                pass
            case _:
                lower_statement(reading, child, out)


def _method(reading: Reading, node: Node, out: list[Stmt]) -> None:
    named, given = node.child_by_field_name("name"), node.child_by_field_name("parameters")
    is_constructor = node.type == "constructor_declaration"
    name = text_of(reading, named) if named is not None and not is_constructor else CONSTRUCTOR
    params = lower_parameters(reading, given) if given is not None else []
    content = node.child_by_field_name("body")
    function = method(
        reading, node, name, params, lambda: lower_body(reading, content),
        static="static" in words_of(node),
        decorators=annotations_of(reading, node),
        returns=lower_type(reading, node.child_by_field_name("type")),
    )  # fmt: skip
    out.append(marked(function, ABSTRACT) if content is None else function)


def _fields(reading: Reading, node: Node, out: list[Stmt]) -> None:
    kind = lower_type(reading, node.child_by_field_name("type"))
    annotations = annotations_of(reading, node)
    for declarator in node.children_by_field_name("declarator"):
        name = declarator.child_by_field_name("name")
        if name is None:
            continue
        line = line_of(reading, declarator)
        value = declarator.child_by_field_name("value")
        held = len(reading.ahead)
        lowered = (
            lower_expression(reading, value)
            if value is not None
            else annotated(reading, declarator, annotations)
        )
        out.extend(take_ahead(reading.ahead, held))
        target = Name(text_of(reading, name), line)
        if kind is not None:
            out.append(Assign((target,), None, kind, "", line))
        if lowered is not None:
            out.append(Assign((target,), lowered, kind, "", line))


def _constants(
    reading: Reading, content: Node, name: str, body: list[Stmt], behind: list[Stmt]
) -> None:
    """The constants of an enumeration: texts, or objects where they are built with something."""
    built = any(c.type == "enum_body_declarations" and _constructs(c) for c in content.children)
    for child in content.named_children:
        called = child.child_by_field_name("name") if child.type == "enum_constant" else None
        if called is None:
            continue
        line, text = line_of(reading, child), text_of(reading, called)
        if not built:
            body.append(Assign((Name(text, line),), Const(text, line), None, "", line))
            continue
        args = arguments_of(reading, child.child_by_field_name("arguments"))
        made = Call(Name(name, line), args, span_of(reading, child), new=True)
        behind.append(Assign((Attr(Name(name, line), text, line),), made, None, "", line))


def _constructs(node: Node) -> bool:
    return any(c.type == "constructor_declaration" for c in node.named_children)


HANDLERS = dict.fromkeys(
    ("class_declaration", "interface_declaration", "record_declaration", "enum_declaration"),
    lower_class,
)
