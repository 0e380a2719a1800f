"""Which repositories belong to a fleet: a list, a manifest, or the folders in a folder."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

import yaml

from auditor.model.errors import AuditorError
from auditor.model.fleet import Repository
from auditor.model.score import WEIGHTS

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://|[\w.-]+@[\w.-]+:[^:]", re.IGNORECASE)
_USER = re.compile(r"(?<=://)[^/@\s]+@")
_TEXTS = ("name", "path", "url", "ref", "owner", "criticality")
_KEYS = (*_TEXTS, "depends_on")
_HINT = "see docs/fleet.md"


def is_address(source: str) -> bool:
    """Whether this is to be cloned, ``https://...`` or ``git@forge:team/one``; else a folder."""
    return bool(_ADDRESS.match(source))


def without_user(text: str) -> str:
    """The text without the names and passwords that addresses in it may carry."""
    return _USER.sub("", text)


def read_fleet(path: Path) -> tuple[Repository, ...]:
    """The repositories that ``path`` names, each with a name of its own.

    A folder stands for the git repositories in it, or for all its folders where none is one. A
    ``.yaml`` file is a manifest; any other file has one folder or address on each line. Raises
    ``AuditorError`` with the line that is wrong.
    """
    if path.is_dir():
        found = _in_folder(path)
    else:
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            said = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
            raise AuditorError(f"{path} cannot be read: {said}", hint=_HINT) from error
        is_manifest = path.suffix in {".yaml", ".yml"}
        found = _in_manifest(text, path) if is_manifest else _in_list(text, path)
    if not found:
        raise AuditorError(f"{path} names no repository", hint=_HINT)
    return _named_apart(found, path)


def _in_folder(folder: Path) -> list[Repository]:
    below = sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith("."))
    chosen = [p for p in below if (p / ".git").exists()] or below
    return [Repository(p.name, str(p)) for p in chosen]


def _in_list(text: str, path: Path) -> list[Repository]:
    found = []
    for line in text.splitlines():
        source = line.partition(" #")[0].strip()
        if source and not source.startswith("#"):
            found.append(Repository(_usual_name(source), _source(source, path)))
    return found


def _in_manifest(text: str, path: Path) -> list[Repository]:
    try:
        root = yaml.compose(text, yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _wrong(path, line, f"this is no YAML: {error.problem}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise _wrong(path, 1, "this is no YAML that can be read") from error
    rows = _pairs(root, path, ("repositories",)).get("repositories")
    if not isinstance(rows, yaml.SequenceNode):
        raise _wrong(path, _line(rows or root), "there must be a list, repositories:")
    return [_row(node, path) for node in rows.value]


def _row(node: yaml.Node, path: Path) -> Repository:
    if isinstance(node, yaml.ScalarNode):
        return Repository(_usual_name(node.value), _source(node.value, path))
    pairs = _pairs(node, path, _KEYS)
    texts = {key: _text(pairs[key], path) for key in _TEXTS if key in pairs}
    source = texts.get("path") or texts.get("url")
    if not source or ("path" in texts and "url" in texts):
        raise _wrong(path, _line(node), "a repository needs a path or a url, and not both")
    criticality = texts.get("criticality", "normal")
    if criticality not in WEIGHTS:
        known = ", ".join(WEIGHTS)
        line = _line(pairs["criticality"])
        raise _wrong(path, line, f"there is no criticality {criticality!r}; choose from {known}")
    needs = pairs.get("depends_on")
    if needs is not None and not isinstance(needs, yaml.SequenceNode):
        raise _wrong(path, _line(needs), "depends_on must be a list of names")
    return Repository(
        name=texts.get("name") or _usual_name(source),
        source=_source(source, path),
        ref=texts.get("ref", ""),
        owner=texts.get("owner", ""),
        criticality=criticality,
        depends_on=tuple(_text(one, path) for one in needs.value) if needs else (),
    )


def _pairs(node: yaml.Node | None, path: Path, known: tuple[str, ...]) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        raise _wrong(path, _line(node), f"here must be keys: {', '.join(known)}")
    found = {}
    for key, value in node.value:
        word = key.value if isinstance(key, yaml.ScalarNode) else "a list or mapping as a key"
        if word not in known:
            near = get_close_matches(word, known, n=1)
            advice = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"
            raise _wrong(path, _line(key), f"there is no key {word!r}; {advice}")
        found[word] = value
    return found


def _text(node: yaml.Node, path: Path) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise _wrong(path, _line(node), "here must be a word")
    return str(node.value).strip()


def _line(node: yaml.Node | None) -> int:
    return node.start_mark.line + 1 if node is not None else 1


def _wrong(path: Path, line: int, what: str) -> AuditorError:
    return AuditorError(f"{path}:{line}: {what}", hint=_HINT)


def _source(source: str, listed_in: Path) -> str:
    """A folder is meant from where the list lies."""
    if is_address(source):
        return source
    return str((listed_in.parent / Path(source).expanduser()).resolve())


def _usual_name(source: str, parts: int = 1) -> str:
    bare = without_user(source).rstrip("/").removesuffix(".git")
    return "-".join([part for part in re.split(r"[/:\\]+", bare) if part][-parts:])


def _named_apart(found: list[Repository], path: Path) -> tuple[Repository, ...]:
    """Namesakes take the folder above into their name; those that still are alike are refused."""
    alike = Counter(one.name.casefold() for one in found)
    named = [
        replace(one, name=_usual_name(one.source, 2))
        if alike[one.name.casefold()] > 1 and one.name == _usual_name(one.source)
        else one
        for one in found
    ]
    again = Counter(one.name.casefold() for one in named)
    twice = [one.name for one in named if again[one.name.casefold()] > 1]
    if twice:
        raise AuditorError(f"{path}: two repositories are called {twice[0]}", hint=_HINT)
    return tuple(named)
