"""A tree's own code that was not scanned: where it is asked, its names are all there is.

Whoever scans one folder of a larger repository sees imports lead out of it. Names such as
``from .acme import ask_acme`` still say that a model is asked and mostly whose. What the code does
with an error stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from auditor.linker.frame import Frame
from auditor.linker.imports import ABSENT, ABSENT_END
from auditor.linker.recorder import key_of, record_aim
from auditor.linker.slots import texts_in
from auditor.linker.values import UNKNOWN, Aim, Arguments, Values
from auditor.linker.world import Place, World
from auditor.model.behaviour import Request
from auditor.model.catalog import CallKind, Sdk
from auditor.model.program import Evidence

#: Models are looked for in lists of so many levels.
DEEPEST_TEXT = 3
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
#: What functions do, by the first word of their names, that make, keep or describe something.
_NO_QUESTIONS = frozenset({
    "get", "create", "make", "build", "new", "init", "initialize", "use", "load", "set", "add",
    "register", "configure", "setup", "update", "is", "has", "can", "should", "needs", "to", "from",
    "with", "parse", "format", "validate", "count", "estimate", "log", "track", "close", "start",
    "stop", "on", "check", "test", "list", "default",
})  # fmt: skip


def asks_absent(
    world: World,
    frame: Frame,
    name: str,
    args: Arguments,
    place: Place,
    built: tuple[str, int] | None = None,
) -> bool:
    """Whether calling this name, which begins in code that was not scanned, asks a model.

    ``built`` is where an object was made whose method it is.
    """
    sdk = world.rules.absent
    called = name.rpartition(".")[2]
    if sdk is None or not name.startswith(ABSENT) or not args or not _may_ask(called):
        return False
    words = list(_words(name))
    platform = world.matcher.named_in_code(words)
    if platform is None and not world.catalog.code_names.intersection(words):
        return False
    aim = Aim(
        platform=platform.id if platform is not None else None,
        model=_models(world, args),
        base_url=None if platform is not None else UNKNOWN,
    )
    _record(world, frame, sdk, CallKind.CHAT, aim, called, place)
    record = world.calls.get(key_of(place))
    if built is not None and record is not None:
        record.evidence[Evidence(*built, "what it is asked of is built here")] = None
    return True


def asks_by_keywords(world: World, frame: Frame, name: str, args: Arguments, place: Place) -> bool:
    """Whether a method of an object of unknown make is given, by name, what only a model reads.

    A ``name`` that is empty is that of a function that came out of something unknown.
    """
    sdk = world.rules.absent
    given = {arg.name for arg in args if arg.name is not None}
    models = _models(world, args)
    named = not name and models is not None
    shapes = [s for s in world.catalog.bodies if named or not s.named]
    kind = next((shape.kind for shape in shapes if shape.keys <= given), None)
    if sdk is None or kind is None:
        return False
    aim = Aim(model=models, base_url=UNKNOWN)
    _record(world, frame, sdk, kind, aim, name, place)
    return True


def _record(
    world: World, frame: Frame, sdk: Sdk, kind: CallKind, aim: Aim, shown: str, place: Place
) -> None:
    record_aim(world, frame, place, sdk, kind, aim, shown)
    made = frame.out[-1]
    if isinstance(made, Request):
        frame.out[-1] = replace(made, unseen=True)


def _models(world: World, args: Arguments) -> Values | None:
    """The texts among the arguments that are ids of models."""
    given = Values(tuple(dict.fromkeys(value for arg in args for value in arg.values.items)))
    texts = texts_in(world, given, DEEPEST_TEXT)
    named = tuple(text for text in texts if world.matcher.maker(text.text) is not None)
    return Values(named) if named else None


def _may_ask(called: str) -> bool:
    """Names of classes and of what makes something ask nobody."""
    first = next(iter(_WORD.findall(called)), "")
    return first[:1].islower() and first not in _NO_QUESTIONS


def _words(name: str) -> Iterator[str]:
    """The words of module, what is taken from it, and what is called: ``Acme``, ``AI``, ``AcmeAI``.

    What lies between (``config.acme.timeout()``) says what something is for, not what it does.
    """
    module, _, inside = name.removeprefix(ABSENT).partition(ABSENT_END)
    taken = inside.strip(".").split(".")
    for part in (*re.split(r"[/.]", module)[-2:], taken[0], taken[-1]):
        words = [word.lower() for word in _WORD.findall(part)]
        yield from words
        yield from (before + after for before, after in pairwise(words))
