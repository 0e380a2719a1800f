"""Functions that code names by a text: ``$ask = 'gpt'; $ask($question)``."""

from __future__ import annotations

import re

from auditor.linker.frame import Frame
from auditor.linker.values import Text, Value, Values, join, one
from auditor.linker.world import World
from auditor.model.facts import Name

_NAME = re.compile(r"\\?[A-Za-z_][\w\\]*")


def named(world: World, frame: Frame, values: Values) -> Values:
    """The same, with the functions that texts among them are the names of."""
    if not any(isinstance(value, Text) for value in values.items):
        return values
    found = join(*(_named(world, frame, value) for value in values.items))
    return Values(found.items, values.decided and len(found.items) > 1)


def _named(world: World, frame: Frame, value: Value) -> Values:
    if isinstance(value, Text) and _NAME.fullmatch(value.text):
        return world.evaluate(frame, Name(value.text.replace("\\", "."), 0))
    return one(value)
