"""Which file of PHP declares a name, and which file another one includes."""

from __future__ import annotations

import posixpath

from auditor.linker.definitions import ModuleInfo
from auditor.linker.imports import Symbols
from auditor.linker.objects.packages import TypeFinder
from auditor.linker.values import Module, Value

#: What stands before the name of a file that is included.
INCLUDED = "<include>"


class FileFinder(TypeFinder):
    """Finds types and functions by their namespaces, and included files by their paths."""

    def module(
        self, importer: ModuleInfo, name: str, level: int, symbols: Symbols = (), /
    ) -> Value | None:
        """The file that declares what is imported, or that is included."""
        if name.startswith(INCLUDED):
            path = self.ending(name.removeprefix(INCLUDED), importer.path)
            return Module(path) if path is not None else None
        return super().module(importer, name, level, symbols)

    def ending(self, written: str, near: str) -> str | None:
        """The file whose path ends so, the one beside ``near`` if there is one."""
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(near), written))
        if beside in self._modules and beside != near:
            return beside
        found = [p for p in self._modules if f"/{p}".endswith(f"/{written}") and p != near]
        return found[0] if len(found) == 1 else None

    def declaring(self, path: str, name: str) -> tuple[str, str] | None:
        """The file that declares a name, as ``path`` sees it, and the name in that file.

        A name with a backslash before it is looked up as it stands; any other one in the namespace
        of the file, then in none.
        """
        if name.startswith("\\"):
            namespace, _, name = name[1:].rpartition(".")
            home = self.home(path, namespace, name)
            return (home, name) if home is not None else None
        for namespace in (*self.opened(path), ""):
            home = self.home(path, namespace, name)
            if home is not None:
                return home, name
        return None
