"""What names are when a request fails whose answer a loop reads piece by piece.

A flag that the loop sets (``started = True``) or a text that it lengthens is still what it was
before: the failures that are asked about come before the first piece.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from auditor.linker.frame import Frame
from auditor.linker.values import Values
from auditor.model.behaviour import Sequence as Steps
from auditor.model.behaviour import requests_in


@contextmanager
def unstarted(frame: Frame) -> Iterator[None]:
    """Around the rounds of a loop inside a ``try``: remember what names were before the first."""
    asked = frozenset(map(id, requests_in(*frame.out))) if frame.trying is not None else None
    if not asked:
        yield
        return
    before = dict(frame.env)
    yield
    changed = {n: v for n, v in before.items() if frame.env.get(n) is not v}
    frame.unstarted.append((asked, changed))


def when_failed(frame: Frame, body: Steps, names: dict[str, Values]) -> dict[str, Values]:
    """The names in a handler, where all that the ``try`` asks is asked before a loop begins."""
    if not frame.unstarted:
        return names
    made = frozenset(map(id, requests_in(body)))
    for asked, before in frame.unstarted:
        if made and made <= asked:
            names = {**names, **before}
    return names
