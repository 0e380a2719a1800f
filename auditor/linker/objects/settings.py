"""Settings that annotations name, ``@Value("${key:x}")``, and ``env.getProperty("key")``."""

from __future__ import annotations

from auditor.linker.frame import Frame
from auditor.linker.settings import joined, resolved, setting_or
from auditor.linker.values import (
    NONE,
    UNKNOWN,
    Arguments,
    Constant,
    Text,
    Values,
    argument,
    join,
    known_texts,
)
from auditor.linker.world import Place, World


def placeholder(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``@Value("${key:default}")``, ``@ConfigProperty(name = "key", defaultValue = "x")``."""
    default = argument(args, "defaultValue")
    found: list[Values] = []
    for value in (argument(args, "name", "value", 0) or NONE).items:
        if not isinstance(value, Text) or not value.known or value.text.startswith("#"):
            return UNKNOWN
        if "${" in value.text:
            found.append(resolved(world, value.text))
        else:
            found.append(setting_or(world, value.text, default))
    return join(*found) if found else UNKNOWN


def setting_function(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``environment.getProperty("key", "default")``; a type may stand between the two."""
    given = [argument(args, 1), argument(args, 2)]
    told = (
        v for v in given if v is not None and any(isinstance(i, Text | Constant) for i in v.items)
    )
    keys = known_texts(argument(args, 0))
    return joined(world, keys, next(told, None)) if keys else UNKNOWN
