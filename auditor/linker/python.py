"""Python's own ways, as the interpreter asks for them."""

from __future__ import annotations

import builtins

from auditor.linker.binding import set_attribute
from auditor.linker.dialect import Dialect
from auditor.linker.frame import Frame
from auditor.linker.hedges import call_gathered
from auditor.linker.imports import Finder
from auditor.linker.library import LIBRARY
from auditor.linker.settings_files import opened, parsed
from auditor.linker.taken_out import take_out
from auditor.linker.time_limits import call_limited
from auditor.linker.values import NONE, Arguments, External, Method, Value, Values, known_texts
from auditor.linker.world import Place, World
from auditor.model.facts import Call

BUILTINS = frozenset(dir(builtins))


def _name_of(_world: World, _frame: Frame, name: str) -> Value | None:
    return External(f"builtins.{name}") if name in BUILTINS else None


def _method(
    world: World, frame: Frame, method: Method, args: Arguments, place: Place
) -> Values | None:
    file = opened(world, method, place)
    return file if file is not None else take_out(world, frame, method, args, place)


def _setattr(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``setattr(holder, "name", value)``."""
    if len(args) == 3:
        names = known_texts(args[1].values)
        for holder in args[0].values.items if len(names) == 1 else ():
            set_attribute(world, frame, holder, names[0], args[2].values)
    return NONE


def _call(world: World, frame: Frame, expr: Call) -> Values | None:
    gathered = call_gathered(world, frame, expr)
    return gathered if gathered is not None else call_limited(world, frame, expr)


PYTHON = Dialect(
    language="python", name_of=_name_of, constructor="__init__",
    library={**LIBRARY, "builtins.setattr": _setattr},
    finder=lambda modules, rules, _packages: Finder(modules, rules.roots),
    undefined="builtins.NameError", call=_call, outside=parsed, method=_method,
)  # fmt: skip
