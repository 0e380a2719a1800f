"""Which file, or which outside name, an import means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Protocol

from auditor.linker.definitions import ModuleInfo, bound, imported_roots
from auditor.linker.values import External, Module, Value

#: Names that an import takes out of a module.
Symbols = tuple[str, ...]


class ModuleFinder(Protocol):
    """Finds the module that an import names; ``folder_child`` where a folder stands for one."""

    def module(
        self, importer: ModuleInfo, name: str, level: int, symbols: Symbols = (), /
    ) -> Value | None:
        """The module ``name`` as seen from ``importer``; None if it is nowhere in the tree.

        ``symbols`` are the names that are taken from it, where these tell two namesakes apart.
        """

    def is_own(self, importer: ModuleInfo, name: str, level: int, /) -> bool:
        """Whether an import that leads nowhere means code of the same repository."""

    def child(self, info: ModuleInfo, name: str, /) -> Value | None:
        """A module inside of another one."""

    def folder_child(self, folder: External, name: str, /) -> Value | None:
        """A module inside of a folder without a file of its own."""


class Finder:
    """Looks modules up the way the interpreter would, without knowing ``sys.path``.

    An absolute name is tried below each folder above the importing file, nearest first, then
    below every folder that holds top-level packages anywhere in the tree.
    ``outside`` are import roots known to be libraries: a lone file of that name beside the
    importing one is not taken for them, unless it alone can be meant.
    """

    def __init__(self, modules: Mapping[str, ModuleInfo], outside: frozenset[str]) -> None:
        self._files: dict[tuple[str, ...], str] = {}
        self._folders: set[tuple[str, ...]] = set()
        self._by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        self._outside, self._modules = outside, modules
        self._packages = packages = {m.parts for m in modules.values() if m.package}
        for path in sorted(modules):
            module = modules[path]
            # A package wins over a module of the same name, as in Python.
            if module.parts not in self._files or module.package:
                self._files[module.parts] = path
            for end in range(1, len(module.parts)):
                self._folders.add(module.parts[:end])
        for parts in sorted({p for p in (*self._files, *self._folders) if p}):
            for start in range(len(parts)):
                if parts[:start] not in packages and start == len(parts) - 1:
                    self._by_first[parts[start]].append(parts[:start])
        for roots in self._by_first.values():
            roots.sort(key=lambda root: (len(root), root))

    def module(
        self, importer: ModuleInfo, name: str, level: int, symbols: Symbols = ()
    ) -> Value | None:
        """The module ``name`` as seen from ``importer``; None if it is nowhere in the tree."""
        wanted = tuple(name.split(".")) if name else ()
        if level:
            base = importer.parts if importer.package else importer.parts[:-1]
            cut = len(base) - (level - 1)
            return self._at((*base[:cut], *wanted)) if cut >= 0 else None
        if not wanted:
            return None
        found = [self._at((*root, *wanted)) for root in self._roots(importer, wanted[0])]
        # A library's namesake that imports the library does not mean itself.
        known = wanted[0] in self._outside
        if known and not found:
            return self._namesake(importer, wanted, symbols)
        here = Module(importer.path)
        files = [f for f in found if isinstance(f, Module) and not (known and f == here)]
        # A folder without a file is a namespace package only where no real one has the name.
        return next(iter(files), next((f for f in found if isinstance(f, External)), None))

    def is_own(self, importer: ModuleInfo, name: str, level: int) -> bool:
        """Relative, or below a folder of the tree that is no library's namesake."""
        first, _, rest = name.partition(".")
        if level or not rest:
            return bool(level and name)
        folders = ((*root, first) for root in self._everywhere(importer, first))
        return first not in self._outside and any(folder in self._folders for folder in folders)

    def child(self, info: ModuleInfo, name: str) -> Value | None:
        """The submodule ``name`` of a package."""
        if not info.package:
            return None
        return self._at((*info.parts, name))

    def folder_child(self, folder: External, name: str) -> Value | None:
        """The module ``name`` in a namespace package, which is a folder without a file."""
        return self._at((*folder.name.removeprefix(FOLDER).split("/"), name))

    def _at(self, parts: tuple[str, ...]) -> Value | None:
        path = self._files.get(parts)
        if path is not None:
            return Module(path)
        return External(FOLDER + "/".join(parts)) if parts in self._folders and parts else None

    def _roots(self, importer: ModuleInfo, first: str) -> list[tuple[str, ...]]:
        if first in self._outside:
            # The folder of the file itself is searched only for scripts; a library of that name
            # is likelier than a namesake beside the file.
            return [
                root
                for root in _above(importer)[1:]
                if root not in self._packages
                and (*root, first) in self._files
                and self._is_package((*root, first))
            ]
        return self._everywhere(importer, first)

    def _everywhere(self, importer: ModuleInfo, first: str) -> list[tuple[str, ...]]:
        above = _above(importer)
        return [*above, *(r for r in self._by_first.get(first, ()) if r not in above)]

    def _namesake(
        self, importer: ModuleInfo, wanted: tuple[str, ...], symbols: Symbols
    ) -> Value | None:
        """A file of the tree with a library's name that must be meant all the same.

        It has every name that is taken from it, or a script beside it takes it whole; and it is
        no wrapper, which would import the library itself.
        """
        roots = self._everywhere(importer, wanted[0])
        for root in roots:
            parts = (*root, *wanted)
            path = self._files.get(parts)
            if path is None and symbols and all((*parts, s) in self._files for s in symbols):
                return External(FOLDER + "/".join(parts))
            if path is None or path == importer.path:
                continue
            module = self._modules[path]
            if len(wanted) == 1 and wanted[0] in imported_roots(module):
                continue
            if symbols:
                meant = set(symbols) - {"*"} <= bound(module)
            else:
                meant = root == roots[0] and root not in self._packages
            if meant:
                return Module(path)
        return None

    def _is_package(self, parts: tuple[str, ...]) -> bool:
        return self._files[parts].endswith("__init__.py")


def _above(importer: ModuleInfo) -> list[tuple[str, ...]]:
    """The folder of the importing file, and those above it."""
    folder = importer.parts if importer.package else importer.parts[:-1]
    return [folder[:end] for end in range(len(folder), -1, -1)]


#: Marks the External name of a folder of the scanned tree that has no ``__init__`` file.
FOLDER = "folder:"
#: Begins the External name of a module of the tree's own that was not scanned ...
ABSENT = "absent:"
#: ... and ends it, before the names that are read from it.
ABSENT_END = "|"
