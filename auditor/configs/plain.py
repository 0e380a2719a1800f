"""Files of ``NAME=value`` lines: dotenv, INI and properties."""

from __future__ import annotations

import re

from auditor.configs.build import Budget, Draft, Unreadable, scalar
from auditor.model.config import Node

_VARIABLE = re.compile(r"\s*(?:export\s+|set\s+)?([A-Za-z_][\w.-]*)\s*=\s*(.*)")
_SECTION = re.compile(r"\s*\[([^\]]*)\]\s*(?:[#;].*)?")
_SETTING = re.compile(r"(\s*)([^\s=:#;!][^=:\n]*?)\s*(?:[=:]\s*(.*))?")
_COMMENT_BEHIND = re.compile(r"\s+#.*$")


def read_dotenv_file(text: str) -> tuple[tuple[Node, ...], Unreadable | None]:
    """One mapping of variables. Lines that set none are shell code and say nothing."""
    top = Draft("map", 1)
    budget = Budget()
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        number += 1
        found = _VARIABLE.fullmatch(lines[number - 1].rstrip("\r"))
        if found is None:
            continue
        budget.spend()
        value, used = _dotenv_value(found[2].strip(), lines, number)
        top.put(found[1], number, scalar(value, number, number + used))
        number += used
    top.end_line = len(lines)
    return (top.done(),), None


def _dotenv_value(text: str, lines: list[str], number: int) -> tuple[str, int]:
    """The value without quotes and comment, and how many more lines it takes."""
    quote = text[:1]
    if quote not in ("'", '"', "`"):
        return _COMMENT_BEHIND.sub("", text).strip(), 0
    end = text.find(quote, 1)
    if end > 0:
        return text[1:end], 0
    body = [text[1:]]
    for used, line in enumerate(lines[number : number + 200], 1):
        if quote in line:
            return "\n".join([*body, line.split(quote)[0]]), used
        body.append(line)
    return text[1:], 0


def read_ini_file(text: str) -> tuple[tuple[Node, ...], Unreadable | None]:
    """Sections as mappings. Settings before the first section lie at the top.

    Indented lines go on with the value above them, each as a text of its own line.
    """
    top = Draft("map", 1)
    section = top
    budget = Budget()
    last: tuple[str, int] | None = None
    lines = text.split("\n")
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip("\r\\ \t")
        if not line.strip() or line.lstrip()[:1] in "#;!":
            continue
        budget.spend()
        if heading := _SECTION.fullmatch(line):
            section, last = Draft("map", number), None
            top.put(heading[1].strip(), number, section)
        elif line[:1] in " \t" and last is not None and section is not top:
            _go_on(section, last, line.strip(), number)
        elif found := _SETTING.fullmatch(line):
            last = (found[2], number)
            value = (found[3] or "").strip().strip("\"'")
            section.put(found[2].strip(), number, scalar(value, number))
    top.end_line = len(lines)
    return (top.done(),), None


def _go_on(section: Draft, last: tuple[str, int], text: str, line: int) -> None:
    key, key_line = last
    known = section.entries.get(key, (key_line, scalar("", key_line)))[1]
    members = known if isinstance(known, Draft) else Draft("list", key_line)
    if not isinstance(known, Draft) and known.text:
        members.append(known, key_line)
    members.append(scalar(text, line), line)
    section.put(key, key_line, members)
