"""What an expression may be."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from auditor.linker.carried import carried_in
from auditor.linker.caught import combined, compared, negated
from auditor.linker.conditions import Truth, compare, connected, negate, settings_of, truth_of
from auditor.linker.cutting import part_of, rotated_list
from auditor.linker.displays import (
    evaluate_comprehension,
    evaluate_format,
    evaluate_many,
    evaluate_mapping,
)
from auditor.linker.frame import Frame
from auditor.linker.fresh import defined_in
from auditor.linker.heap import BASE_OBJECT
from auditor.linker.iteration import index_values, is_unset, rounds
from auditor.linker.results import asked, tested
from auditor.linker.shipped import choose
from auditor.linker.strings import concatenate, render
from auditor.linker.sums import added, calculated
from auditor.linker.turns import rotated, which_round
from auditor.linker.values import (
    HOLE,
    LONGEST_TEXT,
    NONE,
    UNKNOWN,
    Alias,
    Argument,
    Arguments,
    Constant,
    External,
    Instance,
    Routine,
    Sequence,
    Table,
    Text,
    Value,
    Values,
    join,
    one,
    prefer,
)
from auditor.linker.world import Place, World
from auditor.model.behaviour import Leave
from auditor.model.behaviour import Sequence as Steps
from auditor.model.facts import (
    Arg,
    Assigned,
    Attr,
    Await,
    Binary,
    Call,
    Closure,
    Comprehension,
    Const,
    Expr,
    Format,
    Index,
    Many,
    Mapping,
    Name,
    Opaque,
    Star,
    Ternary,
    Unary,
    Yield,
)

ANNOTATED = frozenset({"typing.Annotated", "typing_extensions.Annotated"})
COMPARISONS = frozenset(
    {"==", "!=", "in", "not in", "is", "is not", "<", ">", "<=", ">=", "instanceof"}
)

#: What a library makes of ``>>`` between objects of classes that derive from its own.
CHAINS = External("operator.rshift")


def evaluate(world: World, frame: Frame, expr: Expr) -> Values:
    """The values ``expr`` may have in ``frame``; its calls are made on the way."""
    return _EVALUATORS[type(expr)](world, frame, expr)


def _const(world: World, frame: Frame, expr: Const) -> Values:
    return _literal(expr.value)


@lru_cache(maxsize=1 << 16, typed=True)
def _literal(value: str | int | float | bool | None) -> Values:
    """The same object for the same literal; ``1``, ``1.0`` and ``True`` are three."""
    if isinstance(value, str):
        return one(Text(value)) if len(value) <= LONGEST_TEXT else one(Text(HOLE))
    return one(Constant(value))


def look_up(world: World, frame: Frame, name: str) -> Values | None:
    """The values of a bare name, None where it is defined nowhere."""
    scope: Frame | None = frame
    while scope is not None:
        if scope is frame or not scope.is_class:
            found = scope.env.get(name)
            if found is None and scope is not frame:
                found = scope.left.get(name)
            if found is not None:
                return found
        if scope.parent is None:
            late = world.late_global(scope, name)
            if late.items:
                return late
        scope = scope.parent
    return None


def _name(world: World, frame: Frame, expr: Name) -> Values:
    found = look_up(world, frame, expr.id)
    if found is not None:
        return found if found.items else UNKNOWN
    inherited = world.dialect.member(world, frame, expr.id)
    if inherited is not None:
        return inherited if inherited.items else UNKNOWN
    built_in = world.dialect.name_of(world, frame, expr.id)
    if built_in is None and frame.handlers and world.dialect.undefined and not _stars(frame):
        # Handlers are seldom run: a name that is bound nowhere waits there to be found.
        frame.out.append(Leave("raise", (world.dialect.undefined,), expr.line))
    return one(built_in) if built_in is not None else UNKNOWN


def _stars(frame: Frame) -> bool:
    """Whether names come in by ``import *``."""
    return any(scope.stars for scope in frame.scopes())


def _attr(world: World, frame: Frame, expr: Attr) -> Values:
    base = evaluate(world, frame, expr.base)
    if len(base.items) == 1:
        found = world.get_attribute(base.items[0], expr.name)
    else:
        found = join(*(world.get_attribute(value, expr.name) for value in base.items))
    found = carried_in(frame, expr.base, base, found)
    return Values(found.items, base.decided) if base.decided else found


def _index(world: World, frame: Frame, expr: Index) -> Values:
    base = evaluate(world, frame, expr.base)
    if any(isinstance(v, External) and v.name in ANNOTATED for v in base.items):
        return one(Alias(frame.number, expr.line, expr))
    if (part := part_of(world, frame, base, expr)) is not None:
        return part
    keys = evaluate(world, frame, expr.key)
    return carried_in(frame, expr.base, base, index_values(world, base, keys))


def evaluate_arguments(world: World, frame: Frame, args: tuple[Arg, ...]) -> Arguments:
    """The arguments of a call, spread ones unfolded as far as they are known."""
    done: list[Argument] = []
    for arg in args:
        values = evaluate(world, frame, arg.value)
        if arg.stars == 2:
            done.extend(_spread_table(world, values))
        elif arg.stars == 1:
            for value in values.items:
                if isinstance(value, Sequence):
                    done.extend(Argument(None, v) for v in world.heap.items.get(value.number, ()))
                    break
            else:
                done.append(Argument("*", UNKNOWN))
        else:
            done.append(Argument(arg.name, values))
    return tuple(done)


def _spread_table(world: World, values: Values) -> list[Argument]:
    found: dict[str, Values] = {}
    for value in values.items:
        if isinstance(value, Table):
            for key, item in world.heap.entries.get(value.number, {}).items():
                found[key] = join(found.get(key, NONE), item)
        else:
            found.setdefault("*", UNKNOWN)
    return [Argument(key, item) for key, item in found.items()]


def _call(world: World, frame: Frame, expr: Call) -> Values:
    before = len(frame.out)
    found = world.dialect.call(world, frame, expr)
    if found is None:
        callee = evaluate(world, frame, expr.callee)
        args = evaluate_arguments(world, frame, expr.args)
        found = world.call_values(frame, callee, args, place_of(world, frame, expr))
    if expr.awaited:
        frame.settle(before)
    return found


def place_of(world: World, frame: Frame, expr: Call) -> Place:
    """Where a call stands, and in which function."""
    span = expr.span
    return _place(world, frame, span.line, span.end_line, span.column, span.cell)


def _place(
    world: World, frame: Frame, line: int, end_line: int, column: int = 0, cell: int = 0
) -> Place:
    name = frame.function.qualname if frame.function else "<module>"
    tests = world.modules[frame.path].in_tests
    return Place(frame.path, line, end_line, column, cell, name, tests)


def _binary(world: World, frame: Frame, expr: Binary) -> Values:
    if expr.op in ("and", "or"):
        return _logical(world, frame, expr)
    if expr.op == "+" and (turned := rotated_list(world, frame, expr)) is not None:
        return turned
    left = evaluate(world, frame, expr.left)
    right = evaluate(world, frame, expr.right)
    if expr.op in COMPARISONS:
        counted = which_round(frame.turns, expr) if frame.turns else None
        if counted is not None:
            return counted
        on_error = compared(world, expr.op, left, right)
        return on_error if on_error is not None else compare(world, expr.op, left, right)
    if expr.op == "|":
        return _pipe(world, frame, expr, left, right)
    if expr.op == ">>":
        return _chain(world, frame, expr, left, right)
    if expr.op == "+":
        return added(world, frame, expr.line, left, right)
    if expr.op == "%":
        turned = rotated(frame.counting, frame.env, expr, right)
        return turned if turned is not None else render(world, left, right)
    if expr.op == "/" and any(isinstance(v, Text) for v in right.items):
        return concatenate([left, one(Text("/")), right])
    return calculated(expr.op, left, right)


def _pipe(world: World, frame: Frame, expr: Binary, left: Values, right: Values) -> Values:
    """``prompt | model | parser``: the composed object asks what its model asks."""
    given = join(*(_as_model(world, v) for v in (*left.items, *right.items)))
    piped = [v for v in given.items if world.rules.pipes(v)]
    if piped:
        return Values(tuple(piped))
    tables = [v for v in (*left.items, *right.items) if isinstance(v, Table)]
    if tables:
        return one(_merged_tables(world, frame, expr, tables))
    return join(left, right)


def _chain(world: World, frame: Frame, expr: Binary, left: Values, right: Values) -> Values:
    """``first >> second``: steps of a library's flow, which it runs; the last one is given back."""
    if not any(isinstance(v, Instance) for v in (*left.items, *right.items)):
        return calculated(expr.op, left, right)
    steps = (Argument(None, left), Argument(None, right))
    world.call_values(frame, one(CHAINS), steps, _place(world, frame, expr.line, expr.line))
    return right


def _as_model(world: World, value: Value) -> Values:
    """An object of a class derived from a library's model is that model."""
    base = world.heap.load(value, BASE_OBJECT) if isinstance(value, Instance) else None
    return base if base is not None and base.items else one(value)


def _merged_tables(world: World, frame: Frame, expr: Binary, tables: list[Table]) -> Table:
    entries: dict[str, Values] = {}
    for table in tables:
        entries.update(world.heap.entries.get(table.number, {}))
    return world.heap.table((frame.path, expr.line), tuple(entries.items()))


def _logical(world: World, frame: Frame, expr: Binary) -> Values:
    with asked(frame) as calls:
        left = evaluate(world, frame, expr.left)
    truth = truth_of(left)
    stops = Truth.FALSE if expr.op == "and" else Truth.TRUE
    if expr.op == "or" and is_unset(world, frame, expr.left):
        return prefer(evaluate(world, frame, expr.right), left)
    if truth is stops or (expr.op == "or" and rounds(world, left)):
        return left
    test = tested(world, frame, expr.left, frozenset(calls)) if truth is Truth.OPEN else None
    right, steps = evaluate_aside(world, frame, expr.right)
    if steps.items:
        # The right side is only asked for where the left one does not decide.
        arms = (steps, Steps(())) if expr.op == "and" else (Steps(()), steps)
        choose(frame, expr.line, left, arms, test)
    if truth is negate(stops):
        return right
    on_error = combined(expr.op, left, right) if truth is Truth.OPEN else None
    if on_error is not None:
        return on_error
    return connected(expr.op, left, right, truth)


def _unary(world: World, frame: Frame, expr: Unary) -> Values:
    operand = evaluate(world, frame, expr.operand)
    if expr.op == "&":
        return operand
    if expr.op == "not":
        on_error = negated(operand)
        if on_error is not None:
            return on_error
        return negate(truth_of(operand)).values(settings_of(operand))
    match operand.items:
        case (Constant(int() | float() as number, env),) if expr.op == "-":
            return one(Constant(-number, env))
        case _:
            return UNKNOWN


def _ternary(world: World, frame: Frame, expr: Ternary) -> Values:
    with asked(frame) as calls:
        test = evaluate(world, frame, expr.test)
    truth = truth_of(test)
    if truth is Truth.TRUE:
        return evaluate(world, frame, expr.then)
    if truth is Truth.FALSE:
        return evaluate(world, frame, expr.orelse)
    then, then_steps = evaluate_aside(world, frame, expr.then)
    orelse, else_steps = evaluate_aside(world, frame, expr.orelse)
    if then_steps.items or else_steps.items:
        told = tested(world, frame, expr.test, frozenset(calls)) if truth is Truth.OPEN else None
        choose(frame, expr.line, test, (then_steps, else_steps), told)
    if truth is Truth.SETTING_TRUE:
        return prefer(then, orelse)
    if truth is Truth.SETTING_FALSE:
        return prefer(orelse, then)
    return join(then, orelse)


def evaluate_aside(world: World, frame: Frame, expr: Expr) -> tuple[Values, Steps]:
    """The values of ``expr``, and what it does, which is not yet written down."""
    with frame.aside() as out:
        values = evaluate(world, frame, expr)
    return values, Steps(tuple(out))


def _closure(world: World, frame: Frame, expr: Closure) -> Values:
    span = expr.function.span
    number = world.by_node.get((frame.path, span.line, span.column))
    if number is None:
        number = world.parts.add_lambda(world, frame.path, expr.function)
    defined = defined_in(world, frame, expr.function)
    if world.dialect.nameless:
        world.closures[number] = defined
    return one(Routine(number, defined))


def _assigned(world: World, frame: Frame, expr: Assigned) -> Values:
    values = evaluate(world, frame, expr.value)
    world.assign(frame, expr.target, values)
    return values


def _await(world: World, frame: Frame, expr: Await) -> Values:
    before = len(frame.out)
    values = evaluate(world, frame, expr.value)
    frame.settle(before)
    return values


def _yield(world: World, frame: Frame, expr: Yield) -> Values:
    if expr.value is None:
        return UNKNOWN
    values = evaluate(world, frame, expr.value)
    frame.yields.append(values)
    return values if expr.delegated else UNKNOWN


def _opaque(world: World, frame: Frame, expr: Opaque) -> Values:
    for child in expr.children:
        evaluate(world, frame, child)
    return UNKNOWN


_EVALUATORS: dict[type, Callable[[World, Frame, Any], Values]] = {
    Const: _const,
    Name: _name,
    Attr: _attr,
    Index: _index,
    Call: _call,
    Format: evaluate_format,
    Binary: _binary,
    Unary: _unary,
    Ternary: _ternary,
    Many: evaluate_many,
    Mapping: evaluate_mapping,
    Star: lambda world, frame, expr: evaluate(world, frame, expr.value),
    Comprehension: evaluate_comprehension,
    Closure: _closure,
    Assigned: _assigned,
    Await: _await,
    Yield: _yield,
    Opaque: _opaque,
}
