"""Programs that code starts: those that ask a model do it for whoever runs them."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.configs.shell import commands_of
from auditor.linker.aims import combine, read_aim
from auditor.linker.slots import given_to
from auditor.linker.values import (
    HOLE,
    UNKNOWN,
    Aim,
    Argument,
    Arguments,
    Sequence,
    Text,
    Values,
    one,
)
from auditor.linker.world import World
from auditor.meaning.commands import Asking, after_flag
from auditor.model.catalog import Slot, Target

Words = tuple[Values, ...]


def aim_of(world: World, target: Target, args: Arguments, kind: str | None = None) -> Aim | None:
    """Whom a call or an object asks; None for a program that asks no model."""
    aim = read_aim(world, target, args, kind)
    if target.program is None:
        return aim
    for words in _commands(world, target.program, args):
        spelled = tuple(_spelled(word) for word in words)
        found = world.rules.programs.asking(spelled)
        if found is not None:
            return combine(aim, _aim(found, words, spelled, kind))
    return None


def _aim(found: Asking, words: Words, spelled: tuple[str, ...], kind: str | None) -> Aim:
    rule, rest = found.rule, spelled[found.start + 1 :]
    named = after_flag(rule.model, rest)
    model = next(
        (word for word, text in zip(words[found.start + 1 :], rest, strict=True) if text == named),
        one(Text(named)) if named else UNKNOWN,
    )
    return Aim(
        platform=rule.platform,
        vendor=rule.vendor,
        model=model if named else UNKNOWN,
        model_grammar=rule.grammar,
        kind=kind or rule.kind.value,
    )


def _commands(world: World, slot: Slot, args: Arguments) -> Iterator[Words]:
    """The commands that may be meant, each as its words."""
    for want in slot.args:
        given = given_to(world, args, want)
        if given is None:
            continue
        more = _behind(args, want) if isinstance(want, int) else ()
        for value in given.items:
            if isinstance(value, Sequence):
                yield tuple(_flat(world, (value,)))
            elif isinstance(value, Text) and " " in value.text:
                for command in commands_of(value.text, 1):
                    yield tuple(one(Text(word)) for word in command.words)
            elif isinstance(value, Text):
                rest = (v for values in more for v in _flat_values(world, values))
                yield (one(value), *rest)
        return


def _behind(args: tuple[Argument, ...], place: int) -> tuple[Values, ...]:
    """The arguments after this one that may be words of the same command."""
    return tuple(arg.values for arg in args if arg.name is None)[place + 1 :]


def _flat_values(world: World, values: Values) -> Iterator[Values]:
    lists = tuple(v for v in values.items if isinstance(v, Sequence))
    if lists:
        yield from _flat(world, lists[:1])
    elif any(isinstance(v, Text) for v in values.items):
        yield values


def _flat(world: World, lists: tuple[Sequence, ...]) -> Iterator[Values]:
    for listed in lists:
        for item in world.heap.items.get(listed.number, ()):
            yield from _flat_values(world, item)


def _spelled(word: Values) -> str:
    """A word of a command as far as it is known."""
    texts = (v.text for v in word.items if isinstance(v, Text))
    return next(texts, HOLE)
