"""Modules: which file a path means, inside of a crate and in another one of the workspace."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from auditor.linker.definitions import ModuleInfo, bound
from auditor.linker.imports import FOLDER, Symbols
from auditor.linker.objects.packages import shared_folders
from auditor.linker.values import External, Module, Value
from auditor.model.facts import Class

#: Files that stand for the folder in which they lie.
_OF_FOLDER = frozenset({"mod", "lib", "main"})
_SOURCES = "src"
#: Words that begin a path inside of the crate.
WORDS = frozenset({"crate", "self", "super"})
#: The folder of a crate's module, and its path in the crate.
Key = tuple[str, tuple[str, ...]]


class ModuleTree:
    """Finds modules by their paths: ``crate::a::b``, ``super::c``, ``other_crate::d``."""

    def __init__(self, modules: Mapping[str, ModuleInfo]) -> None:
        self._modules = modules
        tops = {_folder(p) for p in modules if _stem(p) in ("lib", "main")}
        self._keys = {path: _key_of(path, tops) for path in modules}
        self._files: dict[Key, list[str]] = defaultdict(list)
        self._crates: dict[str, list[str]] = defaultdict(list)
        for path in sorted(modules):
            key = self._keys[path]
            self._files[key].append(path)
            name = key[0].rpartition("/")[2].replace("-", "_")
            if key[0] not in self._crates[name]:
                self._crates[name].append(key[0])
        self._above = {(r, parts[:n]) for r, parts in self._files for n in range(len(parts))}

    def module(
        self, importer: ModuleInfo, name: str, _level: int, symbols: Symbols = (), /
    ) -> Value | None:
        """The module that a path names; None for one from outside of the tree."""
        for key in self._meant(importer, name.split(".")):
            found = self._at(key, symbols)
            if found is not None:
                return found
        return None

    def _meant(self, importer: ModuleInfo, words: list[str]) -> list[Key]:
        root, own = self._keys[importer.path]
        first, rest = words[0], tuple(words[1:])
        if first == "crate":
            return [(root, rest)]
        if first in WORDS:
            while words and words[0] in WORDS:
                own = own[:-1] if words[0] == "super" else own
                words = words[1:]
            return [(root, (*own, *words))]
        crates = sorted(self._crates.get(first, ()), key=lambda c: -shared_folders(c, root))
        others = [(crate, rest) for crate in crates]
        inside = (root, (*own, *words))
        lone = [(root, rest)] if rest and (root, rest[:1]) in self._files else []
        return [inside, *others, *lone]

    def _at(self, key: Key, symbols: Symbols) -> Value | None:
        files = self._files.get(key)
        if files:
            return Module(max(files, key=lambda p: (self._binds(p, symbols), p.endswith("lib.rs"))))
        root, parts = key
        if parts and self._files.get((root, parts[:-1])):
            # A module that is written inside of the file above it.
            for path in self._files[root, parts[:-1]]:
                if parts[-1] in _written_in(self._modules[path]):
                    return Module(path)
        return External(f"{FOLDER}{root}|{'/'.join(parts)}") if key in self._above else None

    def _binds(self, path: str, symbols: Symbols) -> int:
        return len(set(symbols) & bound(self._modules[path]))

    def child(self, info: ModuleInfo, name: str, /) -> Value | None:
        """A module inside of another one."""
        root, parts = self._keys[info.path]
        files = self._files.get((root, (*parts, name)))
        return Module(files[0]) if files else None

    def is_own(self, _importer: ModuleInfo, name: str, _level: int, /) -> bool:
        """Whether a path that leads nowhere begins in the crate itself."""
        return name.partition(".")[0] in WORDS and "." in name

    def folder_child(self, folder: External, name: str, /) -> Value | None:
        """A module in a folder whose own file was not read."""
        root, _, inner = folder.name.removeprefix(FOLDER).rpartition("|")
        return self._at((root, (*filter(None, inner.split("/")), name)), ())

    def crate_of(self, path: str) -> str:
        """The folder of the crate that a file belongs to."""
        return self._keys[path][0]


def _written_in(module: ModuleInfo) -> set[str]:
    """The modules that a file holds beside itself."""
    types = (stmt for stmt in module.facts.body if isinstance(stmt, Class))
    return {t.name for t in types if any(arg.name == "module" for arg in t.keywords)}


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".rs")


def _key_of(path: str, tops: set[str]) -> Key:
    """The folder of the crate and the path of the module that a file holds."""
    *folders, _ = path.split("/")
    stem = _stem(path)
    if _SOURCES in folders:
        at = len(folders) - 1 - folders[::-1].index(_SOURCES)
        crate, inner = folders[:at], folders[at + 1 :]
        if inner[:1] == ["bin"]:
            own = inner[1:2] or [stem]
            rest = inner[2:]
            crate = [*folders[: at + 1], "bin", *own]
            parts = [*rest, stem] if inner[1:2] and stem not in _OF_FOLDER else rest
            return "/".join(crate), tuple(parts)
        parts = inner if stem in _OF_FOLDER else [*inner, stem]
        return "/".join(crate), tuple(parts)
    for end in range(len(folders), -1, -1):
        top = "/".join(folders[:end])
        if top in tops:
            inner = folders[end:]
            return top, tuple(inner if stem in _OF_FOLDER else [*inner, stem])
    return path.removesuffix(".rs"), ()
