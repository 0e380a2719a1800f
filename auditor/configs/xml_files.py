"""XML: elements as mappings of their attributes (``@name``), text (``#text``) and children.

Entities are refused: no configuration needs them, and they are how small files grow large.
"""

from __future__ import annotations

from xml.parsers import expat

from auditor.configs.build import DEEPEST, Budget, Draft, TooMuch, Unreadable, scalar
from auditor.model.config import Node


def read_xml_file(text: str) -> tuple[tuple[Node, ...], Unreadable | None]:
    """The one document, with the root element as its only key; what was read before a mistake."""
    reading = _Reading()
    problem: Unreadable | None = None
    try:
        reading.parser.Parse(text.removeprefix("\ufeff").encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        problem = Unreadable(expat.errors.messages[error.code], error.lineno)
    except Unreadable as error:
        problem = error
    return (reading.top.done(),), problem


class _Reading:
    def __init__(self) -> None:
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
            fresh.put(f"@{key}", line, scalar(value, line))
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

    def _end(self, _name: str) -> None:
        if len(self._stack) > 1:
            self._stack.pop().end_line = self.parser.CurrentLineNumber

    def _text(self, text: str) -> None:
        if text.strip():
            line = self.parser.CurrentLineNumber
            self._stack[-1].put("#text", line, scalar(text.strip(), line))
