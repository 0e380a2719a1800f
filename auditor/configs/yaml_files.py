"""YAML: every document of a stream, with anchors, merge keys and any tags.

The parser's events are read, not its objects: they carry lines, and no tag can make anything run.
Templates (``{{ ... }}``) are read as YAML where they are, else with the templates taken out.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentEndEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from auditor.configs.build import DEEPEST, Budget, TooMuch, Unreadable
from auditor.model.config import HOLE, NULL, Entry, Node

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: What a template is replaced by: a character that YAML allows and nobody writes.
_STAND_IN = "\ue000"
_CONTROL_LINE = re.compile(r"^[ \t]*\{\{-?\s*(?:/\*.*?\*/|[^}\n]*)\s*-?\}\}[ \t]*$", re.MULTILINE)
_TEMPLATE = re.compile(r"\{\{.*?\}\}")
_STATEMENT = re.compile(r"\{%.*?%\}")
#: Letters that a YAML stream may not hold.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def read_yaml_file(text: str) -> tuple[tuple[Node, ...], Unreadable | None]:
    """The documents of the stream; what stands before a mistake is kept."""
    text = _FORBIDDEN.sub(" ", text)
    documents, problem = _read(text)
    if problem is not None and ("{{" in text or "{%" in text):
        cleaned, still = _read(without_templates(text))
        if still is None or len(cleaned) > len(documents):
            return tuple(map(_with_holes, cleaned)), still
    return documents, problem


def read_front_matter(text: str) -> tuple[tuple[Node, ...], Unreadable | None]:
    """What stands between two lines ``---`` at the top of a prompt; the text below is not read."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return (), None
    ends = [number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"]
    return read_yaml_file("\n".join(lines[: ends[0]])) if ends else ((), None)


def without_templates(text: str) -> str:
    """The text with lines that only steer a template left empty and values put as holes."""
    text = _STATEMENT.sub("", text)
    return _TEMPLATE.sub(_STAND_IN, _CONTROL_LINE.sub("", text))


def _read(text: str) -> tuple[tuple[Node, ...], Unreadable | None]:
    loader = _Loader(text)
    reading = _Reading(loader.get_event)
    try:
        reading.stream()
    except Unreadable as error:
        return tuple(reading.documents), error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = getattr(mark, "line", -1) + 1
        return tuple(reading.documents), Unreadable(
            str(getattr(error, "problem", None) or "not valid"), line
        )
    finally:
        loader.dispose()
    return tuple(reading.documents), None


class _Reading:
    """One pass over the events of a stream."""

    def __init__(self, take: Callable[[], Event]) -> None:
        self._take = take
        self._budget = Budget()
        self._anchors: dict[str, Node] = {}
        self._sizes: dict[int, int] = {}
        self.documents: list[Node] = []

    def stream(self) -> None:
        self._take()
        while not isinstance(self._take(), StreamEndEvent):
            self._anchors = {}
            event = self._take()
            if not isinstance(event, DocumentEndEvent):
                self.documents.append(self._node(event, 0)[0])
                self._take()

    def _node(self, event: Event, depth: int) -> tuple[Node, int]:
        """The node that starts with ``event``, and how many nodes it holds."""
        if depth > DEEPEST:
            raise TooMuch(f"nested deeper than {DEEPEST}")
        if isinstance(event, AliasEvent):
            node = self._anchors.get(event.anchor or "", NULL)
            size = self._sizes.get(id(node), 1)
            self._budget.spend(size)
            return node, size
        self._budget.spend()
        size = 1
        if isinstance(event, ScalarEvent):
            node = _scalar(event)
        else:
            assert isinstance(event, MappingStartEvent | SequenceStartEvent)
            is_map = isinstance(event, MappingStartEvent)
            node, size = self._collection(event, is_map, depth)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
            self._sizes[id(node)] = size
        return node, size

    def _collection(self, start: Event, is_map: bool, depth: int) -> tuple[Node, int]:
        line = _line(start)
        entries: list[Entry] = []
        size = 1
        while not isinstance(event := self._take(), CollectionEndEvent):
            key, key_line = str(len(entries)), _line(event)
            if is_map:
                named, used = self._node(event, depth + 1)
                key, size, event = named.text or "", size + used, self._take()
            node, used = self._node(event, depth + 1)
            size += used
            if is_map and key == "<<":
                entries = _merged(entries, node)
            else:
                entries.append(Entry(key, key_line, node))
        last = max([line, *(entry.node.end_line for entry in entries)])
        return Node("map" if is_map else "list", line, last, None, tuple(entries)), size


def _merged(entries: list[Entry], other: Node) -> list[Entry]:
    """The entries of a merge key come first, so that what stands beside it wins."""
    sources = [e.node for e in other.entries] if other.kind == "list" else [other]
    inherited = [entry for source in reversed(sources) for entry in source.entries]
    return inherited + entries


def _scalar(event: ScalarEvent) -> Node:
    line, end = _line(event), _line(event, end=True)
    text: str | None = event.value
    if event.style is None and text in ("", "~", "null"):
        text = None
    if event.style in ("|", ">"):
        return Node("value", line, max(line, end - 1), text, (), line + 1)
    return Node("value", line, end, text)


def _line(event: Event, end: bool = False) -> int:
    mark = event.end_mark if end else event.start_mark
    return mark.line + 1 if mark is not None else 0


def _with_holes(node: Node) -> Node:
    if node.kind == "value":
        text = node.text.replace(_STAND_IN, HOLE) if node.text else node.text
        return node._replace(text=text)
    entries = tuple(
        Entry(e.key.replace(_STAND_IN, HOLE), e.line, _with_holes(e.node)) for e in node.entries
    )
    return node._replace(entries=entries)
