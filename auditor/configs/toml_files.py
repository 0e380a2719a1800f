"""TOML with line numbers: tables and keys are found by lines, values are read one by one."""

from __future__ import annotations

import re
import tomllib

from auditor.configs.build import Budget, Draft, Unreadable, scalar
from auditor.model.config import Node

_TABLE = re.compile(r"\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(
    r"""\s*((?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:\s*\.\s*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*)\s*="""
)
_PART = re.compile(r"""[\w-]+|"[^"\n]*"|'[^'\n]*'""")
#: A value may span this many lines before it is given up.
_MOST_LINES = 3000
#: Characters of unfinished values that are looked at again and again in one file.
_MOST_RETRIED = 20_000_000


def read_toml_file(text: str) -> tuple[tuple[Node, ...], Unreadable | None]:
    """The one document; a line that cannot be read is passed over and told as the problem."""
    top = Draft("map", 1)
    table = top
    lines = text.split("\n")
    budget, patience = Budget(), _Patience()
    problem: Unreadable | None = None
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        budget.spend()
        if heading := _TABLE.fullmatch(line):
            table = _enter(top, heading[1], _PART.findall(heading[2]), number)
        elif key := _KEY.match(line):
            value, used = _value(lines, number - 1, key.end(), patience)
            if used == 0:
                problem = problem or Unreadable("a value that cannot be read", number)
                continue
            *path, last = (part.strip("\"'") for part in _PART.findall(key[1]))
            holder = table
            for part in path:
                holder = holder.table(part, number)
            holder.put(last, number, _node(value, lines, number, budget, used))
            number += used - 1
        else:
            problem = problem or Unreadable("neither a table nor a key", number)
    top.end_line = len(lines)
    return (top.done(),), problem


def _enter(top: Draft, bracket: str, parts: list[str], line: int) -> Draft:
    """The table that a heading names; ``[[name]]`` begins another member of a list."""
    holder = top
    names = [part.strip("\"'") for part in parts] or [""]
    for name in names[:-1]:
        holder = holder.table(name, line)
    if bracket == "[":
        return holder.table(names[-1], line)
    known = holder.entries.get(names[-1])
    members = known[1] if known and isinstance(known[1], Draft) else Draft("list", line)
    holder.put(names[-1], known[0] if known else line, members)
    fresh = Draft("map", line)
    members.append(fresh, line)
    return fresh


class _Patience:
    """How much of values without an end may still be looked at."""

    def __init__(self) -> None:
        self.left = _MOST_RETRIED


def _value(lines: list[str], start: int, column: int, patience: _Patience) -> tuple[object, int]:
    """The value that begins there, and how many lines it takes; 0 where there is none."""
    text = lines[start][column:]
    for used in range(1, min(_MOST_LINES, len(lines) - start) + 1):
        if used > 1:
            text += "\n" + lines[start + used - 1]
            patience.left -= len(text)
            if patience.left < 0:
                break
        if not _may_be_whole(text):
            continue
        try:
            return tomllib.loads(f"v = {text}")["v"], used
        except (tomllib.TOMLDecodeError, RecursionError):
            if "[" not in text and '"""' not in text and "'''" not in text and "{" not in text:
                return None, 0
    return None, 0


def _may_be_whole(text: str) -> bool:
    """Cheaply, whether a value may end here, so that long lists are not parsed line by line."""
    return text.count("[") <= text.count("]") or '"' in text.splitlines()[-1].strip()[-2:]


def _node(value: object, lines: list[str], line: int, budget: Budget, used: int) -> Node:
    """A parsed value as a tree. Members of a list stand on the line that shows them."""
    budget.spend()
    end = line + used - 1
    if isinstance(value, dict):
        draft = Draft("map", line)
        for key, inner in value.items():
            draft.put(key, line, _node(inner, lines, line, budget, used))
        return draft.done()
    if isinstance(value, list):
        draft = Draft("list", line)
        draft.end_line = end
        at = line
        for inner in value:
            at = _line_showing(inner, lines, at, end)
            draft.append(_node(inner, lines, at, budget, 1), at)
        return draft.done()
    text = ("true" if value else "false") if isinstance(value, bool) else str(value)
    return scalar(text, line, end, line + 1 if used > 1 and text.count("\n") else 0)


def _line_showing(value: object, lines: list[str], start: int, end: int) -> int:
    """The first line that shows a member of a list; of tables and lists their first part."""
    while isinstance(value, dict | list) and value:
        value = next(iter(value))
    text = str(value).split("\n")[0] if isinstance(value, str | int | float) else ""
    return next((n for n in range(start, end + 1) if text and text in lines[n - 1]), start)
