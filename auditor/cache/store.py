"""Bytes by kind and key in one SQLite file, bounded in size and shared by all runs of a user.

Whatever goes wrong with the file costs time and nothing else: nothing here raises. A value comes
back only with the digest that it was kept with, so a damaged file gives none rather than another.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from auditor.cache.identity import identity
from auditor.cache.places import NAME, make_folder

T = TypeVar("T")

LARGEST = 256 * 1024 * 1024
"""Bytes that all kept values may take together; those not asked for longest go first."""
LARGEST_VALUE = 512 * 1024 * 1024
"""Bytes of one value, unpacked."""

#: Marks the file as ours, in the place that SQLite has for this ("audi" in ASCII).
_OURS = 0x61756469
#: Seconds to wait for another run that writes.
_PATIENCE = 5.0
#: How old, in seconds, a note of the last use may be: so most runs write nothing.
_STALE = 3600
_TABLE = """CREATE TABLE IF NOT EXISTS kept
(key TEXT PRIMARY KEY, used INTEGER NOT NULL, digest BLOB NOT NULL, value BLOB NOT NULL)"""


@dataclass(slots=True)
class Store:
    """A ``Memory`` in ``folder``. ``problems`` says in words what kept it from working."""

    folder: Path
    largest: int = LARGEST
    problems: list[str] = field(default_factory=list)
    _open: sqlite3.Connection | None = None

    def recall(self, kind: str, key: str) -> bytes | None:
        """What was kept, whole and unchanged."""
        return self._try(lambda base: _read(base, _name(kind, key)), None, make=False)

    def remember(self, kind: str, key: str, value: bytes) -> None:
        """Keep the value, and let go of what was not asked for longest."""
        packed = zlib.compress(value, 1)
        if len(packed) <= self.largest // 4 and len(value) <= LARGEST_VALUE:
            self._try(lambda base: _write(base, _name(kind, key), packed, self.largest), None)

    def close(self) -> None:
        """Let go of the file."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def _try(self, work: Callable[[sqlite3.Connection], T], instead: T, *, make: bool = True) -> T:
        """The work's result; after the first trouble no more is tried."""
        if self.problems:
            return instead
        try:
            if self._open is None:
                if not make and not (self.folder / NAME).exists():
                    return instead
                self._open = _opened(self.folder)
            return work(self._open)
        except sqlite3.DatabaseError as error:
            self._give_up(str(error))
            if _is_broken(error):
                _remove(self.folder / NAME)
        except (OSError, OverflowError) as error:
            self._give_up(getattr(error, "strerror", None) or type(error).__name__)
        return instead

    def _give_up(self, why: str) -> None:
        self.problems.append(f"{self.folder}: {why}")
        self.close()


def size_of(folder: Path) -> tuple[int, int]:
    """The bytes that the file takes, and how many values it holds."""
    path = folder / NAME
    if not path.is_file():
        return 0, 0
    try:
        with closing(_opened(folder)) as base:
            (count,) = base.execute("SELECT count(*) FROM kept").fetchone()
    except sqlite3.DatabaseError:
        count = 0  # a broken file is one that holds nothing
    return path.stat().st_size, int(count)


def clear(folder: Path) -> int:
    """Remove all that is kept; the bytes that were freed. Raises ``OSError`` where it may not."""
    freed = 0
    for path in (folder / NAME, folder / f"{NAME}-journal"):
        if path.is_file():
            freed += path.stat().st_size
            path.unlink()
    return freed


def _opened(folder: Path) -> sqlite3.Connection:
    make_folder(folder)
    # Transactions are begun by hand: all other statements stand for themselves.
    base = sqlite3.connect(folder / NAME, timeout=_PATIENCE, isolation_level=None)
    try:
        _prepare(base)
    except BaseException:
        base.close()
        raise
    return base


def _prepare(base: sqlite3.Connection) -> None:
    (mark,) = base.execute("PRAGMA application_id").fetchone()
    (tables,) = base.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and mark != _OURS:
        raise OSError(0, "a file that is not ours has the name of the cache")
    if not tables:
        base.execute("PRAGMA auto_vacuum = FULL")
        base.execute("BEGIN IMMEDIATE")
        base.execute(f"PRAGMA application_id = {_OURS}")
        base.execute(_TABLE)
        base.execute("COMMIT")


def _read(base: sqlite3.Connection, name: str) -> bytes | None:
    found = base.execute("SELECT used, digest, value FROM kept WHERE key = ?", (name,)).fetchone()
    if found is None:
        return None
    used, digest, packed = found
    if not isinstance(packed, bytes) or digest != _digest(name, packed):
        return None
    if isinstance(used, int) and time.time() - used > _STALE:
        _mark_used(base, name)
    try:
        return zlib.decompressobj().decompress(packed, LARGEST_VALUE)
    except zlib.error:
        return None


def _mark_used(base: sqlite3.Connection, name: str) -> None:
    try:
        base.execute("UPDATE kept SET used = ? WHERE key = ?", (int(time.time()), name))
    except sqlite3.OperationalError:
        return  # busy, or not to be written to: what was read is as good


def _write(base: sqlite3.Connection, name: str, packed: bytes, largest: int) -> None:
    now = int(time.time())
    base.execute("BEGIN IMMEDIATE")
    base.execute(
        "INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)",
        (name, now, _digest(name, packed), packed),
    )
    total = 0
    rows = base.execute(
        "SELECT key, length(value) FROM kept ORDER BY key = ? DESC, used DESC, rowid DESC", (name,)
    )
    gone = []
    for key, size in rows.fetchall():
        total += size
        if total > largest:
            gone.append((key,))
    base.executemany("DELETE FROM kept WHERE key = ?", gone)
    base.execute("COMMIT")


def _name(kind: str, key: str) -> str:
    """What another version of the program kept has another name, and is never met."""
    return f"{kind}:{identity()}:{key}"


def _digest(name: str, packed: bytes) -> bytes:
    return hashlib.blake2b(name.encode() + b"\0" + packed, digest_size=16).digest()


def _is_broken(error: sqlite3.DatabaseError) -> bool:
    """Whether the file itself is damaged, rather than busy, full or out of reach."""
    code = getattr(error, "sqlite_errorcode", None)
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _remove(path: Path) -> None:
    """The next run starts afresh; where even that is not allowed it will say so."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
