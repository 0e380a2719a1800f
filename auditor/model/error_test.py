"""What a condition asks of the error that a handler has caught.

Whether it holds depends on how an outage shows itself, which only a run of the program knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

#: The HTTP statuses as which the error classes show; 503 where a platform has no 529.
STATUSES = {
    "5xx": (500, 502, 503, 504),
    "529": (529, 503),
    "429": (429,),
    "auth": (401, 403),
    "model-not-found": (404,),
}


@dataclass(frozen=True, slots=True)
class OfType:
    """The error is one of these types, qualified as in ``Catch``."""

    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfClass:
    """Of a request's error: it holds for the classes ``sure``, and perhaps for those in ``may``."""

    sure: frozenset[str]
    may: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Undecided:
    """Something else is asked, of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Inverse:
    """The contrary of ``test``."""

    test: ErrorTest


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of ``tests`` holds."""

    tests: tuple[ErrorTest, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of ``tests`` holds, or several."""

    tests: tuple[ErrorTest, ...]


ErrorTest = Union[OfType, OfClass, Undecided, Inverse, AllOf, AnyOf]
#: The error has an HTTP status.
HAS_STATUS = OfClass(frozenset(STATUSES))
