"""What a file of code must hold to matter by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Anchors:
    """Any one of them is enough.

    ``names`` are whole words with signs between them (``api.example.com``): no letter, digit or
    underscore stands directly after. ``parts`` may stand anywhere, within words too.
    ``vague`` are names that say little, and so are not enough in a large tree; ``loaders`` are
    those of them that import by name. There, each of ``narrow_parts`` is enough instead of
    ``parts``: the same, with all that can follow them.
    ``modules`` are the names under which libraries are imported, by language: dotted in Python,
    else as imports quote them. ``code_names`` are words, in lower case, that count in what a file
    imports from its own repository. ``programs`` ask a model when they are run: each counts at the
    beginning of a text in a file with one of the words ``starters``, that run programs. ``models``
    are what ids of models begin with, in lower case: beside files that matter they say something.
    """

    names: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    loaders: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    narrow_parts: frozenset[str] = frozenset()
    modules: Mapping[str, frozenset[str]] = field(default_factory=dict)
    code_names: frozenset[str] = frozenset()
    programs: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    models: frozenset[str] = frozenset()
