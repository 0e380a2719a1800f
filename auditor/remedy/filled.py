"""Texts of the rules for Python files, with the names in them imported."""

from __future__ import annotations

from auditor.remedy.names import Names
from auditor.remedy.source import Source
from auditor.remedy.texts import Texts

_NAME = "name "


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
        self.edits += edits
        return said
