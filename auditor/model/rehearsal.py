"""How tests of a language make something fail on purpose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RehearsalRule:
    """``signs`` are regular expressions over the source of tests."""

    language: str
    signs: tuple[str, ...]
