"""What functions of PHP, and helpers that everybody uses, do with values."""

from __future__ import annotations

from auditor.linker.common_library import ENVIRONMENT, environment_or, first, text, unknown
from auditor.linker.dialect import LibraryFunction
from auditor.linker.frame import Frame
from auditor.linker.iteration import index_values, list_of_rows, rounds, rows_of
from auditor.linker.objects.collections import format_text
from auditor.linker.php.callables import named
from auditor.linker.php.files import FileFinder
from auditor.linker.strings import concatenate, text_method
from auditor.linker.values import (
    HOLE,
    NONE,
    UNKNOWN,
    Argument,
    Arguments,
    ClassRef,
    Constant,
    External,
    Sequence,
    Table,
    Text,
    Values,
    argument,
    join,
    known_texts,
    one,
)
from auditor.linker.world import Place, World
from auditor.model.facts import Return


def _env(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``getenv('KEY')`` and ``env('KEY', 'default')``."""
    if not args:
        return one(ENVIRONMENT)
    return environment_or(world, frame, args, argument(args, 1), place)


def _config(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``config('services.acme.key', 'default')``: what ``config/services.php`` returns."""
    found = [_configured(world, frame, key) for key in known_texts(argument(args, 0))]
    default = argument(args, 1)
    held = join(*(values for values in found if values.items))
    if not held.items:
        # The file may be one that is not read, or written by a package.
        return join(default, UNKNOWN) if default is not None else UNKNOWN
    return held


def _configured(world: World, frame: Frame, key: str) -> Values:
    name, *keys = key.split(".")
    finder = world.finder
    path = None
    if isinstance(finder, FileFinder):
        path = finder.ending(f"config/{name}.php", frame.path)
    if path is None:
        return NONE
    last = world.modules[path].facts.body[-1:]
    if not last or not isinstance(last[0], Return) or last[0].value is None:
        return NONE
    held = world.evaluate(world.module_frame(path), last[0].value)
    for step in keys:
        held = index_values(world, held, one(Text(step)))
    return held


def _made(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``app(T::class)`` and ``resolve(T::class)``: an object of that type."""
    found: list[Values] = []
    for value in (argument(args, 0) or NONE).items:
        if isinstance(value, ClassRef):
            found.append(world.build_unseen(value.number))
        elif isinstance(value, External):
            found.append(world.typed(value.name))
    return join(*found) if any(values.items for values in found) else UNKNOWN


def _entries(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """What ``foreach ($xs as $k => $x)`` goes through."""
    found: list[Values] = []
    for value in args[0].values.items if args else ():
        if isinstance(value, Table):
            found.append(rows_of(world, value))
        elif isinstance(value, Sequence):
            items = rounds(world, one(value)) or ()
            rows = ((one(Constant(n)), item) for n, item in enumerate(items))
            found.append(list_of_rows(world, ("rows", value.number), rows))
    return join(*found) if found else UNKNOWN


def _as(method: str) -> LibraryFunction:
    """A function of texts that is a method elsewhere: ``rtrim($text, '/')``."""

    def run(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
        held = args[0].values if args else UNKNOWN
        found = [text_method(world, v, method, args[1:]) for v in held.items if isinstance(v, Text)]
        return join(*found) if found else UNKNOWN

    return run


def _replaced(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``str_replace('a', 'b', $text)``: the text stands last."""
    if len(args) < 3:
        return UNKNOWN
    return _as("replace")(world, frame, (args[2], args[0], args[1]), place)


def _mapped(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``array_map($f, $xs)``."""
    if len(args) < 2:
        return UNKNOWN
    items = rounds(world, args[1].values) or (UNKNOWN,)
    function = named(world, frame, args[0].values)
    results = tuple(
        world.call_values(frame, function, (Argument(None, item),), place) for item in items
    )
    return one(world.heap.sequence((place.path, place.line), results))


def _called(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``call_user_func($f, $x)``."""
    if not args:
        return UNKNOWN
    return world.call_values(frame, named(world, frame, args[0].values), args[1:], place)


def _merged(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``array_merge($a, $b)``: the later one goes before."""
    entries: dict[str, Values] = {}
    for arg in args:
        tables = [v for v in arg.values.items if isinstance(v, Table)]
        for table in tables:
            for key, values in world.heap.entries.get(table.number, {}).items():
                entries[key] = values if len(tables) == 1 else join(entries.get(key, NONE), values)
    if not entries:
        return join(*(arg.values for arg in args)) if args else UNKNOWN
    return one(world.heap.table((place.path, place.line), tuple(entries.items())))


def _joined(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``implode('/', $parts)``."""
    items = rounds(world, args[1].values) if len(args) > 1 else None
    if not items:
        return one(Text(HOLE))
    pieces: list[Values] = []
    for position, item in enumerate(items):
        pieces.extend([args[0].values] if position else [])
        pieces.append(item)
    return concatenate(pieces)


LIBRARY: dict[str, LibraryFunction] = {
    **dict.fromkeys(("getenv", "env", "Illuminate.Support.Env.get"), _env),
    **dict.fromkeys(("config", "Illuminate.Support.Facades.Config.get"), _config),
    **dict.fromkeys(("app", "resolve", "<made>", "Illuminate.Support.Facades.App.make"), _made),
    **dict.fromkeys(
        ("json_encode", "array_values", "array_filter", "iterator_to_array", "array_reverse",
         "collect", "wp_json_encode", "esc_url_raw", "array_unique", "htmlspecialchars"),
        first,
    ),
    **dict.fromkeys(("strval", "strip_tags"), text),
    **dict.fromkeys(("count", "strlen", "in_array", "is_null", "is_array", "isset"), unknown),
    **dict.fromkeys(("trim", "rtrim", "ltrim"), _as("strip")),
    **dict.fromkeys(("strtolower", "mb_strtolower"), _as("lower")),
    **dict.fromkeys(("strtoupper", "mb_strtoupper"), _as("upper")),
    "call_user_func": _called,
    "<entries>": _entries,
    "sprintf": format_text,
    "str_replace": _replaced,
    "array_map": _mapped,
    "array_merge": _merged,
    "implode": _joined,
}  # fmt: skip
