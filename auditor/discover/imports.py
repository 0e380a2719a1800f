"""Which file imports which, by a scan of lines: loose on purpose, so that no import is missed."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from auditor.discover.go_imports import GoPackages
from auditor.discover.ruby_imports import ConstantImports
from auditor.discover.rust_imports import RustModules
from auditor.discover.script_imports import imported_scripts
from auditor.discover.specifiers import Specifiers
from auditor.discover.type_imports import LANGUAGES as TYPED
from auditor.discover.type_imports import TypeImports
from auditor.model.packages import Packages
from auditor.model.source import SourceFile

# Bytes from 0x80 on are letters of other scripts: \w on bytes knows ASCII only.
_REST = rb"[^\n\\;]*(?:\\\r?\n[^\n\\;]*)*"
_IMPORT = re.compile(
    rb"(?:^|[;:])[ \t]*(?:"
    rb"from[ \t]+(?P<module>[.\w\x80-\xff]+)[ \t]+import[ \t]*"
    rb"(?P<names>\((?:[^)#]|#[^\n]*)*\)|" + _REST + rb")"
    rb"|import[ \t]+(?P<plain>" + _REST + rb"))",
    re.MULTILINE,
)
# "app.tasks" in a string: Django's include(), Celery's include=, uvicorn's "main:app", importlib
_QUOTED = re.compile(
    rb"""["']([A-Za-z_\x80-\xff][\w\x80-\xff]*(?:(?:\.[\w\x80-\xff]+)+|(?=:[\w\x80-\xff])))[:"']"""
)
#: Front ends whose files are found by other means than specifiers; all others read scripts.
NOT_SCRIPTS = frozenset({"python", "notebook", "go", "rust"}) | TYPED
_ALIAS = re.compile(rb"\bas\s+[\w\x80-\xff]+|#[^\n]*")


class Modules:
    """The repository's Python files by every dotted name they may be imported under."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._whole: dict[str, set[str]] = {}
        parts_of = {path: module_parts(path) for path in paths}
        packages = {parts for path, parts in parts_of.items() if _is_package(path)}
        tops: dict[str, set[tuple[str, ...]]] = {}
        for path, parts in parts_of.items():
            self._whole.setdefault(".".join(parts), set()).add(path)
            for end, name in enumerate(parts):
                if parts[:end] not in packages:
                    tops.setdefault(name, set()).add(parts[:end])
        #: The folders that are no package themselves and hold something of that name.
        self._tops = tops

    def absolute(self, name: str, importer: str) -> Iterator[str]:
        """Files that ``import name`` may mean: below a folder that may be searched for modules.

        These are the folders above the importing file, and those that are no package. The scanned
        root may itself be a package, so leading parts of the name may be missing in the path. A
        module of the standard library is meant unless a namesake lies beside.
        """
        folder = PurePosixPath(importer).parent.parts
        first, *others = name.split(".")
        if name in sys.stdlib_module_names:
            yield from self._whole.get(".".join((*folder, name)), ())
            return
        above = {folder[:end] for end in range(len(folder) + 1)}
        for root in above | self._tops.get(first, set()):
            yield from self._whole.get(".".join((*root, name)), ())
        for start in range(len(others)):
            yield from self._whole.get(".".join(others[start:]), ())

    def relative(self, level: int, name: str, importer: str) -> Iterator[str]:
        """Files that ``from ..name import`` means."""
        folder = PurePosixPath(importer).parent.parts
        base = folder[: max(0, len(folder) - level + 1)]
        yield from self._whole.get(".".join((*base, *filter(None, name.split(".")))), ())


def module_parts(path: str) -> tuple[str, ...]:
    """``app/llm/__init__.py`` as ("app", "llm")."""
    parts = PurePosixPath(path).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def _is_package(path: str) -> bool:
    return PurePosixPath(path).name == "__init__.py"


def find_imports(
    files: Sequence[SourceFile], read: Callable[[str], bytes], packages: Packages
) -> dict[str, set[str]]:
    """For every file the paths of those it imports."""
    modules = Modules(file.path for file in files if file.language == "python")
    packages_of_go = GoPackages(files, packages)
    scripts = {file.path for file in files if file.language not in NOT_SCRIPTS}
    specifiers = Specifiers(scripts, packages)
    edges: dict[str, set[str]] = TypeImports(files, read).edges()
    edges |= ConstantImports(files, read).edges()
    edges |= RustModules(files).edges(files, read)
    for file in files:
        if file.language in TYPED or file.language in ("ruby", "rust"):
            continue
        text = read(file.path)
        if file.path in scripts:
            edges[file.path] = set(imported_scripts(file.path, text, specifiers))
            continue
        if file.language == "go":
            edges[file.path] = packages_of_go.imported(file.path, text)
            continue
        if file.language == "notebook":  # its lines are JSON strings
            text = text.replace(b"\\n", b"\n").replace(b'"', b"\n").replace(b"\\\n", b"\n")
        edges[file.path] = set(_imported(file.path, text, modules))
    return edges


def _imported(path: str, text: bytes, modules: Modules) -> Iterator[str]:
    for match in _IMPORT.finditer(text):
        module, names, plain = match.group("module", "names", "plain")
        if plain is not None:
            for name in _split(plain):
                parts = name.split(".")
                for end in range(1, len(parts) + 1):
                    yield from modules.absolute(".".join(parts[:end]), path)
        else:
            yield from _from_import(path, module.decode("utf-8", "replace"), _split(names), modules)
    for match in _QUOTED.finditer(text):
        name = match.group(1).decode("utf-8", "replace")
        yield from modules.absolute(name, path)
        if "." in name:
            yield from modules.absolute(name.rpartition(".")[0], path)


def _from_import(path: str, module: str, names: list[str], modules: Modules) -> Iterator[str]:
    """The module itself, and each name in it that may be a module of its own."""
    name = module.lstrip(".")
    level = len(module) - len(name)
    for dotted in (name, *(f"{name}.{symbol}" if name else symbol for symbol in names)):
        if level:
            yield from modules.relative(level, dotted, path)
        elif dotted:
            yield from modules.absolute(dotted, path)


def _split(names: bytes) -> list[str]:
    """The names of an import list, without aliases, comments, parentheses and continuations."""
    text = _ALIAS.sub(b"", names).decode("utf-8", "replace")
    return [name for name in re.split(r"[\s,()\\]+", text) if name]
