"""Fields that are filled from outside: by settings files and by the environment, as tags say."""

from __future__ import annotations

from auditor.linker.deployed import variable
from auditor.linker.go.types import tags_of
from auditor.linker.settings import setting
from auditor.linker.values import Instance, Text, Values, join
from auditor.linker.world import World

#: Tags under which a field is read from a settings file, and those that name a variable.
_FILES = frozenset({"yaml", "toml", "mapstructure", "koanf", "ini", "hcl", "yml"})
_VARIABLES = frozenset({"env", "envconfig"})
_DEFAULTS = frozenset({"default", "envDefault", "env-default"})


def from_outside(world: World, value: Instance, name: str) -> Values | None:
    """What a field is given by those who start the program; None where no tag says so."""
    node = world.classes[value.cls].node
    tags = {kind: text for kind, field, text in tags_of(node) if field == name}
    default = next((text for kind, text in tags.items() if kind in _DEFAULTS), None)
    found: list[Values] = []
    for kind, text in tags.items():
        key = text.partition(",")[0]
        if kind in _FILES and key:
            found.append(setting(world, key))
        elif kind in _VARIABLES and key:
            found.append(_variable(world, key, default))
    known = [values for values in found if values.items]
    return join(*known) if known else None


def _variable(world: World, name: str, default: str | None) -> Values:
    return Values((Text(default, (name,)),)) if default is not None else variable(world, name)
