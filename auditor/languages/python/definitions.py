"""Functions, classes, lambdas and their parameters."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.python.calls import lower_arguments
from auditor.languages.python.dispatch import STATEMENT_DEPTH, lower_block, lower_expression
from auditor.languages.python.hints import keep_type_parameters
from auditor.languages.python.reading import (
    Reading,
    line_of,
    name_of,
    solid,
    span_of,
    text_of,
)
from auditor.model.facts import (
    Arg,
    Class,
    Closure,
    Expr,
    Function,
    Param,
    Return,
    Star,
    Stmt,
)

_STARS = {"list_splat_pattern": 1, "dictionary_splat_pattern": 2}
_TYPED = frozenset({"typed_parameter", "typed_default_parameter"})


def lower_decorated(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """Decorators and the definition below them."""
    decorators: list[Expr] = []
    for child in node.children:
        if child.type == "decorator":
            decorators.append(lower_expression(reading, solid(child)[-1]))
        elif child.type == "function_definition":
            _function(reading, child, out, tuple(decorators))
        elif child.type == "class_definition":
            _class(reading, child, out, tuple(decorators))


def lower_function(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``def`` and ``async def``."""
    _function(reading, node, out, ())


def lower_class(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``class``."""
    _class(reading, node, out, ())


def _function(reading: Reading, node: Node, out: list[Stmt], decorators: tuple[Expr, ...]) -> None:
    name = ""
    params: tuple[Param, ...] = ()
    returns: Expr | None = None
    body: tuple[Stmt, ...] = ()
    is_async = False
    outer_yields, reading.yields = reading.yields, False
    for child in node.children:
        kind = child.type
        if kind == "identifier":
            name = name_of(reading, child)
        elif kind == "parameters":
            params = lower_parameters(reading, child)
        elif kind == "block":
            body = lower_block(reading, child)
        elif kind == "type":
            returns = lower_expression(reading, child)
        elif kind == "type_parameter":
            keep_type_parameters(reading, child, out)
        elif kind == "async":
            is_async = True
    generator, reading.yields = reading.yields, outer_yields
    span = span_of(reading, node)
    out.append(Function(name, params, body, decorators, returns, is_async, generator, span))


def _class(reading: Reading, node: Node, out: list[Stmt], decorators: tuple[Expr, ...]) -> None:
    name = ""
    args: tuple[Arg, ...] = ()
    body: tuple[Stmt, ...] = ()
    line = line_of(reading, node)
    for child in node.children:
        kind = child.type
        if kind == "identifier":
            name = name_of(reading, child)
        elif kind == "argument_list":
            args = lower_arguments(reading, child)
        elif kind == "block":
            body = lower_block(reading, child)
        elif kind == "type_parameter":
            keep_type_parameters(reading, child, out)
    bases = tuple(
        Star(arg.value, line) if arg.stars else arg.value
        for arg in args
        if arg.name is None and arg.stars < 2
    )
    keywords = tuple(arg for arg in args if arg.name is not None or arg.stars == 2)
    out.append(Class(name, bases, keywords, body, decorators, span_of(reading, node)))


def lower_lambda(reading: Reading, node: Node) -> Expr:
    """``lambda params: value``."""
    outer_yields, reading.yields = reading.yields, False
    params: tuple[Param, ...] = ()
    words = solid(node)
    if words[1].type == "lambda_parameters":
        params = lower_parameters(reading, words[1])
    result = words[-1]
    reading.depth += STATEMENT_DEPTH
    body = (Return(lower_expression(reading, result), line_of(reading, result)),)
    reading.depth -= STATEMENT_DEPTH
    generator, reading.yields = reading.yields, outer_yields
    span = span_of(reading, node)
    return Closure(Function("<lambda>", params, body, (), None, False, generator, span))


def lower_parameters(reading: Reading, node: Node) -> tuple[Param, ...]:
    """Every kind of parameter; those behind a star are keyword-only."""
    params: list[Param] = []
    keyword = False
    for child in node.children:
        kind = child.type
        if kind == "identifier":
            params.append(Param(name_of(reading, child), None, None, 0, keyword))
        elif kind == "keyword_separator":
            keyword = True
        elif kind.endswith(("_parameter", "_pattern")):
            param = _parameter(reading, child, keyword)
            params.append(param)
            keyword = keyword or param.stars == 1
    return tuple(params)


def _parameter(reading: Reading, node: Node, keyword: bool) -> Param:
    """``name: annotation = default``, ``*name``, ``**name``, or Python 2's ``(a, b)``."""
    parts = [node] if node.type.endswith("_pattern") else solid(node)
    name = parts[0]
    stars = _STARS.get(name.type, 0)
    if stars:
        name = solid(name)[-1]
    text = name_of(reading, name) if name.type == "identifier" else text_of(reading, name)
    kind = node.type
    annotation = lower_expression(reading, parts[2]) if kind in _TYPED else None
    default = lower_expression(reading, parts[-1]) if kind.endswith("default_parameter") else None
    return Param(text, default, annotation, stars, keyword and not stars)


HANDLERS = {
    "decorated_definition": lower_decorated,
    "function_definition": lower_function,
    "class_definition": lower_class,
}
EXPRESSION_HANDLERS = {"lambda": lower_lambda}
