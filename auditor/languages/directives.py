"""The grammar of inline ignores, the same in the comments of every language.

``auditor: ignore[check, check] - reason (until 2027-03-31)``; everything after ``ignore`` may be
missing. A front end hands over its comments as they stand, comment signs included.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from auditor.model.facts import Directive
from auditor.model.source import Diagnostic, Severity

MARKER = "auditor:"

# The marker counts only where a comment begins, so that prose which quotes a directive is none.
_MARKED = re.compile(r"(?:^|[#/*;!%-])\s*auditor:\s*(?P<verb>[\w-]*)(?P<rest>.*)", re.DOTALL)
_CHECKS = re.compile(r"\s*\[(?P<checks>[^\]]*)\]")
_UNTIL = re.compile(r"\(\s*until\s+(?P<date>[^)]*)\)")
_SEPARATOR = re.compile(r"\s*(?:-+|[–—:])?\s*")
_COMMENT_END = re.compile(r"\s*(?:\*+/|--+>)?\s*$")


class Comment(NamedTuple):
    """A comment as it stands in the source; ``own_line`` when only whitespace precedes it."""

    line: int
    text: str
    own_line: bool


def read_directives(
    path: str, comments: Iterable[Comment]
) -> tuple[tuple[Directive, ...], tuple[Diagnostic, ...]]:
    """The ignores among these comments, and a diagnostic for each that cannot be understood."""
    directives: list[Directive] = []
    problems: list[Diagnostic] = []
    for comment in comments:
        found = read_directive(comment)
        if isinstance(found, str):
            problems.append(
                Diagnostic(path, comment.line, "directive-unclear", found, Severity.INFO)
            )
        elif found is not None:
            directives.append(found)
    return tuple(directives), tuple(problems)


def read_directive(comment: Comment) -> Directive | str | None:
    """A directive, None when the comment is not addressed to us, or what is wrong with it."""
    marked = _MARKED.search(comment.text) if MARKER in comment.text else None
    if marked is None:
        return None
    if marked["verb"] != "ignore":
        return "expected `ignore` after `auditor:`"
    rest = _COMMENT_END.sub("", marked["rest"])
    checks: tuple[str, ...] = ()
    named = _CHECKS.match(rest)
    if named is not None:
        checks = tuple(named["checks"].replace(",", " ").split())
        rest = rest[named.end() :]
    elif rest.lstrip().startswith("["):
        return "the list of checks is not closed"
    until = _UNTIL.search(rest)
    if until is not None:
        if not _is_date(until["date"].strip()):
            return "the date after `until` is not written as YYYY-MM-DD"
        rest = rest[: until.start()] + rest[until.end() :]
    reason = " ".join(_SEPARATOR.sub("", rest, count=1).split())
    when = until["date"].strip() if until is not None else None
    return Directive(comment.line, checks, reason, when, comment.own_line)


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
