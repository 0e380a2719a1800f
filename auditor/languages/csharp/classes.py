"""Classes, interfaces, records, structs and enumerations."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.csharp.parameters import lower_parameters
from auditor.languages.csharp.types import attributes_of, lower_type, words_of
from auditor.languages.objects.classes import (
    ABSTRACT,
    CONSTRUCTOR,
    EXTENSION,
    chained,
    class_name,
    flags,
    marked,
)
from auditor.languages.objects.dispatch import (
    lower_body,
    lower_expression,
    lower_first,
    lower_statement,
)
from auditor.languages.objects.functions import in_type, inner_function, method
from auditor.languages.objects.reading import Reading, child_of, declare, named, place_name
from auditor.languages.reading import line_of, span_of, take_ahead, text_of
from auditor.model.facts import (
    Arg,
    Assign,
    Attr,
    Call,
    Class,
    Const,
    Evaluate,
    Expr,
    Function,
    Name,
    Param,
    Return,
    Stmt,
)

_ARROW = "arrow_expression_clause"


def lower_class(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``class``, ``interface``, ``record`` and ``struct``."""
    name = class_name(reading, node)
    words = words_of(reading, node)
    keywords = flags(
        line_of(reading, node),
        interface=node.type == "interface_declaration",
        abstract="abstract" in words,
        partial="partial" in words,
    )
    content = node.child_by_field_name("body")
    primary = child_of(node, "parameter_list")
    bases, given = _bases(reading, node)
    body: list[Stmt] = []
    with in_type(reading, name, _statics(reading, content)):
        if primary is not None:
            _primary(reading, node, lower_parameters(reading, primary), given, body)
        if content is not None:
            _members(reading, content, body)
    declare(reading, name)
    decorators = attributes_of(reading, node)
    out.append(Class(name, tuple(bases), keywords, tuple(body), decorators, span_of(reading, node)))


def _bases(reading: Reading, node: Node) -> tuple[list[Expr], tuple[Arg, ...] | None]:
    """What a class derives from, and what its primary constructor hands to the class above."""
    found: list[Expr] = []
    given: tuple[Arg, ...] | None = None
    for clause in node.named_children:
        for child in clause.named_children if clause.type == "base_list" else ():
            if child.type == "argument_list":
                given = arguments_of(reading, child)
            elif child.type == "primary_constructor_base_type":
                kind = lower_type(reading, child.named_children[0])
                found.extend([kind] if kind is not None else [])
                given = arguments_of(reading, child.named_children[-1])
            else:
                kind = lower_type(reading, child)
                found.extend([kind] if kind is not None else [])
    return found, given


def arguments_of(reading: Reading, node: Node | None) -> tuple[Arg, ...]:
    """The arguments of a call, with the names that some have."""
    args: list[Arg] = []
    for child in node.named_children if node is not None else ():
        if child.type != "argument":
            continue
        called = child.child_by_field_name("name")
        words = [c for c in named(reading, child) if c != called]
        if words:
            name = text_of(reading, called) if called is not None else None
            args.append(Arg(name, lower_expression(reading, words[-1])))
    return tuple(args)


def _primary(
    reading: Reading,
    node: Node,
    params: list[Param],
    given: tuple[Arg, ...] | None,
    out: list[Stmt],
) -> None:
    """``class A(B b)``: a constructor that keeps what it is given."""
    line = line_of(reading, node)
    body: list[Stmt] = [
        Assign((Attr(Name("this", line), p.name, line),), Name(p.name, line), None, "", line)
        for p in params
    ]
    if given is not None:
        body.append(Evaluate(chained(reading, node, given, own=False), line))
    out.extend(Assign((Name(p.name, line),), None, p.annotation, "", line) for p in params)
    made = method(reading, node, CONSTRUCTOR, params, lambda: tuple(body), static=False)
    called = node.child_by_field_name("name")
    out.append(made._replace(span=span_of(reading, called)) if called is not None else made)


def _statics(reading: Reading, content: Node | None) -> set[str]:
    found: set[str] = set()
    for child in content.named_children if content is not None else ():
        if {"static", "const"} & words_of(reading, child):
            if child.type == "field_declaration":
                found.update(text_of(reading, name) for name, _ in _declarators(child))
            elif child.type == "property_declaration":
                name = child.child_by_field_name("name")
                found.update([text_of(reading, name)] if name is not None else [])
    return found


def _declarators(node: Node) -> list[tuple[Node, Node | None]]:
    """The names of a declaration, each with its value."""
    found: list[tuple[Node, Node | None]] = []
    for declaration in node.named_children:
        for one in declaration.named_children if declaration.type == "variable_declaration" else ():
            name = one.child_by_field_name("name")
            if one.type == "variable_declarator" and name is not None:
                rest = [
                    c
                    for c in one.named_children
                    if c != name and c.type != "bracketed_argument_list"
                ]
                found.append((name, rest[-1] if rest else None))
    return found


def _members(reading: Reading, content: Node, out: list[Stmt]) -> None:
    for child in content.named_children:
        match child.type:
            case "method_declaration" | "constructor_declaration":
                _method(reading, child, out)
            case "field_declaration":
                _fields(reading, child, out)
            case "property_declaration" | "indexer_declaration":
                _property(reading, child, out)
            case _:
                lower_statement(reading, child, out)


def body_of(reading: Reading, node: Node) -> tuple[Stmt, ...]:
    """What a method does: a block, or one expression behind an arrow."""
    content = node.child_by_field_name("body") or child_of(node, _ARROW)
    if content is None or content.type != _ARROW:
        return lower_body(reading, content)
    return arrow(reading, content)


def arrow(reading: Reading, content: Node) -> tuple[Stmt, ...]:
    """``=> value``."""
    held = len(reading.ahead)
    value = lower_first(reading, content)
    return (*take_ahead(reading.ahead, held), Return(value, line_of(reading, content)))


def _method(reading: Reading, node: Node, out: list[Stmt]) -> None:
    called, given = node.child_by_field_name("name"), node.child_by_field_name("parameters")
    is_constructor = node.type == "constructor_declaration"
    name = text_of(reading, called) if called is not None and not is_constructor else CONSTRUCTOR
    params = lower_parameters(reading, given)
    words = words_of(reading, node)

    def lowered() -> tuple[Stmt, ...]:
        return (*_chained(reading, node), *body_of(reading, node))

    function = method(
        reading, node, name, params, lowered, static="static" in words,
        decorators=attributes_of(reading, node),
        returns=lower_type(reading, node.child_by_field_name("returns")),
    )  # fmt: skip
    function = function._replace(is_async="async" in words)
    if _extends(given):
        function = marked(function, EXTENSION)
    if node.child_by_field_name("body") is None and name != CONSTRUCTOR:
        function = marked(function, ABSTRACT)
    out.append(function)


def _extends(params: Node | None) -> bool:
    """Whether a method is one of its first argument: ``static void F(this T x)``."""
    first = next(iter(params.named_children), None) if params is not None else None
    return first is not None and any(c.type in ("this", "modifier") and c.text == b"this"
                                     for c in first.children)  # fmt: skip


def _chained(reading: Reading, node: Node) -> tuple[Stmt, ...]:
    """``: base(x)`` and ``: this(x)`` of a constructor."""
    for clause in node.named_children:
        if clause.type == "constructor_initializer":
            args = arguments_of(reading, clause.named_children[-1])
            own = any(c.type == "this" for c in clause.children)
            made = chained(reading, clause, args, own=own)
            return (Evaluate(made, line_of(reading, clause)),)
    return ()


def _fields(reading: Reading, node: Node, out: list[Stmt]) -> None:
    declaration = child_of(node, "variable_declaration")
    if declaration is None:
        return
    kind = lower_type(reading, declaration.child_by_field_name("type"))
    for name, value in _declarators(node):
        _field(reading, text_of(reading, name), line_of(reading, name), kind, value, out)


def _field(
    reading: Reading, name: str, line: int, kind: Expr | None, value: Node | None, out: list[Stmt]
) -> None:
    target = Name(name, line)
    if kind is not None:
        out.append(Assign((target,), None, kind, "", line))
    if value is None:
        return
    held = len(reading.ahead)
    lowered = lower_value(reading, value, kind)
    out.extend(take_ahead(reading.ahead, held))
    out.append(Assign((target,), lowered, kind, "", line))


def lower_value(reading: Reading, node: Node, kind: Expr | None) -> Expr:
    """A value of a declared type: ``new(...)`` makes one of it."""
    lowered = lower_expression(reading, node)
    if node.type == "implicit_object_creation_expression" and isinstance(lowered, Call):
        return lowered._replace(callee=kind) if kind is not None else lowered
    return lowered


def _property(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """A property: a field, or a method that is read like one."""
    called = node.child_by_field_name("name")
    name = text_of(reading, called) if called is not None else "<item>"
    line = line_of(reading, node)
    kind = lower_type(reading, node.child_by_field_name("type"))
    value = node.child_by_field_name("value")
    getter = _getter(node)
    if value is not None and value.type == _ARROW:
        getter, value = value, None
    if getter is None:
        _field(reading, name, line, kind, value, out)
        return
    content = getter
    function = method(
        reading, node, name, (), lambda: _read(reading, content),
        static="static" in words_of(reading, node), decorators=(Name("property", line),),
        returns=kind,
    )  # fmt: skip
    out.append(function)


def _read(reading: Reading, content: Node) -> tuple[Stmt, ...]:
    return arrow(reading, content) if content.type == _ARROW else lower_body(reading, content)


def _getter(node: Node) -> Node | None:
    """What a property runs when it is read."""
    accessors = node.child_by_field_name("accessors")
    for accessor in accessors.named_children if accessors is not None else ():
        words = {c.type for c in accessor.children}
        if "get" in words:
            return accessor.child_by_field_name("body") or child_of(accessor, "block", _ARROW)
    return None


def lower_enum(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``enum``: each constant is known by its name."""
    called = node.child_by_field_name("name")
    name = text_of(reading, called) if called is not None else place_name(reading, "enum", node)
    content = node.child_by_field_name("body")
    body: list[Stmt] = []
    for child in content.named_children if content is not None else ():
        member = child.child_by_field_name("name")
        if member is not None:
            line, text = line_of(reading, member), text_of(reading, member)
            body.append(Assign((Name(text, line),), Const(text, line), None, "", line))
    declare(reading, name)
    out.append(Class(name, (), (), tuple(body), (), span_of(reading, node)))


def lower_local_function(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """A function inside of a method."""
    called = node.child_by_field_name("name")
    name = text_of(reading, called) if called is not None else "<lambda>"
    declare(reading, name)
    params = lower_parameters(reading, node.child_by_field_name("parameters"))
    content = node.child_by_field_name("body")
    made: Function
    if content is not None and content.type == _ARROW:
        content = next(iter(content.named_children), None)
    made = inner_function(reading, node, name, params, content)
    out.append(made._replace(is_async="async" in words_of(reading, node)))


HANDLERS = {
    **dict.fromkeys(
        ("class_declaration", "interface_declaration", "record_declaration", "struct_declaration"),
        lower_class,
    ),
    "enum_declaration": lower_enum,
    "local_function_statement": lower_local_function,
}  # fmt: skip
