"""A new package in the manifest of the scripts that need it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from auditor.model.remedy import Edit
from auditor.model.report import CallReport
from auditor.remedy.bench import Bench

_ENTRY = re.compile(r"^(\s*)\"([^\"]+)\"(\s*:\s*)\"([^\"]*)\"(,?)\s*$")
_MAJOR = re.compile(r"[\^~>=v\s]*([1-9]\d*)(?:\.|$)")
#: Before its first release the second number says what goes together.
_EARLY = re.compile(r"[\^~>=v\s]*0\.(\d+)\.")


def listed_in_json(bench: Bench, call: CallReport, package: str, version: str) -> list[Edit]:
    """The package below one of the call's library, in the manifest nearest to the call."""
    sdk = bench.sdk(call)
    known = set(sdk.packages if sdk is not None else ())
    listed = [
        one
        for one in bench.case.program.surroundings.dependencies
        if one.ecosystem == bench.language() and not one.locked and _is_above(one.path, call.path)
    ]
    nearest = max((len(PurePosixPath(one.path).parts) for one in listed), default=0)
    own = [one for one in listed if len(PurePosixPath(one.path).parts) == nearest]
    if any(one.package == package for one in own):
        return []
    family = [one for one in own if _are_family(one.package, package)]
    for one in (*family, *(one for one in own if one.package in known)):
        edit = _below(bench, one.path, one.line, package, version)
        if edit is not None:
            return [edit]
    return []


def _are_family(one: str, other: str) -> bool:
    """Whether two packages are of one maker's series, whose numbers go together."""
    return one.startswith("@") and one.partition("/")[0] == other.partition("/")[0]


def _is_above(manifest: str, path: str) -> bool:
    return PurePosixPath(manifest).parent in PurePosixPath(path).parents


def _below(bench: Bench, path: str, line: int, package: str, version: str) -> Edit | None:
    """The entry below another one, written as that is."""
    lines = (bench.text(path) or "").splitlines(keepends=True)
    found = _ENTRY.match(lines[line - 1]) if 0 < line <= len(lines) else None
    if found is None or not path.endswith(".json"):
        return None
    indent, first, between, its, comma = found.groups()
    said = f'{indent}"{package}"{between}"{_version(first, its, package, version)}"'
    if comma:
        at = sum(map(len, lines[:line]))
        return Edit(path, at, at, 0, f"{said},\n")
    at = sum(map(len, lines[: line - 1])) + len(lines[line - 1].rstrip())
    return Edit(path, at, at, 0, f",\n{said}")


def _version(first: str, its: str, package: str, version: str) -> str:
    """Packages of one family come out together: there the first one's number counts."""
    major = _MAJOR.match(its)
    if _are_family(first, package) and major is not None:
        return f"^{major[1]}.0.0"
    early = _EARLY.match(its)
    if _are_family(first, package) and early is not None:
        return f"0.{early[1]}.x"
    return version or "latest"
