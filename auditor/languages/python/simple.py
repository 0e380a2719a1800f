"""Statements of one line: assignments, returns, raises, and those kept only for their calls."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.python.dispatch import lower_expression, lower_loose
from auditor.languages.python.displays import lower_items
from auditor.languages.python.hints import keep_type_parameters
from auditor.languages.python.reading import Reading, line_of, name_of, solid, span_of
from auditor.languages.python.regroup import change_leftmost
from auditor.model.behaviour import DONE
from auditor.model.facts import (
    Arg,
    Assign,
    Attr,
    Call,
    Const,
    Evaluate,
    Expr,
    Format,
    Index,
    Leave,
    Many,
    Name,
    Opaque,
    Raise,
    Return,
    Scope,
    Stmt,
)

_BRACKETS = frozenset({"parenthesized_expression", "tuple", "list", "generator_expression"})


def lower_expression_statement(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """An assignment, or an expression (several with commas are a tuple)."""
    children = node.children
    if len(children) != 1:
        children = solid(node)
    line = line_of(reading, node)
    if len(children) == 1:
        kind = children[0].type
        if kind == "assignment" or kind == "augmented_assignment":
            out.append(_assignment(reading, children[0], line))
            return
    value = lower_items(reading, children, line)
    out.append(_end(value, line) or Evaluate(value, line))


def _end(value: Expr, line: int) -> Raise | None:
    """``sys.exit(1)``, ``exit("message")``: the program ends, and has failed; not so with 0."""
    match value:
        case Call(Attr(Name("sys"), "exit") | Name("exit" | "quit"), args) if not args or (
            len(args) == 1 and isinstance(args[0].value, Const) and args[0].value.value in (0, None)
        ):
            return Raise(value._replace(callee=Name(DONE, line)), line)
        case Call(Attr(Name("sys"), "exit") | Name("exit" | "quit"), (Arg(None, given),)) if (
            isinstance(given, Format) or (isinstance(given, Const) and given.value)
        ):
            return Raise(value._replace(callee=Name("SystemExit", line)), line)
        case _:
            return None


def _assignment(reading: Reading, node: Node, line: int) -> Stmt:
    """``a = b = value``: each assignment is the right side of the one before it."""
    targets: list[Expr] = []
    annotation: Expr | None = None
    while True:
        children = node.children
        if len(children) != 3:
            children = solid(node)
        left, sign, right = children[0], children[1], children[-1]
        targets.append(lower_expression(reading, left))
        op = sign.type
        if op == ":":
            noted = lower_expression(reading, children[2])
            # Only broken code has a second annotation behind the first.
            annotation = noted if annotation is None else Opaque((annotation, noted), line)
            op = "="
            if len(children) == 3:
                return Assign(tuple(targets), None, annotation, "", line)
        if right.type != "assignment" and right.type != "augmented_assignment":
            break
        node = right
    value = lower_expression(reading, right)
    return Assign(tuple(targets), value, annotation, "" if op == "=" else op, line)


def lower_return(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``return`` with or without a value."""
    words = solid(node)
    value = lower_expression(reading, words[1]) if len(words) > 1 else None
    out.append(Return(value, line_of(reading, node)))


def lower_raise(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``raise value from cause``; a cause that is more than a name is evaluated before it."""
    words = solid(node)[1:]
    line = line_of(reading, node)
    if len(words) > 1 and words[-2].type == "from":
        cause = lower_expression(reading, words[-1])
        if not isinstance(cause, (Name, Const)):
            out.append(Evaluate(Opaque((cause,), line), line))
        words = words[:-2]
    out.append(Raise(lower_expression(reading, words[0]) if words else None, line))


def lower_leave(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``break`` and ``continue``."""
    out.append(Leave(node.type.removesuffix("_statement"), line_of(reading, node)))


def lower_scope(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``global`` and ``nonlocal``."""
    names = tuple(name_of(reading, word) for word in solid(node) if word.type == "identifier")
    out.append(Scope(node.type.removesuffix("_statement"), names, line_of(reading, node)))


def lower_kept(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``del``, ``assert`` and the statements of Python 2: only what is inside them matters."""
    out.append(Evaluate(lower_loose(reading, node), line_of(reading, node)))


def lower_delete(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``del items[key]`` as the method that it calls; of all else only what is inside matters."""
    target = solid(node)[1]
    if target.type != "subscript":
        lower_kept(reading, node, out)
        return
    place = lower_expression(reading, target)
    if isinstance(place, Index):
        method = Attr(place.base, "__delitem__", place.line)
        call = Call(method, (Arg(None, place.key),), span_of(reading, target))
        out.append(Evaluate(call, place.line))
    else:
        out.append(Evaluate(place, line_of(reading, node)))


def lower_type_alias(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``type X[T] = value``, and ``type(a).b = value``, which the grammar takes for one."""
    keyword, left, _, right = solid(node)
    line = line_of(reading, node)
    name = solid(left)[0]
    annotation: Expr | None = None
    if name.type == "constrained_type":  # type(a).b: annotation = value
        name, _, noted = solid(name)
        name = solid(name)[0]
        annotation = lower_expression(reading, noted)
    if name.type == "generic_type":
        name, parameters = solid(name)
        keep_type_parameters(reading, parameters, out)
    target = lower_expression(reading, name)
    if name.type != "identifier":
        target = _restore_type_call(reading, target, keyword, name)
    out.append(Assign((target,), lower_expression(reading, right), annotation, "", line))


def _restore_type_call(reading: Reading, target: Expr, keyword: Node, name: Node) -> Expr:
    """Put ``type`` before the parentheses or brackets that its call was mistaken for."""
    first = name
    while first.type in ("attribute", "subscript", "call"):
        first = first.children[0]
    if first.type not in _BRACKETS:
        return target
    called = Name("type", line_of(reading, keyword))
    start = span_of(reading, keyword)
    span = span_of(reading, first)._replace(line=start.line, column=start.column)

    def restore(inside: Expr) -> Expr:
        values = inside.items if isinstance(inside, Many) else (inside,)
        if first.type == "list":
            key = values[0] if len(values) == 1 else Many("tuple", values, start.line)
            return Index(called, key, start.line)
        return Call(called, tuple(Arg(None, value) for value in values), span)

    return change_leftmost(target, restore, start.column - first.start_point[1])


HANDLERS = {
    "expression_statement": lower_expression_statement,
    "return_statement": lower_return,
    "raise_statement": lower_raise,
    "break_statement": lower_leave,
    "continue_statement": lower_leave,
    "global_statement": lower_scope,
    "nonlocal_statement": lower_scope,
    "delete_statement": lower_delete,
    "assert_statement": lower_kept,
    "print_statement": lower_kept,
    "exec_statement": lower_kept,
    "type_alias_statement": lower_type_alias,
}
