"""The state of lowering one text, and how to read places and names off syntax nodes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tree_sitter import Node

from auditor.model.facts import Stmt
from auditor.model.source import Span


@dataclass(slots=True)
class Reading:
    """One text while it is lowered.

    ``text`` is the UTF-8 text seen as Latin-1: byte offsets are its indices, and slices of ASCII
    (nearly all) need no decoding. ``lines`` turns a row into the line to report.
    """

    text: str
    lines: Sequence[int]
    cell: int = 0
    broken: bool = False
    depth: int = 0
    deep_line: int = 0


def text_of(reading: Reading, node: Node) -> str:
    """The source text of a node."""
    piece = reading.text[node.start_byte : node.end_byte]
    return piece if piece.isascii() else piece.encode("latin-1").decode("utf-8", "replace")


def line_of(reading: Reading, node: Node) -> int:
    """The line on which a node begins."""
    return reading.lines[node.start_point[0]]


def span_of(reading: Reading, node: Node) -> Span:
    """The stretch of source that a node covers."""
    row, column = node.start_point
    end_row, end_column = node.end_point
    lines = reading.lines
    return Span(lines[row], column, lines[end_row], end_column, reading.cell)


def mark_deep(reading: Reading, node: Node) -> int:
    """Note that nesting from here on is not kept; the line of the node."""
    line = line_of(reading, node)
    reading.deep_line = reading.deep_line or line
    return line


def take_ahead(ahead: list[Stmt], held: int) -> list[Stmt]:
    """The statements that were put ahead since there were ``held`` of them."""
    taken = ahead[held:]
    del ahead[held:]
    return taken
