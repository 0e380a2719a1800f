"""One mapping of a rule file, read key by key: wrong types and unknown keys are mistakes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import TypeVar

from auditor.rulebook.problems import Place, Problems, suggest
from auditor.rulebook.read_yaml import Data

Choice = TypeVar("Choice", bound=StrEnum)


class Record:
    """A mapping and where it stands; a value that is no mapping is a mistake and reads as empty."""

    __slots__ = ("_asked", "_data", "place", "problems")

    def __init__(self, data: Data, place: Place, problems: Problems) -> None:
        self.place = place
        self.problems = problems
        self._asked: set[str] = set()
        self._data: dict[str, Data] = {}
        if isinstance(data, dict):
            self._data = data
        elif data is not None:
            self._wrong((), "a mapping", data)

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def _wrong(self, keys: tuple[str | int, ...], wanted: str, got: Data) -> None:
        name = next((f"{key}: " for key in reversed(keys) if isinstance(key, str)), "")
        self.problems.add(self.place.at(*keys), f"{name}expected {wanted}, found {got!r}")

    def complain(self, key: str, message: str) -> None:
        """Note a mistake at ``key``."""
        self.problems.add(self.place.at(key), message)

    def raw(self, key: str) -> Data:
        """The value as it stands, None where the key is missing."""
        self._asked.add(key)
        return self._data.get(key)

    def text(self, key: str) -> str | None:
        """A word or None."""
        value = self.raw(key)
        if value is None or isinstance(value, str):
            return value
        self._wrong((key,), "a word", value)
        return None

    def need(self, key: str) -> str:
        """A word that must be there."""
        value = self.text(key)
        if not value and not isinstance(self.raw(key), (int, float, list, dict)):
            self.problems.add(self.place, f"'{key}' is missing")
        return value or ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of words; one word is a list of one."""
        value = self.raw(key)
        if value is None:
            return ()
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list):
            self._wrong((key,), "a list of words", value)
            return ()
        for index, item in enumerate(value):
            if not isinstance(item, str):
                self._wrong((key, index), "a word", item)
        return tuple(item for item in value if isinstance(item, str))

    def patterns(self, key: str) -> tuple[str, ...]:
        """A list of regular expressions."""
        found = self.texts(key)
        for pattern in found:
            self._check(key, pattern)
        return found

    def pattern(self, key: str) -> str:
        """A regular expression that must be there."""
        pattern = self.need(key)
        self._check(key, pattern)
        return pattern

    def _check(self, key: str, pattern: str) -> None:
        if self.problems.trusted:
            return
        try:
            re.compile(pattern)
        except re.error as error:
            self.complain(key, f"invalid regular expression {pattern!r}: {error}")

    def flag(self, key: str, default: bool = False) -> bool:
        """True or false."""
        value = self.raw(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            self._wrong((key,), "true or false", value)
            return default
        return value

    def number(self, key: str) -> int | None:
        """A whole number or None."""
        value = self.raw(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        self._wrong((key,), "a number", value)
        return None

    def choice(self, key: str, kind: type[Choice]) -> Choice | None:
        """A member of ``kind`` or None."""
        word = self.text(key)
        if word is None:
            return None
        try:
            return kind(word)
        except ValueError:
            self.complain(key, f"{key}: unknown '{word}'{suggest(word, kind)}")
            return None

    def reference(self, key: str, family: str) -> str | None:
        """The id of a record of that family (``vendor``, ``platform``, ``grammar``) or None."""
        name = self.text(key)
        if name is not None:
            self.refer(key, name, family)
        return name

    def refer(self, key: str, name: str, family: str) -> None:
        """Complain at ``key`` unless ``name`` is the id of a record of that family."""
        known = self.problems.known.get(family, frozenset())
        if name not in known:
            self.complain(key, f"{key}: no {family} '{name}'{suggest(name, known)}")

    def child(self, key: str) -> Record | None:
        """A mapping below this one; an empty one where the key has no value."""
        value = self.raw(key)
        if key not in self._data:
            return None
        return Record(value, self.place.at(key), self.problems)

    def children(self, key: str) -> Iterator[Record]:
        """The mappings of a list."""
        value = self.raw(key)
        if value is not None and not isinstance(value, list):
            self._wrong((key,), "a list", value)
        elif value:
            for index, item in enumerate(value):
                yield Record(item, self.place.at(key, index), self.problems)

    def mapping(self, key: str) -> dict[str, str]:
        """A mapping of words to texts, empty where the key is missing."""
        inner = self.child(key)
        return {word: inner.need(word) for word in inner.words()} if inner is not None else {}

    def entries(self) -> Iterator[tuple[str, Record]]:
        """Every key with the mapping it holds."""
        for key, value in self._data.items():
            self._asked.add(key)
            yield key, Record(value, self.place.at(key), self.problems)

    def words(self) -> tuple[str, ...]:
        """Every key."""
        return tuple(self._data)

    def done(self) -> None:
        """Complain about every key that nobody asked for."""
        for key in self._data.keys() - self._asked:
            self.complain(key, f"unknown key '{key}'{suggest(key, self._asked)}")
