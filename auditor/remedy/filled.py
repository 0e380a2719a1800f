"""Texts of the rules for Python files, with the names in them imported."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.model.remedy import Edit
from auditor.remedy.names import Names
from auditor.remedy.source import Source
from auditor.remedy.texts import Texts

_NAME = "name "
_FROM = re.compile(r"(\s*)from (\S+) import (\w[\w, ]*)(\s*)")


class Filled(Texts):
    """Fills texts for one file: ``<<name acme.Client>>`` is what the file calls that."""

    def __init__(self, source: Source, words: dict[str, str]) -> None:
        super().__init__(words)
        self.source = source
        self._names = Names(source)

    def said(self, hole: str) -> str:
        """A word, or a name as the file may call it."""
        if not hole.startswith(_NAME):
            return super().said(hole)
        qualified = self(hole.removeprefix(_NAME).replace("(", "<<").replace(")", ">>"))
        said, edits = self._names.refer(qualified)
        for edit in edits:
            self._import(edit)
        return said

    def _import(self, new: Edit) -> None:
        """An import more; two names that are new from one module stand on one line."""
        for number, old in enumerate(self.edits):
            both = _together(old.text, new.text)
            if (old.start, old.end, old.rank) == (new.start, new.end, new.rank) and both:
                self.edits[number] = replace(old, text=both)
                return
        self.edits.append(new)


def _together(one: str, other: str) -> str:
    """Two lines ``from m import A`` and ``from m import B`` as one; empty for any others."""
    first, second = _FROM.fullmatch(one), _FROM.fullmatch(other)
    if first is None or second is None or first[2] != second[2]:
        return ""
    names = sorted({*first[3].split(", "), *second[3].split(", ")})
    return f"{first[1]}from {first[2]} import {', '.join(names)}{first[4]}"
