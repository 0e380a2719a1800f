"""Settings from command lines and configuration libraries, with the defaults they declare."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.linker.dialect import LibraryFunction
from auditor.linker.frame import Frame
from auditor.linker.settings import setting
from auditor.linker.values import (
    HOLE,
    NONE,
    UNKNOWN,
    Arguments,
    Constant,
    Text,
    Value,
    Values,
    argument,
    join,
    known_texts,
    one,
)
from auditor.linker.world import Place, World

#: Where the options of a program are kept, by their names: one program is taken for one place.
_PLACE = "<options>"
_KINDS = ("String", "Int", "Bool", "Float64", "Duration", "StringSlice", "StringArray")
#: Methods of a set of flags: how many arguments stand before the name, and how many behind it up
#: to the default.
_DECLARING = {
    **dict.fromkeys(_KINDS, (0, 1)),
    **{f"{kind}P": (0, 2) for kind in _KINDS},
    **{f"{kind}Var": (1, 1) for kind in _KINDS},
    **{f"{kind}VarP": (1, 2) for kind in _KINDS},
}
#: Calls that say what an option is when nobody sets it.
DECLARING = frozenset({"SetDefault", *_DECLARING})
_GETTING = frozenset({f"Get{kind}" for kind in _KINDS})
_LIBRARIES = ("flag", "github.com/spf13/pflag")
_OPTION = re.compile(r"With[A-Z]\w*")
_VIPER = "github.com/spf13/viper"


def declare(world: World, method: str, args: Arguments) -> Values | None:
    """An option is declared: its default, which the command line may change."""
    shape = _DECLARING.get(method)
    names = known_texts(argument(args, shape[0])) if shape is not None else []
    if shape is None or not names:
        return None
    default = argument(args, sum(shape)) or UNKNOWN
    flag = f"--{names[0]}"
    items = _set_by(flag, default)
    values = Values(
        tuple(Text(HOLE, (flag,)) if isinstance(v, Text) and not v.text else v for v in items)
    )
    _remember(world, names[0], values)
    return values


def _set_by(setting: str, values: Values) -> tuple[Value, ...]:
    """The values, as those that a setting has if nobody sets it."""
    return tuple(
        replace(v, env=(setting,)) if isinstance(v, Text | Constant) else v for v in values.items
    )


def _remember(world: World, name: str, values: Values) -> None:
    place = (_PLACE, name)
    world.options[place] = join(world.options.get(place, NONE), values)


def read_option(world: World, method: str, args: Arguments) -> Values | None:
    """``flags.GetString("model")``."""
    if method not in _GETTING:
        return None
    found = [world.options.get((_PLACE, name)) for name in known_texts(argument(args, 0))]
    known = [values for values in found if values is not None]
    return join(*known) if known else None


def option(world: World, name: str, args: Arguments, place: Place) -> Values | None:
    """``WithModel("x")``, to be handed to a constructor: a record of this one setting."""
    last = name.rpartition(".")[2]
    if not _OPTION.fullmatch(last) or not args:
        return None
    return one(world.heap.table((place.path, place.line), ((last, args[0].values),)))


def _declaring(method: str) -> LibraryFunction:
    def run(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
        return declare(world, method, args) or UNKNOWN

    return run


def _setting(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``viper.GetString("llm.model")``: its default, else a setting without one."""
    names = known_texts(argument(args, 0))
    if not names:
        return UNKNOWN
    return join(*(_configured(world, name) for name in names))


def _configured(world: World, name: str) -> Values:
    """A setting by its path: what a settings file holds, the default in code, or nobody knows."""
    default = world.options.get((_PLACE, name))
    written = setting(world, name)
    if not written.items:
        return default or one(Text(HOLE, (name,)))
    return written if default is None else join(written, default)


def _default(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``viper.SetDefault("llm.model", "x")``."""
    for name in known_texts(argument(args, 0)):
        _remember(world, name, Values(_set_by(name, argument(args, 1) or UNKNOWN)))
    return UNKNOWN


OPTION_FUNCTIONS: dict[str, LibraryFunction] = {
    **{f"{library}.{m}": _declaring(m) for library in _LIBRARIES for m in _DECLARING},
    **{f"{_VIPER}.{name}": _setting for name in ("GetString", "Get", "GetInt", "GetBool")},
    f"{_VIPER}.SetDefault": _default,
}
