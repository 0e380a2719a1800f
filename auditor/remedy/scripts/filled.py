"""Texts of the rules in the style of a script, with the names in them imported."""

from __future__ import annotations

import re

from auditor.remedy.scripts.imports import Imports, Wanted
from auditor.remedy.scripts.script import Script
from auditor.remedy.scripts.style import style_of
from auditor.remedy.texts import Texts

_WORD = re.compile(r"\((\w+)\)")
_FROM = re.compile(r"(name|default|type) (\S+) from (\S+)")


class Filled(Texts):
    """Fills texts for one script. ``types`` are the texts that only files with types have."""

    def __init__(self, script: Script, words: dict[str, str], types: dict[str, str]) -> None:
        typed = {f"ts {word}": text if script.is_typed else "" for word, text in types.items()}
        super().__init__(words | typed)
        self.script = script
        self.imports = Imports(script)
        self._style = style_of(script)

    def __call__(self, text: str) -> str:
        """The text as it may stand in the script."""
        return self._style(super().__call__(text))

    def said(self, hole: str) -> str:
        """A word, whose own holes are filled too, or a name as the file may call it."""
        found = _FROM.fullmatch(_WORD.sub(lambda word: self._word(word[1]), hole))
        if found is None:
            return self._word(hole)
        what, name, module = found.groups()
        wanted = Wanted(name, module, is_default=what == "default", is_type=what == "type")
        local, edits = self.imports.refer(wanted)
        self.edits += edits
        return local

    def _word(self, word: str) -> str:
        return super().__call__(super().said(word))
