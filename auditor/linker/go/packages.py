"""Packages: which folder an import means, and which of its files binds a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from auditor.linker.definitions import ModuleInfo
from auditor.linker.frame import Frame
from auditor.linker.imports import Symbols
from auditor.linker.values import NONE, External, Module, Value, Values
from auditor.linker.world import World
from auditor.model.facts import Assign, Class, Expr, Function, Many, Name, Stmt
from auditor.model.packages import GoModule


class PackageFinder:
    """Finds packages: folders below one that a ``go.mod`` names.

    A package goes by the first of its files; every name in it is looked up in all of them.
    """

    def __init__(self, modules: Mapping[str, ModuleInfo], roots: tuple[GoModule, ...]) -> None:
        self._roots = roots
        self._names: dict[tuple[str, bool], dict[str, list[str]]] = {}
        self._files: dict[str, list[str]] = defaultdict(list)
        for path in sorted(modules):
            self._files[folder_of(path)].append(path)
        self._modules = modules

    def module(
        self, _importer: ModuleInfo, name: str, _level: int, _symbols: Symbols = (), /
    ) -> Value | None:
        """The package that an import path names; None for one from outside of the tree."""
        for root in self._roots:
            folder = root.folder_of(name)
            if folder is not None:
                files = [f for f in self._files.get(folder, ()) if not self._aside(f)]
                if files:
                    return Module(files[0])
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

    def homes(self, path: str, name: str) -> list[str]:
        """The files of the same package that bind a name; tests see more than the program does."""
        key = (folder_of(path), self._aside(path))
        if key not in self._names:
            found: dict[str, list[str]] = defaultdict(list)
            for file in self._files.get(key[0], ()):
                if key[1] or not self._aside(file):
                    for bound in _bound(self._modules[file].facts.body):
                        found[bound].append(file)
            self._names[key] = found
        return self._names[key].get(name, [])

    def _aside(self, path: str) -> bool:
        return path.endswith("_test.go") or self._modules[path].in_tests


def folder_of(path: str) -> str:
    """The folder of a file, "" for the root."""
    return path.rpartition("/")[0]


def _bound(body: tuple[Stmt, ...]) -> dict[str, None]:
    """The names that a file declares; parts of a type from elsewhere bind none."""
    found: dict[str, None] = {}
    for stmt in body:
        match stmt:
            case Function(name=name):
                found[name] = None
            case Class(name=name) if not is_part(stmt):
                found[name] = None
            case Assign(targets=targets):
                found.update(dict.fromkeys(n for t in targets for n in _names_in(t)))
            case _:
                pass
    return found


def _names_in(target: Expr) -> list[str]:
    match target:
        case Name(id):
            return [id]
        case Many(items=items):
            return [name for item in items for name in _names_in(item)]
        case _:
            return []


def is_part(node: Class) -> bool:
    """Whether a class only adds methods to one that is declared in another file."""
    return not node.bases and any(arg.name == "part" for arg in node.keywords)


def home_of(world: World, frame: Frame, name: str) -> Frame | None:
    """The frame of another file of the same package that binds a global."""
    others = (path for path in _homes(world, frame.path, name) if path != frame.path)
    home = next(others, None)
    return world.module_frame(home) if home is not None else None


def member_of(world: World, path: str, name: str) -> Values | None:
    """A name of the package that the file belongs to."""
    home = next(iter(_homes(world, path, name)), None)
    if home is None:
        return None
    frame = world.module_frame(home)
    found = frame.env.get(name, NONE)
    return found if found.items else world.late_global(frame, name)


def _homes(world: World, path: str, name: str) -> list[str]:
    finder = world.finder
    return finder.homes(path, name) if isinstance(finder, PackageFinder) else []
