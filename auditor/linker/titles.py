"""The names of entry points, as their framework's users would say them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from auditor.linker.iteration import unfolded
from auditor.linker.routes import route_of
from auditor.linker.slots import given_to, read_slot
from auditor.linker.values import (
    HOLE,
    Argument,
    Arguments,
    External,
    Foreign,
    Sequence,
    Table,
    Text,
    Values,
)
from auditor.linker.world import World
from auditor.model.catalog import EntryPattern, Framework, Mount
from auditor.model.facts import Call

_WORD = re.compile(r"\{([\w|]+)\}")
#: Routers mounted in routers mounted in routers: no real application goes deeper.
DEEPEST_MOUNT = 6


@dataclass(frozen=True, slots=True)
class Words:
    """What a title may be made of."""

    function: str = ""
    cls: str = ""
    method: str = ""
    module: str = ""
    path: str = ""
    script: str = ""
    variable: str = ""
    prefix: str = ""
    address: str = ""
    owner: Foreign | None = None
    args: Arguments = ()


def title_of(world: World, framework: Framework, pattern: EntryPattern, words: Words) -> str:
    """The pattern's title with its words filled in; unknown words are left out."""
    values = {
        "function": words.function,
        "class": words.cls,
        "method": words.method,
        "METHOD": words.method.upper(),
        "module": words.module,
        "stem": words.module.rpartition(".")[2],
        "path": words.path,
        "script": words.script,
        "variable": words.variable,
        "address": words.address,
        "prefix": _prefix(world, framework, words.owner) if words.owner else words.prefix,
    }
    if pattern.route:
        values["route"], values["VERB"] = route_of(words.path, pattern.route)
    for name, slot in pattern.args.items():
        given = read_slot(world, slot, words.args)
        text = _text(world, given) if given is not None else ""
        if not text and given is not None and name != "path":
            text = _constant_name(given)
        if text or name not in values:
            values[name] = text
        elif name == "path":
            values[name] = ""

    def fill(match: re.Match[str]) -> str:
        for word in match.group(1).split("|"):
            if values.get(word):
                return values[word]
        return ""

    title = re.sub(r"\s+", " ", _WORD.sub(fill, pattern.title)).strip()
    return title.replace("//", "/") if "://" not in title else title


def _text(world: World, values: Values, depth: int = 3) -> str:
    for value in values.items if depth else ():
        match value:
            case Text(text):
                return text.replace(HOLE, "…")
            case Sequence(number):
                items = world.heap.items.get(number, ())
                texts = {_text(world, item, depth - 1) for item in items}
                return ",".join(sorted(texts - {""}))
            case _:
                pass
    return ""


def _constant_name(values: Values) -> str:
    """``Events.MESSAGE`` of a library goes by its last word: what it stands for is not known."""
    names = [value.name for value in values.items if isinstance(value, External)]
    return names[0].rpartition(".")[2] if len(names) == 1 else ""


def _prefix(world: World, framework: Framework, owner: Foreign, depth: int = 0) -> str:
    """The URL prefix of a router: its own, before it those of where it is mounted."""
    own, around = "", world.parents.get(owner)
    for mount in framework.mounts:
        if any(fnmatchcase(owner.name, router) for router in mount.routers):
            given = read_slot(world, mount.prefix, world.heap.foreign.get(owner, ()))
            own = _text(world, given) if given is not None else own
    if depth < DEEPEST_MOUNT and isinstance(around, Foreign):
        own = _prefix(world, framework, around, depth + 1) + own
    if depth < DEEPEST_MOUNT:
        version = world.heap.version
        mounts = world.mounted.holding(owner, version, lambda given: _objects_in(world, given))
        for _, outer, method, args in mounts:
            for mount in framework.mounts:
                if method in mount.methods and _mounts(world, mount, args, owner):
                    given = read_slot(world, mount.mounted_prefix, args)
                    here = _text(world, given) if given is not None else ""
                    if here and mount.replaces:
                        own = ""
                    above = _prefix(world, framework, outer, depth + 1) if outer != owner else ""
                    return f"{above}{here}{own}"
    return own


def class_prefix(world: World, framework: Framework, number: int) -> str:
    """The URL prefix that a decorator of a class gives to its methods."""
    info = world.classes[number]
    frame = world.module_frame(info.path)
    for decorator in info.node.decorators:
        if not isinstance(decorator, Call):
            continue
        named = world.evaluate(frame, decorator.callee)
        names = [value.name for value in named.items if isinstance(value, External)]
        args = tuple(Argument(a.name, world.evaluate(frame, a.value)) for a in decorator.args)
        for mount in framework.mounts:
            if any(fnmatchcase(name, router) for name in names for router in mount.routers):
                given = read_slot(world, mount.prefix, args)
                text = _text(world, given).strip("/") if given is not None else ""
                return f"/{text}" if text else ""
    return ""


def _objects_in(world: World, args: Arguments) -> Iterator[Foreign]:
    """A library's objects among arguments and options, alone or in a list."""
    for arg in args:
        for value in arg.values.items:
            held = world.heap.objects_in(value) if isinstance(value, Table) else ()
            for item in (value, *held):
                listed = world.heap.objects_in(item) if isinstance(item, Sequence) else (item,)
                yield from (v for v in listed if isinstance(v, Foreign))


def _mounts(world: World, mount: Mount, args: Arguments, router: Foreign) -> bool:
    if mount.router is None:
        return False
    given = [given_to(world, args, place) for place in mount.router.args]
    return any(values is not None and router in unfolded(world, values) for values in given)
