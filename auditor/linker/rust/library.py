"""What functions of the standard library and its usual companions do with values."""

from __future__ import annotations

from auditor.linker.caught import as_type
from auditor.linker.common_library import environment, environment_or, first, text, unknown
from auditor.linker.dialect import LibraryFunction
from auditor.linker.endings import ended
from auditor.linker.frame import Frame
from auditor.linker.rust.types import by_default
from auditor.linker.values import (
    NONE,
    UNKNOWN,
    Arguments,
    CaughtError,
    ClassRef,
    Constant,
    Instance,
    Routine,
    Text,
    Values,
    argument,
    join,
    one,
)
from auditor.linker.world import Place, World
from auditor.model.behaviour import ENDED, Leave

PANIC, FAILURE, AWAIT, VARIABLE, OF_TYPE, READ = (
    "<panic>", "<failure>", "<await>", "<variable>", "<is>",
    "<read>",
)  # fmt: skip
WORDS = frozenset({PANIC, FAILURE, AWAIT, VARIABLE, OF_TYPE, READ})


def _panic(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """The thread ends: nothing behind it is run, and no handler sees it."""
    frame.out.append(Leave("raise", (ENDED,), place.line))
    return NONE


def awaited(world: World, frame: Frame, values: Values, place: Place) -> Values:
    """What comes of a future: one that is a block of its own is run."""
    blocks = tuple(v for v in values.items if isinstance(v, Routine) and _is_block(world, v))
    if not blocks:
        return values
    others = tuple(v for v in values.items if v not in blocks)
    return join(world.call_values(frame, Values(blocks), (), place), Values(others))


def _is_block(world: World, value: Routine) -> bool:
    node = world.functions[value.number].node
    return node.name == "<lambda>" and not node.params


def _await(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    return awaited(world, frame, args[0].values, place) if args else UNKNOWN


def _variable(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """A variable of the environment, with what stands in its place."""
    return environment_or(world, frame, args, argument(args, 1), place)


def _of_type(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """Whether a value is of a type, where all that it may be is."""
    values, kinds = args[0].values, args[1].values
    if any(isinstance(v, CaughtError) for v in values.items):
        return as_type(world, values, kinds)
    wanted = {v.number for v in kinds.items if isinstance(v, ClassRef)}
    if not wanted or not values.items:
        return UNKNOWN
    if not all(isinstance(v, Instance | Text | Constant) for v in values.items):
        return UNKNOWN
    told = {isinstance(v, Instance) and v.cls in wanted for v in values.items}
    return one(Constant(told.pop())) if len(told) == 1 else UNKNOWN


def _read(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """A record that a text is read into: as its fields say what they hold by default."""
    kinds = (v for v in args[0].values.items if isinstance(v, ClassRef)) if args else ()
    found = (by_default(world, world.classes[kind.number]) for kind in kinds)
    held = join(*(values for values in found if values is not None))
    return held if held.items else UNKNOWN


LIBRARY: dict[str, LibraryFunction] = {
    PANIC: _panic,
    AWAIT: _await,
    VARIABLE: _variable,
    OF_TYPE: _of_type,
    READ: _read,
    "std.process.exit": ended,
    "std.process.abort": _panic,
    **dict.fromkeys(("std.env.var", "std.env.var_os", "dotenvy.var", "dotenv.var"), environment),
    **dict.fromkeys(
        ("url.Url.parse", "reqwest.Url.parse", "Url.parse", "http.Uri.from_static",
         "hyper.Uri.from_static", "String.from", "std.string.String.from", "Some", "Ok",
         "std.convert.identity", "std.borrow.Cow.Borrowed", "std.borrow.Cow.Owned", "std.iter.once",
         "serde_json.json", "serde_json.to_value", "serde_json.to_string", "serde_json.to_vec",
         "serde_json.from_value", "std.time.Duration.from_secs", "std.time.Duration.from_secs_f64",
         "std.time.Duration.from_millis", "tokio.time.Duration.from_secs", "std.sync.Arc.clone",
         "async_stream.stream", "futures.future.ready", "std.future.ready"),
        first,
    ),
    **dict.fromkeys(("serde_json.from_str", "serde_json.from_slice", "toml.from_str"), unknown),
    "ToString.to_string": text,
}  # fmt: skip
