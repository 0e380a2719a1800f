"""Imports in every form."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from auditor.languages.python.reading import Reading, line_of, name_of, solid
from auditor.model.facts import Import, Stmt


def lower_import(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``import a.b, c as d``: one ``Import`` each."""
    line = line_of(reading, node)
    for name, alias in _names(reading, solid(node)[1:]):
        out.append(Import(name, 0, None, alias, reading.typing_only, line))


def lower_from(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``from ..a import b as c``, parenthesised or not, and ``from a import *``."""
    _, source, *rest = solid(node)
    level = 0
    module = ""
    for part in (source, *source.children):
        if part.type == "import_prefix":
            level = len(part.children)
        elif part.type == "dotted_name":
            module = _dotted(reading, part)
        elif part.type == "__future__":
            module = "__future__"
    names = [(name, alias or name) for name, alias in _names(reading, rest)]
    if any(part.type == "wildcard_import" for part in rest):
        names = [("*", "*")]
    line = line_of(reading, node)
    out.append(Import(module, level, tuple(names), None, reading.typing_only, line))


def _names(reading: Reading, nodes: list[Node]) -> Iterator[tuple[str, str | None]]:
    for node in nodes:
        if node.type == "dotted_name":
            yield _dotted(reading, node), None
        elif node.type == "aliased_import":
            name, *_, alias = solid(node)
            yield _dotted(reading, name), name_of(reading, alias)


def _dotted(reading: Reading, node: Node) -> str:
    parts = [name_of(reading, part) for part in node.children if part.type == "identifier"]
    return ".".join(parts)


HANDLERS = {
    "import_statement": lower_import,
    "import_from_statement": lower_from,
    "future_import_statement": lower_from,
}
