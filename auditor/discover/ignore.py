"""``.gitignore``, ``.auditorignore`` and the ``exclude`` globs: who says that a path is not read.

A layer holds the patterns of one file and counts for everything below its folder. Deeper layers
are asked first, and within one layer the last pattern that matches decides, as in git.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from pathspec import GitIgnoreSpec

from auditor.discover.reasons import Reason
from auditor.model.errors import AuditorError
from auditor.settings import find_git_top

_MAX_BYTES = 1_000_000
#: Templates of settings are there to be committed, even where ``.env*`` keeps the real ones out.
_TEMPLATE = re.compile(r"\.?env[\w.-]*[._-](?:example|sample|template|dist|defaults?)|example\.env")


@dataclass(frozen=True, slots=True)
class Layer:
    """The patterns of one file, relative to the absolute folder ``base``."""

    base: str
    patterns: GitIgnoreSpec

    def says(self, path: str, is_folder: bool) -> bool | None:
        """True to leave the path out, False to keep it (``!pattern``), None for no opinion."""
        prefix = self.base.rstrip(os.sep) + os.sep
        if not path.startswith(prefix):
            return None
        relative = path[len(prefix) :].replace(os.sep, "/")
        return self.patterns.check_file(relative + "/" if is_folder else relative).include


@dataclass(frozen=True, slots=True)
class Layers:
    """All that counts in one folder, nearest last. ``.auditorignore`` overrules ``.gitignore``.

    ``trusting`` False: the repository may not say what is not read, save what git itself ignores.
    """

    exclude: Layer | None = None
    auditor: tuple[Layer, ...] = ()
    git: tuple[Layer, ...] = ()
    trusting: bool = True

    def reason(self, path: str, is_folder: bool) -> Reason | None:
        """Why a path is left out, or None."""
        if self.exclude is not None and self.exclude.says(path, is_folder):
            return Reason.EXCLUDED
        ours = _nearest_opinion(self.auditor, path, is_folder)
        if ours is not None:
            return Reason.AUDITORIGNORED if ours else None
        if not is_folder and _TEMPLATE.fullmatch(path.rpartition(os.sep)[2]):
            return None
        return Reason.GITIGNORED if _nearest_opinion(self.git, path, is_folder) else None

    def asks_for(self, folder: str) -> bool:
        """Whether an ``.auditorignore`` says ``!folder/``: read it, whatever it looks like."""
        return _nearest_opinion(self.auditor, folder, True) is False

    def entering(self, folder: str, names: Iterable[str]) -> Layers:
        """These layers and those of the ignore files in ``folder``, whose entries are ``names``."""
        layers = self
        for name in names:
            if name == ".gitignore" and (layer := _read_layer(folder, Path(folder, name))):
                layers = replace(layers, git=(*layers.git, layer))
            ours = name == ".auditorignore" and self.trusting
            if ours and (layer := _read_layer(folder, Path(folder, name))):
                layers = replace(layers, auditor=(*layers.auditor, layer))
        return layers

    def named(self, folder: str) -> Layers:
        """What remains of these layers for a folder that the user named: it is read in any case."""
        probe = folder + os.sep + "anything"  # docs/** means all in docs, but not docs itself
        exclude = self.exclude
        if exclude and (exclude.says(folder, True) or exclude.says(probe, False)):
            exclude = None
        return Layers(
            exclude,
            tuple(layer for layer in self.auditor if not layer.says(folder, True)),
            tuple(layer for layer in self.git if not layer.says(folder, True)),
            self.trusting,
        )


def layers_above(
    folder: str, base: str, exclude: tuple[str, ...], *, trusting: bool = True
) -> Layers:
    """What counts in ``folder`` before its own ignore files are read.

    ``exclude`` are the globs of the settings, relative to ``base``; the ignore files are those of
    the folders above it, up to the top of the git repository.
    """
    try:
        ours = Layer(base, GitIgnoreSpec.from_lines(exclude)) if exclude else None
    except ValueError as error:
        raise AuditorError(f"a pattern in exclude is not valid: {error}") from error
    top = find_git_top(Path(folder))
    if top is None:
        return Layers(ours, trusting=trusting).named(folder)
    local = _read_layer(str(top), top / ".git" / "info" / "exclude")
    layers = Layers(ours, git=(local,) if local else (), trusting=trusting)
    for parent in reversed(Path(folder).parents):
        if parent.is_relative_to(top):
            layers = layers.entering(str(parent), (".gitignore", ".auditorignore"))
    return layers.named(folder)


def _read_layer(base: str, path: Path) -> Layer | None:
    """The patterns of one ignore file. As in git, links are not followed, bad lines passed over."""
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _MAX_BYTES:
            return None
        lines = path.read_text(encoding="utf-8-sig", errors="surrogateescape").splitlines()
    except OSError:
        return None
    try:
        return Layer(base, GitIgnoreSpec.from_lines(lines))
    except ValueError:
        return Layer(base, GitIgnoreSpec.from_lines(filter(_is_pattern, lines)))


def _is_pattern(line: str) -> bool:
    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True


def _nearest_opinion(layers: tuple[Layer, ...], path: str, is_folder: bool) -> bool | None:
    for layer in reversed(layers):
        opinion = layer.says(path, is_folder)
        if opinion is not None:
            return opinion
    return None
