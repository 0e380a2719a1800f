"""A new key and a new package are declared where the first ones are, in the same form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from auditor.model.config import Declared
from auditor.model.remedy import Edit
from auditor.model.report import CallReport
from auditor.remedy.bench import LANGUAGE, Bench
from auditor.remedy.manifest import listed_in_json

#: The file that shows which variables may be set, where there is none yet.
EXAMPLE = ".env.example"
_VALUE = re.compile(r"^(\s*(?:export\s+)?)([A-Z][A-Z0-9_]*)(\s*=).*$")


def declare(
    bench: Bench, call: CallReport, key: str, package: str, version: str = ""
) -> list[Edit]:
    """The lines that name the key and the package, beside those that the call needs now.

    ``version`` is what a manifest says of a package where it says more than its name.
    Nothing is added where a file has them, or in a form that is not understood: then another
    audit of the edited tree says that they are missing.
    """
    edits = _keys(bench, call, key)
    if not package:
        return edits
    if bench.language() == LANGUAGE:
        return edits + _packages(bench, call, package)
    return edits + listed_in_json(bench, call, package, version)


def _keys(bench: Bench, call: CallReport, key: str) -> list[Edit]:
    declared = bench.case.program.surroundings.by_name
    if key in declared:
        return []
    platforms = [bench.case.catalog.platforms.get(name) for name in call.platforms]
    usual = {name for platform in platforms if platform for name in platform.key_env}
    first = usual | {name for a in bench.case.attempts(call) for name in a.credentials}
    own = (one for name in sorted(first & declared.keys()) for one in declared[name])
    return _below(bench, own, key) or named_beside_others(bench, key) or _made(bench, key)


def named_beside_others(bench: Bench, key: str) -> list[Edit]:
    """The line that names a key in each file that shows which keys may be set."""
    return _below(bench, _shown(bench), key)


def _made(bench: Bench, key: str) -> list[Edit]:
    """A file that shows it, where some file deploys a key of a vendor and none takes a line."""
    known = {name for one in bench.case.catalog.platforms.values() for name in one.key_env}
    if known & bench.case.program.surroundings.names() and bench.is_missing(EXAMPLE):
        return [Edit(EXAMPLE, 0, 0, 0, f"{key}=\n", once=True)]
    return []


def _shown(bench: Bench) -> list[Declared]:
    """For each file that shows what may be set: the last of its keys for a vendor."""
    keys = {name for one in bench.case.catalog.platforms.values() for name in one.key_env}
    last: dict[str, Declared] = {}
    for one in bench.case.program.surroundings.declared:
        if one.example and one.name in keys and one.line >= last.get(one.path, one).line:
            last[one.path] = one
    return list(last.values())


def _below(bench: Bench, declared: Iterable[Declared], key: str) -> list[Edit]:
    found = []
    for one in declared:
        text = bench.text(one.path)
        edit = _beside(one.path, text, one.line, one.name, key) if text else None
        if edit is not None:
            found.append(edit)
    return found


def _beside(path: str, text: str, line: int, name: str, key: str) -> Edit | None:
    """The line that names one variable once more with the other; never with its value."""
    lines = text.splitlines(keepends=True)
    if not 0 < line <= len(lines):
        return None
    old = lines[line - 1].rstrip("\r\n")
    if (plain := _VALUE.match(old)) and plain[2] == name:
        new = f"{plain[1]}{key}{plain[3]}"
    elif re.fullmatch(rf"[\s\-\"']*{name}[\s:=\"'${{}}?-]*(?:{name}[\"'}}:?\s-]*)?", old):
        new = old.replace(name, key)
    else:
        return None
    at = sum(map(len, lines[:line]))
    # One service of several needs its own line, a file that is one environment needs it once.
    once = PurePosixPath(path).name.startswith(".env")
    said = f"{new}\n" if lines[line - 1].endswith("\n") else f"\n{new}"
    return Edit(path, at, at, 0, said, once)


def _packages(bench: Bench, call: CallReport, package: str) -> list[Edit]:
    listed = bench.case.program.surroundings.dependencies
    if any(_same(one.package, package) for one in listed if one.ecosystem == LANGUAGE):
        return []
    sdk = bench.sdk(call)
    known = sdk.packages if sdk is not None else ()
    found = []
    for one in listed:
        first = any(_same(one.package, name) for name in known)
        if one.ecosystem != LANGUAGE or one.locked or not first:
            continue
        text = bench.text(one.path)
        edit = _listed(one.path, text, one.line, one.package, package) if text else None
        if edit is not None:
            found.append(edit)
    return found


def _listed(path: str, text: str, line: int, first: str, package: str) -> Edit | None:
    """The package behind the first one, as a line or in the same list."""
    lines = text.splitlines(keepends=True)
    if not 0 < line <= len(lines):
        return None
    start = sum(map(len, lines[: line - 1]))
    old = lines[line - 1].rstrip("\r\n")
    quoted = re.search(rf"([\"']){re.escape(first)}(?:\[[^\"']*)?[^\"']*\1,?", old)
    if quoted is None:
        plain = re.match(rf"\s*{re.escape(first)}\b", old)
        if plain is None or not path.endswith(".txt") or not lines[line - 1].endswith("\n"):
            return None
        at = start + len(lines[line - 1])
        return Edit(path, at, at, 0, f"{package}\n")
    at = start + quoted.end()
    alone = not old[: quoted.start()].strip() and not old[quoted.end() :].strip()
    comma, behind = ("", ",") if quoted[0].endswith(",") else (",", "")
    lead = f"\n{old[: quoted.start()]}" if alone else " "
    return Edit(path, at, at, 0, f"{comma}{lead}{quoted[1]}{package}{quoted[1]}{behind}")


def _same(one: str, other: str) -> bool:
    return re.sub(r"[-_.]+", "-", one).lower() == re.sub(r"[-_.]+", "-", other).lower()
