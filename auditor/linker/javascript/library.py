"""What the built-in functions of JavaScript do with values."""

from __future__ import annotations

from collections.abc import Callable

from auditor.linker.common_library import first, text, truth, unknown
from auditor.linker.dialect import LibraryFunction
from auditor.linker.endings import ended
from auditor.linker.frame import Frame
from auditor.linker.iteration import item_by_item, iterate, key_in, rounds
from auditor.linker.javascript.hooks import HOOKS
from auditor.linker.javascript.modules import load_module
from auditor.linker.loaded import joined_path
from auditor.linker.settings_files import parsed
from auditor.linker.strings import as_text
from auditor.linker.values import (
    HOLE,
    NONE,
    UNKNOWN,
    Argument,
    Arguments,
    Constant,
    Sequence,
    Table,
    Text,
    Value,
    Values,
    argument,
    join,
    one,
)
from auditor.linker.world import Place, World


def _number(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    found: list[Value] = []
    for value in args[0].values.items if args else ():
        if isinstance(value, Constant):
            found.append(value)
        elif isinstance(value, Text) and value.known and value.text.strip().isdigit():
            found.append(Constant(int(value.text), value.env))
    return Values(tuple(found)) if found else UNKNOWN


def entries_of(world: World, values: Values) -> dict[str, Values]:
    """The keys of objects, or of lists of [key, value] pairs."""
    found: dict[str, Values] = {}
    for value in values.items:
        match value:
            case Table(number):
                found.update(world.heap.entries.get(number, {}))
            case Sequence(number):
                for pair in world.heap.items.get(number, ()):
                    found.update(_pair(world, pair))
            case _:
                found["*"] = UNKNOWN
    return found


def _pair(world: World, pair: Values) -> dict[str, Values]:
    """What one [key, value] gives, whichever of several pairs it is."""
    found: dict[str, Values] = {}
    for value in pair.items:
        if isinstance(value, Sequence):
            keys = [k.text for k in world.get_item(value, 0).items if isinstance(k, Text)]
            for key in (key if HOLE not in key else "*" for key in keys):
                found[key] = join(found.get(key, NONE), world.get_item(value, 1))
    return found


def _table(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``new Map(pairs)``, ``Object.fromEntries(pairs)``, ``Object.assign({}, a, b)``."""
    found: dict[str, Values] = {}
    for arg in args:
        found.update(entries_of(world, arg.values))
    return one(world.heap.table((place.path, place.line), tuple(found.items())))


def _assign(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``Object.assign(target, ...)`` changes its target, and gives it back."""
    targets = [v for v in (args[0].values.items if args else ()) if isinstance(v, Table)]
    for target in targets:
        for arg in args[1:]:
            for key, values in entries_of(world, arg.values).items():
                world.heap.put(target, key, values)
    return args[0].values if targets else UNKNOWN


def _list(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``Array.from(items, f)``, ``new Set(items)``, ``Promise.all(items)``."""
    site = (place.path, place.line)
    items = item_by_item(world, args[0].values) if args else ()
    run = argument(args, 1)
    if run is not None:
        items = tuple(world.call_values(frame, run, (Argument(None, i),), place) for i in items)
    return one(world.heap.sequence(site, items))


def _race(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """One of the promises settles first; any of them may."""
    return iterate(world, args[0].values) if args else UNKNOWN


def _settled(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    site = (place.path, place.line)
    items = rounds(world, args[0].values) if args else None
    found = tuple(
        one(world.heap.table(site, (("value", i), ("status", UNKNOWN), ("reason", UNKNOWN))))
        for i in items or (UNKNOWN,)
    )
    return one(world.heap.sequence(site, found))


def _listed(
    pick: Callable[[World, tuple[str, int], str, Values], Values],
) -> LibraryFunction:
    def run(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
        site = (place.path, place.line)
        table = entries_of(world, argument(args, 0) or NONE)
        return one(
            world.heap.sequence(site, tuple(pick(world, site, k, v) for k, v in table.items()))
        )

    return run


def _key(world: World, site: tuple[str, int], key: str, values: Values) -> Values:
    return key_in(key)


def _entry(world: World, site: tuple[str, int], key: str, values: Values) -> Values:
    return one(world.heap.sequence(site, (_key(world, site, key, values), values)))


def _value(world: World, site: tuple[str, int], key: str, values: Values) -> Values:
    return values


def _url(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``new URL(path, base)``: the text of the address."""
    base = argument(args, 1)
    if base is None:
        return text(world, frame, args, place)
    made: list[Value] = []
    for root in base.items:
        for path in args[0].values.items:
            left, right = as_text(root), as_text(path)
            whole = right.text if "://" in right.text else _joined(left.text, right.text)
            steps = (*left.steps, *right.steps)
            made.append(Text(whole, (*left.env, *right.env), steps, left.param))
    return Values(tuple(made)) if made else UNKNOWN


def _joined(base: str, path: str) -> str:
    if path.startswith("/") and "://" in base:
        scheme, _, rest = base.partition("://")
        return f"{scheme}://{rest.partition('/')[0]}{path}"
    return f"{base.rstrip('/')}/{path.lstrip('/')}"


def _rejected(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    return NONE


def _parsed(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``JSON.parse(fs.readFileSync("settings.json"))``."""
    return parsed(world, "globalThis.JSON.parse", args, place) or UNKNOWN


_PATHS = ("path.join", "path.resolve", "node:path.join", "node:path.resolve")
_EXITS = (
    "process.exit", "process.abort", "globalThis.process.exit", "globalThis.process.abort",
    "node:process.exit", "node:process.abort", "globalThis.Deno.exit",
)  # fmt: skip

LIBRARY: dict[str, LibraryFunction] = {
    **dict.fromkeys(_EXITS, ended),
    "globalThis.require": load_module,
    "globalThis.import": load_module,
    "globalThis.Object.keys": _listed(_key),
    "globalThis.Object.values": _listed(_value),
    "globalThis.Object.entries": _listed(_entry),
    "globalThis.Object.fromEntries": _table,
    "globalThis.Object.assign": _assign,
    "globalThis.Object.freeze": first,
    "globalThis.Object.seal": first,
    "globalThis.Map": _table,
    "globalThis.WeakMap": _table,
    "globalThis.Set": _list,
    "globalThis.Array": _list,
    "globalThis.Array.from": _list,
    "globalThis.Array.of": _list,
    "globalThis.structuredClone": first,
    "globalThis.JSON.stringify": first,
    "globalThis.JSON.parse": _parsed,
    **dict.fromkeys(_PATHS, joined_path),
    "globalThis.String": text,
    "globalThis.Number": _number,
    "globalThis.parseInt": _number,
    "globalThis.parseFloat": _number,
    "globalThis.Boolean": truth,
    "globalThis.URL": _url,
    "globalThis.encodeURIComponent": text,
    "globalThis.Promise.all": _list,
    "globalThis.Promise.allSettled": _settled,
    "globalThis.Promise.any": _race,
    "globalThis.Promise.race": _race,
    "globalThis.Promise.resolve": first,
    "globalThis.Promise.reject": _rejected,
    **HOOKS,
    "next/cache.unstable_cache": first,
    "server-only": unknown,
    "util.promisify": first,
    "node:util.promisify": first,
}  # fmt: skip
