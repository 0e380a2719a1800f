"""Modules: which file an import means, and what ``require`` and ``import()`` give."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.discover.specifiers import BEGINNINGS, Specifiers
from auditor.linker.definitions import ModuleInfo
from auditor.linker.frame import Frame
from auditor.linker.imports import Symbols
from auditor.linker.settings_files import imported_file
from auditor.linker.values import (
    HOLE,
    NONE,
    UNKNOWN,
    Arguments,
    External,
    Module,
    Table,
    Text,
    Value,
    Values,
    argument,
    join,
    one,
)
from auditor.linker.world import Place, World
from auditor.model.packages import Packages

#: ``module`` and ``exports`` both mean the module, and under this name it holds what it assigns to
#: ``module.exports``.
WHOLE = "exports"
_DEFAULT = "default"


class ScriptFinder:
    """Looks modules up as compilers and bundlers do."""

    def __init__(self, modules: Mapping[str, ModuleInfo], packages: Packages) -> None:
        self._specifiers = Specifiers(modules, packages)

    def module(
        self, importer: ModuleInfo, name: str, _level: int, _symbols: Symbols = (), /
    ) -> Value | None:
        """The file that a specifier means; None for a library. Specifiers have no level."""
        found = self._specifiers.resolve(name, importer.path)
        return Module(found) if found is not None else None

    def is_own(self, _importer: ModuleInfo, name: str, _level: int, /) -> bool:
        """Whether a specifier means a file of the same repository."""
        return name.startswith(BEGINNINGS)

    def below(self, importer: ModuleInfo, beginning: str) -> list[Value]:
        """The files that a specifier of which the end is not known may mean."""
        return [Module(path) for path in self._specifiers.below(beginning, importer.path)]

    def child(self, _info: ModuleInfo, _name: str, /) -> Value | None:
        """No module holds another one."""
        return None

    def folder_child(self, _folder: External, _name: str, /) -> Value | None:
        """No folder is a module."""
        return None


def module_member(world: World, path: str, name: str) -> Values | None:
    """A name that a module exports; a default export stands for what ``require`` gives."""
    env = world.module_frame(path).env
    found = env.get(name)
    if found is not None and found.items:
        return found
    whole = env.get(WHOLE) or NONE
    if name == WHOLE:
        return one(Module(path))
    if name == _DEFAULT:
        late = world.late_global(world.module_frame(path), name)
        return whole if whole.items else late if late.items else one(Module(path))
    for value in (*whole.items, *env.get(_DEFAULT, NONE).items):
        if isinstance(value, Table) and name in world.heap.entries.get(value.number, {}):
            return world.heap.entries[value.number][name]
    return None


def load_module(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``require("x")`` and ``import("x")``."""
    importer = world.modules[frame.path]
    found: list[Values] = []
    for value in (argument(args, 0) or NONE).items:
        if not isinstance(value, Text):
            continue
        if not value.known:
            found.extend(one(m) for m in _below(world, importer, value.text))
            continue
        held = imported_file(world, frame.path, value.text)
        if held is not None:
            found.append(held)
            continue
        module = world.finder.module(importer, value.text, 0)
        found.append(one(module) if module is not None else one(External(value.text)))
    return join(*(_as_required(world, values) for values in found)) if found else UNKNOWN


def _below(world: World, importer: ModuleInfo, text: str) -> list[Value]:
    beginning = text.partition(HOLE)[0]
    finder = world.finder
    return finder.below(importer, beginning) if isinstance(finder, ScriptFinder) else []


def _as_required(world: World, values: Values) -> Values:
    value = values.items[0]
    if isinstance(value, Module):
        whole = world.module_frame(value.path).env.get(WHOLE)
        if whole is not None and whole.items:
            return whole
    return values
