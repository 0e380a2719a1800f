"""Texts of the rules in the style of a script, with their holes filled and their names imported."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from auditor.model.remedy import Edit
from auditor.remedy.scripts.imports import Imports, Wanted
from auditor.remedy.scripts.script import Script
from auditor.remedy.scripts.style import style_of
from auditor.remedy.source import CannotEdit

_HOLE = re.compile(r"<<([^<>]+)>>")
_WORD = re.compile(r"\((\w+)\)")
_FROM = re.compile(r"(name|default|type) (\S+) from (\S+)")
_TYPED = "ts "


@dataclass
class Filled:
    """Fills texts for one script. ``typed`` are the texts that only files with types have.

    ``edits`` are the imports that the texts so far need.
    """

    script: Script
    words: dict[str, str]
    typed: dict[str, str]
    edits: list[Edit] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.imports = Imports(self.script)
        self._style = style_of(self.script)

    def __call__(self, text: str) -> str:
        """The text as it may stand in the script."""
        return self._style(_HOLE.sub(self._fill, text))

    def _fill(self, hole: re.Match[str]) -> str:
        said = hole[1]
        if said.startswith(_TYPED):
            typed = self.script.is_typed
            return self._word(self.typed, said.removeprefix(_TYPED)) if typed else ""
        found = _FROM.fullmatch(_WORD.sub(lambda word: self._word(self.words, word[1]), said))
        if found is None:
            return self._word(self.words, said)
        what, name, module = found.groups()
        wanted = Wanted(name, module, is_default=what == "default", is_type=what == "type")
        local, edits = self.imports.refer(wanted)
        self.edits += edits
        return local

    def _word(self, words: dict[str, str], word: str) -> str:
        if word not in words:
            raise CannotEdit(f"the rules leave {word} open")
        return _HOLE.sub(self._fill, words[word])
