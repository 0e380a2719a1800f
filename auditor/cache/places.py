"""Where the cache lies, and when that place is not to be trusted."""

from __future__ import annotations

import os
from pathlib import Path

NAME = "cache-1.sqlite3"
"""The database. The number is that of its layout: another layout is another file."""

_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder holds what auditor kept.\n"


def usual_folder() -> Path:
    """The folder for caches that the system gives each user, and in it one for us."""
    from platformdirs import user_cache_path  # only where no folder is named

    return user_cache_path("auditor", appauthor=False)


def reason_against(folder: Path, root: Path | None) -> str | None:
    """Why nothing kept in ``folder`` can be believed in a scan of ``root``; None for no reason.

    A scanned tree could bring answers about itself along, and so could another user.
    """
    place = Path(os.path.realpath(folder))
    if root is not None and place.is_relative_to(Path(os.path.realpath(root))):
        return "it lies in the scanned folder, which could bring its own answers along"
    for path in (place, place / NAME):
        if path.is_symlink() or not _is_ours(path):
            return "it belongs to somebody else"
    return None


def make_folder(folder: Path) -> None:
    """The folder, readable by its owner only, marked as one that backups may leave out.

    Raises ``OSError`` where it cannot be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, text in (("CACHEDIR.TAG", _TAG), (".gitignore", "*\n")):
        if not (folder / name).exists():
            (folder / name).write_text(text, encoding="utf-8")


def _is_ours(path: Path) -> bool:
    """Whether nobody but us, or the administrator, can have written there."""
    if not hasattr(os, "geteuid"):
        return True  # the system keeps the folders of users apart
    try:
        about = path.stat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    trusted = about.st_uid in (os.geteuid(), 0) or os.geteuid() == 0
    return trusted and not about.st_mode & 0o002
