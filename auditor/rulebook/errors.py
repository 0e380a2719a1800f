"""``errors/LANGUAGE/ID.yaml``: which exceptions of a library stand for which kinds of outage."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from auditor.model.catalog import ErrorTable
from auditor.rulebook.also import below_all_paths
from auditor.rulebook.problems import Place, Problems, suggest
from auditor.rulebook.record import Record

#: How an outage can look to the caller; the words used everywhere.
ERROR_CLASSES = (
    "connect",
    "timeout",
    "5xx",
    "529",
    "429",
    "auth",
    "model-not-found",
    "slow",
    "after-first-token",
    "error-in-answer",
)

#: The statuses as which they ordinarily show.
_STATUSES = {
    "5xx": {500, 502, 503, 504},
    "529": {529},
    "429": {429},
    "auth": {401, 403},
    "model-not-found": {404},
}

#: A request that is merely slow, or an error inside a good answer, raises nothing by itself.
RAISED_CLASSES = frozenset(ERROR_CLASSES) - {"slow", "error-in-answer"}

#: In place of SDK ids: every library of the language.
ANY_SDK = "*"


def statuses_as_classes(statuses: Iterable[int]) -> frozenset[str]:
    """The error classes that a list of HTTP statuses covers in full."""
    given = set(statuses)
    return frozenset(name for name, needed in _STATUSES.items() if needed <= given)


def known_libraries(files: Iterable[str]) -> dict[str, frozenset[str]]:
    """The ids that an error table may name, by family: SDKs and tables of its own language."""
    known: dict[str, set[str]] = {}
    for name in files:
        folder, *rest = PurePosixPath(name).parts
        if folder == "sdks":
            known.setdefault(f"{rest[0]} sdk", set()).add(rest[1])
        elif folder == "errors":
            known.setdefault(f"{rest[0]} error table", set()).add(PurePosixPath(name).stem)
    return {family: frozenset(ids) for family, ids in known.items()}


def read_classes(record: Record, key: str) -> tuple[str, ...]:
    """A list of error classes; ``529`` and ``429`` may stand there as numbers."""
    value = record.raw(key)
    if value is None:
        return ()
    if not isinstance(value, list):
        record.complain(key, f"{key}: expected a list of error classes, found {value!r}")
        return ()
    words = tuple(str(item) for item in value)
    for word in words:
        if word not in ERROR_CLASSES:
            hint = suggest(word, ERROR_CLASSES)
            record.complain(key, f"{key}: no error class '{word}'{hint}")
    return words


def read_errors(record: Record, language: str) -> ErrorTable:
    """One library's exceptions; SDKs, tables and platforms it names must exist."""
    table = ErrorTable(
        id=record.need("id"),
        language=language,
        sdks=_sdks(record, language),
        exceptions=_exceptions(record),
        status_errors=record.flag("status_errors", default=True),
        raises_with=record.texts("raises_with"),
        quiet_with=record.texts("quiet_with"),
        passes_through=_references(record, "passes_through", f"{language} error table"),
        platforms=_references(record, "platforms", "platform"),
        aliases=record.mapping("aliases"),
    )
    record.done()
    return table


def _sdks(record: Record, language: str) -> tuple[str, ...]:
    """No SDK at all is right for a library that others only let through."""
    ids = record.texts("sdks")
    for name in ids:
        if name != ANY_SDK:
            record.refer("sdks", name, f"{language} sdk")
    return ids


def _exceptions(record: Record) -> dict[str, frozenset[str]]:
    inner = record.child("exceptions")
    listed = {n: frozenset(read_classes(inner, n)) for n in inner.words()} if inner else {}
    return below_all_paths(record, listed, "exception")


def _references(record: Record, key: str, family: str) -> tuple[str, ...]:
    names = record.texts(key)
    for name in names:
        record.refer(key, name, family)
    return names


def find_loops(tables: Iterable[ErrorTable], problems: Problems) -> None:
    """Complain about tables whose exceptions pass through themselves: nobody could look them up."""
    by_id = {(table.language, table.id): table for table in tables}
    for table in by_id.values():
        seen: set[str] = set()
        waiting = list(table.passes_through)
        while waiting:
            name = waiting.pop()
            if name not in seen and (inner := by_id.get((table.language, name))):
                seen.add(name)
                waiting.extend(inner.passes_through)
        if table.id in seen:
            place = Place(f"errors/{table.language}/{table.id}.yaml").at("passes_through")
            problems.add(place, f"'{table.id}' passes through itself")
