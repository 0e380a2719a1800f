"""What is declared: functions, types with their methods, traits, constants, modules in a file."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.classes import ABSTRACT, flags, marked
from auditor.languages.objects.dispatch import lower_expression, lower_statement
from auditor.languages.objects.functions import in_type, method, nested
from auditor.languages.objects.reading import Reading, child_of, declare, named
from auditor.languages.objects.values import into, lower_into, lower_last, returned
from auditor.languages.reading import line_of, span_of, text_of
from auditor.languages.rust.attributes import decorators_of, default_of, is_test
from auditor.languages.rust.jumps import parts_of
from auditor.languages.rust.parameters import lower_parameters
from auditor.languages.rust.types import lower_type, part_of
from auditor.model.facts import (
    Assign,
    Class,
    Const,
    Expr,
    Function,
    Name,
    Stmt,
)

_ANYTHING = "any"


def lower_function(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """A function of a file, or inside of another one; those for tests alone are left out."""
    if is_test(reading, node):
        return
    name = _name(reading, node)
    declare(reading, name)
    params, ahead = lower_parameters(reading, node.child_by_field_name("parameters"))
    made = nested(
        reading,
        node,
        name,
        params,
        lambda: (*ahead, *body_of(reading, node)),
        _returns(reading, node),
    )
    out.append(made._replace(decorators=decorators_of(reading, node)))


def _lower_method(reading: Reading, node: Node) -> Function:
    held = node.child_by_field_name("parameters")
    own = child_of(held, "self_parameter")
    params, ahead = lower_parameters(reading, held)
    made = method(
        reading, node, _name(reading, node), params,
        lambda: (*ahead, *body_of(reading, node)),
        static=own is None,
        decorators=decorators_of(reading, node),
        returns=_returns(reading, node),
    )  # fmt: skip
    return marked(made, ABSTRACT) if node.type == "function_signature_item" else made


def _name(reading: Reading, node: Node) -> str:
    name = node.child_by_field_name("name")
    return text_of(reading, name).removeprefix("r#") if name is not None else "<lambda>"


def _returns(reading: Reading, node: Node) -> Expr | None:
    return lower_type(reading, node.child_by_field_name("return_type"))


def body_of(reading: Reading, node: Node) -> tuple[Stmt, ...]:
    """What a function does; its last expression is what it gives back."""
    block = node.child_by_field_name("body")
    return lower_last(reading, parts_of(reading, block), returned)


def lower_struct(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``struct T { a: A }`` and ``struct T(A);``: a class whose fields are declared."""
    name = _name(reading, node)
    declare(reading, name)
    body = _fields(reading, node.child_by_field_name("body"), name)
    out.append(Class(name, (), (), body, decorators_of(reading, node), span_of(reading, node)))


def _fields(reading: Reading, content: Node | None, owner: str) -> tuple[Stmt, ...]:
    body: list[Stmt] = []
    if content is None:
        return ()
    if content.type == "ordered_field_declaration_list":
        kinds = content.children_by_field_name("type")
        for number, kind in enumerate(kinds):
            line = line_of(reading, kind)
            annotation = lower_type(reading, kind) or Name(_ANYTHING, line)
            body.append(Assign((Name(f"{number}", line),), None, annotation, "", line))
        return tuple(body)
    for field in content.named_children:
        if field.type != "field_declaration":
            continue
        line = line_of(reading, field)
        target = Name(_name(reading, field), line)
        written = lower_type(reading, field.child_by_field_name("type"))
        kept = written or Name(_ANYTHING, line)
        body.append(Assign((target,), default_of(reading, field, owner), kept, "", line))
    return tuple(body)


def lower_enum(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``enum T { A, B(X) }``: words are texts, what holds something is a class of its own."""
    name = _name(reading, node)
    declare(reading, name)
    body: list[Stmt] = []
    behind: list[Stmt] = []
    content = node.child_by_field_name("body")
    for variant in content.named_children if content is not None else ():
        if variant.type != "enum_variant":
            continue
        held, line = variant.child_by_field_name("body"), line_of(reading, variant)
        called = _name(reading, variant)
        if held is None:
            body.append(Assign((Name(called, line),), Const(called, line), None, "", line))
        else:
            inner = _fields(reading, held, called)
            span = span_of(reading, variant)
            body.append(Class(called, (Name(name, line),), (), inner, (), span))
    out.append(
        Class(name, (), (), tuple(body), decorators_of(reading, node), span_of(reading, node))
    )
    out.extend(behind)


def lower_trait(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``trait T { fn f(&self); }``."""
    name = _name(reading, node)
    declare(reading, name)
    bounds = child_of(node, "trait_bounds")
    bases = [lower_type(reading, c) for c in bounds.named_children] if bounds is not None else []
    body = _methods(reading, node, name)
    kept = tuple(base for base in bases if base is not None)
    marks = flags(line_of(reading, node), interface=True)
    out.append(Class(name, kept, marks, body, decorators_of(reading, node), span_of(reading, node)))


def lower_impl(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``impl T`` and ``impl Trait for T``: methods of a type that is declared elsewhere."""
    kind = lower_type(reading, node.child_by_field_name("type"))
    name = getattr(kind, "id", "") or getattr(kind, "name", "")
    if not name or is_test(reading, node):
        for child in named(reading, node):
            if child.type == "declaration_list" and not name:
                _loose(reading, child, out)
        return
    trait = lower_type(reading, node.child_by_field_name("trait"))
    body = _methods(reading, node, name)
    bases = (trait,) if trait is not None else ()
    line = line_of(reading, node)
    out.append(
        Class(
            name,
            bases,
            (part_of(line),),
            body,
            decorators_of(reading, node),
            span_of(reading, node),
        )
    )


def _loose(reading: Reading, content: Node, out: list[Stmt]) -> None:
    """Methods of a type that has no name: functions, for what they call."""
    for child in content.named_children:
        if child.type == "function_item":
            lower_function(reading, child, out)


def _methods(reading: Reading, node: Node, name: str) -> tuple[Stmt, ...]:
    body: list[Stmt] = []
    content = node.child_by_field_name("body")
    with in_type(reading, name, set()):
        for child in content.named_children if content is not None else ():
            if child.type in ("function_item", "function_signature_item"):
                if not is_test(reading, child):
                    body.append(_lower_method(reading, child))
            elif child.type == "const_item":
                lower_constant(reading, child, body)
            elif child.type == "macro_invocation":
                lower_statement(reading, child, body)
    return tuple(body)


def lower_constant(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``const A: &str = "x";`` and ``static``."""
    name, value = _name(reading, node), node.child_by_field_name("value")
    line = line_of(reading, node)
    declare(reading, name)
    target = Name(name, line)
    kind = lower_type(reading, node.child_by_field_name("type"))
    if value is None:
        out.append(Assign((target,), None, kind, "", line))
    elif reading.functions or reading.types:
        out.append(Assign((target,), lower_expression(reading, value), kind, "", line))
    else:
        lower_into(reading, value, into(target, kind), out)


def lower_module(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``mod a { ... }``: what is in it belongs to the file too; ``mod a;`` is another file."""
    content = node.child_by_field_name("body")
    if content is None or is_test(reading, node):
        return
    inner: list[Stmt] = []
    for child in content.named_children:
        lower_statement(reading, child, inner)
    out.extend(inner)
    name, line = _name(reading, node), line_of(reading, node)
    own = [s for s in inner if isinstance(s, Function | Class) or _bound(s)]
    names = [s.name if isinstance(s, Function | Class) else _bound(s) for s in own]
    held = tuple(
        Assign((Name(n, line),), Name(n, line), None, "", line) for n in dict.fromkeys(names) if n
    )
    out.append(Class(name, (), flags(line, module=True), held, (), span_of(reading, node)))


def _bound(stmt: Stmt) -> str:
    match stmt:
        case Assign(targets=(Name(name),)):
            return name
        case _:
            return ""


HANDLERS = {
    "function_item": lower_function,
    "struct_item": lower_struct,
    "union_item": lower_struct,
    "enum_item": lower_enum,
    "trait_item": lower_trait,
    "impl_item": lower_impl,
    "const_item": lower_constant,
    "static_item": lower_constant,
    "mod_item": lower_module,
}
