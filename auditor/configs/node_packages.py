"""``package.json``, ``tsconfig.json``, import maps: packages, their files, path aliases."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from auditor.configs.loose_json import read_loose_json
from auditor.model.packages import Aliases, Package, Packages
from auditor.model.source import Diagnostic
from auditor.settings import read_small

_MANIFEST = "package.json"
_SETTINGS = ("tsconfig*.json", "jsconfig.json", "deno.json", "deno.jsonc", "import_map.json")
#: The conditions of an ``exports`` entry, those that name sources first.
_CONDITIONS = ("source", "development", "import", "module", "node", "default", "require", "types")


def find_packages(root: str, folders: set[str]) -> tuple[Packages, tuple[Diagnostic, ...]]:
    """What the manifests and compiler settings in ``folders``, relative to ``root``, say."""
    packages: list[Package] = []
    aliases: list[Aliases] = []
    problems: list[Diagnostic] = []
    for folder in sorted(folders):
        place = Path(root, folder)
        for path in (place / _MANIFEST, *sorted(p for s in _SETTINGS for p in place.glob(s))):
            shown = posixpath.join(folder, path.name)
            document = _read(path, shown, problems)
            if document is None:
                continue
            if path.name == _MANIFEST:
                packages.append(read_package(folder, document))
            else:
                aliases.append(read_aliases(folder, document))
    kept = tuple(dict.fromkeys(a for a in aliases if a.base is not None or a.paths))
    return Packages(tuple(packages), kept), tuple(problems)


def _read(path: Path, shown: str, problems: list[Diagnostic]) -> dict[str, object] | None:
    try:
        document = read_loose_json(read_small(path))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        message = f"cannot be read: {type(error).__name__}"
        problems.append(Diagnostic(shown, 0, "manifest", message))
        return None
    return document if isinstance(document, dict) else None


def read_package(folder: str, document: dict[str, object]) -> Package:
    """One ``package.json``."""
    name = document.get("name")
    name = name if isinstance(name, str) else ""
    exports = dict(_targets(document.get("exports"), "."))
    for key in ("source", "module", "main", "types"):
        entry = document.get(key)
        if isinstance(entry, str):
            exports.setdefault(".", entry)
    commands = document.get("bin")
    if isinstance(commands, str):
        commands = {name.rpartition("/")[2] or "bin": commands}
    return Package(
        folder, name, exports, dict(_targets(document.get("imports"), "#")),
        _texts(commands), _texts(document.get("scripts")),
    )  # fmt: skip


def _targets(value: object, start: str) -> Iterator[tuple[str, str]]:
    """Subpaths of ``exports`` or ``imports`` with the file each leads to."""
    table = value if isinstance(value, dict) else {".": value}
    if not any(isinstance(key, str) and key.startswith(start) for key in table):
        table = {".": value}  # conditions alone
    for key, target in table.items():
        path = _target(target)
        if isinstance(key, str) and path is not None:
            yield key, path


def _target(value: object, depth: int = 6) -> str | None:
    """The file behind nested conditions."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and depth:
        return next((t for t in (_target(v, depth - 1) for v in value) if t), None)
    if isinstance(value, dict) and depth:
        keys = [*(c for c in _CONDITIONS if c in value), *value]
        return next((t for t in (_target(value[k], depth - 1) for k in keys) if t), None)
    return None


def _texts(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {k: v for k, v in value.items() if isinstance(k, str) and isinstance(v, str)}


def read_aliases(folder: str, document: dict[str, object]) -> Aliases:
    """The ``paths`` and ``baseUrl`` of compiler settings, the ``imports`` of an import map."""
    options = document.get("compilerOptions")
    options = options if isinstance(options, dict) else {}
    base = options.get("baseUrl")
    start = posixpath.normpath(posixpath.join(folder, base if isinstance(base, str) else "."))
    paths = options.get("paths")
    found: list[tuple[str, tuple[str, ...]]] = []
    for pattern, targets in paths.items() if isinstance(paths, dict) else ():
        if isinstance(pattern, str) and isinstance(targets, list):
            found.append((pattern, tuple(_joined(start, targets))))
    imports = document.get("imports")
    for name, target in _texts(imports).items():
        if target.startswith(("./", "../")):
            rest = "*" if name.endswith("/") and target.endswith("/") else ""
            found.append((name + rest, tuple(_joined(folder, [target + rest]))))
    # The pattern with the longest beginning wins.
    found.sort(key=lambda item: -len(item[0].partition("*")[0]))
    return Aliases(folder, start if isinstance(base, str) else None, tuple(found))


def _joined(start: str, targets: Iterable[object]) -> Iterator[str]:
    for target in targets:
        if isinstance(target, str):
            yield posixpath.normpath(posixpath.join(start, target))


def find_commands(packages: Packages, paths: Collection[str]) -> dict[str, str]:
    """The files that installed commands and scripts of packages run, by the command's name."""
    found: dict[str, str] = {}
    for package in packages.packages:
        for name, target in package.commands.items():
            path = _source_of(posixpath.join(package.folder, target), paths)
            if path is not None:
                found[name] = path
        for name, line in package.scripts.items():
            for word in line.split():
                path = _source_of(posixpath.join(package.folder, word.strip("\"'")), paths)
                if path is not None:
                    found.setdefault(f"npm run {name}", path)
    return found


def _source_of(path: str, paths: Collection[str]) -> str | None:
    """The file, or what it is compiled from."""
    path = posixpath.normpath(path)
    stem = posixpath.splitext(path)[0]
    built = [stem.replace(f"{folder}/", "src/", 1) for folder in ("dist", "build", "lib")]
    sources = [f"{s}.{suffix}" for s in (stem, *built) for suffix in ("ts", "tsx", "mts", "js")]
    return next((p for p in (path, *sources) if p in paths), None)
