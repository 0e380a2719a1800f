"""What the user asked for: defaults, then the configuration file, then environment and flags.

The configuration file is ``auditor.toml`` or the ``[tool.auditor]`` table of ``pyproject.toml``,
the nearest one from the scanned root upwards, not above the top of the git repository. Flags and
their ``AUDITOR_...`` twins in the environment are handed in by ``cli/``.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from auditor.model.errors import AuditorError

CRITICALITIES = ("critical", "normal", "batch")
KEYS = ("exclude", "include-tests", "workflow")
WORKFLOW_KEYS = ("match", "name", "criticality", "owner")


@dataclass(frozen=True, slots=True)
class WorkflowSetting:
    """What the user says of the workflows whose entry fits ``match``; ``*`` is any text."""

    match: str
    name: str | None = None
    criticality: str = "normal"
    owner: str | None = None

    def fits(self, entry: str) -> bool:
        """Whether an entry point's title (``POST /tickets/{id}``) is meant."""
        pattern = ".*".join(re.escape(part) for part in self.match.split("*"))
        return re.fullmatch(pattern, entry, re.DOTALL) is not None


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that steers an audit. ``exclude`` holds globs in the syntax of ``.gitignore``.

    They are relative to the folder ``exclude_base``, or to the scanned root where that is empty.
    """

    exclude: tuple[str, ...] = ()
    exclude_base: str = ""
    include_tests: bool = False
    workflows: tuple[WorkflowSetting, ...] = ()

    def workflow_for(self, entry: str) -> WorkflowSetting | None:
        """The first ``[[workflow]]`` that fits an entry point's title."""
        return next((setting for setting in self.workflows if setting.fits(entry)), None)


def load_settings(
    root: Path, *, exclude: Sequence[str] | None = None, include_tests: bool | None = None
) -> Settings:
    """The settings for a scan of ``root``; an argument that is not None overrides the file."""
    settings = _from_file(root)
    if exclude is not None:
        settings = replace(settings, exclude=tuple(exclude), exclude_base="")
    if include_tests is not None:
        settings = replace(settings, include_tests=include_tests)
    return settings


def find_git_top(folder: Path) -> Path | None:
    """The nearest folder, from ``folder`` upwards, that holds a ``.git``."""
    folder = folder.resolve()
    return next(
        (place for place in (folder, *folder.parents) if os.path.lexists(place / ".git")), None
    )


def _from_file(root: Path) -> Settings:
    root = root.resolve()
    top = find_git_top(root) or root
    for folder in (root, *root.parents):
        for name in ("auditor.toml", "pyproject.toml"):
            table = _read_table(folder / name)
            if table is not None:
                return _from_table(table, folder / name)
        if folder == top:
            break
    return Settings()


def _read_table(path: Path) -> Mapping[str, object] | None:
    """The file's own table, or None where there is no such file or it says nothing of us."""
    if not path.is_file():
        return None
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AuditorError(f"{path} cannot be read: {error}") from error
    is_project = path.name == "pyproject.toml"
    if is_project and "tool.auditor" not in text:
        return None
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise AuditorError(f"{path} is not valid TOML: {error}") from error
    if not is_project:
        return document
    tool = document.get("tool", {})
    table = tool.get("auditor") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _from_table(table: Mapping[str, object], path: Path) -> Settings:
    where = path.name if path.name == "auditor.toml" else f"[tool.auditor] of {path.name}"
    _refuse_unknown(table, KEYS, where)
    include_tests = table.get("include-tests", False)
    if not isinstance(include_tests, bool):
        raise AuditorError(f"include-tests in {where} must be true or false")
    workflows = table.get("workflow", [])
    if not isinstance(workflows, list):
        raise AuditorError(
            f"workflow in {where} must be a list of tables",
            hint="write each as [[tool.auditor.workflow]], or [[workflow]] in auditor.toml",
        )
    return Settings(
        exclude=_texts(table.get("exclude", []), f"exclude in {where}"),
        exclude_base=str(path.parent),
        include_tests=include_tests,
        workflows=tuple(_workflow(entry, where) for entry in workflows),
    )


def _workflow(entry: object, where: str) -> WorkflowSetting:
    place = f"[[workflow]] in {where}"
    if not isinstance(entry, dict):
        raise AuditorError(f"{place} must be a table")
    _refuse_unknown(entry, WORKFLOW_KEYS, place)
    for key, value in entry.items():
        if not isinstance(value, str):
            raise AuditorError(f"{key} of {place} must be a text")
    if not entry.get("match"):
        raise AuditorError(
            f"{place} lacks match",
            hint='say which entry points are meant: match = "POST /tickets*"',
        )
    if entry.get("criticality", "normal") not in CRITICALITIES:
        raise AuditorError(
            f"criticality of {place} is {entry['criticality']!r}",
            hint=f"it may be {', '.join(CRITICALITIES)}",
        )
    return WorkflowSetting(**entry)


def _texts(value: object, what: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise AuditorError(f"{what} must be a list of texts")
    return tuple(value)


def _refuse_unknown(table: Mapping[str, object], known: Sequence[str], where: str) -> None:
    for key in table:
        if key in known:
            continue
        near = get_close_matches(key.replace("_", "-"), known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(known)}"
        raise AuditorError(f"unknown key {key!r} in {where}", hint=hint)
