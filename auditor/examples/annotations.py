"""Reads the annotations in the example files of ``rules/``: what must be found, and where.

``# expect: kind=chat vendor=acme`` speaks of a call, ``# entry: kind=http title=GET /x`` of an
entry point. A comment on a line of its own speaks of the next line of code, a comment behind code
of its own line. Several comments above one line speak of several things on that line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from auditor.model.errors import AuditorError

Words = tuple[tuple[str, str], ...]

_ANNOTATION = re.compile(r"(?:#|//)\s*(?P<word>expect|entry):\s*(?P<text>.*?)\s*(?:\*/)?$")
_DEFINITION = re.compile(
    r"\s*(?:async\s+)?(?:def|class|func)\s"
    r"|\s*(?:export\s+)?(?:default\s+)?(?:async\s+)?(?:function\b|class\s|const\s)"
)
_COMMENT = re.compile(r"\s*(?:#|//|/\*|$)")


@dataclass(frozen=True, slots=True)
class Expectation:
    """``line`` is the line of code it speaks of; ``defines`` when a definition begins there.

    ``last`` differs from it only where that line is a decorator: it is the definition's line then.
    """

    line: int
    last: int
    defines: bool
    words: Words

    def __str__(self) -> str:
        return f"line {self.line}: " + " ".join(f"{key}={value}" for key, value in self.words)


def read_calls(path: Path) -> list[Expectation]:
    """The ``# expect:`` annotations of one file."""
    return _read(path, "expect", _words)


def read_entries(path: Path) -> list[Expectation]:
    """The ``# entry:`` annotations of one file. A title runs to the end of the line."""
    return _read(path, "entry", _kind_and_title)


def _read(path: Path, word: str, parse: Callable[[str, Path], Words]) -> list[Expectation]:
    lines = path.read_text(encoding="utf-8").splitlines()
    found = []
    for number, text in enumerate(lines, 1):
        annotation = _ANNOTATION.search(text)
        if annotation is None or annotation["word"] != word:
            continue
        own_line = _COMMENT.match(text) is not None
        line = _next_code(lines, number + 1) if own_line else number
        last = _definition(lines, line)
        defines = last <= len(lines) and _DEFINITION.match(lines[last - 1]) is not None
        found.append(Expectation(line, last, defines, parse(annotation["text"], path)))
    return found


def _next_code(lines: list[str], number: int) -> int:
    """The first line from ``number`` on that is neither empty nor a comment."""
    while number <= len(lines) and _COMMENT.match(lines[number - 1]):
        number += 1
    return number


def _definition(lines: list[str], number: int) -> int:
    """The line of the definition that the decorators at ``number`` belong to."""
    if number > len(lines) or not lines[number - 1].lstrip().startswith("@"):
        return number
    for later in range(number, len(lines)):
        if _DEFINITION.match(lines[later]):
            return later + 1
    return number


def _words(text: str, path: Path) -> Words:
    words = [word.partition("=") for word in text.split()]
    known = {"kind", "vendor", "platform", "gateway", "model", "dynamic"}
    known |= {"verdict", "leaks", "conditions", "survives", "stops"}
    wrong = [key for key, sign, _ in words if key not in known or not sign]
    if wrong:
        raise AuditorError(
            f"{path.name}: 'expect: {text}' has {', '.join(map(repr, wrong))}",
            hint=f"words are written key=value; keys are {', '.join(sorted(known))}",
        )
    return tuple((key, value) for key, _, value in words)


def _kind_and_title(text: str, path: Path) -> Words:
    parts = re.fullmatch(r"kind=(?P<kind>\S+)\s+title=(?P<title>.+)", text)
    if parts is None:
        raise AuditorError(
            f"{path.name}: 'entry: {text}' cannot be read",
            hint="write entry: kind=http title=GET /x",
        )
    return tuple(parts.groupdict().items())
