"""Fields that are filled from outside: by settings files and by the environment, as tags say."""

from __future__ import annotations

from auditor.linker.deployed import variable
from auditor.linker.go.types import tags_of
from auditor.linker.settings import setting
from auditor.linker.values import Instance, Text, Values, join
from auditor.linker.world import World
from auditor.model.tags import DEFAULT_TAGS, FILE_TAGS, OPTION_TAGS, VARIABLE_TAGS


def from_outside(world: World, value: Instance, name: str) -> Values | None:
    """What a field is given by those who start the program; None where no tag says so."""
    node = world.classes[value.cls].node
    tags = {kind: text for kind, field, text in tags_of(node) if field == name}
    default = next((text for kind, text in tags.items() if kind in DEFAULT_TAGS), None)
    found: list[Values] = []
    for kind, text in tags.items():
        key = text.partition(",")[0]
        if kind in FILE_TAGS and key:
            found.append(setting(world, key))
        elif kind in VARIABLE_TAGS and key:
            found.append(_variable(world, key, default))
    if default is not None and not VARIABLE_TAGS & set(tags) and OPTION_TAGS & set(tags):
        found.append(Values((Text(default, (f"--{name}",)),)))
    known = [values for values in found if values.items]
    return join(*known) if known else None


def _variable(world: World, name: str, default: str | None) -> Values:
    return Values((Text(default, (name,)),)) if default is not None else variable(world, name)
