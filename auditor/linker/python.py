"""Python's own ways, as the interpreter asks for them."""

from __future__ import annotations

import builtins

from auditor.linker.dialect import Dialect
from auditor.linker.frame import Frame
from auditor.linker.hedges import call_gathered
from auditor.linker.imports import Finder
from auditor.linker.library import LIBRARY
from auditor.linker.taken_out import take_out
from auditor.linker.values import External, Value
from auditor.linker.world import World

BUILTINS = frozenset(dir(builtins))


def _name_of(_world: World, _frame: Frame, name: str) -> Value | None:
    return External(f"builtins.{name}") if name in BUILTINS else None


PYTHON = Dialect(
    language="python", name_of=_name_of, library=LIBRARY, constructor="__init__",
    finder=lambda modules, rules, _packages: Finder(modules, rules.roots),
    undefined="builtins.NameError", call=call_gathered, method=take_out,
)  # fmt: skip
