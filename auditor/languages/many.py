"""Many files, read by one process or by several: the result is the same."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager

from auditor.languages import read_source
from auditor.model.facts import FileFacts
from auditor.model.means import Progress
from auditor.model.source import SourceFile

#: Bytes of source below which a process more costs what it saves: it starts, imports the parsers,
#: and sends its facts, which takes half as long as parsing took.
WORTH = 4_000_000
#: Bytes of source that go to a process at a time, so that all end at about the same time, and
#: that no more of the facts than of a few such loads are on the way.
LOAD = 500_000

Piece = tuple[str, str, bytes]


def read_files(
    files: Sequence[SourceFile],
    contents: Mapping[str, bytes],
    jobs: int,
    progress: Progress | None = None,
) -> list[FileFacts]:
    """The facts of each file, in their order; by at most ``jobs`` processes where that pays."""
    pieces = [(file.language, file.path, contents[file.path]) for file in files]
    size = sum(len(text) for _, _, text in pieces)
    crew = min(jobs, size // WORTH)
    facts: list[FileFacts] = []
    for read in _by_several(pieces, crew) if crew > 1 else map(_read_piece, pieces):
        facts.append(read)
        if progress is not None:
            progress("parse", len(facts), len(pieces))
    return facts


def _by_several(pieces: Sequence[Piece], crew: int) -> Iterator[FileFacts]:
    """The same from processes that are started afresh: a fork copies locks of other threads."""
    loads = _loads(pieces)
    done = 0
    pool = ProcessPoolExecutor(crew, multiprocessing.get_context("spawn"), _prepare)
    try:
        with _undisturbed():
            results = pool.map(_read_load, loads)
        for read in results:
            yield from read
            done += len(read)
    except BrokenExecutor:
        # A process was killed, or none may be started: what is left is read here.
        yield from map(_read_piece, pieces[done:])
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C waits until the processes are started; they never get it, for they inherit that.

    One that it ended on its way up would leave the others waiting for it.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _loads(pieces: Sequence[Piece]) -> list[list[Piece]]:
    loads: list[list[Piece]] = []
    room = 0
    for piece in pieces:
        if not loads or len(piece[2]) > room:
            loads.append([])
            room = LOAD
        loads[-1].append(piece)
        room -= len(piece[2])
    return loads


def _read_load(load: Sequence[Piece]) -> list[FileFacts]:
    return [_read_piece(piece) for piece in load]


def _read_piece(piece: Piece) -> FileFacts:
    return read_source(*piece)


def _prepare() -> None:
    """Ctrl-C reaches every process of a terminal, but only the first one ends the others.

    There are no cycles in facts, so looking for some is waste.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
