"""Python's own ways, as the interpreter asks for them."""

from __future__ import annotations

import builtins

from auditor.linker.dialect import Dialect
from auditor.linker.library import LIBRARY
from auditor.linker.values import Arguments, External, Method, Value, Values
from auditor.linker.world import Frame, Place, World
from auditor.model.facts import Call

BUILTINS = frozenset(dir(builtins))


def _name_of(_world: World, _frame: Frame, name: str) -> Value | None:
    return External(f"builtins.{name}") if name in BUILTINS else None


def _attribute(_world: World, _value: Value, _name: str) -> Values | None:
    return None


def _method(
    _world: World, _frame: Frame, _method: Method, _args: Arguments, _place: Place
) -> Values | None:
    return None


def _call(_world: World, _frame: Frame, _expr: Call) -> Values | None:
    return None


def _foreign(_world: World, _name: str, _path: str, _args: Arguments) -> Values | None:
    return None


PYTHON = Dialect(
    language="python",
    name_of=_name_of,
    library=LIBRARY,
    constructor="__init__",
    promises=False,
    open_options=False,
    nameless=False,
    attribute=_attribute,
    method=_method,
    call=_call,
    foreign=_foreign,
)
