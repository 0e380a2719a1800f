"""CODEOWNERS files, as GitHub reads them: the last pattern that fits a path decides."""

from __future__ import annotations

import re
from typing import NamedTuple

#: Where such a file may lie in a repository; the first one there is counts.
PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")

_WORD = re.compile(r"(?:\\.|[^\s\\])+")


class OwnerRule(NamedTuple):
    """One line: the paths it fits, as a regular expression, and who owns them, maybe nobody."""

    line: int
    pattern: str
    fits: re.Pattern[str]
    owners: tuple[str, ...]


def read_codeowners(text: str) -> tuple[OwnerRule, ...]:
    """The rules of a file in their order; lines that GitHub would skip are left out.

    Those are comments, and patterns with ``!``, ``[`` or an escaped ``#``, which mean nothing here.
    """
    found: list[OwnerRule] = []
    for number, line in enumerate(text.splitlines(), 1):
        words = _WORD.findall(line)
        comment = next((n for n, word in enumerate(words) if word.startswith("#")), len(words))
        if not words[:comment]:
            continue
        pattern, *owners = words[:comment]
        if pattern.startswith(("!", "\\#")) or "[" in pattern:
            continue
        found.append(OwnerRule(number, pattern, _compile(pattern), tuple(owners)))
    return tuple(found)


def owner_rule(rules: tuple[OwnerRule, ...], path: str) -> OwnerRule | None:
    """The rule that decides on a path, relative to the top of the repository."""
    return next((rule for rule in reversed(rules) if rule.fits.fullmatch(path)), None)


def _compile(pattern: str) -> re.Pattern[str]:
    """The paths of files that a pattern fits.

    A slash anywhere but at the end ties it to the top. A last part without a star may be a folder,
    with all that lies in it; ``docs/*`` means files of that folder alone.
    """
    pattern = re.sub(r"\\(.)", r"\1", pattern)
    tied = "/" in pattern.rstrip("/")
    parts = pattern.strip("/").split("/")
    text = "" if tied else "(?:.*/)?"
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        if part == "**":
            text += ".*" if last else "(?:.*/)?"
        else:
            text += _part(part) + ("" if last else "/")
    if pattern.endswith("/"):
        text += "/.*"
    elif "*" not in parts[-1]:
        text += "(?:/.*)?"
    return re.compile(text, re.DOTALL)


def _part(part: str) -> str:
    return re.sub(r"\\\*(?:\\\*)*", "[^/]*", re.escape(part)).replace(r"\?", "[^/]")
