"""Whether git has kept everything, so that an edit can be taken back."""

from __future__ import annotations

from pathlib import Path

from auditor.discover.earlier import run_git
from auditor.settings import find_git_top


def uncommitted(root: Path) -> list[str] | None:
    """Paths below the root with changes that no commit holds; None without a git repository.

    New files that git does not track count: they may be edited too.
    """
    top = find_git_top(root)
    if top is None:
        return None
    listed = run_git(top, "status", "--porcelain", "-z", "--", str(root.resolve()))
    if listed is None:
        return None
    return [entry[3:] for entry in listed.decode("utf-8", "replace").split("\0") if entry]
