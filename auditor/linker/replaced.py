"""Functions of libraries that the program replaces by its own while it runs.

``acme.chat.create = with_fallback(acme.chat.create)``: whoever calls the library after that calls
what stands in its place, and only that calls the library itself.
"""

from __future__ import annotations

from dataclasses import replace

from auditor.linker.frame import Frame
from auditor.linker.recorder import key_of
from auditor.linker.values import (
    NONE,
    Arguments,
    Bound,
    External,
    Foreign,
    Instance,
    Method,
    Routine,
    RuleMember,
    RuleObject,
    Value,
    Values,
    join,
    one,
)
from auditor.linker.world import Place, World
from auditor.model.behaviour import Request
from auditor.model.program import Evidence

#: What can stand in the place of a function.
_REPLACES = (Routine, Bound, Method, Instance, Foreign)


def note_replaced(world: World, frame: Frame, holder: object, name: str, values: Values) -> None:
    """Write down what a function of a library is replaced by, if that is what is set here.

    Under a condition, or where it is put back later, the library's own may run as well.
    """
    own = _member(holder, name)
    if own is None or world.in_tests:
        return
    kept = tuple(v for v in values.items if isinstance(v, _REPLACES) or v == own)
    if not kept or (kept == (own,) and own not in world.replaced):
        return
    also = one(own) if frame.arms else NONE
    world.replaced[own] = join(world.replaced.get(own, NONE), Values(kept), also)


def _member(holder: object, name: str) -> Value | None:
    match holder:
        case External(full):
            return External(f"{full}.{name}")
        case RuleMember(owner, path):
            return RuleMember(owner, f"{path}.{name}")
        case RuleObject():
            return RuleMember(holder, name)
        case _:
            return None


def call_replaced(
    world: World, frame: Frame, target: Value, args: Arguments, place: Place
) -> Values | None:
    """The result of what stands in the place of a function; None where it is the library's own."""
    instead = world.replaced.get(target)
    if instead is None or target in world.replacing:
        return None
    world.replacing.add(target)
    before = len(frame.out)
    # Of what some other library made of it nobody knows what it does with an error.
    unknown = [v for v in instead.items if isinstance(v, Foreign)]
    called = Values(tuple(dict.fromkeys(target if v in unknown else v for v in instead.items)))
    found = world.call_values(frame, called, args, place)
    world.replacing.discard(target)
    for number in range(before, len(frame.out)) if unknown else ():
        made = frame.out[number]
        if isinstance(made, Request):
            frame.out[number] = replace(made, unseen=True)
    record = world.calls.get(key_of(place))
    if record is not None:
        for value in unknown:
            if isinstance(value, Foreign):
                says = "the library's function is replaced here by what nobody has seen"
                record.evidence[Evidence(*value.site, says)] = None
    return found
