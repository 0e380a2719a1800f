"""Fails a test that does not come to its end."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


class _TooLateError(BaseException):
    """Not an ``Exception``: nothing on the way may take it for trouble with a file."""


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Fails when the block takes longer. The bounds are generous: what they catch never ends."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def ring(*_: object) -> None:
        raise _TooLateError

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    except _TooLateError:
        pytest.fail(f"not done after {seconds} s")
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
