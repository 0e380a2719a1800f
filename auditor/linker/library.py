"""What the standard library and a few universal helpers do with values."""

from __future__ import annotations

from urllib.parse import urljoin

from auditor.linker.caught import STATUS, as_type
from auditor.linker.common_library import first, text, truth, unknown
from auditor.linker.deployed import variable
from auditor.linker.dialect import LibraryFunction
from auditor.linker.iteration import (
    count_items,
    entry_for,
    item_by_item,
    iterate,
    list_of_rows,
    rounds,
    short_range,
)
from auditor.linker.strings import as_text
from auditor.linker.values import (
    MOST_VALUES,
    NONE,
    UNKNOWN,
    Argument,
    Arguments,
    Bound,
    CaughtError,
    ClassRef,
    Constant,
    External,
    Instance,
    Module,
    OnError,
    Sequence,
    Super,
    Table,
    Text,
    Unknown,
    Value,
    Values,
    argument,
    is_unknown,
    join,
    known_texts,
    one,
    prefer,
)
from auditor.linker.world import Frame, Place, World
from auditor.model.error_test import HAS_STATUS


def _env(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``os.getenv("KEY", default)``: the default, or a hole that remembers the variable."""
    names = [
        v.text for v in (argument(args, 0, "key") or NONE).items if isinstance(v, Text) and v.known
    ]
    if not names:
        return UNKNOWN
    default = argument(args, 1, "default")
    variables = (names[0],)
    if default is None or default == one(Constant(None)):
        return variable(world, names[0])
    items = tuple(
        Text(v.text, (*variables, *v.env), v.steps, v.param)
        if isinstance(v, Text)
        else Constant(v.value, variables)
        if isinstance(v, Constant)
        else v
        for v in default.items
    )
    return Values(items, default.decided)


def _partial(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    if not args:
        return UNKNOWN
    return Values(tuple(Bound(target, args[1:]) for target in args[0].values.items))


def _second(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    return argument(args, 1, "val") or UNKNOWN


def _getattr(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    names = known_texts(argument(args, 1))
    default = argument(args, 2)
    if args and not names:
        offered = _classes_in(world, args[0].values)
        return join(offered, default or NONE) if offered.items else default or UNKNOWN
    if not args:
        return default or UNKNOWN
    found = join(*(world.get_attribute(v, n) for v in args[0].values.items for n in names))
    if default is None or (found.items and not is_unknown(found)):
        return found if found.items else UNKNOWN
    return prefer(default, UNKNOWN) if is_unknown(args[0].values) else default


def _classes_in(world: World, values: Values) -> Values:
    """``getattr(package, name)`` with a name that settings give: any class that it has."""
    modules = [v.path for v in values.items if isinstance(v, Module)]
    held = [vs for path in modules for vs in world.module_frame(path).env.values()]
    found = [v for vs in held for v in vs.items if isinstance(v, ClassRef)]
    return Values(tuple(dict.fromkeys(found))[:MOST_VALUES])


def _hasattr(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    named = _getattr(world, frame, args[:2], place)
    return one(OnError(HAS_STATUS)) if CaughtError(STATUS) in named.items else UNKNOWN


def _isinstance(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    return as_type(world, args[0].values, args[1].values) if len(args) == 2 else UNKNOWN


def _super(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    if frame.receiver is None or frame.cls is None:
        return UNKNOWN
    return one(Super(frame.receiver, frame.cls))


def _dict(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    entries: dict[str, Values] = {}
    for arg in args:
        if arg.name is not None:
            entries[arg.name] = arg.values
        else:
            for value in arg.values.items:
                if isinstance(value, Table):
                    entries.update(world.heap.entries.get(value.number, {}))
                elif isinstance(value, Sequence):
                    entries.update(_pairs(world, value))
                else:
                    entries["*"] = UNKNOWN
    return one(world.heap.table((place.path, place.line), tuple(entries.items())))


def _pairs(world: World, sequence: Sequence) -> dict[str, Values]:
    found: dict[str, Values] = {}
    for item in world.heap.items.get(sequence.number, ()):
        for pair in item.items:
            keys = world.get_item(pair, 0) if isinstance(pair, Sequence) else NONE
            for key in keys.items or (Unknown(),):
                entry = entry_for(key)
                found[entry] = join(found.get(entry, NONE), world.get_item(pair, 1))
    return found


def _list(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    items = item_by_item(world, args[0].values) if args else ()
    return one(world.heap.sequence((place.path, place.line), items))


def _reversed(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    known = rounds(world, args[0].values) if args else None
    if known is None:
        return _list(world, frame, args, place)
    return one(world.heap.sequence((place.path, place.line), tuple(reversed(known))))


def _enumerate(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    known = rounds(world, args[0].values) if args else None
    site = (place.path, place.line)
    if known is None:
        item = iterate(world, args[0].values) if args else UNKNOWN
        return list_of_rows(world, site, [(UNKNOWN, item)])
    pairs = ((one(Constant(number)), item) for number, item in enumerate(known))
    return list_of_rows(world, site, pairs)


def _zip(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    site = (place.path, place.line)
    columns = [rounds(world, a.values) for a in args if a.name is None]
    if all(c is not None for c in columns) and columns:
        rows = zip(*(c for c in columns if c is not None), strict=False)
        return list_of_rows(world, site, rows)
    row = tuple(iterate(world, a.values) for a in args if a.name is None)
    return list_of_rows(world, site, [row])


def _map(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    if len(args) < 2:
        return UNKNOWN
    items = tuple(a._replace(values=iterate(world, a.values)) for a in args[1:])
    result = world.call_values(frame, args[0].values, items, place)
    return one(world.heap.sequence((place.path, place.line), (result,)))


def _next(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    if not args:
        return UNKNOWN
    return join(iterate(world, args[0].values), argument(args, 1) or NONE)


def _number(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    found: list[Value] = []
    for value in args[0].values.items if args else ():
        if isinstance(value, Constant | CaughtError):
            found.append(value)
        elif isinstance(value, Text) and value.known and value.text.strip().lstrip("-").isdigit():
            found.append(Constant(int(value.text), value.env))
    return Values(tuple(found)) if found else UNKNOWN


def _field(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``Field(default=...)`` and ``field(default_factory=...)``."""
    default = argument(args, "default", 0)
    if default is not None:
        shown = Values(tuple(v for v in default.items if v != External("builtins.Ellipsis")))
        variable = argument(args, "env", "validation_alias", "alias")
        names = known_texts(variable)
        if names:
            return Values(
                tuple(
                    Text(v.text, (names[0],), v.steps) if isinstance(v, Text) else v
                    for v in shown.items
                )
            )
        return shown if shown.items else UNKNOWN
    factory = argument(args, "default_factory")
    if factory is not None:
        return world.call_values(frame, factory, (), place)
    return UNKNOWN


def _import_module(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    found: list[Value] = []
    for value in (argument(args, 0, "name") or NONE).items:
        if isinstance(value, Text) and value.known:
            name = value.text.lstrip(".")
            level = len(value.text) - len(name)
            module = world.finder.module(world.modules[frame.path], name, level)
            found.append(module if module is not None else External(name))
    return Values(tuple(found)) if found else UNKNOWN


def _urljoin(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    made: list[Value] = []
    for base in (argument(args, 0, "base") or NONE).items:
        for path in (argument(args, 1, "url") or NONE).items:
            left, right = as_text(base), as_text(path)
            joined = urljoin(left.text, right.text) if left.known else f"{left.text}/{right.text}"
            made.append(
                Text(joined, (*left.env, *right.env), (*left.steps, *right.steps), left.param)
            )
    return Values(tuple(made)) if made else UNKNOWN


def _results(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """Coroutines were run when they were called; what remains is to hand their values on."""
    return one(
        world.heap.sequence(
            (place.path, place.line), tuple(a.values for a in args if a.name is None)
        )
    )


def _type(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    if len(args) != 1:
        return UNKNOWN
    return join(*(world.get_attribute(v, "__class__") for v in args[0].values.items))


def _replaced(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``dataclasses.replace(record, field=value)``: a copy with other fields."""
    made: list[Value] = []
    for value in args[0].values.items if args else ():
        if isinstance(value, Instance):
            changes = tuple((a.name, a.values) for a in args[1:] if a.name is not None)
            number = world.heap.number(("copy", place.path, place.line, value.number, changes))
            copy = Instance(number, value.cls)
            for name in sorted(world.heap.names.get(value.number, ())):
                world.heap.store(copy, name, world.heap.attributes[value.number, name])
            for name, values in changes:
                world.heap.replace(copy, name, values)
            made.append(copy)
    return Values(tuple(made)) if made else UNKNOWN


def _shuffled(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """As many items as before, each of which may be any of them."""
    known = rounds(world, args[0].values) if args else None
    if known is None:
        return _list(world, frame, args[:1], place)
    anyone = join(*known)
    return one(world.heap.sequence((place.path, place.line), (anyone,) * len(known)))


def _sorted(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    _run_key(world, frame, args, place)
    items = item_by_item(world, args[0].values) if args else ()
    return one(world.heap.reordered((place.path, place.line), items))


def _run_key(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``min(items, key=f)``: runs f on the items, gives back one of them."""
    items = _list(world, frame, tuple(a for a in args if a.name is None), place)
    key = argument(args, "key")
    if key is not None:
        given = (Argument(None, iterate(world, items)),)
        world.call_values(frame, key, given, place)
    return items


def _option(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``typer.Option(default)`` and the like, as the default of a parameter."""
    return _field(world, frame, args, place)


LIBRARY: dict[str, LibraryFunction] = {
    "dataclasses.replace": _replaced,
    "typer.Option": _option,
    "typer.Argument": _option,
    "fastapi.Query": _option,
    "fastapi.Body": _option,
    "fastapi.Form": _option,
    "fastapi.Header": _option,
    "pydantic.AliasChoices": first,
    "os.getenv": _env,
    "os.environ.get": _env,
    "os.environ.setdefault": _env,
    "os.environ.pop": _env,
    "decouple.config": _env,
    "functools.partial": _partial,
    "functools.partialmethod": _partial,
    "functools.cache": first,
    "functools.lru_cache": first,
    "functools.wraps": first,
    "builtins.getattr": _getattr,
    "builtins.setattr": unknown,
    "builtins.super": _super,
    "builtins.dict": _dict,
    "builtins.list": _list,
    "builtins.tuple": _list,
    "builtins.set": _list,
    "builtins.frozenset": _list,
    "builtins.sorted": _sorted,
    "builtins.min": _run_key,
    "builtins.max": _run_key,
    "builtins.range": short_range,
    "builtins.reversed": _reversed,
    "builtins.iter": _list,
    "builtins.enumerate": _enumerate,
    "builtins.zip": _zip,
    "builtins.map": _map,
    "builtins.next": _next,
    "random.choice": _next,
    "random.choices": _shuffled,
    "random.sample": _shuffled,
    "secrets.choice": _next,
    "itertools.cycle": _list,
    "itertools.islice": _list,
    "builtins.str": text,
    "builtins.int": _number,
    "builtins.float": _number,
    "builtins.type": _type,
    "builtins.isinstance": _isinstance,
    "builtins.hasattr": _hasattr,
    "builtins.print": unknown,
    "builtins.len": count_items,
    "builtins.bool": truth,
    "builtins.__import__": _import_module,
    "importlib.import_module": _import_module,
    "typing.cast": _second,
    "typing_extensions.cast": _second,
    "copy.copy": first,
    "copy.deepcopy": first,
    "json.dumps": first,
    "orjson.dumps": first,
    "ujson.dumps": first,
    "pydantic.SecretStr": first,
    "pydantic.Field": _field,
    "pydantic.fields.Field": _field,
    "pydantic.v1.Field": _field,
    "sqlmodel.Field": _field,
    "dataclasses.field": _field,
    "attr.ib": _field,
    "attrs.field": _field,
    "pydantic_settings.SettingsConfigDict": _dict,
    "pydantic.ConfigDict": _dict,
    "collections.OrderedDict": _dict,
    "types.SimpleNamespace": _dict,
    "types.MappingProxyType": first,
    "urllib.parse.urljoin": _urljoin,
    "urllib.parse.quote": text,
    "asyncio.gather": _results,
    "asyncio.run": first,
    "asyncio.wait_for": first,
    "asyncio.shield": first,
    "asyncio.create_task": first,
    "asyncio.ensure_future": first,
    "anyio.run": first,
    "asgiref.sync.sync_to_async": first,
    "asgiref.sync.async_to_sync": first,
    "asyncer.asyncify": first,
    "asyncer.syncify": first,
    "contextlib.contextmanager": first,
    "contextlib.asynccontextmanager": first,
    "contextlib.closing": first,
    "contextlib.nullcontext": first,
}
