"""Ignores in comments beside the code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from auditor.model.facts import Directive, FileFacts
from auditor.model.finding import Finding
from auditor.suppress.ignore import Ignore


def read_inline(files: Iterable[FileFacts]) -> Iterator[Ignore]:
    """The ignores of these files.

    A comment behind code speaks of the call that its line belongs to. One that stands alone speaks
    of the line below it, past further ignores.
    """
    for facts in files:
        alone = {directive.line for directive in facts.directives if directive.own_line}
        for directive in facts.directives:
            yield _ignore(facts.path, directive, alone)


def _ignore(path: str, directive: Directive, alone: set[int]) -> Ignore:
    lines = {directive.line}
    if directive.own_line:
        below = directive.line + 1
        while below in alone:
            below += 1
        lines.add(below)

    def reaches(finding: Finding) -> bool:
        here = range(finding.line, max(finding.line, finding.end_line) + 1)
        return finding.path == path and any(line in here for line in lines)

    return Ignore(
        kind="inline",
        checks=directive.checks,
        reason=directive.reason,
        until=date.fromisoformat(directive.until) if directive.until else None,
        path=path,
        line=directive.line,
        reaches=reaches,
    )
