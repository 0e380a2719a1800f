"""Shell text: the commands in it, with their words and lines. Nothing is expanded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: A text with more commands than this is no script that anybody wrote.
_MOST = 5000
_TOKEN = re.compile(
    r"""
    (?P<join>\\\r?\n)
  | (?P<space>[ \t\r]+)
  | (?P<comment>(?<![^\s;&|(])\#[^\n]*)
  | (?P<heredoc><<-?[ \t]*(?P<quote>["']?)(?P<tag>\w+)(?P=quote))
  | (?P<newline>\n)
  | (?P<end>;;?|&&?|\|\|?|(?<!\\)`|\$\(|[(){}](?=\s|$)|\))
  | (?P<single>'[^']*')
  | (?P<double>"(?:[^"\\]|\\.)*")
  | (?P<redirect>\d*[<>]+&?\d*)
  | (?P<plain>(?:\\.|\$\{[^}]*\}|\$\{\{.*?\}\}|[^\s;&|()<>`'"\\])+|[\\'"$<>])
    """,
    re.VERBOSE | re.DOTALL,
)
_VARIABLE = re.compile(r"[A-Za-z_]\w*=")
_BEFORE = frozenset(
    {
        "sudo", "env", "time", "exec", "nohup", "then", "do", "else", "if", "while", "until", "!",
        "timeout", "xargs", "eval", "command", "nice", "elif", "@", "-", "retry",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its words as written, without quotes, from ``line`` to ``end_line``.

    ``lines`` holds the line of each word; ``fed`` is a here-document.
    """

    words: tuple[str, ...]
    lines: tuple[int, ...]
    line: int
    end_line: int
    fed: str = ""

    @property
    def program(self) -> str:
        """The program's name without its folder."""
        return self.words[0].rpartition("/")[2] if self.words else ""


def commands_of(text: str, first: int) -> Iterator[Command]:
    """The commands of a script whose first line is ``first``."""
    reading = _Reading(first)
    place, count = 0, 0
    while place < len(text) and count < _MOST:
        found = _TOKEN.match(text, place)
        if found is None:
            place += 1
            continue
        place = found.end()
        kind = found.lastgroup or ""
        if found["tag"] is not None and found["heredoc"] is not None:
            reading.feed(text, place, found["tag"])
        elif command := reading.token(kind, found.group()):
            count += 1
            yield command
        reading.line += found.group().count("\n")
        if kind == "newline" and reading.waiting:
            place = reading.pass_over(text, place)
    if last := reading.end():
        yield last


class _Reading:
    def __init__(self, first: int) -> None:
        self.line = first
        self.waiting = ""
        self._words: list[str] = []
        self._lines: list[int] = []
        self._glued = False
        self._fed = ""
        self._last = first

    def feed(self, text: str, place: int, tag: str) -> None:
        """A here-document begins with the next line."""
        body = re.compile(rf"\n(.*?)\n[ \t]*{re.escape(tag)}[ \t]*(?:\n|$)", re.DOTALL)
        found = body.search(text, place)
        if found is not None:
            self.waiting, self._fed = tag, found[1]

    def pass_over(self, text: str, place: int) -> int:
        """The place behind the here-document."""
        closing = re.compile(rf"^[ \t]*{re.escape(self.waiting)}[ \t]*$", re.MULTILINE)
        self.waiting = ""
        found = closing.search(text, place)
        if found is None:
            return place
        self.line += text.count("\n", place, found.end())
        return found.end()

    def token(self, kind: str, text: str) -> Command | None:
        match kind:
            case "join" | "space" | "comment":
                self._glued = False
            case "newline" | "end":
                return self.end()
            case "single" | "double":
                self._word(_unquoted(kind, text), text.count("\n"))
            case "redirect":
                self._glued = False
            case _:
                self._word(text, 0)
        return None

    def _word(self, text: str, more: int) -> None:
        if self._glued and self._words:
            self._words[-1] += text
        else:
            self._words.append(text)
            self._lines.append(self.line)
        self._last = self.line + more
        self._glued = True

    def end(self) -> Command | None:
        words, lines, fed = self._words, self._lines, self._fed
        self._words, self._lines, self._glued, self._fed = [], [], False, ""
        while words and (words[0] in _BEFORE or _VARIABLE.match(words[0])):
            words, lines = words[1:], lines[1:]
        if not words:
            return None
        return Command(tuple(words), tuple(lines), lines[0], self._last, fed)


def _unquoted(kind: str, text: str) -> str:
    if kind == "single":
        return text[1:-1]
    return re.sub(r"\\([\"\\$`\n])", r"\1", text[1:-1])
