"""Tests of the scanned tree, asked whether they let something fail.

They are asked as texts. What a test stands in for is said with names in strings, fixtures and
patches, so a test that speaks of the code and lets anything fail counts as one that tries it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from auditor.model.languages import LANGUAGES
from auditor.model.program import Evidence
from auditor.model.rehearsal import RehearsalRule
from auditor.model.source import SourceFile

_WORD = re.compile(r"[^\W\d]\w*")


class Rehearsals:
    """The tests beside the code of one language each; nothing is read before it is asked for."""

    def __init__(
        self,
        files: Sequence[SourceFile],
        contents: Mapping[str, bytes],
        rules: Iterable[RehearsalRule],
    ) -> None:
        self._files = files
        self._contents = contents
        self._signs: dict[str, list[re.Pattern[str]]] = {}
        for rule in rules:
            self._signs.setdefault(rule.language, []).extend(map(re.compile, rule.signs))

    @cached_property
    def _language_of(self) -> dict[str, str]:
        by_front_end = {end: language for language, ends in LANGUAGES.items() for end in ends}
        return {file.path: by_front_end.get(file.language, "") for file in self._files}

    @cached_property
    def _words(self) -> dict[str, dict[str, frozenset[str]]]:
        """By language, the words that stand in each test file."""
        found: dict[str, dict[str, frozenset[str]]] = {}
        for file in self._files:
            language = self._language_of[file.path]
            if file.in_tests and language in self._signs:
                text = self._text(file.path)
                found.setdefault(language, {})[file.path] = frozenset(_WORD.findall(text))
        return found

    def about(self, path: str, words: Iterable[str]) -> tuple[str, ...] | None:
        """The tests in the language of the code at ``path`` that hold one of ``words``.

        None where there is no test in that language, or no telling how it would let one fail.
        """
        tests = self._words.get(self._language_of.get(path, ""))
        if not tests:
            return None
        wanted = frozenset(words)
        return tuple(sorted(test for test, held in tests.items() if held & wanted))

    def failure_in(self, path: str) -> Evidence | None:
        """The first line of a test that lets something fail."""
        text = self._text(path)
        signs = self._signs.get(self._language_of.get(path, ""), [])
        starts = [match.start() for sign in signs if (match := sign.search(text))]
        if not starts:
            return None
        return Evidence(path, text.count("\n", 0, min(starts)) + 1, "lets a request fail")

    def _text(self, path: str) -> str:
        return self._contents.get(path, b"").decode("utf-8", "replace")
