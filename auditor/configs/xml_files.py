"""XML: elements as mappings of their attributes (``@name``), text (``#text``) and children.

Entities are refused: no configuration needs them, and they are how small files grow large.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from auditor.configs.build import DEEPEST, Budget, Draft, TooMuch, Unreadable, scalar
from auditor.model.config import Node

#: Expressions in attributes and elements, as some policies have them: ``"@( ... )"``.
_IN_QUOTES = re.compile(r'(=\s*")(@\(.*?\)|@\{.*?\})("(?=\s+[\w:-]+\s*=|\s*/?>))', re.DOTALL)
_BETWEEN_TAGS = re.compile(r"(>\s*)(@\(.*?\)|@\{.*?\})(\s*</)", re.DOTALL)
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;\n"}


def read_xml_file(text: str) -> tuple[tuple[Node, ...], Unreadable | None]:
    """The one document, with the root element as its only key; what was read before a mistake."""
    text = text.removeprefix("\ufeff")
    found, problem = _read(text)
    if problem is not None and ("@(" in text or "@{" in text):
        cleaned, still = _read(_BETWEEN_TAGS.sub(_escaped, _IN_QUOTES.sub(_escaped, text)))
        if still is None:
            return cleaned, None
    return found, problem


def _escaped(found: re.Match[str]) -> str:
    """An expression as XML may hold it. Its line breaks are kept, and so are the lines."""
    inner = re.sub(r'[&<>"\n]', lambda letter: _ESCAPES[letter.group()], found[2])
    return found[1] + inner + found[3]


def _read(text: str) -> tuple[tuple[Node, ...], Unreadable | None]:
    reading = _Reading(text)
    problem: Unreadable | None = None
    try:
        reading.parser.Parse(reading.source, True)
    except expat.ExpatError as error:
        problem = Unreadable(expat.errors.messages[error.code], error.lineno)
    except Unreadable as error:
        problem = error
    return (reading.top.done(),), problem


class _Reading:
    def __init__(self, text: str) -> None:
        self.source = text.encode("utf-8", "replace")
        self.top = Draft("map", 1)
        self._stack = [self.top]
        self._budget = Budget()
        self.parser = expat.ParserCreate(encoding="utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity

    def _entity(self, *_: object) -> None:
        raise Unreadable("entities are not read", self.parser.CurrentLineNumber)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._budget.spend(1 + len(attributes))
        if len(self._stack) > DEEPEST // 2:
            raise TooMuch(f"nested deeper than {DEEPEST // 2}")
        line = self.parser.CurrentLineNumber
        fresh = Draft("map", line)
        for key, value in attributes.items():
            first = self._line_of(key, line) if "\n" in value else 0
            fresh.put(f"@{key}", line, scalar(value, line, line + value.count("\n"), first))
        holder = self._stack[-1]
        known = holder.entries.get(name)
        if known is None:
            holder.put(name, line, fresh)
        elif isinstance(known[1], Draft) and known[1].kind == "list":
            known[1].append(fresh, line)
        else:
            members = Draft("list", known[0])
            members.append(known[1], known[0])
            members.append(fresh, line)
            holder.put(name, known[0], members)
        self._stack.append(fresh)

    def _line_of(self, attribute: str, line: int) -> int:
        """The line on which the value of an attribute of this element begins."""
        start = self.parser.CurrentByteIndex
        value = re.compile(rb"\b%s\s*=\s*[\"']" % re.escape(attribute.encode()))
        found = value.search(self.source, start)
        return line + self.source.count(b"\n", start, found.end()) if found else line

    def _end(self, _name: str) -> None:
        if len(self._stack) > 1:
            self._stack.pop().end_line = self.parser.CurrentLineNumber

    def _text(self, text: str) -> None:
        if text.strip():
            line = self.parser.CurrentLineNumber
            self._stack[-1].put("#text", line, scalar(text.strip(), line))
