"""What of a function's arguments can make a difference: two contexts alike in it behave alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.linker.definitions import FunctionInfo
from auditor.linker.values import (
    HOLE,
    Bound,
    CaughtError,
    ClassRef,
    Constant,
    External,
    Foreign,
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
from auditor.linker.world import Summary, World
from auditor.model.behaviour import NOTHING
from auditor.model.facts import If, Index, Match, Ternary
from auditor.model.nodes import nodes_in

#: After this many contexts in which a function did nothing of interest it is left alone.
IDLE_CONTEXTS = 3
#: The same for a function that may do one thing or another.
IDLE_CHOICES = 12
#: Values that can be run or have methods that can, and those that hold such values.
RUN = frozenset({Routine, RuleObject, ClassRef, RuleMember, Bound, Instance})
HOLDERS = (Instance, Sequence, Table)

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
        case Foreign(name) if world.rules.runs_functions(name):
            return value
        case Instance():
            return _held(world, value)
        case Bound() | RuleMember():
            return frozenset(_itself(value))
        case Sequence() | Table():
            return _directly(world, value)
        case _:
            return type(value)


def _held(world: World, instance: Instance) -> frozenset[object]:
    """What can be run or asked through an object and what it holds, and what that holds."""
    _forget_changed(world)
    found = world.held.get(instance.number)
    if found is None:
        parts = set[object](_itself(instance))
        for value in _inside(world, instance):
            inner = _innermost(value)
            if isinstance(inner, HOLDERS):
                world.holders.setdefault(inner.number, set()).add(instance.number)
                parts |= _directly(world, inner)
            parts.update(_itself(inner))
        found = world.held[instance.number] = frozenset(parts)
    return found


def _directly(world: World, holder: Instance | Sequence | Table) -> frozenset[object]:
    """What can be run or asked of what a holder holds."""
    _forget_changed(world)
    found = world.directly.get(holder.number)
    if found is None:
        inside = _inside(world, holder)
        runnable = (_innermost(value) for value in inside if type(value) in RUN)
        found = frozenset(part for value in runnable for part in _itself(value))
        world.directly[holder.number] = found
    return found


def _forget_changed(world: World) -> None:
    """What is known of holders to which something was added is worked out anew."""
    changed = world.heap.changed
    while changed:
        number = changed.pop()
        world.directly.pop(number, None)
        world.held.pop(number, None)
        for outer in world.holders.pop(number, ()):
            world.held.pop(outer, None)


def _innermost(value: Value) -> Value:
    """What is called in the end through given arguments."""
    while isinstance(value, Bound):
        value = value.target
    return value


def _itself(value: Value) -> tuple[object, ...]:
    """The function, class or model that a value is."""
    match value:
        case Bound(target):
            return _itself(target)
        case Routine(number):
            return (number,)
        case RuleObject() | ClassRef():
            return (value,)
        case RuleMember(owner):
            return (owner,)
        case Instance(cls=cls):
            return (ClassRef(cls),)
        case _:
            return ()


def _inside(world: World, holder: Instance | Sequence | Table) -> Iterator[Value]:
    heap = world.heap
    match holder:
        case Instance(number):
            names = heap.names.get(number, ())
            held: Iterable[Values] = (heap.attributes[number, name] for name in names)
        case Sequence(number):
            held = heap.items.get(number, ())
        case Table(number):
            held = heap.entries.get(number, {}).values()
    for values in held:
        yield from values.items


def brought_by(outline: Iterable[Outline]) -> set[object]:
    """What can be run or asked through the outlined arguments of a function."""
    found: set[object] = set()
    for part in (part for values in outline for part in values):
        match part:
            case frozenset():
                found |= part
            case Routine(number):
                found.add(number)
            case RuleObject() | ClassRef() | Foreign():
                found.add(part)
            case _:
                pass
    return found


def chooses(world: World, info: FunctionInfo) -> bool:
    """Whether a function does one thing or another: a text it is given may decide which."""
    found = world.chooses.get(info.number)
    if found is None:
        nodes = nodes_in(info.node.body)
        found = any(isinstance(node, If | Match | Ternary | Index) for node in nodes)
        world.chooses[info.number] = found
    return found


def is_idle(world: World, info: FunctionInfo) -> bool:
    """Whether a function did nothing of interest in as many contexts as it gets for that."""
    count = world.idle.get(info.number, 0)
    return count >= IDLE_CONTEXTS and (count >= IDLE_CHOICES or not chooses(world, info))


def note_idle(world: World, info: FunctionInfo, summary: Summary, version: int) -> None:
    """Functions that ask nothing, change nothing and give back nothing known are not run on.

    One context that does any of it makes the function worth every context again.
    """
    does = summary.asks or summary.feeds or summary.behaviour != NOTHING
    busy = bool(does) or version != world.heap.version
    told = (Constant,) if info.nested else ()
    tells = any(_tells(v) or isinstance(v, told) for v in summary.returns.items)
    if busy or tells:
        world.idle[info.number] = -1
    elif world.idle.get(info.number, 0) >= 0:
        world.idle[info.number] = world.idle.get(info.number, 0) + 1


def _tells(value: Value) -> bool:
    """Whether a returned value says anything that could choose a target."""
    if isinstance(value, Text):
        return value.text != HOLE
    if isinstance(value, Constant):
        return bool(value.env)
    return not isinstance(value, Unknown)
