"""Configuration files that are only thought of: what there would be to read if they were made."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from auditor.discover.classify import is_in_tests
from auditor.discover.ignore import layers_above
from auditor.discover.syntaxes import syntax_of
from auditor.discover.walk import Discovery
from auditor.model.source import SourceFile
from auditor.settings import Settings


def with_made(discovery: Discovery, texts: Mapping[str, bytes], settings: Settings) -> Discovery:
    """The same with those of the files, by path, that are not there yet.

    Only configuration files at the top of the tree, and none that would be left out.
    """
    known = {file.path for file in (*discovery.files, *discovery.configs)}
    top = discovery.absolute
    made = [path for path in texts if path not in known and "/" not in path]
    if not made or not Path(top).is_dir():
        return discovery
    base = settings.exclude_base or top
    layers = layers_above(top, base, settings.exclude, trusting=settings.trust_repository)
    layers = layers.entering(top, sorted(path.name for path in Path(top).iterdir()))
    found = []
    for path in made:
        place, syntax = str(Path(top, path)), syntax_of(path)
        if syntax is not None and not os.path.lexists(place) and not layers.reason(place, False):
            found.append(SourceFile(path, place, syntax, len(texts[path]), is_in_tests(path)))
    return replace(discovery, configs=tuple(sorted((*discovery.configs, *found))))
