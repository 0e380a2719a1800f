"""Decorators that run a function again when it has failed, and what comes out in the end."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.slots import Slot, When


@dataclass(frozen=True, slots=True)
class Retrier:
    """What one library's ``decorators`` do with a function that keeps failing.

    Tried again are errors of ``types`` (a slot with exception types), or of those in a call of one
    of ``types_of`` in the argument ``only``; everything where neither is given. Without any of the
    arguments ``ends`` they are tried for ever. In the end the function in ``instead`` is run and
    gives what it gives; None is given back where ``silent`` holds; the error goes on where
    ``as_it_is`` is true, and where ``raises`` names no exception that takes its place.
    """

    id: str
    name: str
    language: str
    decorators: tuple[str, ...]
    types: Slot | None = None
    only: Slot | None = None
    types_of: tuple[str, ...] = ()
    ends: tuple[str | int, ...] = ()
    instead: Slot | None = None
    raises: str | None = None
    as_it_is: Slot | None = None
    silent: When | None = None
