"""JSON, also with comments and trailing commas, as editors and tools write it."""

from __future__ import annotations

import json
import re

from auditor.configs.build import DEEPEST, Budget, Draft, TooMuch, Unreadable, scalar
from auditor.model.config import Node

_TOKEN = re.compile(
    r"""
    (?P<space>\s+|//[^\n]*|/\*.*?\*/|,)
  | (?P<text>"(?:[^"\\\n]|\\.)*")
  | (?P<open>[{\[])
  | (?P<close>[}\]])
  | (?P<colon>:)
  | (?P<word>[^\s,:{}\[\]"]+)
    """,
    re.VERBOSE | re.DOTALL,
)


def read_json_file(text: str) -> tuple[tuple[Node, ...], Unreadable | None]:
    """The one document; where it breaks off, what was read until then."""
    reading = _Reading()
    problem: Unreadable | None = None
    line, place = 1, 0
    text = text.removeprefix("\ufeff")
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None:
            problem = Unreadable(f"unexpected {text[place]!r}", line)
            break
        try:
            reading.token(found.lastgroup or "", found.group(), line)
        except Unreadable as error:
            problem = error
            break
        line += found.group().count("\n")
        place = found.end()
    return reading.documents(), problem


class _Reading:
    """Open collections, innermost last; ``key`` is the one waiting for its value."""

    def __init__(self) -> None:
        self._top = Draft("list", 1)
        self._stack = [self._top]
        self._keys: list[tuple[str, int] | None] = [None]
        self._budget = Budget()

    def documents(self) -> tuple[Node, ...]:
        return tuple(entry.node for entry in self._top.done().entries[:1])

    def token(self, kind: str, text: str, line: int) -> None:
        if kind in ("space", "colon"):
            return
        if kind == "open":
            fresh = Draft("map" if text == "{" else "list", line)
            self._put(fresh, line)
            if len(self._stack) > DEEPEST:
                raise TooMuch(f"nested deeper than {DEEPEST}")
            self._stack.append(fresh)
            self._keys.append(None)
        elif kind == "close":
            if len(self._stack) == 1:
                raise Unreadable(f"unexpected {text!r}", line)
            self._stack.pop().end_line = line
            self._keys.pop()
        elif kind == "text" and self._stack[-1].kind == "map" and self._keys[-1] is None:
            self._keys[-1] = (_plain(text), line)
        else:
            value = _plain(text) if kind == "text" else None if text == "null" else text
            self._put(scalar(value, line), line)

    def _put(self, value: Draft | Node, line: int) -> None:
        self._budget.spend()
        holder, key = self._stack[-1], self._keys[-1]
        if holder.kind == "list":
            holder.append(value, line)
        elif key is None:
            raise Unreadable("a value without a key", line)
        else:
            holder.put(key[0], key[1], value)
            self._keys[-1] = None


def _plain(quoted: str) -> str:
    try:
        value = json.loads(quoted, strict=False)
    except ValueError:
        return quoted[1:-1]
    return str(value)
