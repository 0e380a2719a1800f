"""A progress bar for those who would else wait in front of an empty screen."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 0.5
"""Seconds that nobody minds."""

Tell = Callable[[str, int, int], None]


@contextmanager
def progress(wanted: bool) -> Iterator[Tell | None]:
    """Something to tell (stage, done, total) to, or None where no person is looking."""
    if not wanted or not sys.stderr.isatty():
        yield None
        return
    bar = _Bar()
    try:
        yield bar.tell
    finally:
        bar.close()


class _Bar:
    def __init__(self) -> None:
        self._started = time.monotonic()
        self._shown: tuple[Progress, TaskID] | None = None

    def tell(self, stage: str, done: int, total: int) -> None:
        if self._shown is None and time.monotonic() - self._started < PATIENCE:
            return
        bar, task = self._shown = self._shown or _open()
        bar.update(task, description=stage, completed=done, total=total or None)

    def close(self) -> None:
        if self._shown is not None:
            self._shown[0].stop()


def _open() -> tuple[Progress, TaskID]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.start()
    return bar, bar.add_task("")
