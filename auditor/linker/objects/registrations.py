"""A container that code fills: ``services.AddSingleton<IAsk, Gpt>()``, and asks by type."""

from __future__ import annotations

import re

from auditor.linker.classes import instances_of
from auditor.linker.frame import Frame
from auditor.linker.values import (
    ANY_ARGUMENTS,
    NONE,
    Arguments,
    ClassRef,
    External,
    Instance,
    Routine,
    RuleObject,
    Value,
    Values,
    argument,
    is_unknown,
    join,
    one,
)
from auditor.linker.world import Place, World

_ADDS = re.compile(
    r"(?:Try)?Add(?:Keyed)?(?:Singleton|Scoped|Transient|HttpClient|HostedService"
    r"|ChatClient|EmbeddingGenerator)"
)
_ASKS = frozenset({
    "GetRequiredService", "GetService", "GetRequiredKeyedService", "GetKeyedService",
    "CreateInstance", "GetServices",
})  # fmt: skip


def register(world: World, method: str, args: Arguments) -> None:
    """Note what a container hands out for a type from now on."""
    if not _ADDS.fullmatch(method):
        return
    kinds = [v for v in (argument(args, "<0>") or NONE).items if isinstance(v, ClassRef | External)]
    made = [v for a in args if a.name != "<0>" for v in a.values.items
            if isinstance(v, ClassRef | Routine | Instance | RuleObject)]  # fmt: skip
    if not kinds:
        # ``AddSingleton(client)`` and ``AddSingleton(sp => new Client())`` say by themselves what.
        world.handed_over.extend(v for v in made if v not in world.handed_over)
    for kind in kinds:
        held = world.registered.setdefault(kind, [])
        held.extend(v for v in made if v not in held)


def asked_for(world: World, method: str, args: Arguments) -> Values | None:
    """``services.GetRequiredService<T>()``."""
    kinds = argument(args, "<0>") if method in _ASKS else None
    if kinds is None:
        return None
    found: list[Values] = []
    for kind in kinds.items:
        known = registered(world, kind)
        if known is not None:
            found.append(known)
        elif isinstance(kind, ClassRef):
            built = instances_of(world, kind.number)
            found.append(Values(built) if built else world.build_unseen(kind.number))
        elif isinstance(kind, External):
            found.append(world.typed(kind.name))
    return join(*found) if found else None


def registered(world: World, kind: Value) -> Values | None:
    """What the container was told to hand out for a type."""
    if kind in world.asked_types:
        return None
    world.asked_types.add(kind)
    try:
        made = join(*(_made(world, value, kind) for value in world.registered.get(kind, ())))
        if made.items and not is_unknown(made):
            return made
        return _playing(world, kind)
    finally:
        world.asked_types.discard(kind)


def _playing(world: World, kind: Value) -> Values | None:
    """An object that was handed over without a word about its type, if it is of this one."""
    name = kind.name if isinstance(kind, External) else ""
    wanted = {
        (s.id, r.id) for s, r in (*world.rules.played.find(name), *world.rules.objects.find(name))
    }
    others = [v for k, values in world.registered.items() if k != kind for v in values]
    found: list[Value] = []
    for value in (*world.handed_over, *others) if wanted else ():
        for made in _made(world, value, kind).items:
            if isinstance(made, RuleObject) and (made.sdk, made.rule) in wanted:
                found.append(made)
    return Values(tuple(dict.fromkeys(found))) if found else None


def _made(world: World, value: Value, kind: Value) -> Values:
    match value:
        case ClassRef(number) if value != kind:
            built = instances_of(world, number)
            return Values(built) if built else world.build_unseen(number)
        case Routine():
            info = world.functions[value.number]
            return world.invoke(info, value.frame, value.receiver, ANY_ARGUMENTS).returns
        case Instance() | RuleObject():
            return one(value)
        case _:
            return NONE


def container(
    world: World, _frame: Frame, method: str, args: Arguments, _place: Place
) -> Values | None:
    """A call that fills or asks a container; None for any other one."""
    register(world, method, args)
    return asked_for(world, method, args)
