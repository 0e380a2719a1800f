"""Type declarations and methods, put together as classes.

A record is a class whose fields are declared names. What only the type system of Go knows stands in
the keywords of the class: ``interface`` marks one, ``method`` names what it asks for, ``embeds`` a
field or interface that lends its methods, ``named`` a type that is only another name for one,
``tag`` how a field is called outside of the program, ``part`` more methods of a type that another
file of the package declares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from auditor.languages.go.functions import read_function, receiver_of
from auditor.languages.go.reading import Reading, line_of, named, span_of, text_of
from auditor.languages.go.types import lower_type
from auditor.model.facts import Arg, Assign, Attr, Class, Const, Function, Name, Stmt

_TAG = re.compile(r'(?P<key>[\w.-]+):"(?P<value>[^"]*)"')
#: The type of a field that may hold whatever it is given.
_ANYTHING = "any"


class Types:
    """The types of a file, with the methods of each in the order in which they are written."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._classes: dict[str, Class] = {}
        self._methods: dict[str, list[Function]] = {}
        self._parts: dict[str, Node] = {}

    def add_method(self, node: Node) -> None:
        """``func (receiver T) name() {...}``."""
        reading = self._reading
        name = node.child_by_field_name("name")
        receiver = receiver_of(reading, node)
        if name is None or receiver is None:
            return
        kind, param, place = receiver
        self._parts.setdefault(kind, place)
        method = read_function(reading, node, text_of(reading, name), param)
        self._methods.setdefault(kind, []).append(method)

    def add_types(self, node: Node) -> None:
        """``type T struct {...}``, and several in one declaration."""
        for spec in named(node):
            written, kind = spec.child_by_field_name("name"), spec.child_by_field_name("type")
            if written is not None and kind is not None:
                name = text_of(self._reading, written)
                self._classes[name] = _lower_spec(self._reading, name, spec, kind)

    def statements(self) -> Iterator[Stmt]:
        """The classes; of a type declared in another file of the package, what is added here."""
        for name, made in self._classes.items():
            yield made._replace(body=(*made.body, *self._methods.get(name, ())))
        for name, place in self._parts.items():
            if name not in self._classes:
                span = span_of(self._reading, place)
                part = (Arg("part", Const(True, span.line)),)
                yield Class(name, (), part, tuple(self._methods[name]), (), span)


def _lower_spec(reading: Reading, name: str, spec: Node, kind: Node) -> Class:
    span, line = span_of(reading, spec), line_of(reading, spec)
    if kind.type == "struct_type":
        return record_class(reading, name, spec, kind)
    if kind.type == "interface_type":
        return Class(name, (), tuple(_asked(reading, kind)), (), (), span)
    other = lower_type(reading, kind)
    is_record = spec.type == "type_spec" and isinstance(other, Name | Attr)
    keywords = [Arg("named", other if other is not None else Const(None, line))]
    return Class(name, (other,) if is_record and other else (), tuple(keywords), (), (), span)


def record_class(reading: Reading, name: str, spec: Node, kind: Node) -> Class:
    """``struct {...}`` under a name."""
    body, keywords = _fields(reading, kind)
    return Class(name, (), tuple(keywords), tuple(body), (), span_of(reading, spec))


def _fields(reading: Reading, kind: Node) -> tuple[list[Stmt], list[Arg]]:
    body: list[Stmt] = []
    keywords: list[Arg] = []
    declared = [d for group in named(kind) for d in named(group) if d.type == "field_declaration"]
    for field in declared:
        line = line_of(reading, field)
        held = field.child_by_field_name("type")
        names = [text_of(reading, n) for n in field.children_by_field_name("name")]
        if not names and held is not None:
            names = [text_of(reading, held).lstrip("*").partition("[")[0].rpartition(".")[2]]
            keywords.append(Arg("embeds", Const(names[0], line)))
        tag = field.child_by_field_name("tag")
        for name in names:
            # Fields count by their places, also where nothing is known of what they hold.
            annotation = lower_type(reading, held) or Name(_ANYTHING, line)
            body.append(Assign((Name(name, line),), None, annotation, "", line))
            for found in _TAG.finditer(text_of(reading, tag)) if tag is not None else ():
                said = f"{found['key']}:{name}:{found['value']}"
                keywords.append(Arg("tag", Const(said, line)))
    return body, keywords


def _asked(reading: Reading, kind: Node) -> Iterator[Arg]:
    line = line_of(reading, kind)
    yield Arg("interface", Const(True, line))
    for element in named(kind):
        name = element.child_by_field_name("name")
        if name is not None:
            yield Arg("method", Const(text_of(reading, name), line_of(reading, element)))
        elif (other := lower_type(reading, element)) is not None:
            yield Arg("embeds", other)
