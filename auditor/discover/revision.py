"""The commit a tree is at, and its place in the repository.

Read from git's own files: git need not be installed, nothing is run.
"""

from __future__ import annotations

import re
from pathlib import Path

from auditor.settings import find_git_top, read_small

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


def read_revision(folder: Path) -> str | None:
    """The commit checked out in the repository around ``folder``, or None."""
    top = find_git_top(folder)
    if top is None:
        return None
    try:
        git = _git_folder(top / ".git")
        head = _text(git / "HEAD")
        if head.startswith("ref: "):
            head = _read_ref(git, head.removeprefix("ref: ").strip())
    except (OSError, ValueError):
        return None
    return head if _COMMIT.fullmatch(head) else None


def read_prefix(folder: Path) -> str:
    """Where the folder lies in its git repository: ``services/api/``, or empty at the top."""
    top = find_git_top(folder)
    if top is None:
        return ""
    inner = folder.resolve().relative_to(top).as_posix()
    return "" if inner == "." else f"{inner}/"


def _git_folder(pointer: Path) -> Path:
    """The git folder; in a worktree or submodule ``.git`` is a file that names it."""
    if pointer.is_dir():
        return pointer
    return pointer.parent / _text(pointer).removeprefix("gitdir: ")


def _read_ref(git: Path, ref: str) -> str:
    if not ref.startswith("refs/") or ".." in ref:
        return ""
    shared = git / "commondir"
    homes = [git, git / _text(shared)] if shared.is_file() else [git]
    for home in homes:
        if (home / ref).is_file():
            return _text(home / ref)
    packed = homes[-1] / "packed-refs"
    lines = _text(packed).splitlines() if packed.is_file() else []
    return next((line.split(" ")[0] for line in lines if line.endswith(f" {ref}")), "")


def _text(path: Path) -> str:
    return read_small(path).strip()
