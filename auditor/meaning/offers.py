"""Models that code offers to choose from: lists of them, and constants called like them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from auditor.meaning.values import ValueReader
from auditor.model.facts import Assign, Const, Name

#: Stands for the key of a text that is one of several models.
OFFERED = "<offered>"
#: A longer list is somebody's whole catalogue, not what a program is set to.
_MOST = 100
_SEPARATORS = re.compile(r"[\W_]+")


def models_among(items: Iterable[object], reader: ValueReader) -> Iterator[tuple[str, str, int]]:
    """The models in a list or among the values of a mapping, if there is more than one."""
    found = [
        (item.value, item.line)
        for item in items
        if isinstance(item, Const) and isinstance(item.value, str) and reader.offered(item.value)
    ]
    if 1 < len({text for text, _ in found}) <= _MOST:
        yield from ((text, OFFERED, line) for text, line in found)


def named_for_models(assigned: Assign) -> Iterator[tuple[str, str, int]]:
    """``ACME_2_FAST = "acme-2-fast"``: a name that says what its text is."""
    match assigned.targets, assigned.value:
        case (Name(id),), Const(value=str() as text) as const if any(c.isdigit() for c in text):
            if _plain(text).endswith(_plain(id)) or _plain(id).endswith(_plain(text)):
                yield text, OFFERED, const.line


def _plain(text: str) -> str:
    return _SEPARATORS.sub("", text).lower()
