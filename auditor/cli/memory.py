"""What commands remember of earlier runs, and what is said where they cannot."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from auditor.cli.output import say
from auditor.model.means import NOTHING, Memory


@contextmanager
def memory(
    no_cache: bool, folder: str | None, root: Path | None = None, *, quiet: bool = False
) -> Iterator[Memory]:
    """What was kept in the cache folder; nothing where that is not to be used in ``root``."""
    if no_cache:
        yield NOTHING
        return
    from auditor.cache.places import reason_against
    from auditor.cache.store import Store

    place = folder_of(folder)
    reason = reason_against(place, root)
    store = Store(place, problems=[f"{place}: {reason}"] if reason else [])
    try:
        yield store if reason is None else NOTHING
    finally:
        store.close()
        for problem in () if quiet else store.problems:
            say(f"note: the cache was not used, {problem}")


def folder_of(named: str | None) -> Path:
    """The cache folder that was named, or the usual one."""
    from auditor.cache.places import usual_folder

    return Path(named).expanduser() if named else usual_folder()
