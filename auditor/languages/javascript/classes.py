"""Classes and enumerations.

Methods get their receiver, ``this``, as first parameter. A field that holds a function is a method
as well: calls find it on the object, and ``this`` inside it is the object.
"""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.javascript.decorators import evaluated, keep_decorators, lower_decorators
from auditor.languages.javascript.dispatch import lower_block, lower_expression, unwrap
from auditor.languages.javascript.functions import (
    FUNCTIONS,
    defined_span,
    lower_method,
    read_function,
)
from auditor.languages.javascript.hints import lower_annotation, lower_type
from auditor.languages.javascript.literals import lower_key
from auditor.languages.javascript.reading import (
    SKIPPED,
    Reading,
    line_of,
    place_name,
    solid,
    span_of,
    text_of,
)
from auditor.model.facts import Arg, Assign, Binary, Class, Const, Expr, Name, Stmt

_CLAUSES = frozenset({"extends_clause", "implements_clause"})
_FIELDS = frozenset({"field_definition", "public_field_definition"})


def lower_class(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``class``, abstract or not."""
    out.append(read_class(reading, node, ""))


def lower_class_expression(reading: Reading, node: Node) -> Expr:
    """A class as a value: a class statement is put ahead, its name stands for it."""
    hint, reading.hint = reading.hint, ""
    fallback = hint if hint.isidentifier() else place_name(reading, "class", node)
    made = read_class(reading, node, fallback, keeps_name=True)
    reading.ahead.append(made)
    return Name(made.name, line_of(reading, node))


def read_class(reading: Reading, node: Node, name: str, *, keeps_name: bool = False) -> Class:
    """Any class. It is called ``name`` if that is given, unless its own name comes first."""
    outside, reading.decorators = reading.decorators, ()
    decorators = (*outside, *lower_decorators(reading, node.children))
    bases: tuple[Expr, ...] = ()
    keywords: tuple[Arg, ...] = ()
    body: list[Stmt] = []
    for child in node.children:
        kind = child.type
        if kind == "identifier" or kind == "type_identifier":
            name = text_of(reading, child) if keeps_name or not name else name
        elif kind == "class_heritage":
            bases, keywords = _heritage(reading, child)
        elif kind == "class_body":
            _body(reading, child, body)
    reading.declared.add(name)
    span = defined_span(reading, node)
    return Class(name, bases, keywords, tuple(body), decorators, span)


def _heritage(reading: Reading, node: Node) -> tuple[tuple[Expr, ...], tuple[Arg, ...]]:
    """What a class extends; the interfaces it implements are kept as keyword arguments."""
    bases: list[Expr] = []
    keywords: list[Arg] = []
    for clause in (node, *(child for child in node.children if child.type in _CLAUSES)):
        for child in solid(clause):
            if clause.type == "implements_clause":
                promised = lower_type(reading, child) if child.is_named else None
                if promised is not None:
                    keywords.append(Arg("implements", promised))
            elif child.is_named and child.type not in SKIPPED and child.type != "extends_clause":
                bases.append(lower_expression(reading, child))
    return tuple(bases), tuple(keywords)


def _body(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """The members of a class; decorators stand before the member they belong to."""
    outer, reading.in_switch = reading.in_switch, False
    waiting: list[Node] = []
    for child in node.children:
        kind = child.type
        if kind == "decorator":
            waiting.append(child)
        elif kind == "method_definition":
            decorators = lower_decorators(reading, waiting)
            waiting = []
            key, method = lower_method(reading, child, True, decorators)
            if not isinstance(key, Const):
                out.append(evaluated(key, line_of(reading, child)))
            out.append(method)
        elif kind in _FIELDS:
            _field(reading, child, waiting, out)
            waiting = []
        elif kind == "class_static_block":
            out.extend(lower_block(reading, solid(child)[-1]))
    keep_decorators(reading, waiting)
    reading.in_switch = outer


def _field(reading: Reading, node: Node, waiting: list[Node], out: list[Stmt]) -> None:
    """``name: Type = value``."""
    line = line_of(reading, node)
    words = solid(node)
    named = node.child_by_field_name("name") or node.child_by_field_name("property") or node
    key = lower_key(reading, named)
    if not isinstance(key, Const):
        out.append(evaluated(key, line))
    name = str(key.value) if isinstance(key, Const) else text_of(reading, named)
    hint = next((lower_annotation(reading, w) for w in words if w.type == "type_annotation"), None)
    value = words[-1] if any(word.type == "=" for word in words) else None
    decorators = lower_decorators(reading, (*waiting, *words))
    function = unwrap(value) if value is not None else node
    if function.type in FUNCTIONS:
        static = any(word.type == "static" for word in words)
        marks = (Name("static", line), *decorators) if static else decorators
        if hint is not None:
            out.append(Assign((Name(name, line),), None, hint, "", line))
        out.append(read_function(reading, function, name, receiver=not static, decorators=marks))
        return
    out.extend(evaluated(decorator, line) for decorator in decorators)
    lowered = lower_expression(reading, value) if value is not None else None
    if value is None and (any(word.type == "?" for word in words) or _may_be_nothing(hint)):
        # What nobody fills is undefined.
        lowered = Const(None, line)
    out.append(Assign((Name(name, line),), lowered, hint, "", line))


def _may_be_nothing(hint: Expr | None) -> bool:
    """``Client | undefined``."""
    match hint:
        case Binary("|", left, right):
            return _may_be_nothing(left) or _may_be_nothing(right)
        case _:
            return isinstance(hint, Const) and hint.value is None


def lower_enum(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``enum``: a class whose members are numbered where they have no value."""
    name = ""
    members: list[Stmt] = []
    for child in node.children:
        if child.type == "identifier":
            name = text_of(reading, child)
        elif child.type == "enum_body":
            _members(reading, child, members)
    reading.declared.add(name)
    out.append(Class(name, (), (), tuple(members), (), span_of(reading, node)))


def _members(reading: Reading, node: Node, out: list[Stmt]) -> None:
    number = 0
    for child in node.children:
        if not child.is_named or child.type in SKIPPED:
            continue
        line = line_of(reading, child)
        words = solid(child) if child.type == "enum_assignment" else [child]
        key = lower_key(reading, words[0])
        if not isinstance(key, Const):
            out.append(evaluated(key, line))
        name = str(key.value) if isinstance(key, Const) else text_of(reading, words[0])
        value: Expr = Const(number, line)
        if len(words) > 1:
            value = lower_expression(reading, words[-1])
            if isinstance(value, Const) and isinstance(value.value, int):
                number = value.value
        number += 1
        out.append(Assign((Name(name, line),), value, None, "", line))


HANDLERS = {
    "class_declaration": lower_class,
    "abstract_class_declaration": lower_class,
    "enum_declaration": lower_enum,
}
EXPRESSION_HANDLERS = {"class": lower_class_expression}
