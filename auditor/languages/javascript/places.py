"""The syntax of a script with the place of each of its parts, for whoever edits the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from auditor.languages.javascript.parse import parse
from auditor.languages.limits import MAX_DEPTH

_GRAMMARS = {
    **dict.fromkeys((".js", ".jsx", ".mjs", ".cjs"), "javascript"),
    **dict.fromkeys((".ts", ".mts", ".cts"), "typescript"),
    ".tsx": "tsx",
}
SUFFIXES = tuple(_GRAMMARS)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A piece of syntax. ``kind`` and ``field`` are the grammar's words, places are characters."""

    kind: str
    field: str
    start: int
    end: int
    parts: tuple[Part, ...]

    def get(self, field: str) -> Part | None:
        """The part in a role: the ``function`` of a call."""
        return next((part for part in self.parts if part.field == field), None)

    def all(self) -> Iterator[Part]:
        """The part itself, and all below it."""
        yield self
        for part in self.parts:
            yield from part.all()


def places_of(path: str, text: str) -> Part | None:
    """The whole file; None where it does not parse from one end to the other."""
    suffix = next((suffix for suffix in SUFFIXES if path.endswith(suffix)), None)
    if suffix is None:
        return None
    data = text.encode("utf-8")
    root = parse(data, _GRAMMARS[suffix])
    if root is None or root.has_error:
        return None
    at = range(len(data) + 1) if len(data) == len(text) else _characters(text)
    return _part(root, "", at, MAX_DEPTH)


def _part(node: Node, field: str, at: range | list[int], depth: int) -> Part | None:
    """A node and what lies below it; None where that is nested too deep."""
    parts: list[Part] = []
    for number, child in enumerate(node.children):
        name = node.field_name_for_child(number) or ""
        part = _part(child, name, at, depth - 1) if depth else None
        if part is None:
            return None
        parts.append(part)
    return Part(node.type, field, at[node.start_byte], at[node.end_byte], tuple(parts))


def _characters(text: str) -> list[int]:
    """For each byte of the text in UTF-8, and for its end, the character that it belongs to."""
    found = [at for at, sign in enumerate(text) for _ in sign.encode("utf-8")]
    return [*found, len(text)]
