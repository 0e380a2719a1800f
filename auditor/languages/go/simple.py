"""Statements that hold no others: assignments, declarations, calls on their own."""

from __future__ import annotations

import re

from tree_sitter import Node

from auditor.languages.go.dispatch import listed, lower_expression, lower_statement
from auditor.languages.go.failures import note_copies
from auditor.languages.go.reading import Reading, claim, line_of, named, span_of, text_of
from auditor.languages.go.structs import record_class
from auditor.languages.go.types import ZERO, lower_type, zero_value
from auditor.model.facts import (
    Arg,
    Assign,
    Attr,
    Call,
    Const,
    Evaluate,
    Expr,
    Leave,
    Many,
    Name,
    Opaque,
    Raise,
    Stmt,
)

#: After these nothing goes on.
_ENDS = re.compile(r"panic|(?:log|\w+)\.(?:Fatal|Fatalf|Fatalln|Panic|Panicf)|cobra\.CheckErr")
_EXITS = frozenset({"os.Exit", "cli.Exit", "cli.NewExitError"})
#: ``flags.StringVarP(&x, "name", "n", default, usage)`` gives ``x`` its value.
_FILLS = re.compile(r"(?:String|StringSlice|Int|Bool|Float64|Duration)(?:Array)?Var(?:P)?")
#: Expressions that tell with a second value whether the first is there.
_TELLING = frozenset({"index_expression", "type_assertion_expression", "unary_expression"})


def lower_assignment(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``a, b := f()``, ``a = b``, ``a += b``."""
    left, right = (
        listed(node.child_by_field_name("left")),
        listed(node.child_by_field_name("right")),
    )
    sign = node.child_by_field_name("operator")
    op = text_of(reading, sign) if sign is not None else ""
    claim(reading, left, declares=node.type == "short_var_declaration")
    note_copies(reading, left, right)
    _assign(reading, left, right, None, line_of(reading, node), out, op if op != "=" else "")


def _assign(
    reading: Reading,
    left: list[Node],
    right: list[Node],
    kind: Node | None,
    line: int,
    out: list[Stmt],
    op: str = "",
) -> None:
    if len(left) == len(right):
        values = [lower_expression(reading, value) for value in right]
        for place, source, given in zip(left, right, values, strict=True):
            promised = asserted(reading, source) or lower_type(reading, kind)
            out.append(Assign((lower_expression(reading, place),), given, promised, op, line))
        return
    if len(right) != 1:
        out.extend(Evaluate(lower_expression(reading, value), line) for value in right)
        return
    value = lower_expression(reading, right[0])
    if right[0].type in _TELLING and len(left) == 2:
        target, told = (lower_expression(reading, item) for item in left)
        out.append(Assign((target,), value, asserted(reading, right[0]), "", line))
        out.append(Assign((told,), Opaque((), line), None, "", line))
        return
    targets = Many("tuple", tuple(lower_expression(reading, item) for item in left), line)
    out.append(Assign((targets,), value, None, "", line))


def asserted(reading: Reading, node: Node) -> Expr | None:
    """The type that ``x.(T)`` asks for."""
    if node.type != "type_assertion_expression":
        return None
    return lower_type(reading, node.child_by_field_name("type"))


def lower_variables(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``var a, b T = x, y`` and ``const`` too; without a value it is the type's first one."""
    counts = False
    for number, spec in enumerate(named(node)):
        values = listed(spec.child_by_field_name("value"))
        counts = any(_is_counted(value) for value in values) or (counts and not values)
        if counts and spec.type == "const_spec":
            _count(reading, spec, number, out)
        elif spec.type in ("var_spec", "const_spec"):
            _lower_spec(reading, spec, out)
        elif spec.type == "var_spec_list":
            lower_variables(reading, spec, out)


def _is_counted(value: Node) -> bool:
    return value.type == "iota" or any(_is_counted(child) for child in value.named_children)


def _count(reading: Reading, spec: Node, number: int, out: list[Stmt]) -> None:
    """``A = iota``: which number it is does not matter, as long as each has its own."""
    line = line_of(reading, spec)
    for name in spec.children_by_field_name("name"):
        if name.type == "identifier":
            target = lower_expression(reading, name)
            out.append(Assign((target,), Const(number, line), None, "", line))


def _lower_spec(reading: Reading, spec: Node, out: list[Stmt]) -> None:
    names = [name for name in spec.children_by_field_name("name") if name.type == "identifier"]
    values = listed(spec.child_by_field_name("value"))
    kind = spec.child_by_field_name("type")
    line = line_of(reading, spec)
    claim(reading, names, declares=True)
    if values:
        _assign(reading, names, values, kind, line, out)
        return
    if kind is None:
        return
    if kind.type == "struct_type" and len(names) == 1:
        _record_of_its_own(reading, names[0], spec, kind, out)
        return
    value = zero_value(reading, kind)
    for name in names:
        target = lower_expression(reading, name)
        out.append(Assign((target,), None, lower_type(reading, kind), "", line))
        # What a package's variable holds is often set where nobody looks: by a flag, by a linker.
        if reading.scope.within or not isinstance(value, Const):
            out.append(Assign((target,), value, None, "", line))


def _record_of_its_own(
    reading: Reading, name: Node, spec: Node, kind: Node, out: list[Stmt]
) -> None:
    """``var config struct {...}``: a type without a name, and the one value of it."""
    line = line_of(reading, name)
    made = Name(f"{text_of(reading, name)} struct", line)
    out.append(record_class(reading, made.id, spec, kind))
    value = Call(Name(ZERO, line), (Arg(None, made),), span_of(reading, kind))
    target = lower_expression(reading, name)
    out.append(Assign((target,), None, made, "", line))
    out.append(Assign((target,), value, None, "", line))


def lower_effect(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """A call on its own; some of them end the program."""
    value = lower_expression(reading, named(node)[0])
    line = line_of(reading, node)
    if not isinstance(value, Call):
        out.append(Evaluate(value, line))
        return
    name = _written(value.callee)
    first = value.args[0].value if value.args else None
    if isinstance(value.callee, Attr) and _FILLS.fullmatch(value.callee.name) and first is not None:
        out.append(Assign((first,), value, None, "", line))
        return
    out.append(Evaluate(value, line))
    failed = not (isinstance(first, Const) and first.value == 0)
    if _ENDS.fullmatch(name) or (name in _EXITS and failed):
        out.append(Raise(None, line))


def _written(expr: Expr) -> str:
    match expr:
        case Name(id):
            return id
        case Attr(Name(id), name):
            return f"{id}.{name}"
        case _:
            return ""


def lower_aside(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``go f()`` and ``defer f()``: taken to run where they stand."""
    out.append(Evaluate(lower_expression(reading, named(node)[0]), line_of(reading, node)))


def lower_counting(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``i++`` and ``i--``."""
    target, line = lower_expression(reading, named(node)[0]), line_of(reading, node)
    op = "+=" if node.type == "inc_statement" else "-="
    out.append(Assign((target,), Const(1, line), None, op, line))


def lower_leave(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``break`` and ``continue``; a plain break in a switch only ends its arm."""
    kind = node.type.removesuffix("_statement")
    if kind == "break" and reading.in_switch and not named(node):
        return
    out.append(Leave(kind, line_of(reading, node)))


def lower_labeled(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``label: statement``."""
    for child in named(node)[1:]:
        lower_statement(reading, child, out)


def lower_send(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``channel <- value``."""
    parts = tuple(lower_expression(reading, child) for child in named(node))
    out.append(Evaluate(Opaque(parts, line_of(reading, node)), line_of(reading, node)))


def lower_receive(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``value := <-channel`` in a ``select``."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if left is None or right is None:
        out.extend(Evaluate(lower_expression(reading, c), line_of(reading, c)) for c in named(node))
        return
    claim(reading, listed(left), declares=True)
    _assign(reading, listed(left), [right], None, line_of(reading, node), out)


HANDLERS = {
    "short_var_declaration": lower_assignment,
    "assignment_statement": lower_assignment,
    "var_declaration": lower_variables,
    "const_declaration": lower_variables,
    "expression_statement": lower_effect,
    "go_statement": lower_aside,
    "defer_statement": lower_aside,
    "inc_statement": lower_counting,
    "dec_statement": lower_counting,
    "break_statement": lower_leave,
    "continue_statement": lower_leave,
    "labeled_statement": lower_labeled,
    "send_statement": lower_send,
    "receive_statement": lower_receive,
}
