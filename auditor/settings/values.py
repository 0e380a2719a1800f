"""One value of a configuration file, or what is wrong with it and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from auditor.model.errors import AuditorError

Word = TypeVar("Word", bound=StrEnum)
Table = Mapping[str, object]


def texts(table: Table, key: str, where: str) -> tuple[str, ...]:
    """A list of texts, empty where the key is missing."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise AuditorError(f"{key} in {where} must be a list of texts")
    return tuple(value)


def text(table: Table, key: str, where: str) -> str | None:
    """A text, None where the key is missing."""
    value = table.get(key)
    if value is not None and not isinstance(value, str):
        raise AuditorError(f"{key} of {where} must be a text")
    return value


def flag(table: Table, key: str, where: str) -> bool:
    """True or false, false where the key is missing."""
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise AuditorError(f"{key} in {where} must be true or false")
    return value


def share(table: Table, key: str, where: str) -> float | None:
    """A number from 0 to 1, None where the key is missing."""
    value = table.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise AuditorError(f"{key} in {where} must be a number from 0 to 1")
    return float(value)


def seconds(table: Table, key: str, where: str) -> float | None:
    """A number above 0, None where the key is missing."""
    value = table.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
        raise AuditorError(f"{key} in {where} must be a number of seconds")
    return float(value)


def word(value: object, kind: type[Word], key: str, where: str, *also: str) -> Word | None:
    """A word of ``kind``; None for one of the further words ``also``."""
    known = [*(item.value for item in kind), *also]
    one_of(value, known, key, where)
    return None if value in also else kind(str(value))


def one_of(value: object, known: Sequence[str], key: str, where: str) -> str:
    """One of the known words."""
    if value not in known:
        raise AuditorError(f"{key} of {where} is {value!r}", hint=f"it may be {', '.join(known)}")
    return str(value)


def day(table: Table, key: str, where: str) -> date | None:
    """A date, with or without quotes; None where the key is missing."""
    value = table.get(key)
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise AuditorError(f"{key} of {where} must be a date such as 2027-03-31") from error


def tables(table: Table, key: str, where: str) -> list[Table]:
    """A list of tables, empty where the key is missing."""
    value = table.get(key, [])
    if not isinstance(value, list):
        raise AuditorError(
            f"{key} in {where} must be a list of tables",
            hint=f"write each as [[tool.auditor.{key}]], or [[{key}]] in auditor.toml",
        )
    for entry in value:
        if not isinstance(entry, dict):
            raise AuditorError(f"[[{key}]] in {where} must be a table")
    return value


def refuse_unknown(table: Table, known: Sequence[str], where: str) -> None:
    """An error for the first key that is none of ``known``, with the nearest of them."""
    for key in table:
        if key in known:
            continue
        near = get_close_matches(key.replace("_", "-"), known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(known)}"
        raise AuditorError(f"unknown key {key!r} in {where}", hint=hint)
