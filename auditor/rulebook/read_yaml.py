"""YAML text to plain data, quickly, and the line of any key of it, slowly.

Rules are read from the parser's events, which takes less than half the time of PyYAML's own
constructor. Plain scalars follow YAML 1.2: ``on`` and ``no`` stay words, because ``on`` is a key of
entry-point rules. Anchors, aliases and tags are refused: a rule file says what it means.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Union

import yaml
from yaml.events import (
    CollectionEndEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

Data = Union[None, bool, int, float, str, list["Data"], dict[str, "Data"]]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_FENCE = b"---\n"
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?")


class BadYaml(Exception):
    """The text is no plain YAML; ``line`` counts from 1."""

    def __init__(self, message: str, mark: object) -> None:
        super().__init__(message)
        self.message = message
        self.line: int = getattr(mark, "line", 0) + 1


def front_matter(page: bytes) -> bytes:
    """The YAML between two lines ``---`` at the head of a page; empty where there is none.

    The first of them stays as an empty line, so that line numbers are those of the page.
    """
    return b"\n" + _split(page)[0]


def prose(page: bytes) -> bytes:
    """What follows the front matter."""
    return _split(page)[1]


def _split(page: bytes) -> tuple[bytes, bytes]:
    page = page.replace(b"\r\n", b"\n")
    if not page.startswith(_FENCE):
        return b"", page
    head, _, text = page[len(_FENCE) :].partition(b"\n" + _FENCE)
    return head, text


def read_yaml(text: bytes | str) -> Data:
    """The data of one YAML document; empty text is None."""
    loader = _Loader(text)
    take: Callable[[], Event] = loader.get_event
    try:
        take()  # start of the stream
        if isinstance(take(), StreamEndEvent):
            return None
        data = _value(take(), take)
        take()  # end of the document
        if not isinstance(extra := take(), StreamEndEvent):
            raise BadYaml("more than one document", extra.start_mark)
        return data
    except yaml.YAMLError as error:
        message = str(getattr(error, "problem", None) or error)
        raise BadYaml(message, getattr(error, "problem_mark", None)) from error
    finally:
        loader.dispose()


def _value(event: Event, take: Callable[[], Event]) -> Data:
    """The value that starts with ``event``."""
    if getattr(event, "anchor", None) is not None or getattr(event, "tag", None) is not None:
        raise BadYaml("anchors, aliases and tags are not used in rules", event.start_mark)
    if isinstance(event, ScalarEvent):
        return _scalar(event)
    if isinstance(event, SequenceStartEvent):
        items: list[Data] = []
        while not isinstance(event := take(), CollectionEndEvent):
            items.append(_value(event, take))
        return items
    assert isinstance(event, MappingStartEvent)
    entries: dict[str, Data] = {}
    while not isinstance(event := take(), CollectionEndEvent):
        if not isinstance(event, ScalarEvent):
            raise BadYaml("a key must be a word", event.start_mark)
        if event.value in entries:
            raise BadYaml(f"key '{event.value}' twice", event.start_mark)
        entries[event.value] = _value(take(), take)
    return entries


def _scalar(event: ScalarEvent) -> Data:
    text: str = event.value
    if not event.implicit[0]:  # quoted
        return text
    if text in _WORDS:
        return _WORDS[text]
    if number := _NUMBER.fullmatch(text):
        return float(text) if number[1] else int(text)
    return text


def line_of(text: bytes | str, keys: tuple[str | int, ...]) -> int:
    """The line, from 1, where the entry at ``keys`` starts, or of what comes closest to it."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    line = 1
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == str(key)), None)
            if found is None:
                return line
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
            line = node.start_mark.line + 1
        else:
            return line
    return line
