"""The byte strings without which no file can hold a model call or an address of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.model.catalog import Catalog, Via

#: A word of a pattern, once what only a regular expression means is gone.
_WORD = re.compile(r"[A-Za-z][\w-]{3,}")
_ESCAPED = re.compile(r"\\.|\(\?[:P<\w>]*|\[[^\]]*\]")
#: A stretch of a regular expression that is plain text.
_PLAIN = re.compile(r"[\w/\-]{8,}")
#: The language whose packages are the first segment of a dotted name.
_DOTTED = "python"
#: Names of at most so many letters are found in any text.
_SHORT = 5

#: Words of files that take part without naming a library: settings modules, imports by name.
ALWAYS = ("INSTALLED_APPS", "import_module", "__import__")


def _written(root: str) -> tuple[str, ...]:
    """A package's name as imports quote it; one that stands for itself needs no quotes."""
    if len(root) > _SHORT:
        return (root,)
    return tuple(f"{quote}{root}{end}" for quote in "\"'`" for end in (quote, "/"))


def _imported(root: str) -> tuple[str, ...]:
    """A package's name; one too short to look for alone with the word that imports it."""
    name = root.partition(".")[0]
    return (name,) if len(name) > 3 else (f"import {name}", f"from {name}")


def config_anchors(catalog: Catalog) -> frozenset[bytes]:
    """Words without which a configuration file can name nobody: in lower case."""
    found: set[str] = set(_hosts(catalog))
    for platform in catalog.platforms.values():
        found.update((*platform.key_env, *platform.url_env))
        found.update(prefix for prefixes in platform.prefixes.values() for prefix in prefixes)
        found.update(image.strip("*") for image in platform.images)
    for vendor in catalog.vendors.values():
        found.update((vendor.id, *vendor.aliases))
        for pattern in (*vendor.models, *vendor.open_weights):
            found.update(_longest(_WORD, _ESCAPED.sub(" ", pattern)))
    for rule in catalog.configs:
        for condition in rule.has:
            found.update(_longest(_WORD, condition))
    return frozenset(word.lower().encode() for word in found if len(word) > 3)


def anchors_of(catalog: Catalog) -> frozenset[bytes]:
    """Import roots of the libraries, hosts, and paths that many servers share."""
    found: set[str] = {*ALWAYS, *_hosts(catalog)}
    for sdk in catalog.sdks:
        # HTTP libraries are everywhere; what makes one of their calls ours is the address.
        if sdk.via is not Via.HTTP:
            for root in sdk.modules:
                found.update(_written(root) if sdk.language != _DOTTED else _imported(root))
    for endpoint in catalog.endpoints:
        found.update(_longest(_PLAIN, endpoint.path))
    return frozenset(a.encode() for a in found if len(a) > 3)


def _hosts(catalog: Catalog) -> Iterator[str]:
    """Of every host the longest part that is always there."""
    for platform in catalog.platforms.values():
        for host in (*platform.hosts, *platform.shared_hosts):
            yield max(host.replace("}", "{").split("{")[::2], key=len).strip(".")


def _longest(kind: re.Pattern[str], text: str) -> list[str]:
    """The longest such stretch of a text, the last of several; none where it has none."""
    return sorted(kind.findall(text), key=len)[-1:]
