"""One Python file with the places of its parts, so that an edit touches nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from io import StringIO

import libcst as cst
from libcst.metadata import MetadataWrapper, ParentNodeProvider, PositionProvider

from auditor.model.remedy import Edit


class CannotEdit(Exception):
    """Why a file or a piece of code is left alone, as a sentence for its owner.

    ``paste`` is code that its owner may begin with.
    """

    def __init__(self, reason: str, paste: str = "") -> None:
        super().__init__(reason)
        self.paste = paste


class Source:
    """A parsed file. Places are offsets into ``text``."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        try:
            self._wrapper = MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True)
        except cst.ParserSyntaxError as error:
            raise CannotEdit(f"{path} does not parse as Python of today") from error
        self.module = self._wrapper.module

    @cached_property
    def _lines(self) -> list[str]:
        """The lines with their ends, as Python counts them: a form feed ends none."""
        return StringIO(self.text, newline="").readlines()

    @cached_property
    def _ranges(self) -> dict[cst.CSTNode, tuple[int, int]]:
        starts = [0]
        for line in self._lines:
            starts.append(starts[-1] + len(line))
        found = {}
        for node, place in self._wrapper.resolve(PositionProvider).items():
            start = starts[place.start.line - 1] + place.start.column
            found[node] = (start, starts[place.end.line - 1] + place.end.column)
        return found

    @cached_property
    def _parents(self) -> dict[cst.CSTNode, cst.CSTNode]:
        return dict(self._wrapper.resolve(ParentNodeProvider))

    def range(self, node: cst.CSTNode) -> tuple[int, int]:
        """Where a node begins and ends."""
        return self._ranges[node]

    def code(self, node: cst.CSTNode) -> str:
        """A node as it is written."""
        start, end = self.range(node)
        return self.text[start:end]

    def line(self, node: cst.CSTNode) -> int:
        """The line on which a node begins."""
        return self.text.count("\n", 0, self.range(node)[0]) + 1

    def before(self, at: int) -> str:
        """What stands before a place on its line."""
        return self.text[self.text.rfind("\n", 0, at) + 1 : at]

    def parent(self, node: cst.CSTNode) -> cst.CSTNode | None:
        """What a node is a part of."""
        return self._parents.get(node)

    def replaced(self, node: cst.CSTNode, text: str) -> Edit:
        """The edit that puts a text in the place of a node."""
        start, end = self.range(node)
        return Edit(self.path, start, end, 0, text)

    def inserted(self, at: int, text: str, rank: int = 0) -> Edit:
        """The edit that inserts a text."""
        return Edit(self.path, at, at, rank, text)

    def all_calls(self) -> list[cst.Call]:
        """Every call of the file."""
        return [node for node in self._ranges if isinstance(node, cst.Call)]

    def calls(self, line: int, column: int | None = None) -> list[cst.Call]:
        """The calls that begin on a line, or at a column of it, in bytes; outer ones first."""
        at = self._offset(line, column) if column is not None else None
        found = [
            node
            for node in self.all_calls()
            if (self.range(node)[0] == at if at is not None else self.line(node) == line)
        ]
        return sorted(found, key=lambda node: (self.range(node)[0], -self.range(node)[1]))

    def strings(self, line: int) -> list[cst.SimpleString]:
        """The texts that begin on a line."""
        return [
            node
            for node in self._ranges
            if isinstance(node, cst.SimpleString) and self.line(node) == line
        ]

    def lines(self) -> list[cst.SimpleStatementLine]:
        """The plain statements of the file, at any depth."""
        return [node for node in self._ranges if isinstance(node, cst.SimpleStatementLine)]

    def functions(self) -> list[cst.FunctionDef]:
        """All functions and methods of the file."""
        return [node for node in self._ranges if isinstance(node, cst.FunctionDef)]

    def handlers(self, line: int) -> list[cst.ExceptHandler]:
        """The handlers that begin on a line."""
        return [
            node
            for node in self._ranges
            if isinstance(node, cst.ExceptHandler) and self.line(node) == line
        ]

    def above(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """What a node lies in, from the inside out."""
        here = self.parent(node)
        while here is not None:
            yield here
            here = self.parent(here)

    def _offset(self, line: int, column: int) -> int:
        if not 0 < line <= len(self._lines):
            return -1
        before = self._lines[line - 1].encode("utf-8")[:column].decode("utf-8", "ignore")
        return sum(map(len, self._lines[: line - 1])) + len(before)


def dotted(node: cst.BaseExpression) -> str:
    """``a.b.c`` of a name or an attribute of one; of anything else what follows its last dot.

    A call or an index in it counts as an unknown part: ``make().chat.create`` is ``?.chat.create``.
    """
    if isinstance(node, cst.Name):
        return node.value
    if isinstance(node, cst.Attribute):
        return f"{dotted(node.value)}.{node.attr.value}"
    return "?"


def assigned(small: cst.BaseSmallStatement) -> list[str]:
    """The plain names to which a statement assigns, one by one."""
    targets: list[cst.BaseExpression] = []
    if isinstance(small, cst.Assign):
        targets = [target.target for target in small.targets]
    elif isinstance(small, cst.AnnAssign):
        targets = [small.target]
    return [target.value for target in targets if isinstance(target, cst.Name)]
