"""Decorators: the repository's own are run, a library's are noted for entry points and rules."""

from __future__ import annotations

from dataclasses import dataclass, replace

from auditor.linker.breakers import name_of
from auditor.linker.definitions import FunctionInfo
from auditor.linker.expressions import evaluate, evaluate_arguments, place_of
from auditor.linker.frame import Frame
from auditor.linker.recorder import Prompt
from auditor.linker.retriers import kept_by
from auditor.linker.slots import holds
from auditor.linker.values import (
    Argument,
    Arguments,
    Bound,
    ClassRef,
    External,
    Foreign,
    ForeignMember,
    Instance,
    Method,
    Routine,
    RuleMember,
    RuleObject,
    Values,
)
from auditor.linker.world import Place, World
from auditor.model.facts import Call, Expr, Raise

#: Decorators under which a function is chosen among those that are registered with it.
DISPATCHERS = frozenset({"functools.singledispatch", "functools.singledispatchmethod"})


@dataclass(frozen=True, slots=True)
class Decoration:
    """A library's decorator on a function: ``name``, or the owner's name and a method path."""

    function: int
    name: str
    method: str | None
    owner: Foreign | None
    args: Arguments
    line: int


def decorate(world: World, frame: Frame, info: FunctionInfo, function: Values) -> Values:
    """The function as its decorators leave it."""
    for position, decorator in reversed(list(enumerate(info.node.decorators))):
        function = _apply(world, frame, info, decorator, position, function)
    return function


def _apply(
    world: World, frame: Frame, info: FunctionInfo, decorator: Expr, position: int, function: Values
) -> Values:
    callee = decorator.callee if isinstance(decorator, Call) else decorator
    named = evaluate(world, frame, callee)
    args = evaluate_arguments(world, frame, decorator.args) if isinstance(decorator, Call) else ()
    for value in named.items:
        match value:
            case External(name):
                _note(
                    world,
                    info,
                    position,
                    Decoration(info.number, name, None, None, args, _line(decorator)),
                )
            case ForeignMember(owner, path):
                noted = Decoration(info.number, owner.name, path, owner, args, _line(decorator))
                _note(world, info, position, noted)
            case Method(Routine(number), member):
                # A command of a group that is itself a decorated function.
                _note_dispatch(world, number, member, info)
                for name in _decorated_as(world, number):
                    noted = Decoration(info.number, name, member, None, args, _line(decorator))
                    _note(world, info, position, noted)
            case Foreign() if behind := name_of(world, value):
                world.breakers[info.number] = behind
            case RuleObject() | RuleMember():
                return function
            case Routine() | ClassRef() | Instance() | Bound():
                return _run_own(world, frame, info, decorator, Values((value,)), args, function)
            case _:
                pass
    return function


def _note_dispatch(world: World, number: int, member: str, info: FunctionInfo) -> None:
    """``@ask.register``: one of those that ``ask`` stands for, by the type of what it is given."""
    if member != "register" or not DISPATCHERS.intersection(_decorated_as(world, number)):
        return
    known = world.dispatched.get(number)
    if known is None:
        body = world.functions[number].node.body
        refuses = bool(body) and isinstance(body[-1], Raise)
        known = () if refuses else (number,)
    if info.number not in known:
        world.dispatched[number] = (*known, info.number)


def _decorated_as(world: World, number: int) -> list[str]:
    """What a function's outermost noted decoration makes of it, as a qualified name."""
    noted = [decoration for _, decoration in sorted(world.decorations.get(number, {}).items())]
    return [f"{d.name}.{d.method}" if d.method else d.name for d in noted[:1]]


def _run_own(
    world: World,
    frame: Frame,
    info: FunctionInfo,
    decorator: Expr,
    callee: Values,
    args: Arguments,
    function: Values,
) -> Values:
    place = _place(world, frame, info, decorator)
    with frame.aside():
        if isinstance(decorator, Call):
            callee = world.call_values(frame, callee, args, place)
        wrapped = world.call_values(frame, callee, (Argument(None, function),), place)
    runnable = [
        v
        for v in wrapped.items
        if isinstance(v, Routine | Bound | Instance) and v not in function.items
    ]
    return Values(tuple(runnable)) if runnable else function


def _place(world: World, frame: Frame, info: FunctionInfo, decorator: Expr) -> Place:
    if isinstance(decorator, Call):
        return place_of(world, frame, decorator)
    span = info.node.span
    return Place(
        frame.path, span.line, span.line, span.column, span.cell, info.qualname, info.in_tests
    )


def _line(decorator: Expr) -> int:
    return decorator.span.line if isinstance(decorator, Call) else getattr(decorator, "line", 0)


def _note(world: World, info: FunctionInfo, position: int, decoration: Decoration) -> None:
    world.decorations.setdefault(info.number, {})[position] = decoration
    if decoration.method is None:
        _note_prompt(world, info, decoration)
        for rule in world.rules.retriers.find(decoration.name)[:1]:
            kept = kept_by(world, rule, decoration.args, decoration.line)
            world.retried.setdefault(info.number, {})[position] = kept


def _note_prompt(world: World, info: FunctionInfo, decoration: Decoration) -> None:
    """The function is a model call from now on, or the one that it is gets something on top."""
    for sdk, rule in world.rules.decorators.find(decoration.name):
        if not holds(world, rule.when, decoration.args):
            continue
        prompt = Prompt(sdk, rule, decoration.args)
        below = world.prompts.get(info.number)
        if not rule.over:
            world.prompts[info.number] = prompt
        elif isinstance(below, Prompt) and prompt not in below.over:
            world.prompts[info.number] = replace(below, over=(*below.over, prompt))
        return
