"""What functions and methods of Ruby do with values."""

from __future__ import annotations

from dataclasses import replace

from auditor.linker.closures import BLOCK
from auditor.linker.common_library import environment, environment_or, first, text, unknown
from auditor.linker.dialect import LibraryFunction
from auditor.linker.frame import Frame
from auditor.linker.iteration import list_of_rows, rounds, rows_of
from auditor.linker.objects.collections import format_text
from auditor.linker.strings import concatenate
from auditor.linker.values import (
    NONE,
    UNKNOWN,
    Arguments,
    Constant,
    Sequence,
    Table,
    Text,
    Value,
    Values,
    argument,
    join,
    known_texts,
    one,
)
from auditor.linker.world import Place, World


def _env(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``ENV.fetch("KEY", "default")`` and ``ENV.fetch("KEY") { "default" }``."""
    default, block = argument(args, 1), argument(args, BLOCK)
    if default is None and block is not None:
        default = world.call_values(frame, block, (), place)
    return environment_or(world, frame, args, default, place)


def _entries(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """What ``xs.each do |key, value|`` goes through; a list of lists is gone through as it is."""
    found: list[Values] = []
    for value in args[0].values.items if args else ():
        if isinstance(value, Table):
            found.append(rows_of(world, value))
        elif isinstance(value, Sequence):
            found.append(one(value))
    return join(*found) if found else UNKNOWN


def _counted(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """What ``xs.each_with_index do |x, n|`` goes through."""
    found: list[Values] = []
    for value in args[0].values.items if args else ():
        if isinstance(value, Sequence):
            items = rounds(world, one(value)) or ()
            rows = ((item, one(Constant(n))) for n, item in enumerate(items))
            found.append(list_of_rows(world, ("rows", value.number), rows))
    return join(*found) if found else UNKNOWN


def _joined(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``File.join(a, b)``."""
    pieces: list[Values] = []
    for position, arg in enumerate(args):
        pieces.extend([one(Text("/"))] if position else [])
        pieces.append(arg.values)
    return concatenate(pieces) if pieces else UNKNOWN


def _listed(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``Array(x)``: a list as it is, anything else as a list of one."""
    values = args[0].values if args else NONE
    if any(isinstance(v, Sequence) for v in values.items):
        return values
    return one(world.heap.sequence((place.path, place.line), (values,)))


def _located(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``URI.join(base, "path")``."""
    if len(args) < 2:
        return first(world, frame, args, place)
    return concatenate([args[0].values, args[1].values])


def found_by_name(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``Object.const_get("A::B")``: a class whose name is written out."""
    found = [
        world.dialect.member(world, frame, name.replace("::", ".")) or NONE
        for name in known_texts(argument(args, 0))
    ]
    held = join(*found)
    return held if held.items else UNKNOWN


def part_of_address(value: Value, name: str) -> Values | None:
    """``uri.host`` and ``uri.path`` of an address that is known; None for anything else."""
    if not isinstance(value, Text) or "://" not in value.text:
        return None
    scheme, _, rest = value.text.partition("://")
    host, _, path = rest.partition("/")
    match name:
        case "host" | "hostname" | "origin":
            return one(replace(value, text=f"{scheme}://{host}"))
        case "path" | "request_uri":
            return one(replace(value, text=f"/{path}"))
        case _:
            return None


LIBRARY: dict[str, LibraryFunction] = {
    "os.environ.fetch": _env,
    "os.environ.dig": environment,
    "Kernel.<entries>": _entries,
    "Kernel.<counted>": _counted,
    "Kernel.format": format_text,
    "Kernel.sprintf": format_text,
    "Kernel.String": text,
    "Kernel.Array": _listed,
    "Kernel.URI": first,
    "URI": first,
    "URI.join": _located,
    "File.join": _joined,
    "Object.const_get": found_by_name,
    **dict.fromkeys(("URI.parse", "JSON.generate", "JSON.dump", "Addressable.URI.parse"), first),
    **dict.fromkeys(("JSON.parse", "YAML.load_file", "Kernel.rand", "Kernel.gets"), unknown),
}  # fmt: skip
