"""What a condition asks of a name that holds something plain: ``if (failed)``, ``if errors:``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Union

#: What a flag may hold: a list without items, and false, zero or an empty text, are told apart.
SOMETHING, EMPTY, FALSE, NOTHING = "something", "empty", "false", "nothing"


@dataclass(frozen=True, slots=True)
class FlagTest:
    """It holds where the name holds one of ``true``, and fails where it holds one of ``false``."""

    name: str
    true: frozenset[str]
    false: frozenset[str]


@dataclass(frozen=True, slots=True)
class FlagTests:
    """All of ``tests`` hold, or with ``either`` one of them; None is one that nobody knows."""

    tests: tuple[AnyFlagTest | None, ...]
    either: bool = False


AnyFlagTest = Union[FlagTest, FlagTests]


def names_in(test: AnyFlagTest | None) -> frozenset[str]:
    """The names that a condition asks for."""
    match test:
        case FlagTest(name):
            return frozenset({name})
        case FlagTests(tests):
            return frozenset(name for inner in tests for name in names_in(inner))
        case _:
            return frozenset()


def inverse(test: AnyFlagTest | None) -> AnyFlagTest | None:
    """The contrary."""
    match test:
        case FlagTest(name, true, false):
            return FlagTest(name, false, true)
        case FlagTests(tests, either):
            return FlagTests(tuple(map(inverse, tests)), not either)
        case _:
            return None


def holds(test: AnyFlagTest | None, flags: Mapping[str, str]) -> bool | None:
    """Whether the condition holds where names hold this; None where that does not say."""
    match test:
        case FlagTest(name, true, false):
            held = flags.get(name, "")
            return True if held in true else False if held in false else None
        case FlagTests(tests, either):
            each = [holds(inner, flags) for inner in tests]
            if either in each:
                return either
            return None if None in each else not either
        case _:
            return None
