"""The lines that a finding is about, as they stand in the source, less what must not be shown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from auditor.model.finding import Finding, SourceLine

#: A call may be long; its first lines say enough.
MOST_LINES = 4
WIDEST = 240

_NAMED = re.compile(
    r"""(?i)((?:key|token|secret|password|authorization)\w*["']?\s*[=:,]\s*["'])([^"']{8,})(["'])"""
)
_BEARER = re.compile(r"(?i)(bearer\s+)[\w.~+/-]{8,}")
#: Long, and of all kinds of letters: nobody writes a word or a model's name like that.
_RANDOM = re.compile(r"""(["'])(?=[\w-]*[A-Z])(?=[\w-]*[a-z])(?=[\w-]*\d)[\w-]{38,}\1""")


def with_snippets(findings: Iterable[Finding], contents: Mapping[str, bytes]) -> list[Finding]:
    """The findings, each with the first lines of its place where the file was read."""
    lines: dict[str, list[bytes]] = {}
    shown = []
    for finding in findings:
        if finding.path in contents and finding.path not in lines:
            lines[finding.path] = contents[finding.path].split(b"\n")
        shown.append(replace(finding, snippet=_snippet(finding, lines.get(finding.path, []))))
    return shown


def _snippet(finding: Finding, lines: list[bytes]) -> tuple[SourceLine, ...]:
    last = min(max(finding.end_line, finding.line), finding.line + MOST_LINES - 1, len(lines))
    return tuple(
        SourceLine(number, mask(_text(lines[number - 1], in_cell=finding.cell > 0)))
        for number in range(max(finding.line, 1), last + 1)
    )


def _text(line: bytes, *, in_cell: bool) -> str:
    """The line as its author wrote it; in a notebook's file it stands as a string of JSON."""
    text = line.decode("utf-8", "replace").rstrip("\r\n")
    if in_cell:
        try:
            written = json.loads(text.strip().removesuffix(","))
        except ValueError:
            return text[:WIDEST]
        text = written.rstrip("\n") if isinstance(written, str) else text
    return text[:WIDEST]


def mask(text: str) -> str:
    """The text without anything that looks like a credential; its length stays."""
    text = _NAMED.sub(lambda m: m[1] + "*" * len(m[2]) + m[3], text)
    text = _BEARER.sub(lambda m: m[1] + "*" * (len(m[0]) - len(m[1])), text)
    return _RANDOM.sub(lambda m: m[1] + "*" * (len(m[0]) - 2) + m[1], text)
