"""Imports: which module, and under what name the file speaks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from auditor.languages.go.reading import Reading, line_of, named, text_of
from auditor.model.facts import Import

_VERSION = re.compile(r"/v\d+(?=/|$)")
_DOT_VERSION = re.compile(r"\.v\d+$")
_BASE = re.compile(r"\b([A-Za-z_]\w*)\s*\.\s*[A-Za-z_]")
_NOISE = frozenset({"go", "sdk", "golang", "client", "api", "lib"})


def find_imports(reading: Reading, root: Node) -> Iterator[Import]:
    """Every import. Major versions are left out of module names: ``x/v2/y`` is ``x/y``.

    A package may call itself otherwise than its path says, and only its own source tells. Of the
    names that its path suggests, those count that the file uses.
    """
    specs = [
        spec
        for node in named(root)
        if node.type == "import_declaration"
        for group in named(node)
        for spec in (named(group) if group.type == "import_spec_list" else [group])
        if spec.type == "import_spec"
    ]
    given = {text_of(reading, n) for s in specs if (n := s.child_by_field_name("name"))}
    used = frozenset(_BASE.findall(reading.text))
    plain = {_path_of(reading, spec).rpartition("/")[2] for spec in specs}
    for spec in specs:
        yield from _imports(reading, spec, used, frozenset(given), frozenset(plain))


def _path_of(reading: Reading, spec: Node) -> str:
    path = spec.child_by_field_name("path")
    written = text_of(reading, path)[1:-1] if path is not None else ""
    return _DOT_VERSION.sub("", _VERSION.sub("", written))


def _imports(
    reading: Reading,
    spec: Node,
    used: frozenset[str],
    given: frozenset[str],
    plain: frozenset[str],
) -> Iterator[Import]:
    module, line = _path_of(reading, spec), line_of(reading, spec)
    name = spec.child_by_field_name("name")
    alias = text_of(reading, name) if name is not None else ""
    if alias == "_":
        yield Import(module, 0, None, "_", False, line)
    elif alias == ".":
        yield Import(module, 0, (("*", "*"),), None, False, line)
    elif alias:
        yield Import(module, 0, None, alias, False, line)
    else:
        last = module.rpartition("/")[2]
        found = [n for n in suggested(module) if n in used and n not in given]
        for local in [n for n in found if n == last or n not in plain] or [last]:
            yield Import(module, 0, None, local, False, line)


def suggested(module: str) -> list[str]:
    """The names that a package of this path may have, the likeliest first."""
    last = module.rpartition("/")[2]
    parts = [part for part in re.split(r"[-.]", last) if part]
    names = [last, last.replace("-", "_"), last.replace("-", "")]
    kept = [part for part in parts if part not in _NOISE]
    names += ["".join(kept), "_".join(kept), *kept]
    return [name for name in dict.fromkeys(names) if name.isidentifier()]
