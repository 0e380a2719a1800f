"""Names that a library has below more than one path, written down once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from auditor.rulebook.record import Record

Value = TypeVar("Value")


def below_all_paths(record: Record, listed: Mapping[str, Value], word: str) -> dict[str, Value]:
    """All that is listed, each also below the other paths that ``also`` has for its module.

    ``word`` says what is listed. What is listed itself goes before what another path gives.
    """
    more = record.child("also")
    also = {module: more.texts(module) for module in more.words()} if more else {}
    for module in also.keys() - {name.rpartition(".")[0] for name in listed}:
        record.complain("also", f"also: no {word} of '{module}' is listed")
    found: dict[str, Value] = {}
    for name, value in listed.items():
        found[name] = value
        module, _, plain = name.rpartition(".")
        for path in also.get(module, ()):
            found.setdefault(f"{path}.{plain}", value)
    return found
