"""Texts of the rules with their holes filled."""

from __future__ import annotations

import re

from auditor.model.remedy import Edit
from auditor.remedy.source import CannotEdit

_HOLE = re.compile(r"<<([^<>]+)>>")


class Texts:
    """Fills texts with ``words``. ``edits`` are the imports that the texts so far need."""

    def __init__(self, words: dict[str, str]) -> None:
        self.words = words
        self.edits: list[Edit] = []

    def __call__(self, text: str) -> str:
        """The text without holes. Raises ``CannotEdit`` where the rules leave a word open."""
        return _HOLE.sub(lambda hole: self.said(hole[1]), text)

    def said(self, hole: str) -> str:
        """What a hole stands for: a word, or whatever else a language has in such places."""
        if hole not in self.words:
            raise CannotEdit(f"the rules leave {hole} open")
        return self.words[hole]

    def paste(self, define: str) -> str:
        """A function to begin with, below the lines that import what it needs."""
        if not define:
            return ""
        function = self(define)
        lines = [edit.text.lstrip("\n") for edit in self.edits if edit.text.endswith("\n")]
        return "".join(dict.fromkeys(lines)) + function
