"""Environment variables: read directly, or through a schema that checks them and gives defaults."""

from __future__ import annotations

from auditor.linker.dialect import LibraryFunction
from auditor.linker.frame import Frame
from auditor.linker.values import (
    HOLE,
    NONE,
    UNKNOWN,
    Arguments,
    Constant,
    External,
    Foreign,
    Table,
    Text,
    Value,
    Values,
    argument,
    known_texts,
    one,
)
from auditor.linker.world import Place, World

#: Objects whose every key is an environment variable.
ENVIRONMENTS = frozenset({
    "globalThis.process.env", "process.env", "node:process.env", "globalThis.import.meta.env",
    "globalThis.Bun.env", "$env/static/private", "$env/static/public", "$env/dynamic/private.env",
    "$env/dynamic/public.env", "bun.env",
})  # fmt: skip
#: Libraries whose schemas are followed: what describes one variable each.
_SCHEMAS = ("zod.", "zod/", "valibot.", "envalid.", "@t3-oss/")
_DEFAULTS = frozenset({"default", "catch", "prefault"})
#: Methods of a schema that leave its default as it is.
REFINEMENTS = frozenset({
    "brand", "describe", "email", "max", "meta", "min", "nonempty", "nullable", "nullish",
    "optional", "pipe", "readonly", "refine", "regex", "startsWith", "superRefine", "transform",
    "trim", "url",
})  # fmt: skip
PARSERS = frozenset({"parse", "parseAsync", "safeParse", "safeParseAsync"})


def is_environment(name: str) -> bool:
    """Whether the object of this qualified name holds the environment."""
    return name in ENVIRONMENTS


def variable(name: str) -> Text:
    """An environment variable that may be unset."""
    return Text(HOLE, (name,))


def holds_environment(values: Values) -> bool:
    """Whether what is checked against a schema is the environment, whole or in parts."""
    return any(isinstance(v, External) and is_environment(v.name) for v in values.items)


def _read(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``Deno.env.get("X")``."""
    names = known_texts(argument(args, 0))
    return one(variable(names[0])) if names else UNKNOWN


def _object(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``z.object({...})``: the table of its keys stands for the schema."""
    return argument(args, 0) or UNKNOWN


def _checked(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``createEnv({server: {...}, client: {...}})``: every key of its groups is a variable."""
    found: dict[str, Values] = {}
    for value in (argument(args, 0) or NONE).items:
        if isinstance(value, Table):
            groups = world.heap.entries.get(value.number, {})
            for group in ("shared", "server", "client"):
                for schema in groups.get(group, NONE).items:
                    found.update(_variables(world, schema))
    return one(world.heap.table((place.path, place.line), tuple(found.items())))


def _cleaned(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``cleanEnv(process.env, {...})``."""
    found: dict[str, Values] = {}
    for value in (argument(args, 1) or NONE).items:
        found.update(_variables(world, value))
    return one(world.heap.table((place.path, place.line), tuple(found.items())))


def parsed(world: World, schema: Table) -> Values:
    """The environment as a schema lets it through."""
    entries = tuple(_variables(world, schema).items())
    return one(world.heap.table((f"parsed {schema.number}", schema.number), entries))


def _variables(world: World, schema: Value) -> dict[str, Values]:
    if not isinstance(schema, Table):
        return {}
    entries = world.heap.entries.get(schema.number, {})
    return {key: _variable(world, key, values) for key, values in entries.items() if key != "*"}


def _variable(world: World, name: str, values: Values) -> Values:
    """One variable: the default that its schema gives, else nothing as shipped."""
    defaults = [d for value in values.items for d in _default(world, value)]
    found: list[Value] = []
    for default in defaults:
        match default:
            case Text(text, _, steps, param):
                found.append(Text(text, (name,), steps, param))
            case Constant(number) if number is not None:
                found.append(Constant(number, (name,)))
            case _:
                pass
    return Values(tuple(found)) if found else one(variable(name))


def _default(world: World, value: Value) -> tuple[Value, ...]:
    if isinstance(value, Foreign):
        for given in (argument(world.heap.foreign.get(value, ()), 0) or NONE).items:
            if isinstance(given, Table):
                return world.heap.entries.get(given.number, {}).get("default", NONE).items
        return ()
    return (value,)


def call_schema(owner: str, method: str, args: Arguments) -> Values | None:
    """``z.string().default("x")``: the default stands for the schema."""
    if not owner.startswith(_SCHEMAS) or method not in _DEFAULTS or not args:
        return None
    return args[0].values


ENVIRONMENT_FUNCTIONS: dict[str, LibraryFunction] = {
    "globalThis.Deno.env.get": _read,
    "envalid.cleanEnv": _cleaned,
    **{
        f"@t3-oss/env-{flavour}.createEnv": _checked
        for flavour in ("core", "nextjs", "nuxt")
    },
    **{
        f"{module}.{name}": _object
        for module in ("zod", "zod.z", "zod/v3.z", "zod/v4.z", "zod/v4", "zod/mini")
        for name in ("object", "strictObject", "looseObject")
    },
}  # fmt: skip
