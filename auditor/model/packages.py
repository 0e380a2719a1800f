"""What package manifests and compiler settings say about where modules of a tree lie."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class Package:
    """A ``package.json``. Paths are relative to ``folder``, which is "" for the scanned root.

    ``exports`` maps a subpath (``.``, ``./server``) to a file, ``imports`` a private name
    (``#db``); ``commands`` are the programs it installs, ``scripts`` its command lines.
    """

    folder: str
    name: str = ""
    exports: dict[str, str] = field(default_factory=dict, hash=False)
    imports: dict[str, str] = field(default_factory=dict, hash=False)
    commands: dict[str, str] = field(default_factory=dict, hash=False)
    scripts: dict[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Aliases:
    """The path aliases that hold below ``folder``: a pattern with at most one ``*``, its targets.

    Targets are relative to the scanned root; ``base`` is the folder for names without an alias.
    """

    folder: str
    base: str | None = None
    paths: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class GoModule:
    """A ``go.mod``: packages below ``folder`` are imported as ``name`` and what follows.

    ``name`` is without its major version, as import paths are read.
    """

    name: str
    folder: str

    def folder_of(self, package: str) -> str | None:
        """The folder of a package by its import path, None for a package of another module."""
        if package != self.name and not package.startswith(f"{self.name}/"):
            return None
        folder = str(PurePosixPath(self.folder, package[len(self.name) + 1 :]))
        return folder if folder != "." else ""


@dataclass(frozen=True, slots=True)
class Packages:
    """All of a tree's packages and aliases, in order of folder.

    ``modules`` are those of Go, that with the longest name first.
    """

    packages: tuple[Package, ...] = ()
    aliases: tuple[Aliases, ...] = ()
    modules: tuple[GoModule, ...] = ()
