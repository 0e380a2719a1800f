"""A report that ``--format json`` wrote, read back.

The dataclasses of ``model/`` say what belongs where, so that nothing is listed twice.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from auditor.model.errors import AuditorError
from auditor.model.report import SCHEMA_VERSION, AuditReport, Target

#: Records of which an unknown text is empty in the model, and null in the contract.
BLANKS: frozenset[type] = frozenset({Target})

_WORDS: dict[type, str] = {str: "a text", int: "a whole number", bool: "true or false"}


class _Misfit(Exception):
    """A value that does not fit; its text says where and why."""


def read_report(text: str, name: str) -> AuditReport:
    """The report in ``text``; ``AuditorError`` where it is none, with the place that says so."""
    document = _parse(text, name)
    version = document.get("schema_version")
    if version != SCHEMA_VERSION:
        known = f"this version reads reports of schema version {SCHEMA_VERSION}"
        raise AuditorError(
            f"{name} is no report that can be read: its schema_version is {version!r}; {known}",
            hint="make one with: auditor scan -o report.json",
        )
    try:
        report: AuditReport = _record(AuditReport, document, "")
    except _Misfit as misfit:
        raise AuditorError(f"{name} is no report: {misfit}", hint=_origin(document)) from misfit
    return report


def _parse(text: str, name: str) -> dict[str, Any]:
    try:
        document = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise AuditorError(
            f"{name} is not JSON: {error}", hint="make one with: auditor scan -o report.json"
        ) from error
    if not isinstance(document, dict):
        raise AuditorError(f"{name} is no report: it must be an object with a schema_version")
    return document


def _refuse(word: str) -> object:
    raise ValueError(f"{word} is no number of JSON")


def _origin(document: dict[str, Any]) -> str | None:
    """Who made the report, since that explains most misfits."""
    tool = document.get("tool")
    version = tool.get("version") if isinstance(tool, dict) else None
    return f"it says that auditor {version} made it" if isinstance(version, str) else None


@cache
def _fields(record: type) -> dict[str, tuple[Field[Any], Any]]:
    hints = get_type_hints(record)
    return {field.name: (field, hints[field.name]) for field in fields(record)}


def _record(record: type, value: object, where: str) -> Any:  # noqa: ANN401 - any dataclass
    known, table = _fields(record), _table(value, where)
    for key in table:
        if key not in known:
            raise _Misfit(f"{_join(where, key)} is not a key of a report")
    found: dict[str, object] = {}
    for key, (field, kind) in known.items():
        if key in table and table[key] is None and kind is str and record in BLANKS:
            found[key] = ""
        elif key in table:
            found[key] = _value(kind, table[key], _join(where, key))
        elif field.default is MISSING and field.default_factory is MISSING:
            raise _Misfit(f"{_join(where, key)} is missing")
    return record(**found)


def _value(kind: Any, value: object, where: str) -> object:  # noqa: ANN401 - a type hint
    """The value as ``kind``, which is one of the few hints that the model uses."""
    origin = get_origin(kind)
    if origin is UnionType:
        return _optional(kind, value, where)
    if origin is tuple:
        item = get_args(kind)[0]
        return tuple(
            _value(item, one, f"{where}[{place}]") for place, one in enumerate(_list(value, where))
        )
    if origin is dict:
        item = get_args(kind)[1]
        table = _table(value, where)
        return {key: _value(item, one, _join(where, key)) for key, one in table.items()}
    if is_dataclass(kind) and isinstance(kind, type):
        return _record(kind, value, where)
    return _plain(kind, value, where)


def _optional(kind: Any, value: object, where: str) -> object:  # noqa: ANN401 - a type hint
    if value is None:
        return None
    (inner,) = (one for one in get_args(kind) if one is not NoneType)
    return _value(inner, value, where)


def _plain(kind: type, value: object, where: str) -> object:
    if issubclass(kind, StrEnum):
        words = [word.value for word in kind]
        if value not in words:
            raise _Misfit(f"{where} must be one of {', '.join(words)}")
        return kind(value)
    if kind is float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise _Misfit(f"{where} must be a number")
        return float(value)
    if type(value) is not kind:
        raise _Misfit(f"{where} must be {_WORDS[kind]}")
    return value


def _list(value: object, where: str) -> list[object]:
    if not isinstance(value, list):
        raise _Misfit(f"{where} must be a list")
    return value


def _table(value: object, where: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _Misfit(f"{where} must be an object")
    return value


def _join(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key
