"""Classes, interfaces, enumerations, and objects of which there is one."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.kotlin.arguments import arguments_in
from auditor.languages.kotlin.functions import body_of, lower_function, lower_method
from auditor.languages.kotlin.parameters import is_kept, lower_parameters
from auditor.languages.kotlin.properties import lower_field, name_of, property_type
from auditor.languages.kotlin.types import annotations_of, lower_type, set_to, type_in, words_of
from auditor.languages.objects.classes import CONSTRUCTOR, chained, class_name, flags
from auditor.languages.objects.dispatch import lower_body, lower_statement
from auditor.languages.objects.functions import in_type, method
from auditor.languages.objects.reading import Reading, child_of, declare, place_name
from auditor.languages.reading import line_of, span_of, text_of
from auditor.model.facts import (
    Arg,
    Assign,
    Attr,
    Call,
    Class,
    Const,
    Evaluate,
    Expr,
    Name,
    Param,
    Stmt,
)

_BODIES = ("class_body", "enum_class_body")


def lower_class(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``class``, ``interface``, ``enum class`` and ``object``."""
    name = class_name(reading, node)
    keywords = flags(
        line_of(reading, node),
        interface=any(child.type == "interface" for child in node.children),
        abstract=bool(words_of(reading, node) & {"abstract", "sealed"}),
    )
    declare(reading, name)
    bases, given = _bases(reading, node)
    behind: list[Stmt] = []
    body = _body(reading, node, name, given, behind)
    decorators = annotations_of(reading, node)
    out.append(Class(name, tuple(bases), keywords, body, decorators, span_of(reading, node)))
    out.extend(behind)


def lower_anonymous(reading: Reading, node: Node) -> Expr:
    """``object : T(x) { ... }``: a class of its own is put ahead, and made where it stands."""
    name = place_name(reading, "class", node)
    line = line_of(reading, node)
    bases, given = _bases(reading, node)
    body = _body(reading, node, name, None, [])
    keywords = flags(line, anonymous=True)
    reading.ahead.append(Class(name, tuple(bases), keywords, body, (), span_of(reading, node)))
    return Call(Name(name, line), given or (), span_of(reading, node), new=True)


def _bases(reading: Reading, node: Node) -> tuple[list[Expr], tuple[Arg, ...] | None]:
    """What a class derives from, and what it hands to the constructor of the class above."""
    found: list[Expr] = []
    given: tuple[Arg, ...] | None = None
    for clause in node.named_children:
        for child in clause.named_children if clause.type == "delegation_specifiers" else ():
            for base in child.named_children:
                kind = (
                    lower_type(reading, base)
                    if base.type == "user_type"
                    else type_in(reading, base)
                )
                found.extend([kind] if kind is not None else [])
                if base.type == "constructor_invocation":
                    given = arguments_in(reading, base)
    return found, given


def _body(
    reading: Reading,
    node: Node,
    name: str,
    given: tuple[Arg, ...] | None,
    behind: list[Stmt],
) -> tuple[Stmt, ...]:
    """The members; a class with a constructor in its head sets its fields when that is run."""
    content = child_of(node, *_BODIES)
    single = node.type == "object_declaration"
    members = _members(content)
    held = child_of(child_of(node, "primary_constructor"), "class_parameters")
    companions = [m for c in members if c.type == "companion_object" for m in _members_of(c)]
    kept = [c for c in held.named_children if is_kept(c)] if held is not None else []
    names = {text_of(reading, i) for c in kept for i in c.named_children if i.type == "identifier"}
    own = [m for m in members if m.type != "companion_object"]
    statics = {name_of(reading, m) for m in (*companions, *(own if single else ()))}
    fields = frozenset({name_of(reading, m) for m in own} | statics | names)
    body: list[Stmt] = []
    with in_type(reading, name, statics, fields):
        for member in companions:
            _member(reading, member, body, static=True)
        params = lower_parameters(reading, held)
        late = held is not None and bool(held.named_children)
        if late:
            _primary(reading, node, params, names, given, own, body)
        if content is not None and content.type == "enum_class_body":
            _constants(reading, content, name, late, body, behind)
        for member in own:
            _member(reading, member, body, static=single, late=late)
    return tuple(body)


def _members(content: Node | None) -> list[Node]:
    """The members of a body, also of one that the grammar stumbles over."""
    found: list[Node] = []
    for child in content.named_children if content is not None else ():
        found.extend(child.named_children if child.type == "ERROR" else [child])
    return found


def _members_of(node: Node) -> list[Node]:
    return _members(child_of(node, "class_body"))


def _primary(
    reading: Reading,
    node: Node,
    params: list[Param],
    kept: set[str],
    given: tuple[Arg, ...] | None,
    members: list[Node],
    out: list[Stmt],
) -> None:
    """``class A(val b: B)``: keeps what it is given, then sets the fields in their order."""
    line = line_of(reading, node)

    def lowered() -> tuple[Stmt, ...]:
        body: list[Stmt] = []
        if given is not None:
            body.append(Evaluate(chained(reading, node, given, own=False), line))
        for param in params:
            if param.name in kept:
                target = Attr(Name("this", line), param.name, line)
                body.append(Assign((target,), Name(param.name, line), None, "", line))
        for member in members:
            if member.type == "anonymous_initializer":
                for block in member.named_children:
                    body.extend(lower_body(reading, block))
            elif member.type == "property_declaration":
                at = line_of(reading, member)
                field = Attr(Name("this", at), name_of(reading, member), at)
                lower_field(reading, member, field, body)
        return tuple(body)

    out.extend(
        Assign((Name(p.name, line),), None, p.annotation, "", line)
        for p in params if p.name in kept and p.annotation is not None
    )  # fmt: skip
    made = method(reading, node, CONSTRUCTOR, params, lowered, static=False)
    called = node.child_by_field_name("name")
    out.append(made._replace(span=span_of(reading, called)) if called is not None else made)


def _member(
    reading: Reading, node: Node, out: list[Stmt], *, static: bool, late: bool = False
) -> None:
    match node.type:
        case "function_declaration":
            out.append(lower_method(reading, node, static=static))
        case "secondary_constructor":
            _secondary(reading, node, out)
        case "property_declaration":
            _property(reading, node, out, static=static, late=late)
        case "anonymous_initializer":
            for block in node.named_children if not late else ():
                out.extend(lower_body(reading, block))
        case "enum_entry":
            pass
        case _:
            lower_statement(reading, node, out)


def _secondary(reading: Reading, node: Node, out: list[Stmt]) -> None:
    held = child_of(node, "function_value_parameters")
    other = child_of(node, "constructor_delegation_call")
    content = child_of(node, "block")

    def lowered() -> tuple[Stmt, ...]:
        body: list[Stmt] = []
        if other is not None:
            args = arguments_in(reading, other)
            own = any(c.type == "this" for c in other.children)
            made = chained(reading, other, args, own=own)
            body.append(Evaluate(made, line_of(reading, other)))
        return (*body, *lower_body(reading, content))

    params = lower_parameters(reading, held)
    out.append(method(reading, node, CONSTRUCTOR, params, lowered, static=False))


def _property(reading: Reading, node: Node, out: list[Stmt], *, static: bool, late: bool) -> None:
    """A field, or a method that is read like one."""
    name, line = name_of(reading, node), line_of(reading, node)
    kind = property_type(reading, node)
    getter = child_of(node, "getter")
    if getter is not None and set_to(node.children) is None:
        mark = (Name("property", line),)

        def read() -> tuple[Stmt, ...]:
            return body_of(reading, getter)

        out.append(
            method(reading, node, name, (), read, static=static, decorators=mark, returns=kind)
        )
        return
    target = Name(name, line)
    if kind is not None:
        out.append(Assign((target,), None, kind, "", line))
    if late and not static:
        return
    lower_field(reading, node, target, out)


def _constants(
    reading: Reading, content: Node, name: str, built: bool, body: list[Stmt], behind: list[Stmt]
) -> None:
    """The constants of an enumeration: texts, or objects where they are built with something."""
    for child in _members(content):
        called = child_of(child, "identifier")
        if child.type != "enum_entry" or called is None:
            continue
        line, text = line_of(reading, child), text_of(reading, called)
        if not built:
            body.append(Assign((Name(text, line),), Const(text, line), None, "", line))
            continue
        args = arguments_in(reading, child)
        made = Call(Name(name, line), args, span_of(reading, child), new=True)
        behind.append(Assign((Attr(Name(name, line), text, line),), made, None, "", line))


HANDLERS = {
    "class_declaration": lower_class,
    "object_declaration": lower_class,
    "function_declaration": lower_function,
}
