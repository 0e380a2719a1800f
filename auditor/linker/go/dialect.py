"""The dialect of Go."""

from __future__ import annotations

from auditor.linker.dialect import Dialect
from auditor.linker.frame import Frame
from auditor.linker.go.attributes import attribute
from auditor.linker.go.calls import call_literal
from auditor.linker.go.library import BUILT_IN, LIBRARY, address_method
from auditor.linker.go.options import declare, option, read_option
from auditor.linker.go.packages import PackageFinder, home_of, is_part
from auditor.linker.go.types import settle, unseen
from auditor.linker.values import Arguments, External, Value, Values
from auditor.linker.world import World

_BUILT_INS = frozenset({
    "any", "append", "bool", "byte", "cap", "clear", "close", "complex", "copy", "delete", "error",
    "float32", "float64", "imag", "int", "int8", "int16", "int32", "int64", "len", "max", "min",
    "panic", "print", "println", "real", "recover", "rune", "string", "uint", "uint8", "uint16",
    "uint32", "uint64", "uintptr", "<range>",
})  # fmt: skip


def _name_of(_world: World, _frame: Frame, name: str) -> Value | None:
    return External(f"{BUILT_IN}.{name}") if name in _BUILT_INS else None


def _foreign(world: World, _owner: str, path: str, args: Arguments) -> Values | None:
    """Methods of sets of flags, whatever library they come from."""
    method = path.rpartition(".")[2]
    return declare(world, method, args) or read_option(world, method, args)


GO = Dialect(
    language="go",
    name_of=_name_of,
    library=LIBRARY,
    constructor="<constructor>",
    finder=lambda modules, _rules, packages: PackageFinder(modules, packages.modules),
    open_options=True,
    nameless=True,
    several=True,
    lenient=True,
    run_as=("ServeHTTP", "ProcessTask", "Run"),
    attribute=attribute,
    method=address_method,
    call=call_literal,
    foreign=_foreign,
    outside=option,
    home=home_of,
    settle=settle,
    adds_to=is_part,
    unseen=unseen,
)
