"""Package manifests: which console scripts a project installs."""

from __future__ import annotations

import configparser
import tomllib
from pathlib import Path

from auditor.model.source import Diagnostic
from auditor.settings import read_small

#: Manifest file names, looked for beside every source folder.
NAMES = ("pyproject.toml", "setup.cfg", "entry_points.txt")
#: Folders beside the packages of a wheel.
_INSTALLED = ("*.dist-info", "*.egg-info")


def read_scripts(path: str, text: str) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """Console scripts as name -> ``module:function``; a diagnostic where the file is broken."""
    try:
        if path.endswith(".toml"):
            return _from_toml(text), ()
        return _from_ini(text), ()
    except (tomllib.TOMLDecodeError, configparser.Error) as error:
        problem = Diagnostic(path, 0, "manifest", f"cannot be read: {type(error).__name__}")
        return {}, (problem,)


def _from_toml(text: str) -> dict[str, str]:
    document = tomllib.loads(text)
    found: dict[str, str] = {}
    tool = document.get("tool")
    poetry = tool.get("poetry") if isinstance(tool, dict) else None
    for table in (document.get("project"), poetry):
        if not isinstance(table, dict):
            continue
        for key in ("scripts", "gui-scripts"):
            scripts = table.get(key)
            if isinstance(scripts, dict):
                found.update({k: v for k, v in scripts.items() if isinstance(v, str)})
    return found


def _from_ini(text: str) -> dict[str, str]:
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(text)
    found: dict[str, str] = {}
    for section in ("console_scripts", "gui_scripts"):
        if parser.has_section(section):
            found.update({k: v.split("[")[0].strip() for k, v in parser.items(section) if v})
    listed = parser.get("options.entry_points", "console_scripts", fallback="")
    for line in listed.splitlines():
        name, equals, target = line.partition("=")
        if equals:
            found[name.strip()] = target.strip()
    return found


def find_scripts(root: str, folders: set[str]) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """The console scripts of every manifest in ``folders``, which are relative to ``root``."""
    found: dict[str, str] = {}
    problems: list[Diagnostic] = []
    for folder in sorted({*folders, *folders_installed(root)}):
        for name in NAMES:
            place = Path(root, folder, name)
            shown = f"{folder}/{name}" if folder else name
            try:
                text = read_small(place)
            except FileNotFoundError:
                continue
            except (OSError, UnicodeDecodeError) as error:
                problems.append(
                    Diagnostic(shown, 0, "manifest", f"cannot be read: {type(error).__name__}")
                )
                continue
            scripts, broken = read_scripts(shown, text)
            found.update(scripts)
            problems.extend(broken)
    return found, tuple(problems)


def folders_installed(root: str) -> set[str]:
    """The folders of a wheel, or of what was installed, that hold no code but its manifest."""
    found = (
        place.parent for kind in _INSTALLED for place in Path(root).glob(f"{kind}/{NAMES[-1]}")
    )
    return {place.name for place in found}
