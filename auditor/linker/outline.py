"""What of a function's arguments can make a difference: two contexts alike in it behave alike."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.linker.definitions import FunctionInfo
from auditor.linker.values import (
    HOLE,
    Bound,
    CaughtError,
    ClassRef,
    Constant,
    External,
    Instance,
    Routine,
    RuleMember,
    RuleObject,
    Sequence,
    Table,
    Text,
    Unknown,
    Value,
    Values,
)
from auditor.linker.world import IDLE_CHOICES, IDLE_CONTEXTS, Summary, World
from auditor.model.facts import If, Index, Match, Ternary

#: Objects and lists in objects are looked into this deep for functions and models.
DEEPEST_LOOK = 2

#: Values that can be run or have methods that can, and those that hold such values.
RUN = (Routine, RuleObject, ClassRef, RuleMember, Bound, Instance)
LOOKED_AT = (*RUN, Sequence, Table)

Outline = tuple[object, ...]


def outline_of(world: World, values: Values) -> Outline:
    """Texts, functions and models; of an object its class and the functions and models it holds."""
    return tuple(_outline(world, value) for value in values.items)


def _outline(world: World, value: Value) -> object:
    match value:
        case Text(text):
            return text
        case RuleObject() | Routine() | External() | ClassRef() | Constant() | CaughtError():
            return value
        case Instance():
            return _held(world, value)
        case Bound() | RuleMember():
            return frozenset(_runnable(world, value, 0))
        case Sequence() | Table():
            return frozenset(_runnable(world, value, 1))
        case _:
            return type(value)


def _held(world: World, instance: Instance) -> frozenset[object]:
    """What can be run or asked through an object, worked out anew when any object has changed."""
    version = world.heap.shape
    known = world.held.get(instance.number)
    if known is None or known[0] != version:
        known = version, frozenset(_runnable(world, instance, DEEPEST_LOOK))
        world.held[instance.number] = known
    return known[1]


def _runnable(world: World, value: Value, depth: int) -> set[object]:
    """Functions, classes and models that the value is or holds, so many levels down."""
    found: set[object] = set()
    seen: set[tuple[Value, int]] = set()
    todo = [(value, depth)]
    while todo:
        current, left = todo.pop()
        match current:
            case Routine(number):
                found.add(number)
            case RuleObject() | ClassRef():
                found.add(current)
            case RuleMember(owner):
                found.add(owner)
            case Bound(target, _):
                todo.append((target, left))
            case Instance(cls=cls):
                found.add(ClassRef(cls))
                todo.extend(_inside(world, current, left, seen))
            case Sequence() | Table():
                todo.extend(_inside(world, current, left, seen))
            case _:
                pass
    return found


def _inside(
    world: World,
    holder: Instance | Sequence | Table,
    depth: int,
    seen: set[tuple[Value, int]],
) -> Iterable[tuple[Value, int]]:
    """What of a holder's content can be run or hold something, unless it was looked at before."""
    if not depth or (holder, depth) in seen:
        return
    seen.add((holder, depth))
    match holder:
        case Instance(number):
            names = world.heap.names.get(number, ())
            held: Iterable[Values] = [world.heap.attributes[number, name] for name in names]
        case Sequence(number):
            held = world.heap.items.get(number, ())
        case Table(number):
            held = world.heap.entries.get(number, {}).values()
    wanted = LOOKED_AT if depth > 1 else RUN
    for values in held:
        for value in values.items:
            if isinstance(value, wanted):
                yield value, depth - 1


def brought_by(outline: Iterable[Outline]) -> set[object]:
    """What can be run or asked through the outlined arguments of a function."""
    found: set[object] = set()
    for part in (part for values in outline for part in values):
        match part:
            case frozenset():
                found |= part
            case Routine(number):
                found.add(number)
            case RuleObject() | ClassRef():
                found.add(part)
            case _:
                pass
    return found


def chooses(world: World, info: FunctionInfo) -> bool:
    """Whether a function does one thing or another: a text it is given may decide which."""
    found = world.chooses.get(info.number)
    if found is None:
        found = world.chooses[info.number] = _any_choice(info.node.body)
    return found


def _any_choice(body: tuple[object, ...]) -> bool:
    todo = list(body)
    while todo:
        node = todo.pop()
        if isinstance(node, If | Match | Ternary | Index):
            return True
        if isinstance(node, tuple):
            todo.extend(node)
    return False


def is_idle(world: World, info: FunctionInfo) -> bool:
    """Whether a function did nothing of interest in as many contexts as it gets for that."""
    count = world.idle.get(info.number, 0)
    return count >= IDLE_CONTEXTS and (count >= IDLE_CHOICES or not chooses(world, info))


def note_idle(world: World, info: FunctionInfo, summary: Summary, version: int) -> None:
    """Functions that ask nothing, change nothing and give back nothing known are not run on.

    One context that does any of it makes the function worth every context again.
    """
    busy = bool(summary.asks or summary.feeds) or version != world.heap.version
    tells = any(_tells(v) for v in summary.returns.items)
    if busy or tells:
        world.idle[info.number] = -1
    elif world.idle.get(info.number, 0) >= 0:
        world.idle[info.number] = world.idle.get(info.number, 0) + 1


def _tells(value: Value) -> bool:
    """Whether a returned value says anything that could choose a target."""
    if isinstance(value, Text):
        return value.text != HOLE
    return not isinstance(value, Unknown | Constant)
