"""All that a report depends on, as one digest: where the digests are equal, the reports are.

Everything of the scanned tree counts, not only what was used the last time: which files are there,
which are left out and why, what stands in code, configuration files and what lies beside them. So
nothing has to be known of how a report is made. Where the tree lies does not count: a report
has no place in it but those relative to the tree.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fnmatch import translate
from pathlib import Path

from auditor.configs.backstage import NAMES as CATALOGUES
from auditor.configs.codeowners import PLACES
from auditor.configs.manifest import NAMES as MANIFESTS
from auditor.configs.manifest import folders_installed
from auditor.discover import Discovery, Sources, read_prefix
from auditor.model.source import SourceFile
from auditor.settings import Settings, find_git_top
from auditor.suppress.baseline import NAME as BASELINE

#: Files that are read because of where they lie, whatever ignore files say of them.
_NAMES = (*MANIFESTS, *CATALOGUES, "package.json", "tsconfig*.json", "jsconfig.json", "go.mod")
#: In any case, as some file systems find them.
_BESIDE = re.compile("|".join(map(translate, _NAMES)), re.IGNORECASE)


class Digest:
    """Takes texts and bytes one after another; none can be mistaken for two."""

    def __init__(self) -> None:
        self._state = hashlib.blake2b(digest_size=24)

    def add(self, *parts: str | bytes) -> None:
        """Add each part."""
        for part in parts:
            data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogateescape")
            self._state.update(b"%d:" % len(data))
            self._state.update(data)

    def text(self) -> str:
        """The digest of all that was added."""
        return self._state.hexdigest()


def digest_of_tree(sources: Sources, settings: Settings, *, replay: bool) -> str:
    """Of the files that were found and read, and of what was asked. ``today`` is left out."""
    found, root = sources.discovery, sources.discovery.absolute
    state = Digest()
    state.add(found.root, repr(replay), repr(_without_places(settings)))
    places = (settings.exclude_base, settings.file, settings.baseline or "", *settings.rules)
    state.add(*(_placed(place, root) for place in places))
    state.add(repr(found.left_out), repr(found.diagnostics), repr(sources.problems))
    for files, contents in ((found.files, sources.code), (found.configs, sources.configs)):
        state.add(str(len(files)))
        for file in files:
            state.add(file.path, file.language, repr((file.size, file.in_tests)))
            state.add(contents.get(file.path, b""))
    return state.text()


def digest_beside(found: Discovery, settings: Settings) -> str:
    """Of manifests, owners, the baseline, and the place in a git repository."""
    root = Path(found.absolute)
    top = find_git_top(root)
    state = Digest()
    state.add(read_prefix(root), os.path.relpath(top, root) if top else "")
    owners = (base / place for base in dict.fromkeys((top or root, root)) for place in PLACES)
    named = (Path(settings.baseline),) if settings.baseline else ()
    for path in (*owners, *named, root / BASELINE):
        state.add(*_read(path))
    installed = sorted(str(root / name) for name in folders_installed(found.absolute))
    for folder in (*_folders((*found.files, *found.configs), root, top or root), *installed):
        state.add(os.path.relpath(folder, root))
        for path in _beside(folder):
            state.add(path.name, *_read(path))
    return state.text()


def _without_places(settings: Settings) -> Settings:
    """The settings but for the day, and for paths, which count as seen from the tree."""
    return replace(settings, today=None, exclude_base="", file="", baseline=None, rules=())


def _placed(place: str, root: str) -> str:
    """A place inside the tree as seen from there; one outside as it may be shown, too."""
    if not place:
        return ""
    relative = os.path.relpath(os.path.realpath(place), root)
    return f"{relative}\0{place}" if relative.startswith("..") else relative


def _folders(files: Iterable[SourceFile], root: Path, top: Path) -> list[str]:
    """Those of the files and all above them, up to the top of the repository."""
    found = {os.path.dirname(file.path) for file in files}  # noqa: PTH120 - POSIX texts, many
    for folder in list(found):
        while folder:
            folder = folder.rpartition("/")[0]
            found.add(folder)
    above = [str(folder) for folder in (root, *root.parents) if folder.is_relative_to(top)]
    return sorted({*above, *(str(root / folder) for folder in found)})


def _beside(folder: str) -> Iterator[Path]:
    """The files of these names; the folder itself where it cannot be listed."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - of every folder: paths would cost more
    except OSError:
        yield Path(folder)
        return
    for name in sorted(names):
        if _BESIDE.match(name):
            yield Path(folder, name)


def _read(path: Path) -> tuple[str, bytes]:
    """How reading went, and what was read."""
    try:
        return ("read", path.read_bytes()) if path.is_file() else ("none", b"")
    except OSError as error:
        return type(error).__name__, b""
