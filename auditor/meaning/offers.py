"""Models that code offers to choose from: lists of them, and constants called like them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from auditor.meaning.lines import TABLE_OF_LIMITS
from auditor.meaning.values import ValueReader
from auditor.model.facts import Assign, Const, Many, Mapping, Name

#: Stands for the key of a text that is one of several models.
OFFERED = "<offered>"
#: A longer list is somebody's whole catalogue, not what a program is set to.
_MOST = 100
_SEPARATORS = re.compile(r"[\W_]+")
#: Keys of a record that may say which model it is about.
_IDS = re.compile(r"(?:\w*(?:id|identifier)|value|slug|name|key)", re.IGNORECASE)


def models_among(items: Iterable[object], reader: ValueReader) -> Iterator[tuple[str, str, int]]:
    """The models in a list or among the values of a mapping, if there is more than one."""
    found = [
        (item.value, item.line)
        for item in items
        if isinstance(item, Const) and isinstance(item.value, str) and reader.offered(item.value)
    ]
    if 1 < len({text for text, _ in found}) <= _MOST:
        yield from ((text, OFFERED, line) for text, line in found)


def models_of_records(assigned: Assign, reader: ValueReader) -> Iterator[tuple[str, str, int]]:
    """``models = [{id: "acme-2", label: "Two"}]``, ``{"acme-2": {label: "Two"}}``: a choice."""
    match assigned.targets, assigned.value:
        case (Name(id),), Many(items=items) if "model" in id.lower() and len(items) <= _MOST:
            for item in items:
                if isinstance(item, Mapping):
                    yield from _of_record(item, reader)
        case (Name(id),), Mapping(items=entries) if "model" in id.lower() and len(entries) <= _MOST:
            for key, item in entries:
                match key, item:
                    case Const(value=str() as text), Mapping() if not _is_table(item):
                        if reader.offered(text) is not None:
                            yield text, OFFERED, key.line
                    case _:
                        pass


def _of_record(record: Mapping, reader: ValueReader) -> Iterator[tuple[str, str, int]]:
    if _is_table(record):
        return
    for key, value in record.items:
        match key, value:
            case Const(value=str() as name), Const(value=str() as text) if _IDS.fullmatch(name):
                if reader.offered(text) is not None:
                    yield text, OFFERED, value.line
            case _:
                pass


def _is_table(record: Mapping) -> bool:
    """Whether a record holds prices or limits of a model, and chooses none."""
    return any(
        isinstance(key, Const) and isinstance(key.value, str) and TABLE_OF_LIMITS.search(key.value)
        for key, _ in record.items
    )


def named_for_models(assigned: Assign) -> Iterator[tuple[str, str, int]]:
    """``ACME_2_FAST = "acme-2-fast"``: a name that says what its text is."""
    match assigned.targets, assigned.value:
        case (Name(id),), Const(value=str() as text) as const if any(c.isdigit() for c in text):
            if _plain(text).endswith(_plain(id)) or _plain(id).endswith(_plain(text)):
                yield text, OFFERED, const.line


def _plain(text: str) -> str:
    return _SEPARATORS.sub("", text).lower()
