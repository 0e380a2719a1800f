"""Packages and namespaces: which file declares a type, and which names a file sees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from auditor.linker.definitions import ModuleInfo
from auditor.linker.frame import Frame
from auditor.linker.imports import Symbols
from auditor.linker.values import External, Module, Value
from auditor.linker.world import World
from auditor.model.facts import Assign, Class, Const, Function, Import, Name, Stmt

#: Front ends whose files declare functions and values beside types, seen by all of the package.
OPEN_FILES = frozenset({"kotlin"})


class TypeFinder:
    """Finds the file that declares a type of a package.

    A package may be spread over files, and a file may belong to several packages.
    """

    def __init__(self, modules: Mapping[str, ModuleInfo]) -> None:
        self._homes: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._opened: dict[str, tuple[str, ...]] = {}
        self._modules = modules
        for path in sorted(modules):
            body = modules[path].facts.body
            names: dict[str, None] = {}
            values = modules[path].facts.language in OPEN_FILES
            for package, name in _declared(body, values=values):
                self._homes[package, name].append(path)
                names[package] = None
            self._opened[path] = tuple(dict.fromkeys((*names, *_packages(body), *_opens(body))))
        self._known = {package for package, _ in self._homes}

    def module(
        self, importer: ModuleInfo, name: str, _level: int, symbols: Symbols = (), /
    ) -> Value | None:
        """The file of a package that declares what is imported."""
        for symbol in symbols:
            home = self.home(importer.path, name, symbol)
            if home is not None:
                return Module(home)
        return None

    def child(self, _info: ModuleInfo, _name: str, /) -> Value | None:
        """No package holds another one."""
        return None

    def is_own(self, _importer: ModuleInfo, _name: str, _level: int, /) -> bool:
        """Nothing is told by an import that leads nowhere."""
        return False

    def folder_child(self, _folder: External, _name: str, /) -> Value | None:
        """No folder is a package by itself."""
        return None

    def is_package(self, name: str) -> bool:
        """Whether files of the tree belong to this package."""
        return name in self._known

    def is_open(self, path: str) -> bool:
        """Whether a file sees functions and values of others by their bare names."""
        return self._modules[path].facts.language in OPEN_FILES

    def opened(self, path: str) -> tuple[str, ...]:
        """The packages whose names a file sees without naming them: its own, and those it opens."""
        return self._opened.get(path, ())

    def home(self, path: str, package: str, name: str) -> str | None:
        """The file that declares a name of a package, as seen from ``path``: the nearest one."""
        found = self._homes.get((package, name), ())
        if not self._modules[path].in_tests:
            found = [p for p in found if not self._modules[p].in_tests] or found
        return max(found, key=lambda p: (shared_folders(p, path), p == path), default=None)


def shared_folders(path: str, other: str) -> int:
    """How many folders two paths have in common: modules of one tree may repeat a package."""
    count = 0
    for one, two in zip(path.split("/"), other.split("/"), strict=False):
        if one != two:
            break
        count += 1
    return count


def _packages(body: Iterable[Stmt]) -> Iterator[str]:
    for stmt in body:
        match stmt:
            case Assign(targets=(Name("<package>"),), value=Const(str() as name)):
                yield name
            case _:
                pass


def _declared(body: Iterable[Stmt], *, values: bool) -> Iterator[tuple[str, str]]:
    package = ""
    for stmt in body:
        match stmt:
            case Assign(targets=(Name("<package>"),), value=Const(str() as name)):
                package = name
            case Class(name=name) | Function(name=name):
                yield package, name
            case Assign(targets=(Name(name),)) if values:
                yield package, name
            case _:
                pass


def _opens(body: Iterable[Stmt]) -> Iterator[str]:
    for stmt in body:
        if isinstance(stmt, Import) and stmt.names == (("*", "*"),):
            yield stmt.module


def is_open(world: World, path: str) -> bool:
    """Whether a file's language has functions and values beside its types."""
    return isinstance(world.finder, TypeFinder) and world.finder.is_open(path)


def home_of(world: World, frame: Frame, name: str) -> Frame | None:
    """The frame of another file that declares a name which this one sees."""
    finder = world.finder
    if not isinstance(finder, TypeFinder):
        return None
    if not name[:1].isupper() and not finder.is_open(frame.path):
        return None
    for package in finder.opened(frame.path):
        home = finder.home(frame.path, package, name)
        if home is not None:
            return world.module_frame(home) if home != frame.path else None
    return None
