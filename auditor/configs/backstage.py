"""Backstage's ``catalog-info.yaml``: which team owns a component."""

from __future__ import annotations

import yaml

NAMES = ("catalog-info.yaml", "catalog-info.yml")


def read_owner(text: str) -> tuple[str, int] | None:
    """``spec.owner`` of a component and its line, else of whatever stands first in the file.

    Raises ``yaml.YAMLError`` for a text that is no YAML, and ``RecursionError`` for one that
    nests without end.
    """
    found: list[tuple[bool, str, int]] = []
    for document in yaml.compose_all(text, yaml.SafeLoader):
        owner = _value(_value(document, "spec"), "owner")
        kind = _value(document, "kind")
        if isinstance(owner, yaml.ScalarNode) and owner.value:
            is_component = isinstance(kind, yaml.ScalarNode) and kind.value == "Component"
            found.append((not is_component, owner.value, owner.start_mark.line + 1))
    first = min(found, key=lambda one: one[0], default=None)
    return (first[1], first[2]) if first else None


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)
