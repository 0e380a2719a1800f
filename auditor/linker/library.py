"""What the standard library and a few universal helpers do with values."""

from __future__ import annotations

from urllib.parse import urljoin

from auditor.linker.caught import STATUS, as_type
from auditor.linker.common_library import first, text, truth, unknown
from auditor.linker.deployed import variable
from auditor.linker.dialect import LibraryFunction
from auditor.linker.endings import ended
from auditor.linker.frame import Frame
from auditor.linker.iteration import (
    count_items,
    short_range,
)
from auditor.linker.library_collections import (
    copied,
    extreme,
    in_order,
    listed,
    mapped,
    next_item,
    numbered,
    shuffled,
    side_by_side,
    table,
    turned_round,
)
from auditor.linker.loaded import classes_in, import_module, joined_path, members, module_of_file
from auditor.linker.strings import as_text
from auditor.linker.values import (
    HOLE,
    NONE,
    UNKNOWN,
    Arguments,
    Bound,
    CaughtError,
    Constant,
    External,
    Foreign,
    Instance,
    OnError,
    Super,
    Text,
    Value,
    Values,
    argument,
    is_unknown,
    join,
    known_texts,
    one,
    prefer,
)
from auditor.linker.world import Place, World
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
        offered = classes_in(world, args[0].values)
        return join(offered, default or NONE) if offered.items else default or UNKNOWN
    if not args:
        return default or UNKNOWN
    found = join(*(world.get_attribute(v, n) for v in args[0].values.items for n in names))
    if default is None or (found.items and not is_unknown(found)):
        return found if found.items else UNKNOWN
    return prefer(default, UNKNOWN) if is_unknown(args[0].values) else default


def _hasattr(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    named = _getattr(world, frame, args[:2], place)
    return one(OnError(HAS_STATUS)) if CaughtError(STATUS) in named.items else UNKNOWN


def _isinstance(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    return as_type(world, args[0].values, args[1].values) if len(args) == 2 else UNKNOWN


def _super(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    if frame.receiver is None or frame.cls is None:
        return UNKNOWN
    return one(Super(frame.receiver, frame.cls))


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
    factory = argument(args, "default_factory")
    if factory is not None:
        return world.call_values(frame, factory, (), place)
    default = argument(args, "default", 0) or NONE
    shown = Values(tuple(v for v in default.items if v != External("builtins.Ellipsis")))
    name = _variable_of_field(world, args)
    if name.isupper() and (is_unknown(shown) or not shown.items):
        return one(Text(HOLE, (name,), needed=True))
    if name and shown.items:
        return Values(tuple(_named(v, name) for v in shown.items))
    return shown if shown.items else UNKNOWN


def _variable_of_field(world: World, args: Arguments) -> str:
    """The name under which a field is set, the first of several."""
    given = argument(args, "env", "validation_alias", "alias") or NONE
    choices = (world.heap.foreign.get(v, ()) for v in given.items if isinstance(v, Foreign))
    named = (*known_texts(given), *(t for each in choices for t in known_texts(argument(each, 0))))
    return named[0] if named else ""


def _named(value: Value, name: str) -> Value:
    match value:
        case Text(text, _, steps):
            return Text(text, (name,), steps)
        case Constant(None):
            return Constant(None, (name,))
        case _:
            return value


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


def _option(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``typer.Option(default)`` and the like, as the default of a parameter."""
    return _field(world, frame, args, place)


LIBRARY: dict[str, LibraryFunction] = {
    "os._exit": ended,
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
    "builtins.super": _super,
    "builtins.dict": table,
    "builtins.list": copied,
    "builtins.tuple": copied,
    "builtins.set": listed,
    "builtins.frozenset": listed,
    "builtins.sorted": in_order,
    "builtins.min": extreme,
    "builtins.max": extreme,
    "builtins.range": short_range,
    "builtins.reversed": turned_round,
    "builtins.iter": listed,
    "builtins.enumerate": numbered,
    "builtins.zip": side_by_side,
    "builtins.map": mapped,
    "builtins.next": next_item,
    "random.choice": next_item,
    "random.choices": shuffled,
    "random.sample": shuffled,
    "secrets.choice": next_item,
    "itertools.cycle": listed,
    "itertools.islice": listed,
    "builtins.str": text,
    "builtins.int": _number,
    "builtins.float": _number,
    "builtins.type": _type,
    "builtins.isinstance": _isinstance,
    "builtins.hasattr": _hasattr,
    "builtins.print": unknown,
    "builtins.len": count_items,
    "builtins.bool": truth,
    "builtins.__import__": import_module,
    "importlib.import_module": import_module,
    "importlib.util.spec_from_file_location": module_of_file,
    "importlib.util.module_from_spec": first,
    "inspect.getmembers": members,
    "os.path.join": joined_path,
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
    "pydantic_settings.SettingsConfigDict": table,
    "pydantic.ConfigDict": table,
    "collections.OrderedDict": table,
    "types.SimpleNamespace": table,
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
