"""What a container for dependencies hands out for a type: made by the program, or by a library."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from auditor.linker.aims import read_aim
from auditor.linker.classes import outside_bases
from auditor.linker.definitions import ClassInfo, FunctionInfo
from auditor.linker.receivers import receivers
from auditor.linker.settings import nearest
from auditor.linker.values import (
    ANY_ARGUMENTS,
    UNKNOWN,
    Argument,
    Arguments,
    ClassRef,
    External,
    Foreign,
    RuleObject,
    Value,
    Values,
    is_unknown,
    join,
    one,
)
from auditor.linker.world import World
from auditor.model.facts import Call, Expr, Index, Name

T = TypeVar("T")
#: A type that more methods than this provide says nothing of what is meant.
MOST_PROVIDERS = 12


def given(world: World, kind: Value) -> Values | None:
    """What the program's own providers give for a type; None where it has none for it."""
    if not isinstance(kind, External | ClassRef) or kind in world.asked_types:
        return None
    world.asked_types.add(kind)
    try:
        made = _provided(world, _providers(world).get(kind, []))
        if made.items:
            return made
        return _narrower(world, kind.name) if isinstance(kind, External) else None
    finally:
        world.asked_types.discard(kind)


def _provided(world: World, numbers: list[int]) -> Values:
    near = _nearest(world, [(world.functions[n].path, n) for n in numbers])
    for number in near[MOST_PROVIDERS:]:
        info = world.functions[number]
        world.uncounted.add((info.path, info.node.span.line))
    found = [_provide(world, world.functions[n]) for n in near[:MOST_PROVIDERS]]
    return join(*(values for values in found if values.items and not is_unknown(values)))


def _narrower(world: World, name: str) -> Values | None:
    """Objects of libraries that are of this wider type too: provided, or else built somewhere.

    What a library puts there by itself goes before an object that nobody hands to the container.
    """
    played = world.rules.played.find(name)
    if not played:
        return None
    wanted = {(sdk.id, rule.id) for sdk, rule in played}
    others = [n for kind, numbers in _providers(world).items()
              if isinstance(kind, External) and kind.name != name for n in numbers]  # fmt: skip
    fitting = [n for n in others if _gives(world, n, wanted)]
    made = _provided(world, fitting)
    if made.items:
        return made
    if any(
        r.installed and world.has_one_of(r.installed) for _, r in world.rules.objects.find(name)
    ):
        return None
    built = {**world.built_before, **world.built_objects}
    sites = [(site[0], made) for site, made in sorted(built.items())
             if (made.sdk, made.rule) in wanted]  # fmt: skip
    found = tuple(dict.fromkeys(_nearest(world, sites)))
    return Values(found) if found else None


def _gives(world: World, number: int, wanted: set[tuple[str, str]]) -> bool:
    """Whether a provider makes an object of one of these rules."""
    values = _provide(world, world.functions[number])
    return any(isinstance(v, RuleObject) and (v.sdk, v.rule) in wanted for v in values.items)


def _another_program(world: World, path: str) -> bool:
    """Whether a file belongs to another program than the one at hand: both start by themselves."""
    if _program(path) == _program(world.here):
        return False
    return bool(world.installed_near(path) and world.installed_near(world.here))


def _program(path: str) -> str:
    return path.partition("/src/")[0] if "/src/" in path else ""


def _nearest(world: World, found: list[tuple[str, T]]) -> list[T]:
    """What is closest to the file at hand, and of no other program."""
    own = ((path, one) for path, one in found if not _another_program(world, path))
    return nearest(own, world.here)


def offers(world: World) -> list[tuple[str, Values]]:
    """What the program's providers hand to the container, by the library's type of it."""
    return [
        (kind.name, _provide(world, world.functions[number]))
        for kind, numbers in _providers(world).items()
        if isinstance(kind, External) and world.rules.based.find(kind.name)
        for number in numbers
    ]


def _provide(world: World, info: FunctionInfo) -> Values:
    closure = world.closure_of(info)
    holders: tuple[Value | None, ...] = (None,)
    if info.cls is not None and "staticmethod" not in info.decorators:
        holders = receivers(world, info.cls)
    results = [world.invoke(info, closure, holder, ANY_ARGUMENTS).returns for holder in holders]
    return join(*results)


def _providers(world: World) -> dict[Value, list[int]]:
    """The methods that provide objects, by the type that they declare to give."""
    if world.given_types is None:
        found: dict[Value, list[int]] = {}
        for info in world.functions if world.rules.provides else ():
            if info.in_tests and not world.with_tests:
                continue
            if info.decorators and _marks(world, info.path, info.node.decorators):
                for kind in _types(world, info.path, info.node.returns):
                    found.setdefault(kind, []).append(info.number)
        world.given_types = found
    return world.given_types


def _marks(world: World, path: str, decorators: tuple[Expr, ...]) -> bool:
    names = (name for decorator in decorators for name in _marked_by(world, path, decorator))
    return any(name in world.rules.provides for name in names)


def _marked_by(world: World, path: str, decorator: Expr) -> Iterator[str]:
    """The library's names for an annotation, called or not."""
    callee = decorator.callee if isinstance(decorator, Call) else decorator
    for value in world.evaluate(world.module_frame(path), callee).items:
        if isinstance(value, External):
            yield value.name


def _types(world: World, path: str, written: Expr | None) -> list[Value]:
    if isinstance(written, Index):
        # A provider of a list or of an optional value is one of what is in it.
        written = written.key if isinstance(written.base, Name) else written.base
    if written is None:
        return []
    values = world.evaluate(world.module_frame(path), written)
    return [v for v in values.items if isinstance(v, External | ClassRef)]


def unseen(world: World, info: ClassInfo) -> Values | None:
    """What a value of a type is that nothing builds: an object of a type below it, or a library's.

    None for a class that the container builds by its constructor.
    """
    made = _by_library(world, info)
    if made is not None:
        return made
    if not any(arg.name in ("interface", "abstract") for arg in info.node.keywords):
        return None
    aside = world.modules[info.path].in_tests or world.with_tests
    below = [n for n in info.subclasses
             if aside or not world.modules[world.classes[n].path].in_tests]  # fmt: skip
    found = join(*(world.build_unseen(number) for number in below))
    if found.items:
        return found
    for base in outside_bases(world, info.number):
        return one(Foreign(base.name, ("", 0)))
    return UNKNOWN


def _by_library(world: World, info: ClassInfo) -> Values | None:
    """An interface that a library implements, as its annotation asks for."""
    for decorator in info.node.decorators:
        for name in _marked_by(world, info.path, decorator):
            for sdk, rule, injects in world.rules.implementers.find(name):
                args = _arguments(world, info.path, decorator, injects)
                aim = read_aim(world, rule.target, args, rule.kind)
                site = (info.path, info.node.span.line)
                return one(world.heap.rule_object(sdk.id, rule.id, aim, site))
    return None


def _arguments(
    world: World, path: str, decorator: Expr, injects: tuple[tuple[str, str], ...]
) -> Arguments:
    """What an annotation is given, and what the container gives in the place of what it is not."""
    frame = world.module_frame(path)
    written = decorator.args if isinstance(decorator, Call) else ()
    args = [Argument(a.name, world.evaluate(frame, a.value)) for a in written]
    for word, kind in injects:
        if not any(arg.name == word for arg in args):
            args.append(Argument(word, given(world, External(kind)) or world.typed(kind)))
    return tuple(args)
