"""Backstage's ``catalog-info.yaml``: which team owns a component, and what it needs."""

from __future__ import annotations

import yaml

from auditor.model.fleet import Relations

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


def read_relations(text: str) -> Relations:
    """What the components of the file are called, offer and depend on; nothing of a broken file."""
    components: list[str] = []
    offers: list[str] = []
    needs: list[str] = []
    try:
        for document in yaml.compose_all(text, yaml.SafeLoader):
            spec = _value(document, "spec")
            name = _value(_value(document, "metadata"), "name")
            components += [name.value] if isinstance(name, yaml.ScalarNode) else []
            offers += _listed(spec, "providesApis")
            needs += [*_listed(spec, "dependsOn"), *_listed(spec, "consumesApis")]
    except (yaml.YAMLError, RecursionError):
        return Relations()  # the audit reports the file itself
    return Relations(*(tuple(sorted(set(found))) for found in (components, offers, needs)))


def _listed(spec: yaml.Node | None, key: str) -> list[str]:
    """Names in a list, without what stands before them: ``component:default/billing``."""
    node = _value(spec, key)
    if not isinstance(node, yaml.SequenceNode):
        return []
    names = [one.value for one in node.value if isinstance(one, yaml.ScalarNode)]
    return [name.rpartition(":")[2].rpartition("/")[2] for name in names if name]
