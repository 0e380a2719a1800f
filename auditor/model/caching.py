"""Answers that are kept for later, and how a language's code shows that."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CacheRule:
    """``decorators`` are last names of those that keep what a function returns.

    ``stores`` are regular expressions over the names of what keeps answers, ``writes`` and
    ``reads`` over those of methods and functions that do so.
    """

    decorators: tuple[str, ...]
    stores: tuple[str, ...]
    writes: tuple[str, ...]
    reads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """What a handler answers at ``handler`` to a failed call on the line ``call`` is kept.

    All are lines of the file ``path``. ``write`` is where it is kept and ``read`` where it is
    taken out again, the same where a decorator does both.
    """

    path: str
    call: int
    handler: int
    write: int
    read: int
