"""What linking cut short, in one line for each kind: where it first happened, and how often."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from auditor.linker.world import World
from auditor.model.source import Diagnostic


def diagnostics_of(world: World) -> tuple[Diagnostic, ...]:
    """Every limit that was met."""
    return (
        *_deep(world), *_endless(world), *_crowded(world), *_uncounted(world), *_curtailed(world),
    )  # fmt: skip


def _deep(world: World) -> Iterator[Diagnostic]:
    for number in sorted(world.cut):
        ran = world.contexts.get(number, ())
        # What asks nobody as far as it was followed is a walk through a tree, however deep.
        if not world.stack.get(number, 0) and (not ran or any(one.asks for one in ran)):
            name = world.functions[number].qualname
            says = f"calls below {name} nest too deeply to follow all"
            yield _at(world, number, "call-depth", says)


def _endless(world: World) -> Iterator[Diagnostic]:
    says = "values hold themselves or nest too deeply to follow"
    for path, line in sorted(world.too_deep):
        yield Diagnostic(path, line, "too-deep", says)


def _crowded(world: World) -> Iterator[Diagnostic]:
    yield from _together(
        world, world.crowded, "too-many-contexts",
        "called in more ways than are told apart, so what any of its callers brings counts for all",
    )  # fmt: skip


def _uncounted(world: World) -> Iterator[Diagnostic]:
    if world.uncounted:
        path, line = min(world.uncounted)
        others = len(world.uncounted) - 1
        more = f", and at {others} more {'places' if others > 1 else 'place'}" if others else ""
        says = (
            f"there are more ways than are told apart here{more}: what the others ask is not known"
        )
        yield Diagnostic(path, line, "too-many-choices", says)


def _curtailed(world: World) -> Iterator[Diagnostic]:
    yield from _together(
        world, world.budget.curtailed, "work-limit",
        "not run again with other arguments, as following values took too long already",
    )  # fmt: skip


def _together(world: World, numbers: Collection[int], code: str, says: str) -> Iterator[Diagnostic]:
    """One line for all of these functions, at the first of them in the order of the tree."""
    if numbers:
        key = {n: (world.functions[n].path, world.functions[n].node.span.line) for n in numbers}
        first = min(key, key=lambda number: (*key[number], number))
        others = f", and so are {len(key) - 1} more functions" if len(key) > 1 else ""
        yield _at(world, first, code, f"{world.functions[first].qualname} is {says}{others}")


def _at(world: World, number: int, code: str, says: str) -> Diagnostic:
    info = world.functions[number]
    return Diagnostic(info.path, info.node.span.line, code, says)
