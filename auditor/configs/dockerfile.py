"""Dockerfiles: a list of instructions, each a mapping of its word to what follows.

``ENV`` and ``ARG`` become mappings of variables. What ``RUN``, ``CMD`` and ``ENTRYPOINT`` run is
text of which each line is a line of the file.
"""

from __future__ import annotations

import re
import shlex

from auditor.configs.build import Budget, Draft, Unreadable, scalar
from auditor.model.config import Node

_INSTRUCTION = re.compile(r"\s*([A-Za-z]+)\s+(.*)", re.DOTALL)
_HEREDOC = re.compile(r"<<-?\s*[\"']?(\w+)[\"']?")


def read_dockerfile(text: str) -> tuple[tuple[Node, ...], Unreadable | None]:
    """The one document: a list of instructions."""
    top = Draft("list", 1)
    budget = Budget()
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        start = number
        body = _whole(lines, number)
        number += len(body)
        found = _INSTRUCTION.fullmatch("\n".join(body))
        if found is None or body[0].lstrip().startswith("#"):
            continue
        budget.spend()
        word = found[1].upper()
        step = Draft("map", start + 1)
        step.end_line = number
        value: Node | Draft = scalar(found[2], start + 1, number, start + 1)
        if word in ("ENV", "ARG"):
            value = _variables(found[2], start + 1)
        step.put(word, start + 1, value)
        top.append(step, start + 1)
    return (top.done(),), None


def _whole(lines: list[str], start: int) -> list[str]:
    """The lines of the instruction that begins there: continued by ``\\``, or a here-document."""
    body = [lines[start]]
    while start + len(body) < len(lines) and (
        body[-1].rstrip().endswith("\\") or (len(body) > 1 and body[-1].lstrip().startswith("#"))
    ):
        body.append(lines[start + len(body)])
    opened = _HEREDOC.search(body[0]) if body[0].lstrip()[:1] != "#" else None
    if opened is not None:
        rest = [line.strip() for line in lines[start + len(body) :]]
        if opened[1] in rest:
            body += lines[start + len(body) : start + len(body) + rest.index(opened[1]) + 1]
    return body


def _variables(text: str, line: int) -> Draft:
    found = Draft("map", line)
    for offset, part in enumerate(text.split("\n")):
        words = _words(part.strip().rstrip("\\"))
        if offset == 0 and words and "=" not in words[0]:
            found.put(words[0], line, scalar(" ".join(words[1:]) or None, line))
            continue
        for word in words:
            name, equals, value = word.partition("=")
            if name:
                found.put(name, line + offset, scalar(value if equals else None, line + offset))
    return found


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text, comments=True)
    except ValueError:
        return text.split()
