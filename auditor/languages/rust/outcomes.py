"""Whether something went well, kept as a value: where it did not, nothing is there."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.reading import Reading, declare, is_local, place_name
from auditor.languages.objects.values import fresh, into, lower_into
from auditor.languages.reading import line_of, span_of
from auditor.languages.rust.jumps import called, holder_of, is_wrapped, may_ask
from auditor.languages.rust.patterns import (
    binds_anything,
    core,
    head_of,
    inside,
    tells_failure,
)
from auditor.languages.rust.types import path_of
from auditor.model.facts import (
    Arg,
    Assign,
    Binary,
    Call,
    Const,
    Evaluate,
    Expr,
    Handler,
    Name,
    Opaque,
    Raise,
    Stmt,
    Try,
)

#: What is asked of an outcome, and whether it went well.
TOLD = {"is_ok": True, "is_some": True, "is_err": False, "is_none": False}
#: Before the names of those values of which it is told later on whether they went well.
_RESULT = "<result> "
_CLOSED = frozenset({"closure_expression", "async_block", "function_item"})
#: What ends the thread, makes an error of nothing in particular, asks for a type, reads one, waits
#: for a future, and looks up a variable.
PANIC, FAILURE, OF_TYPE, READ = "<panic>", "<failure>", "<is>", "<read>"
AWAIT, VARIABLE = "<await>", "<variable>"


def note_result(reading: Reading, name: str) -> None:
    """The name holds nothing where what was asked for it has failed."""
    declare(reading, _RESULT + name)


def is_result(reading: Reading, expr: Expr) -> bool:
    """Whether an expression is such a name."""
    return isinstance(expr, Name) and is_local(reading, _RESULT + expr.id)


def under_name(reading: Reading, value: Node, out: list[Stmt]) -> Expr:
    """A value under a name, so that it is evaluated once; a name stays the one that it is."""
    if value.type == "identifier":
        return lower_expression(reading, value)
    kept = fresh(reading, "value", value)
    lower_into(reading, value, into(kept), out)
    return kept


def missing(expr: Expr, line: int) -> Expr:
    """Whether nothing is there."""
    return Binary("is", expr, Const(None, line), line)


def present(expr: Expr, line: int) -> Expr:
    """Whether something is there."""
    return Binary("is not", expr, Const(None, line), line)


def is_there(reading: Reading, pattern: Node, kept: Expr, line: int) -> Expr:
    """Whether a pattern fits; not known of one that asks for more than that all went well."""
    told = tells_failure(reading, pattern)
    if told == "bad":
        return missing(kept, line)
    if told == "good":
        return present(kept, line)
    if head_of(reading, core(pattern)) == "_" or core(pattern).type == "identifier":
        return Const(True, line)
    return of_type(reading, core(pattern), kept, line)


def of_type(reading: Reading, pattern: Node, kept: Expr, line: int) -> Expr:
    """Whether a value is what a pattern takes apart: ``Shape::Round(x)``."""
    kind = pattern.child_by_field_name("type")
    path = path_of(reading, kind) if kind is not None else None
    if path is None:
        return Opaque((kept,), line)
    args = (Arg(None, kept), Arg(None, path))
    told = Call(Name(OF_TYPE, line), args, span_of(reading, pattern))
    return (
        told
        if all(binds_anything(reading, part) for part in inside(pattern))
        else Opaque((told,), line)
    )


def early(reading: Reading, node: Node) -> Name | None:
    """The name of a ``?`` that was evaluated before what is around it; None for any other."""
    name = place_name(reading, "early", node)
    return Name(name, line_of(reading, node)) if is_local(reading, name) else None


def hoist(reading: Reading, node: Node, out: list[Stmt], *, both: bool = False) -> None:
    """Evaluate each ``?`` in an expression beforehand: what is around it does not hear of it.

    Nor does whoever looks at the outcome of a time limit or a task hear of what failed within it,
    unless ``both`` outcomes are looked at.
    """
    todo = [node]
    found: list[Node] = []
    while todo:
        current = todo.pop()
        if current.type == "try_expression" or (not both and is_wrapped(reading, current)):
            found.append(current)
        elif current.type not in _CLOSED:
            todo.extend(current.named_children)
    for current in sorted(found, key=lambda n: n.start_byte) if reading.functions else ():
        if early(reading, current) is None:
            kept = fresh(reading, "early", current)
            lower_into(reading, current, into(kept), out)
            declare(reading, kept.id)


def attempted(reading: Reading, node: Node, out: list[Stmt], kept: Name | None = None) -> Name:
    """Evaluate what may fail: the name holds its value, or nothing."""
    kept = kept or fresh(reading, "value", node)
    if called(reading, node) == "ok" and (holder := holder_of(node)) is not None:
        node = holder
    line, span = line_of(reading, node), span_of(reading, node)
    body = to_try(reading, node, kept, out)
    failed = (Assign((kept,), Const(None, line), None, "", line),)
    out.append(Try(body, (Handler(None, None, failed, span),), (), (), span))
    return kept


def to_try(
    reading: Reading, node: Node, kept: Name, out: list[Stmt], *, both: bool = False
) -> tuple[Stmt, ...]:
    """What may fail, for the body of a ``try``: the name holds its value; ``both`` as above."""
    hoist(reading, node, out, both=both)
    body: list[Stmt] = []
    lower_into(reading, node, into(kept), body)
    return tuple(body)


def told_outcome(reading: Reading, holder: Node, well: bool, out: list[Stmt]) -> Expr:
    """``ask().is_ok()``: whether what is evaluated here, or was before, went well."""
    line = line_of(reading, holder)
    if may_ask(reading, holder):
        kept: Expr = attempted(reading, holder, out)
    else:
        kept = lower_expression(reading, holder)
    return present(kept, line) if well else missing(kept, line)


def panic(reading: Reading, node: Node) -> Evaluate:
    """The thread ends here, and no ``match`` on a result hears of it."""
    return Evaluate(
        Call(Name(PANIC, line_of(reading, node)), (), span_of(reading, node)),
        line_of(reading, node),
    )


def failed(reading: Reading, node: Node, value: Expr | None = None) -> Raise:
    """The function gives an error back."""
    line = line_of(reading, node)
    return Raise(value or Call(Name(FAILURE, line), (), span_of(reading, node)), line)
