"""Why a path is not read, and the folders that are never the user's own source."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from enum import StrEnum


class Reason(StrEnum):
    """The word shown beside every path that was left out."""

    EXCLUDED = "excluded"
    AUDITORIGNORED = "auditorignored"
    GITIGNORED = "gitignored"
    WORKTREE = "git-worktree"
    VIRTUALENV = "virtualenv"
    DEPENDENCIES = "dependencies"
    VENDORED = "vendored"
    BUILD_OUTPUT = "build-output"
    CACHE = "cache"
    MINIFIED = "minified"
    TOO_LARGE = "too-large"
    BINARY = "binary"
    UNREADABLE = "unreadable"
    SYMLINK = "symlink"
    OUTSIDE_ROOT = "symlink-outside-root"
    BROKEN_SYMLINK = "broken-symlink"
    NOT_A_FILE = "not-a-file"
    UNKNOWN_LANGUAGE = "unknown-language"


NEVER_SOURCE = frozenset({".git", ".hg", ".svn", ".bzr", ".jj", "CVS", "__pycache__"})
"""Folders that hold no source by their nature: to list them as left out would be noise."""

_FOLDERS = {
    Reason.VIRTUALENV: ".venv venv virtualenv .tox .nox",
    Reason.DEPENDENCIES: "node_modules site-packages __pypackages__ bower_components",
    Reason.VENDORED: "third_party third-party thirdparty 3rdparty _vendor vendored",
    Reason.BUILD_OUTPUT: ".next .nuxt .output .svelte-kit .serverless .aws-sam cdk.out .eggs",
    Reason.CACHE: ".cache .mypy_cache .pytest_cache .ruff_cache .hypothesis"
    " .ipynb_checkpoints .parcel-cache .turbo .yarn .terraform htmlcov",
}
_BY_NAME = {name: reason for reason, names in _FOLDERS.items() for name in names.split()}


def reason_by_name(name: str) -> Reason | None:
    """Why a folder of this name is never entered."""
    return Reason.BUILD_OUTPUT if name.endswith(".egg-info") else _BY_NAME.get(name)


def reason_by_content(name: str, entries: AbstractSet[str]) -> Reason | None:
    """Why a folder is not the user's source, judged by what lies directly in it.

    ``vendor``, ``dist`` and ``build`` may be ordinary packages; an ``__init__.py`` says so.
    """
    if "pyvenv.cfg" in entries or "conda-meta" in entries:
        return Reason.VIRTUALENV
    if "CACHEDIR.TAG" in entries:
        return Reason.CACHE
    if "__init__.py" in entries:
        return None
    match name:
        case "vendor":
            return Reason.VENDORED
        case "dist":
            return Reason.BUILD_OUTPUT
        case "build" if any(_made_by_a_build(entry) for entry in entries):
            return Reason.BUILD_OUTPUT
        case _:
            return None


def _made_by_a_build(entry: str) -> bool:
    return entry in ("lib", "CMakeCache.txt") or entry.startswith(("bdist.", "lib.", "temp."))
