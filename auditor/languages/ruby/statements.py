"""Statements: assignments, loops, jumps, and calls that are loops."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.assignments import parts_of
from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.operators import ended, sign_of
from auditor.languages.objects.reading import FunctionScope, Reading, Sink, declare, is_local, named
from auditor.languages.objects.values import evaluated, into, lower_into, returned
from auditor.languages.reading import line_of, span_of, text_of
from auditor.languages.ruby.branches import BRANCHING as BRANCHES
from auditor.languages.ruby.branches import lower_given
from auditor.languages.ruby.calls import raised
from auditor.languages.ruby.jumps import ENDS, JUMPS, RAISES, bare_name, called, in_loop, is_loop
from auditor.languages.ruby.parameters import lower_parameters, names_of
from auditor.languages.ruby.rescues import BRANCHING as RESCUES
from auditor.languages.ruby.rescues import lower_body, retried
from auditor.model.facts import (
    Arg,
    Assign,
    Assigned,
    Attr,
    Binary,
    Call,
    Const,
    Evaluate,
    Expr,
    For,
    Import,
    Leave,
    Many,
    Name,
    Raise,
    Star,
    Stmt,
    Unary,
    While,
)
from auditor.model.nodes import nodes_in

#: Loops whose block is handed a position beside each item, and a key beside each value.
_ENTRIES, _COUNTED = "each_pair", "each_with_index"


#: Assignments that keep what is there already, or need it.
_LOGICAL = {"||=": "or", "&&=": "and"}


def target_of(reading: Reading, node: Node) -> Expr:
    """What is assigned to; a bare name is a local from here on."""
    line = line_of(reading, node)
    match node.type:
        case "identifier":
            name = text_of(reading, node)
            if not reading.functions:
                # The file itself has locals too.
                reading.functions.append(FunctionScope())
            own = reading.functions[-1].names
            if is_local(reading, name) and name not in own:
                reading.functions[-1].assigned.add(name)
            elif name not in own:
                declare(reading, name)
            return Name(name, line)
        case "left_assignment_list" | "destructured_left_assignment" | "destructured_parameter":
            return Many("tuple", tuple(target_of(reading, c) for c in named(reading, node)), line)
        case "rest_assignment":
            words = named(reading, node)
            return Star(target_of(reading, words[0]) if words else Name("_", line), line)
        case "call":
            holder = node.child_by_field_name("receiver")
            held = lower_expression(reading, holder) if holder is not None else Name("self", line)
            return Attr(held, called(reading, node), line)
        case _:
            return lower_expression(reading, node)


def lower_assignment(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``a = b = value``, ``a, b = c``, ``a += value``, ``a ||= value``."""
    parts = parts_of(reading, node)
    if parts is None:
        return
    left, sign, right = parts
    target, line = target_of(reading, left), line_of(reading, node)
    if right.type == "assignment":
        lower_assignment(reading, right, out)
        inner = right.child_by_field_name("left")
        value = lower_expression(reading, inner) if inner is not None else Const(None, 0)
        out.append(Assign((target,), value, None, "", line))
    elif sign in _LOGICAL:
        value = Binary(_LOGICAL[sign], target, lower_expression(reading, right), line)
        out.append(Assign((target,), value, None, "", line))
    else:
        op = "" if sign == "=" else f"{sign_of(sign[:-1])}="
        start = len(out)
        lower_into(reading, right, into(target, op=op), out)
        plain = isinstance(target, Name)
        if not plain and not any(node is target for node in nodes_in(tuple(out[start:]))):
            # The value never comes, as in ``xs[find(x)] = raise``: what is in the target is run.
            out.insert(start, Evaluate(target, line))


def lower_assigned(reading: Reading, node: Node) -> Expr:
    """An assignment whose value is used."""
    parts, line = parts_of(reading, node), line_of(reading, node)
    if parts is None:
        return Const(None, line)
    left, sign, right = parts
    target = target_of(reading, left)
    value = lower_expression(reading, right)
    if sign != "=":
        value = Binary(sign_of(sign[:-1]), target, value, line)
    return Assigned(target, value, line)


def lower_assignment_into(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """An assignment that is the last thing of a method: its value is what comes of it."""
    left = node.child_by_field_name("left")
    lower_assignment(reading, node, out)
    if left is None or sink is evaluated or left.type.endswith(("_list", "call")):
        return
    out.append(sink(lower_expression(reading, left), line_of(reading, node)))


def lower_while(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``while``, ``until``, and both behind what they repeat."""
    test, body = node.child_by_field_name("condition"), node.child_by_field_name("body")
    line = line_of(reading, node)
    condition = lower_expression(reading, test) if test is not None else Const(True, line)
    if node.type.startswith("until"):
        condition = Unary("not", condition, line)
    out.append(While(condition, lower_body(reading, body, evaluated), (), line))


def lower_for(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``for x in xs``."""
    pattern, source = node.child_by_field_name("pattern"), node.child_by_field_name("value")
    line = line_of(reading, node)
    words = named(reading, source) if source is not None else []
    if pattern is None or not words:
        return
    iterable = lower_expression(reading, words[0])
    target = target_of(reading, pattern)
    body = lower_body(reading, node.child_by_field_name("body"), evaluated)
    out.append(For(target, iterable, body, (), line))


def lower_call(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """A call that stands for itself: a loop, an error, a library that is asked for."""
    line = line_of(reading, node)
    if is_loop(reading, node):
        _loop(reading, node, out)
    elif bare_name(reading, node) in RAISES:
        out.append(raised(reading, node))
    elif bare_name(reading, node) in ENDS:
        out.append(ended(reading, node))
    else:
        value = lower_expression(reading, node)
        out.extend(_required(reading, node, value) or (Evaluate(value, line),))


def _required(reading: Reading, node: Node, value: Expr) -> tuple[Stmt, ...]:
    """``require "x"``: the library is one that the file asks for by name."""
    match value:
        case Call(callee=Name("require"), args=(Arg(value=Const(str() as name)),)):
            line = line_of(reading, node)
            return (Import(name.replace("/", "."), 0, None, f"<{name}>", False, line),)
        case _:
            return ()


def lower_call_into(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """A call whose value goes somewhere; a loop has none that anybody asks for."""
    line = line_of(reading, node)
    if is_loop(reading, node):
        _loop(reading, node, out)
        if sink is not evaluated and called(reading, node) != "loop":
            out.append(sink(Const(None, line), line))
    elif sink is evaluated:
        lower_call(reading, node, out)
    else:
        out.append(sink(lower_expression(reading, node), line))


def _loop(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``xs.each do |x| ... end``, ``loop do ... end``, ``3.times do |n| ... end``."""
    name, line = called(reading, node), line_of(reading, node)
    block, holder = node.child_by_field_name("block"), node.child_by_field_name("receiver")
    given = block.child_by_field_name("parameters") if block is not None else None
    content = block.child_by_field_name("body") if block is not None else None
    if holder is None or name == "cycle":
        if holder is not None:
            out.append(Evaluate(lower_expression(reading, holder), line))
        out.append(While(Const(True, line), lower_body(reading, content, evaluated), (), line))
        return
    iterable = lower_expression(reading, holder)
    params, before = lower_parameters(reading, given)
    names = [param.name for param in params]
    for word in names_of(params, before):
        declare(reading, word)
    if not names:
        declare(reading, "it")
        names = ["it"]
    span = span_of(reading, node)
    if name == _COUNTED or (len(names) == 2 and name in ("each", _ENTRIES)):
        helper = "<counted>" if name == _COUNTED else "<entries>"
        iterable = Call(Name(helper, line), (Arg(None, iterable),), span)
    elif name not in ("each", "reverse_each", "find_each", "each_entry"):
        iterable = Call(Attr(iterable, name, line), (), span)
    single = Name(names[0], line)
    target_expr: Expr = single
    if len(names) > 1:
        target_expr = Many("tuple", tuple(Name(word, line) for word in names), line)
    body = (*before, *lower_body(reading, content, evaluated))
    out.append(For(target_expr, iterable, body, (), line))


def lower_jump(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``return``, ``next``, ``break``, ``redo`` and ``retry``."""
    line = line_of(reading, node)
    if node.type == "retry":
        retried(reading, node, out)
    elif node.type == "return" or not in_loop(reading, node):
        # Inside of a block, ``next`` and ``break`` say what comes of it.
        lower_given(reading, node, returned, out)
    else:
        lower_given(reading, node, evaluated, out)
        out.append(Leave("break" if node.type == "break" else "continue", line))


def lower_name(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """A bare name that stands for itself: ``raise``, ``exit``, or a method."""
    line = line_of(reading, node)
    if bare_name(reading, node) in RAISES:
        out.append(Raise(None, line))
    elif bare_name(reading, node) in ENDS:
        out.append(ended(reading, node))
    else:
        out.append(Evaluate(lower_expression(reading, node), line))


def lower_value(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """An expression of which nothing is made."""
    lower_into(reading, node, evaluated, out)


def lower_alias(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``alias new old``: one more name of a method, which is not followed."""


_VALUES = (*BRANCHES, *RESCUES)
PLAIN = frozenset({
    "while", "until", "while_modifier", "until_modifier", "for", "alias", "undef",
})  # fmt: skip

HANDLERS = {
    **dict.fromkeys(("assignment", "operator_assignment"), lower_assignment),
    **dict.fromkeys(("while", "until", "while_modifier", "until_modifier"), lower_while),
    **dict.fromkeys(JUMPS, lower_jump),
    **dict.fromkeys(_VALUES, lower_value),
    **dict.fromkeys(("alias", "undef"), lower_alias),
    "for": lower_for,
    "call": lower_call,
    "identifier": lower_name,
}
