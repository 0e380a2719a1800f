"""Who owns a workflow: the configuration, CODEOWNERS, or the nearest Backstage catalogue file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import yaml

from auditor.configs.backstage import NAMES, read_owner
from auditor.configs.codeowners import PLACES, OwnerRule, owner_rule, read_codeowners
from auditor.model.program import Entrypoint, Evidence
from auditor.model.source import Diagnostic
from auditor.settings import Settings, WorkflowSetting, find_git_top

#: Files that are larger than this many bytes are no owners' files.
LARGEST = 3_000_000


class Owner(NamedTuple):
    """Who owns something, and the line that says so."""

    name: str
    evidence: Evidence


def find_owners(
    root: Path, entries: Iterable[Entrypoint], settings: Settings
) -> tuple[dict[str, Owner], tuple[Diagnostic, ...]]:
    """The owners of entry points by id, and what could not be read.

    CODEOWNERS is looked for at the top of the git repository, and in ``root`` where that has none.
    Paths in the evidence are relative to ``root``, with ``..`` where a file lies above it.
    """
    search = _Search(root.resolve(), settings.file)
    found: dict[str, Owner] = {}
    for entry in entries:
        said = settings.workflow_for(entry.name)
        owner = search.declared(said) if said and said.owner else search.owner_of(entry.path)
        if owner is not None:
            found[entry.id] = owner
    return found, tuple(search.problems)


class _Search:
    def __init__(self, root: Path, file: str | None) -> None:
        self._root = root
        self._file = file
        self._top = find_git_top(root) or root
        self.problems: list[Diagnostic] = []
        self._catalogues: dict[Path, Owner | None] = {}
        self._base, self._shown, self._rules = self._codeowners()

    def declared(self, said: WorkflowSetting) -> Owner:
        """The owner that the configuration names."""
        shown = self._relative(Path(self._file)) if self._file else ""
        return Owner(said.owner or "", Evidence(shown, said.line, f"owner is {said.owner}"))

    def owner_of(self, path: str) -> Owner | None:
        """The owner of a file under the root."""
        place = self._root / path
        rule = None
        if self._rules and place.is_relative_to(self._base):
            rule = owner_rule(self._rules, place.relative_to(self._base).as_posix())
        if rule is not None:
            says = f"{rule.pattern} belongs to {' '.join(rule.owners) or 'nobody'}"
            evidence = Evidence(self._shown, rule.line, says)
            return Owner(" ".join(rule.owners), evidence) if rule.owners else None
        return self._above(place.parent)

    def _codeowners(self) -> tuple[Path, str, tuple[OwnerRule, ...]]:
        for base in dict.fromkeys((self._top, self._root)):
            for name in PLACES:
                text = self._read(base / name)
                if text is not None:
                    return base, self._relative(base / name), read_codeowners(text)
        return self._root, "", ()

    def _above(self, folder: Path) -> Owner | None:
        """The owner that the nearest catalogue file names, from a folder upwards."""
        if folder not in self._catalogues:
            owner = self._catalogue(folder)
            if owner is None and folder != self._top and self._top in folder.parents:
                owner = self._above(folder.parent)
            self._catalogues[folder] = owner
        return self._catalogues[folder]

    def _catalogue(self, folder: Path) -> Owner | None:
        for name in NAMES:
            text = self._read(folder / name)
            if text is None:
                continue
            shown = self._relative(folder / name)
            try:
                owner = read_owner(text)
            except (yaml.YAMLError, RecursionError, ValueError) as error:
                self._complain(shown, type(error).__name__)
                continue
            if owner is not None:
                says = f"spec.owner is {owner[0]}"
                return Owner(owner[0], Evidence(shown, owner[1], says))
        return None

    def _read(self, place: Path) -> str | None:
        """The text of a file; None where there is none or it cannot be read."""
        try:
            if not place.is_file() or place.stat().st_size > LARGEST:
                return None
            return place.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            self._complain(self._relative(place), type(error).__name__)
            return None

    def _relative(self, place: Path) -> str:
        return Path(os.path.relpath(place, self._root)).as_posix()

    def _complain(self, shown: str, what: str) -> None:
        self.problems.append(Diagnostic(shown, 0, "owners", f"cannot be read: {what}"))
