"""Classes, modules and methods, and what a class says of itself in its body."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tree_sitter import Node

from auditor.languages.objects.classes import flags, marked
from auditor.languages.objects.dispatch import lower_expression, lower_statement
from auditor.languages.objects.functions import Lowers, in_type, method, nested
from auditor.languages.objects.reading import Reading, declare, named, place_name
from auditor.languages.objects.values import returned
from auditor.languages.reading import line_of, span_of, text_of
from auditor.languages.ruby.calls import arguments_of
from auditor.languages.ruby.jumps import bare_name, called
from auditor.languages.ruby.names import CONSTRUCTOR, OWN, dotted_name, is_own
from auditor.languages.ruby.parameters import block_parameter, lower_parameters, names_of
from auditor.languages.ruby.rescues import lower_body
from auditor.languages.ruby.statements import HANDLERS as STATEMENTS
from auditor.model.facts import (
    Assign,
    Attr,
    Class,
    Const,
    Expr,
    Function,
    Name,
    Param,
    Return,
    Stmt,
)
from auditor.model.source import Span

#: Marks a method that only the object itself may call.
PRIVATE = "<private>"
_CLASSMETHOD = "classmethod"
_MIXES = frozenset({"include", "prepend", "extend"})
_READERS = frozenset({"attr_reader", "attr_accessor"})
_OWN_READERS = frozenset({
    "mattr_accessor", "mattr_reader", "cattr_accessor", "cattr_reader", "class_attribute",
    "thread_mattr_accessor",
})  # fmt: skip
_HIDES = frozenset({"private", "protected"})
_SHOWS = frozenset({"public", "module_function", "private_class_method", "public_class_method"})
#: Parts of a concern that are run in the class that takes it in.
_PARTS = frozenset({"included", "class_methods", "prepended"})
_MAKERS = {"Struct": "new", "Data": "define"}


def lower_class(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``class A < B ... end`` and ``module A ... end``; ``class A::B`` stands in A."""
    name = dotted_name(reading, node.child_by_field_name("name")) or place_name(
        reading, "class", node
    )
    above = node.child_by_field_name("superclass")
    bases: list[Expr] = []
    fields: list[str] = []
    for word in named(reading, above)[:1] if above is not None else ():
        fields = _record_fields(reading, word)
        if not fields:
            bases.append(lower_expression(reading, word))
    keywords = flags(line_of(reading, node), interface=node.type == "module")
    content = node.child_by_field_name("body")
    body: list[Stmt] = _record(reading, node, fields) if fields else []
    with in_type(reading, name, set()):
        _members(reading, named(reading, content) if content is not None else [], body, bases)
    out.append(Class(name, tuple(bases), keywords, tuple(body), (), span_of(reading, node)))


def _members(
    reading: Reading, nodes: list[Node], out: list[Stmt], bases: list[Expr], *, own: bool = False
) -> None:
    """The body of a class: methods, and calls that say something of it."""
    hidden = False
    for node in nodes:
        word = bare_name(reading, node)
        if word in _HIDES or word in _SHOWS:
            inner = _given(reading, node)
            if not inner:
                hidden = word in _HIDES
            for definition in inner:
                _define(reading, definition, out, hidden=word in _HIDES, own=own)
        elif word in _MIXES:
            bases.extend(
                arg.value for arg in arguments_of(reading, node)
                if isinstance(arg.value, Name | Attr) and arg.value != Name("self", arg.value.line)
            )  # fmt: skip
        elif word in _READERS or word in _OWN_READERS:
            _readers(reading, node, out, own=own or word in _OWN_READERS)
        elif word in _PARTS:
            _members(reading, _block_of(reading, node), out, bases, own=own)
        elif node.type == "singleton_class":
            content = node.child_by_field_name("body")
            inner = named(reading, content) if content is not None else []
            _members(reading, inner, out, bases, own=True)
        else:
            _define(reading, node, out, hidden=hidden, own=own)


def _given(reading: Reading, node: Node) -> list[Node]:
    held = node.child_by_field_name("arguments")
    return named(reading, held) if held is not None else []


def _block_of(reading: Reading, node: Node) -> list[Node]:
    block = node.child_by_field_name("block")
    body = block.child_by_field_name("body") if block is not None else None
    return named(reading, body) if body is not None else []


def _define(
    reading: Reading, node: Node, out: list[Stmt], *, hidden: bool, own: bool = False
) -> None:
    if node.type not in ("method", "singleton_method"):
        if hidden and node.type == "simple_symbol":
            _hide(text_of(reading, node).strip(":"), out)
            return
        lower_statement(reading, node, out)
        return
    made = lower_method(reading, node, own=own or is_own(node))
    if hidden and not made.name.startswith(OWN):
        made = marked(made, PRIVATE)
    out.append(made)


def _hide(name: str, out: list[Stmt]) -> None:
    """``private :name`` behind the method."""
    for position, stmt in enumerate(out):
        if isinstance(stmt, Function) and stmt.name == name:
            out[position] = marked(stmt, PRIVATE)


def lower_method(reading: Reading, node: Node, *, own: bool) -> Function:
    """A method; one of the class itself has the class as its receiver."""
    name, line = _name(reading, node), line_of(reading, node)
    params, lowered = _inside(reading, node)
    decorators = (Name(_CLASSMETHOD, line),) if own else ()
    with _apart(reading):
        return method(
            reading, node, f"{OWN}{name}" if own else name, params, lowered,
            static=False, decorators=decorators,
        )  # fmt: skip


def _inside(reading: Reading, node: Node) -> tuple[list[Param], Lowers]:
    """The parameters of a method, its block among them, and what lowers its body."""
    params, before = lower_parameters(reading, node.child_by_field_name("parameters"))
    params.append(block_parameter(line_of(reading, node)))

    def lowered() -> tuple[Stmt, ...]:
        for word in names_of(params, before):
            declare(reading, word)
        return (*before, *lower_body(reading, node.child_by_field_name("body"), returned))

    return params, lowered


def _name(reading: Reading, node: Node) -> str:
    held = node.child_by_field_name("name")
    return "".join(text_of(reading, held).split()) if held is not None else "<method>"


def lower_function(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """A method outside of every class."""
    if reading.types:
        out.append(lower_method(reading, node, own=is_own(node)))
        return
    params, lowered = _inside(reading, node)
    with _apart(reading):
        out.append(nested(reading, node, _name(reading, node), params, lowered))


@contextmanager
def _apart(reading: Reading) -> Iterator[None]:
    """A method sees no local from around it."""
    outer, reading.functions = reading.functions, []
    try:
        yield
    finally:
        reading.functions = outer


def _readers(reading: Reading, node: Node, out: list[Stmt], *, own: bool) -> None:
    """``attr_reader :a, :b``: methods that hand out fields."""
    span = span_of(reading, node)
    for position, word in enumerate(_given(reading, node)):
        if word.type == "simple_symbol":
            out.append(_reader(text_of(reading, word).strip(":"), span, position, own=own))
        elif word.type == "pair" and own:
            _default(reading, node, word, out)


def _default(reading: Reading, node: Node, pair: Node, out: list[Stmt]) -> None:
    """``class_attribute :a, default: x``."""
    key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
    names = [w for w in _given(reading, node) if w.type == "simple_symbol"]
    if key is None or value is None or text_of(reading, key) != "default":
        return
    lowered = lower_expression(reading, value)
    line = line_of(reading, node)
    for word in names:
        field = Name("@" + text_of(reading, word).strip(":"), line)
        out.append(Assign((field,), lowered, None, "", line))


def _reader(name: str, span: Span, position: int, *, own: bool) -> Function:
    line = span.line
    body = (Return(Attr(Name("self", line), f"@{name}", line), line),)
    # Each stands at a place of its own.
    place = span._replace(column=span.column + position + 1)
    decorators = (Name(_CLASSMETHOD, line),) if own else ()
    params = (Param("self", None, None), block_parameter(line))
    called_as = f"{OWN}{name}" if own else name
    return Function(called_as, params, body, decorators, None, False, False, place)


def _record_fields(reading: Reading, node: Node) -> list[str]:
    """The fields of ``Struct.new(:a, :b)`` and ``Data.define(:a)``."""
    holder = node.child_by_field_name("receiver") if node.type == "call" else None
    if holder is None or _MAKERS.get(text_of(reading, holder)) != called(reading, node):
        return []
    given = _given(reading, node)
    return [text_of(reading, w).strip(":") for w in given if w.type == "simple_symbol"]


def _record(reading: Reading, node: Node, fields: list[str]) -> list[Stmt]:
    """A constructor that keeps what it is given, and what hands it out."""
    line, span = line_of(reading, node), span_of(reading, node)
    own = Name("self", line)
    body: tuple[Stmt, ...] = tuple(
        Assign((Attr(own, f"@{name}", line),), Name(name, line), None, "", line) for name in fields
    )
    params = (own.id, *fields)
    made = Function(
        CONSTRUCTOR,
        tuple(Param(name, Const(None, line) if name != own.id else None, None) for name in params),
        # A place of its own: the class stands at the beginning.
        body, (), None, False, False, span._replace(column=span.column + 1),
    )  # fmt: skip
    return [made, *(_reader(name, span, n + 1, own=False) for n, name in enumerate(fields))]


def lower_constant(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``A = Struct.new(:a) do ... end`` is a class; any other assignment is one."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    fields: list[str] = []
    if left is not None and right is not None and left.type == "constant":
        fields = _record_fields(reading, right)
    if not fields or left is None or right is None:
        STATEMENTS["assignment"](reading, node, out)
        return
    body = _record(reading, node, fields)
    name = text_of(reading, left)
    with in_type(reading, name, set()):
        _members(reading, _block_of(reading, right), body, [])
    out.append(Class(name, (), (), tuple(body), (), span_of(reading, node)))


def lower_lone(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``class << self`` outside of a class: what is in it."""
    content = node.child_by_field_name("body")
    _members(reading, named(reading, content) if content is not None else [], out, [], own=True)


PLAIN = frozenset({"method", "singleton_method", "class", "module", "singleton_class"})
HANDLERS = {
    "class": lower_class,
    "module": lower_class,
    "singleton_class": lower_lone,
    "method": lower_function,
    "singleton_method": lower_function,
    "assignment": lower_constant,
}
