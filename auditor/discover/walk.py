"""The walk over the tree: every path in it is read, or left out with a reason."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from auditor.discover import classify
from auditor.discover.collect import Collection, head_of
from auditor.discover.ignore import Layers, layers_above
from auditor.discover.reasons import NEVER_SOURCE, Reason, reason_by_content, reason_by_name
from auditor.discover.roots import find_roots
from auditor.model.source import Diagnostic, LeftOut, SourceFile
from auditor.settings import Settings


@dataclass(frozen=True, slots=True)
class Discovery:
    """What there is to read. ``root`` is as the user wrote it, ``absolute`` its real place."""

    root: str
    absolute: str
    files: tuple[SourceFile, ...]
    configs: tuple[SourceFile, ...]
    left_out: tuple[LeftOut, ...]
    diagnostics: tuple[Diagnostic, ...]

    def names(self) -> frozenset[str]:
        """The names of all files and folders of code, read or not, without what follows a dot."""
        paths = [*(file.path for file in self.files), *(left.path for left in self.left_out)]
        return frozenset(part.partition(".")[0] for path in paths for part in path.split("/"))


def find_sources(paths: Sequence[str | os.PathLike[str]], settings: Settings) -> Discovery:
    """Every source file under ``paths``, in order of path. Files named outright are always read."""
    roots = find_roots(paths)
    found = Collection(roots.absolute)
    walk = _Walk(found)
    base = settings.exclude_base or roots.absolute
    for folder in roots.folders:
        above = layers_above(folder, base, settings.exclude, trusting=settings.trust_repository)
        walk.read_tree(folder, above)
    walk.read_links()
    for file in roots.files:
        _take_named(found, file)
    return Discovery(
        root=roots.shown,
        absolute=roots.absolute,
        files=tuple(sorted(found.files.values())),
        configs=tuple(sorted(found.configs.values())),
        left_out=found.left_out(),
        diagnostics=found.diagnostics(),
    )


@dataclass(slots=True)
class _Walk:
    found: Collection
    links: list[tuple[str, str]] = field(default_factory=list)

    def read_tree(self, start: str, layers: Layers) -> None:
        """Read all below ``start``, which itself is never left out; linked folders are."""
        stack = [(start, layers)]
        while stack:
            folder, layers = stack.pop()
            try:
                with os.scandir(folder) as scan:
                    entries = list(scan)
            except OSError as error:
                self.found.fail_folder(folder, error)
                continue
            names = {entry.name for entry in entries}
            wanted = folder == start or layers.asks_for(folder)
            reason = None if wanted else _reason_inside(folder, names)
            if reason is not None:
                self.found.leave_folder(folder, reason)
                continue
            layers = layers.entering(folder, names)
            for entry in entries:
                if self._is_folder_to_enter(entry, layers):
                    stack.append((entry.path, layers))

    def read_links(self) -> None:
        """Read linked files that lie in the root and were not met on the walk."""
        seen = {file.absolute for file in self.found.files.values()}
        for link, language in sorted(self.links):
            target = os.path.realpath(link)
            if not Path(target).exists():
                self.found.leave(link, Reason.BROKEN_SYMLINK)
            elif not Path(target).is_relative_to(self.found.root):
                self.found.leave(link, Reason.OUTSIDE_ROOT)
            elif target in seen:
                self.found.leave(link, Reason.SYMLINK)
            else:
                seen.add(target)
                self.found.take(link, language)

    def _is_folder_to_enter(self, entry: os.DirEntry[str], layers: Layers) -> bool:
        """Settle what one entry is; True for a folder that the walk goes on in."""
        try:
            if entry.is_dir(follow_symlinks=False):
                return self._may_enter(entry, layers)
            if entry.is_symlink() and entry.is_dir():
                self.found.leave_folder(entry.path, Reason.SYMLINK)
            else:
                self._meet_file(entry, layers)
        except OSError as error:
            self.found.fail(entry.path, error)
        return False

    def _may_enter(self, entry: os.DirEntry[str], layers: Layers) -> bool:
        if entry.name in NEVER_SOURCE:
            return False
        reason = layers.reason(entry.path, is_folder=True)
        if reason is None and not layers.asks_for(entry.path):
            reason = reason_by_name(entry.name)
        if reason is not None:
            self.found.leave_folder(entry.path, reason)
        return reason is None

    def _meet_file(self, entry: os.DirEntry[str], layers: Layers) -> None:
        language = classify.language_of(entry.name) or _language_of_script(entry)
        if language is None:
            if not entry.is_symlink() and layers.reason(entry.path, is_folder=False) is None:
                self.found.take_config(entry.path)
            unread = classify.unread_language_of(entry.name)
            if unread is not None and layers.reason(entry.path, is_folder=False) is None:
                self.found.unread[unread] += 1
            return
        reason = layers.reason(entry.path, is_folder=False)
        if reason is not None:
            self.found.leave(entry.path, reason)
        elif entry.is_symlink():
            self.links.append((entry.path, language))
        else:
            self.found.take(entry.path, language)


def _take_named(found: Collection, path: str) -> None:
    """Read a file that the user named, whatever ignore files and its size say."""
    name = Path(path).name
    language = classify.language_of_named(name)
    try:
        if language is None and Path(path).is_file():
            language = classify.language_of_script(head_of(path))
    except OSError as error:
        found.fail(path, error)
        return
    if language is None:
        found.take_config(path)
        if not any(file.absolute == path for file in found.configs.values()):
            found.leave(path, Reason.UNKNOWN_LANGUAGE)
    else:
        found.take(path, language, named=True)


def _language_of_script(entry: os.DirEntry[str]) -> str | None:
    """The language of an executable without a suffix, by its ``#!`` line."""
    if "." in entry.name or not entry.is_file(follow_symlinks=False):
        return None
    if not entry.stat(follow_symlinks=False).st_mode & 0o111:
        return None
    return classify.language_of_script(head_of(entry.path))


def _reason_inside(folder: str, names: set[str]) -> Reason | None:
    pointer = Path(folder, ".git")
    if ".git" in names and pointer.is_file() and b"/worktrees/" in head_of(str(pointer)):
        return Reason.WORKTREE
    return reason_by_content(Path(folder).name, names)
