"""Functions of every kind, their bodies and their parameters."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.javascript.decorators import lower_decorators
from auditor.languages.javascript.dispatch import (
    STATEMENT_DEPTH,
    lower_block,
    lower_expression,
    lower_statement,
)
from auditor.languages.javascript.hints import lower_annotation
from auditor.languages.javascript.literals import lower_key
from auditor.languages.javascript.parameters import lower_parameters
from auditor.languages.javascript.reading import Reading, line_of, solid, span_of, text_of
from auditor.languages.javascript.scopes import function_scope
from auditor.languages.reading import take_ahead
from auditor.model.facts import (
    Closure,
    Const,
    Evaluate,
    Expr,
    Function,
    Name,
    Param,
    Return,
    Scope,
    Stmt,
)
from auditor.model.source import Span

FUNCTIONS = frozenset({"arrow_function", "function_expression", "generator_function"})
_HOISTED = frozenset({"function_declaration", "generator_function_declaration"})


def lower_closure(reading: Reading, node: Node) -> Expr:
    """An arrow function or function expression."""
    hint, reading.hint = reading.hint, ""
    return Closure(read_function(reading, node, hint or "<lambda>"))


def lower_declaration(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``function f() {}``, async and generators too."""
    function = read_function(reading, node, "")
    reading.declared.add(function.name)
    out.append(function)


def lower_method(
    reading: Reading, node: Node, receiver: bool, decorators: tuple[Expr, ...] = ()
) -> tuple[Expr, Function]:
    """A method with its key; ``receiver`` when it is one of a class.

    A getter is marked as a property, a setter goes by a name of its own.
    """
    words = {child.type for child in node.children if not child.is_named}
    named = node.child_by_field_name("name") or node
    key = lower_key(reading, named)
    name = str(key.value) if isinstance(key, Const) else text_of(reading, named)
    line = line_of(reading, node)
    decorators = (*decorators, *lower_decorators(reading, node.children))
    if "set" in words:
        name = f"set {name}"
    if "get" in words:
        decorators = (Name("property", line), *decorators)
    if "static" in words:
        decorators = (Name("static", line), *decorators)
        receiver = False
    return key, read_function(reading, node, name, receiver=receiver, decorators=decorators)


def read_function(
    reading: Reading,
    node: Node,
    name: str,
    *,
    receiver: bool = False,
    decorators: tuple[Expr, ...] = (),
) -> Function:
    """Any function; one with a name of its own keeps it, a method's receiver is a parameter.

    Names that it assigns without declaring them belong to a scope around it.
    """
    outer = reading.declared, reading.assigned, reading.in_switch
    reading.declared, reading.assigned, reading.in_switch = set(), set(), False
    block = next((child for child in node.children if child.type == "statement_block"), None)
    with function_scope(reading, block.children if block is not None else (), _given(node)):
        function = _read(reading, node, name, receiver)
    outside = reading.assigned - reading.declared
    if outside:
        scope = Scope("nonlocal", tuple(sorted(outside)), function.span.line)
        function = function._replace(body=(scope, *function.body))
    reading.declared, reading.assigned, reading.in_switch = outer
    return function._replace(decorators=decorators) if decorators else function


def _given(node: Node) -> Node | None:
    """The parameters of a function: in parentheses, or an arrow function's only one."""
    return node.child_by_field_name("parameters") or node.child_by_field_name("parameter")


def _read(reading: Reading, node: Node, name: str, receiver: bool) -> Function:
    params: list[Param] = [Param("this", None, None)] if receiver else []
    prologue: list[Stmt] = []
    body: tuple[Stmt, ...] = ()
    returns: Expr | None = None
    is_async = generator = is_arrow = False
    children = node.children
    for child in children:
        kind = child.type
        if kind == "formal_parameters":
            params.extend(lower_parameters(reading, child, prologue))
        elif kind == "statement_block":
            body = _body(reading, child)
        elif kind == "type_annotation":
            returns = lower_annotation(reading, child)
        elif kind == "async":
            is_async = True
        elif kind == "*":
            generator = True
        elif kind == "=>":
            is_arrow = True
        elif kind == "identifier" and not is_arrow:
            if node.type == "arrow_function":
                params.extend(lower_parameters(reading, node, prologue))
            else:
                name = text_of(reading, child)
    if is_arrow and children[-1].type != "statement_block":
        body = _result(reading, children[-1])
    span = defined_span(reading, node)
    body = (*prologue, *body)
    return Function(name, tuple(params), body, (), returns, is_async, generator, span)


def defined_span(reading: Reading, node: Node) -> Span:
    """The span of a definition without its decorators."""
    span = span_of(reading, node)
    if node.children[0].type != "decorator":
        return span
    begins = next((c for c in solid(node) if c.type != "decorator"), node)
    return span._replace(line=line_of(reading, begins), column=begins.start_point[1])


def _body(reading: Reading, block: Node) -> tuple[Stmt, ...]:
    """The statements of a function; those it declares are there from its first line on."""
    children = block.children
    if not any(child.type in _HOISTED for child in children):
        return lower_block(reading, block)
    out: list[Stmt] = []
    for hoisted in (True, False):
        for child in children:
            if (child.type in _HOISTED) is hoisted:
                lower_statement(reading, child, out)
    return tuple(out)


def _result(reading: Reading, node: Node) -> tuple[Stmt, ...]:
    """The body of an arrow function without braces."""
    held = len(reading.ahead)
    reading.depth += STATEMENT_DEPTH
    out = lower_result(reading, node, line_of(reading, node))
    reading.depth -= STATEMENT_DEPTH
    return (*take_ahead(reading.ahead, held), *out)


def lower_result(reading: Reading, node: Node, line: int) -> list[Stmt]:
    """``return value``; of a sequence, the last one is returned and the others come before."""
    out: list[Stmt] = []
    parts = [node]
    while parts[0].type == "parenthesized_expression":
        inner = [part for part in solid(parts[0]) if part.is_named]
        if len(inner) != 1 or inner[0].type not in ("sequence_expression", parts[0].type):
            break
        parts = inner
    if parts[0].type == "sequence_expression":
        parts = [part for part in solid(parts[0]) if part.is_named]
    for part in parts[:-1]:
        out.append(Evaluate(lower_expression(reading, part), line_of(reading, part)))
    out.append(Return(lower_expression(reading, parts[-1]), line))
    return out


STATEMENT_HANDLERS = dict.fromkeys(_HOISTED, lower_declaration)
HANDLERS = dict.fromkeys(FUNCTIONS, lower_closure)
