"""What a piece of code does with its model calls: the linker's output, the fault trees' input.

A behaviour is a tree shared between callers: one node per way a function runs in one context.
Nothing here judges; ``resilience/`` evaluates these nodes under the loss of a fault domain.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union


@dataclass(frozen=True, slots=True, order=True)
class Attempt:
    """One concrete request: whom it asks, through what, with which credential.

    A part that could not be decided is None and ``unknown`` says why. ``credentials`` are the
    environment variables the key comes from, ``conditions`` the settings that choose this attempt.
    ``timeout`` is in seconds, ``retries`` counts the client's own.
    """

    vendor: str | None
    platform: str | None
    gateways: tuple[str, ...] = ()
    model: str | None = None
    open_weights: bool = False
    credentials: tuple[str, ...] = ()
    region: str | None = None
    timeout: float | None = None
    retries: int | None = None
    conditions: tuple[str, ...] = ()
    unknown: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A model call: ``call`` is the id of its call site. One of ``attempts`` is made per run."""

    call: str
    attempts: tuple[Attempt, ...]
    stream: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """Everything in order; all of it must succeed."""

    items: tuple[Behaviour, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """Exactly one arm runs. ``taken`` is its index where the shipped settings decide it."""

    arms: tuple[Behaviour, ...]
    taken: int | None
    line: int


@dataclass(frozen=True, slots=True)
class Catch:
    """A handler: ``types`` are qualified exception names, () for everything."""

    types: tuple[str, ...]
    body: Behaviour
    line: int


@dataclass(frozen=True, slots=True)
class Guarded:
    """try / except / else / finally."""

    body: Behaviour
    catches: tuple[Catch, ...]
    orelse: Behaviour
    final: Behaviour
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """A loop. ``rounds`` holds one behaviour per item where the items are known.

    Otherwise ``rounds`` is one behaviour for any number of rounds and ``known`` is False.
    ``endless`` for ``while True``.
    """

    rounds: tuple[Behaviour, ...]
    known: bool
    endless: bool
    line: int


@dataclass(frozen=True, slots=True)
class Leave:
    """return, raise, break or continue.

    ``value`` says what a return gives back: ``answer`` (something computed), ``constant`` (a
    literal, so a canned answer or an empty one) or ``nothing``. A raise names its exception type
    in ``raises``, or re-raises with ``raises`` empty.
    """

    kind: str
    value: str
    raises: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Enter:
    """A call into a function of the repository, from ``path:line``."""

    function: str
    path: str
    line: int
    body: Behaviour
    deferred: bool = False


Behaviour = Union[Request, Sequence, Branch, Guarded, Repeat, Leave, Enter]

NOTHING = Sequence(())
