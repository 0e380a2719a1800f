"""HCL as Terraform writes it, and Bicep, which is close enough: blocks, attributes, lists.

A block ``kind "label" {`` lies under ``kind``, then its labels. Expressions that are no literal
are kept as text, with ``HOLE`` for interpolations: they are read, never worked out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.configs.build import DEEPEST, Budget, Draft, TooMuch, Unreadable, scalar
from auditor.model.config import Node

_TOKEN = re.compile(
    r"""
    (?P<space>[ \t\r]+|\#[^\n]*|//[^\n]*)
  | (?P<newline>\n)
  | (?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
  | (?P<open>[{\[(])
  | (?P<close>[}\])])
  | (?P<is>=(?![=>])|:)
  | (?P<comma>,)
  | (?P<word>[\w.@/*-]+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
#: What goes on over lines up to a certain end.
_LONG = re.compile(r"(?P<space>/\*)|(?P<heredoc><<-?[ \t]*(?P<tag>\w+)[ \t]*\r?\n)|(?P<block>''')")
#: So many ends are looked for in vain; each takes a look through the whole file.
_MOST_OPEN = 100
_ENDS = {"/*": r"\*/", "'''": "'''"}
_ESCAPES = {'\\"': '"', "\\n": "\n", "\\t": "\t", "\\\\": "\\", "\\'": "'"}


def read_hcl_file(text: str) -> tuple[tuple[Node, ...], Unreadable | None]:
    """The one document. Nothing of HCL is an error here: what is not understood is passed over."""
    reading = _Reading()
    line = 1
    problem: Unreadable | None = None
    for kind, said, lines in _tokens(text.removeprefix("\ufeff")):
        try:
            reading.token(kind, said, line)
        except Unreadable as error:
            problem = error
            break
        line += lines
    reading.newline()
    return (reading.top.done(),), problem


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    """The kind of each token, its text or what it holds, and over how many lines it goes."""
    place = 0
    open_ended: set[str] = set()
    while place < len(text):
        begun = _LONG.match(text, place)
        ended = _end_of(begun, text, open_ended) if begun else None
        if begun is not None and ended is not None:
            kind = begun.lastgroup or "other"
            inside, end = text[begun.end() : ended.start()], ended.end()
            said = inside if kind == "heredoc" else text[place:end]
            yield kind, said, text.count("\n", place, end)
        elif found := _TOKEN.match(text, place):
            end = found.end()
            yield found.lastgroup or "other", found.group(), found.group().count("\n")
        else:
            return
        place = end


def _end_of(begun: re.Match[str], text: str, open_ended: set[str]) -> re.Match[str] | None:
    """Where it ends; what has no end once has none further down either."""
    tag = begun["tag"]
    end = rf"(?m:^[ \t]*{re.escape(tag)}[ \t]*$)" if tag else _ENDS[begun.group()]
    if end in open_ended or len(open_ended) > _MOST_OPEN:
        return None
    found = re.compile(end).search(text, begun.end())
    if found is None:
        open_ended.add(end)
    return found


class _Reading:
    """``words`` are those of the statement so far; ``key`` waits for its value."""

    def __init__(self) -> None:
        self.top = Draft("map", 1)
        self._stack = [self.top]
        self._words: list[tuple[str, int]] = []
        self._key: tuple[str, int] | None = None
        self._value: tuple[str, int, int] | None = None
        self._budget = Budget()

    def token(self, kind: str, text: str, line: int) -> None:
        match kind:
            case "space":
                return
            case "newline" | "comma":
                self.newline()
            case "open":
                self._open(text, line)
            case "close":
                self.newline()
                if len(self._stack) > 1:
                    self._stack.pop().end_line = line
            case "is" if self._key is None and self._words and self._stack[-1].kind == "map":
                named = len(self._words) > 1  # `resource name 'type' =`: there may be several
                self._key = _unlike(self._stack[-1], *self._words[-1]) if named else self._words[-1]
                self._words = []
            case "heredoc":
                self._take(text, line, line + 1)
            case "text" | "block":
                self._take(_plain(text), line, 0)
            case _:
                self._take(text, line, 0)

    def _take(self, text: str, line: int, first: int) -> None:
        """A word of the value, or of the statement's head."""
        if self._key is None and self._stack[-1].kind == "map":
            self._words.append((text, line))
        elif self._value is None:
            self._value = (text, line, first)
        else:
            before, start, begun = self._value
            self._value = (before + text, start, begun)

    def _open(self, bracket: str, line: int) -> None:
        if len(self._stack) > DEEPEST - 2:
            raise TooMuch(f"nested deeper than {DEEPEST}")
        fresh = Draft("map" if bracket == "{" else "list", line)
        self._budget.spend()
        if self._key is not None:
            self._value = None  # the name of a function: what it is given says more
            self._stack[-1].put(*self._key, fresh)
        elif self._stack[-1].kind == "list":
            self._value = None
            self._stack[-1].append(fresh, line)
        elif self._words:
            self._block(fresh)
        self._key, self._words = None, []
        self._stack.append(fresh)

    def _block(self, fresh: Draft) -> None:
        """``kind "label" "label" {``: nested by the labels, repeated blocks side by side."""
        holder = self._stack[-1]
        *outer, last = self._words
        for word, at in outer:
            holder = holder.table(word, at)
        holder.put(*_unlike(holder, *last), fresh)

    def newline(self) -> None:
        """The end of a statement."""
        if self._value is not None:
            self._budget.spend()
            text, line, first = self._value
            holder = self._stack[-1]
            if self._key is not None:
                holder.put(*self._key, scalar(text, line, line + text.count("\n"), first))
            elif holder.kind == "list":
                holder.append(scalar(text, line, 0, first), line)
        self._key, self._value, self._words = None, None, []


def _unlike(holder: Draft, name: str, line: int) -> tuple[str, int]:
    """The name, with a number where the holder has it already."""
    free, number = name, 2
    while free in holder.entries:
        free, number = f"{name}#{number}", number + 1
    return free, line


def _plain(quoted: str) -> str:
    if quoted.startswith("'''"):
        return quoted[3:-3]
    return re.sub(r"\\.", lambda found: _ESCAPES.get(found.group(), found.group()), quoted[1:-1])
