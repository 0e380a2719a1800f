"""Text put together and taken apart, unknown stretches kept as holes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import product

from auditor.linker.conditions import are_credentials
from auditor.linker.values import (
    HOLE,
    LONGEST_TEXT,
    UNKNOWN,
    Arguments,
    Constant,
    Sequence,
    Table,
    Text,
    Value,
    Values,
    one,
)
from auditor.linker.world import World
from auditor.model.credentials import is_placeholder

MOST_COMBINATIONS = 24
_NAMED_FIELD = re.compile(r"%\((\w+)\)[sdr]")


def concatenate(parts: list[Values]) -> Values:
    """The parts one after another, in every combination up to a bound."""
    choices = [tuple(as_text(v) for v in part.items) or (Text(HOLE),) for part in parts]
    total = 1
    for choice in choices:
        total *= len(choice)
    if total > MOST_COMBINATIONS:
        choices = [choice if len(choice) == 1 else (Text(HOLE),) for choice in choices]
    made: dict[Text, None] = {}
    for combination in product(*choices):
        made[_glue(combination)] = None
    decided = total > 1 and all(len(p.items) == 1 or p.decided for p in parts)
    return Values(tuple(made), decided and len(made) > 1)


def _glue(pieces: tuple[Text, ...]) -> Text:
    text = "".join(piece.text for piece in pieces)
    if len(text) > LONGEST_TEXT:
        text = text[:LONGEST_TEXT] + HOLE
    env = tuple(dict.fromkeys(name for piece in pieces for name in piece.env))
    steps = tuple(dict.fromkeys(step for piece in pieces for step in piece.steps))[:6]
    param = next((piece.param for piece in pieces if piece.param), None)
    return Text(text, env, steps, param)


def as_text(value: Value) -> Text:
    """A value as it would be printed; a hole where that is unknown."""
    match value:
        case Text():
            return value
        case Constant(found, env) if found is not None and not isinstance(found, bool):
            return Text(str(found), env)
        case _:
            return Text(HOLE)


def render(world: World, template: Values, filling: Values) -> Values:
    """``template % filling``; every placeholder whose filling is unknown becomes a hole."""
    found: list[Value] = []
    for value in template.items:
        if not isinstance(value, Text):
            continue
        named = next((f for f in filling.items if isinstance(f, Table)), None)
        if named is not None:
            found.append(replace(value, text=_fill_named(world, value.text, named)))
            continue
        texts = _fillings(world, filling)
        first, *pieces = value.text.split("%")
        out = first
        for position, piece in enumerate(pieces):
            out += (texts[position] if position < len(texts) else HOLE) + piece[1:]
        found.append(Text(out[:LONGEST_TEXT], value.env, value.steps, value.param))
    return Values(tuple(found)) if found else UNKNOWN


def _fill_named(world: World, text: str, table: Table) -> str:
    entries = world.heap.entries.get(table.number, {})

    def piece(match: re.Match[str]) -> str:
        values = entries.get(match.group(1))
        return as_text(values.items[0]).text if values and len(values.items) == 1 else HOLE

    return _NAMED_FIELD.sub(piece, text)


def _fillings(world: World, filling: Values) -> list[str]:
    for value in filling.items:
        if isinstance(value, Sequence):
            items = world.heap.items.get(value.number, ())
            return [as_text(v.items[0]).text if v.items else HOLE for v in items]
        if not isinstance(value, Table):
            return [as_text(value).text]
    return []


def several_keys(world: World, text: Text) -> Values:
    """``os.environ["ACME_KEYS"].split(",")``: a few keys, each another account's."""
    first = replace(text, text=HOLE)
    second = replace(first, env=(*text.env, *text.env))
    return one(world.heap.sequence((f"keys in {text.env[0]}", 0), (one(first), one(second))))


def fill(text: Text, args: Arguments) -> Text:
    """``text.format(*args)``."""
    positional = [a.values for a in args if a.name is None]
    named = {a.name: a.values for a in args if a.name is not None}
    out, rest, count, env = "", text.text, 0, text.env
    while "{" in rest:
        before, _, after = rest.partition("{")
        if after.startswith("{"):
            out, rest = f"{out}{before}{{", after[1:]
            continue
        name, closed, rest = after.partition("}")
        key = name.partition(":")[0].partition("!")[0]
        chosen = named.get(key)
        if not key and count < len(positional):
            chosen = positional[count]
            count += 1
        elif key.isdigit() and int(key) < len(positional):
            chosen = positional[int(key)]
        piece = as_text(chosen.items[0]) if chosen and len(chosen.items) == 1 else Text(HOLE)
        out, env = f"{out}{before}{piece.text}", (*env, *piece.env)
        if not closed:
            break
    return Text((out + rest)[:LONGEST_TEXT], tuple(dict.fromkeys(env)), text.steps, text.param)


_CASES: dict[str, Callable[[str], str]] = {
    "lower": str.lower,
    "upper": str.upper,
    "title": str.title,
    "casefold": str.casefold,
}
_STRIPS: dict[str, Callable[[str, str | None], str]] = {
    "strip": str.strip,
    "rstrip": str.rstrip,
    "lstrip": str.lstrip,
}


def text_method(world: World, text: Text, name: str, args: Arguments) -> Values:
    """A string method, as far as its arguments are known; unknown texts stay holes."""
    given = [v.text for a in args for v in a.values.items[:1] if isinstance(v, Text) and v.known]
    if name in _CASES:
        return one(replace(text, text=_CASES[name](text.text)))
    if name in _STRIPS:
        return one(replace(text, text=_STRIPS[name](text.text, given[0] if given else None)))
    if name == "format":
        return one(fill(text, args))
    if name == "startswith" and are_credentials(text.env):
        return one(Constant(not any(map(is_placeholder, given)), text.env))
    if name in ("startswith", "endswith") and given and text.known:
        found = (
            text.text.startswith(given[0]) if name == "startswith" else text.text.endswith(given[0])
        )
        return one(Constant(found, text.env))
    if name == "replace" and len(given) == 2:
        return one(replace(text, text=text.text.replace(given[0], given[1])))
    if name in ("removeprefix", "removesuffix") and given:
        cut = (
            text.text.removeprefix(given[0])
            if name == "removeprefix"
            else text.text.removesuffix(given[0])
        )
        return one(replace(text, text=cut))
    if name == "split" and are_credentials(text.env):
        return several_keys(world, text)
    if name in ("split", "rsplit", "partition", "rpartition") and text.known and given:
        return _split(world, text, name, given[0])
    if name in ("encode", "decode", "__str__"):
        return one(text)
    return UNKNOWN


def _split(world: World, text: Text, name: str, separator: str) -> Values:
    if not separator:
        return UNKNOWN
    pieces = (
        list(getattr(text.text, name)(separator))
        if "partition" in name
        else text.text.split(separator)
    )
    items = tuple(one(replace(text, text=p)) for p in pieces)
    return one(world.heap.sequence(("", 0), items))
