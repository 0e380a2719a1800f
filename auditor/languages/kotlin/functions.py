"""Functions: of types, of files, inside of others, and those without a name."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.kotlin.parameters import lambda_body, lambda_parameters, lower_parameters
from auditor.languages.kotlin.types import TYPES, annotations_of, lower_type
from auditor.languages.objects.classes import ABSTRACT, EXTENSION, marked
from auditor.languages.objects.dispatch import lower_expression, lower_statement
from auditor.languages.objects.functions import method, nested
from auditor.languages.objects.reading import (
    Reading,
    child_of,
    declare,
    is_local,
    named,
    place_name,
)
from auditor.languages.objects.values import lower_last, returned
from auditor.languages.reading import line_of, span_of, text_of
from auditor.model.facts import (
    Arg,
    Assign,
    Attr,
    Call,
    Closure,
    Const,
    Expr,
    Function,
    Name,
    Param,
    Return,
    Stmt,
)


def lower_function(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """A function of a file, or inside of another one."""
    params = _params(reading, node)
    name = _name(reading, node)
    declare(reading, name)
    made = nested(
        reading, node, name, params, lambda: body_of(reading, node), _returns(reading, node)
    )
    made = made._replace(decorators=annotations_of(reading, node))
    out.append(marked(made, EXTENSION) if _receiver(node) is not None else made)


def lower_method(reading: Reading, node: Node, *, static: bool) -> Function:
    """A function of a type; of a companion or a single object it has no receiver."""
    extends = _receiver(node) is not None
    made = method(
        reading, node, _name(reading, node), _params(reading, node),
        lambda: body_of(reading, node),
        static=static or extends,
        decorators=annotations_of(reading, node),
        returns=_returns(reading, node),
    )  # fmt: skip
    if extends:
        made = marked(made, EXTENSION)
    return marked(made, ABSTRACT) if _content(node) is None else made


def _name(reading: Reading, node: Node) -> str:
    name = node.child_by_field_name("name")
    return text_of(reading, name).strip("`") if name is not None else "<lambda>"


def _receiver(node: Node) -> Node | None:
    """The type that a function is written as a method of: ``fun T.f()``."""
    for child in node.children:
        if child.type in ("identifier", "function_value_parameters"):
            return None
        if child.type in TYPES:
            return child
    return None


def _params(reading: Reading, node: Node) -> list[Param]:
    held = child_of(node, "function_value_parameters")
    params = lower_parameters(reading, held)
    receiver = _receiver(node)
    if receiver is None:
        return params
    return [Param(reading.grammar.receiver, None, lower_type(reading, receiver)), *params]


def _returns(reading: Reading, node: Node) -> Expr | None:
    behind = False
    for child in node.children:
        behind = behind or child.type == "function_value_parameters"
        if behind and child.type in TYPES:
            return lower_type(reading, child)
    return None


def _content(node: Node) -> Node | None:
    return child_of(node, "function_body")


def body_of(reading: Reading, node: Node) -> tuple[Stmt, ...]:
    """What a function or a getter does: a block, or one expression behind ``=``."""
    held = _content(node)
    words = named(reading, held) if held is not None else []
    if not words:
        return ()
    if words[0].type != "block":
        return lower_last(reading, words[:1], returned)
    out: list[Stmt] = []
    for child in words[0].named_children:
        lower_statement(reading, child, out)
    return tuple(out)


def lower_anonymous_function(reading: Reading, node: Node) -> Expr:
    """``fun(x: T) { ... }`` as a value."""
    params = _params(reading, node)
    return Closure(nested(reading, node, "<lambda>", params, lambda: body_of(reading, node)))


def lower_lambda(reading: Reading, node: Node) -> Expr:
    """``{ x -> value }``, and ``{ model = "x" }``, which fills what it is run on."""
    words = lambda_body(reading, node)
    given = lambda_parameters(reading, node)
    if given is None and any(_fills(reading, word) for word in words):
        return _filling(reading, node, words)
    params = (
        given if given is not None else [Param("it", Const(None, line_of(reading, node)), None)]
    )
    return Closure(
        nested(reading, node, "<lambda>", params, lambda: lower_last(reading, words, returned))
    )


def _fills(reading: Reading, node: Node) -> bool:
    """Whether a statement sets something that nothing around it declares."""
    left = node.child_by_field_name("left") if node.type == "assignment" else None
    if left is None or left.type != "identifier":
        return False
    name = text_of(reading, left)
    return not is_local(reading, name) and not any(name in s.fields for s in reading.types)


def _filling(reading: Reading, node: Node, words: list[Node]) -> Expr:
    """A function that is handed a builder and gives it back with what it sets."""
    line = line_of(reading, node)
    filled = Name(place_name(reading, "filled", node), line)

    def lowered() -> tuple[Stmt, ...]:
        out: list[Stmt] = []
        for word in words:
            left, right = word.child_by_field_name("left"), word.child_by_field_name("right")
            if _fills(reading, word) and left is not None and right is not None:
                args = (Arg(None, lower_expression(reading, right)),)
                set_by = Attr(filled, text_of(reading, left), line_of(reading, left))
                value = Call(set_by, args, span_of(reading, word))
                out.append(Assign((filled,), value, None, "", line_of(reading, word)))
            else:
                lower_statement(reading, word, out)
        return (*out, Return(filled, line))

    return Closure(nested(reading, node, "<lambda>", [Param(filled.id, None, None)], lowered))
