"""One JavaScript or TypeScript file with the places of its parts."""

from __future__ import annotations

from functools import cached_property

from auditor.languages.javascript.places import Part, places_of
from auditor.model.remedy import Edit
from auditor.remedy.source import CannotEdit

#: What may stand around an expression without changing whose value it is.
_THIN = frozenset({"parenthesized_expression", "non_null_expression"})
FUNCTIONS = frozenset(
    {
        "arrow_function", "function_declaration", "function_expression", "generator_function",
        "generator_function_declaration", "method_definition",
    }
)  # fmt: skip


class Script:
    """A parsed file. Places are offsets into ``text``."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        root = places_of(path, text)
        if root is None:
            raise CannotEdit(f"{path} does not parse as a script of today")
        self.root = root

    @property
    def is_typed(self) -> bool:
        """Whether types may be written in it."""
        return self.path.endswith((".ts", ".tsx", ".mts", ".cts"))

    @cached_property
    def _parents(self) -> dict[Part, Part]:
        return {below: part for part in self.root.all() for below in part.parts}

    def parent(self, part: Part) -> Part | None:
        """What a part is a part of."""
        return self._parents.get(part)

    def code(self, part: Part) -> str:
        """A part as it is written."""
        return self.text[part.start : part.end]

    def line(self, part: Part) -> int:
        """The line on which a part begins."""
        return self.text.count("\n", 0, part.start) + 1

    def of_kind(self, *kinds: str, line: int | None = None) -> list[Part]:
        """All parts of these kinds, on one line if need be, in the order of the text."""
        found = [part for part in self.root.all() if part.kind in kinds]
        return [part for part in found if line is None or self.line(part) == line]

    def calls(self, line: int, column: int) -> list[Part]:
        """The calls that begin at a column of a line, in bytes; outer ones first."""
        lines = self.text.split("\n")
        if not 0 < line <= len(lines):
            return []
        before = lines[line - 1].encode("utf-8")[:column].decode("utf-8", "ignore")
        at = sum(len(one) + 1 for one in lines[: line - 1]) + len(before)
        return [part for part in self.of_kind("call_expression") if part.start == at]

    def made(self, line: int) -> list[Part]:
        """The objects that are built on a line."""
        return self.of_kind("new_expression", line=line)

    def dotted(self, part: Part) -> str:
        """``a.b.c`` of a name or a member of one; what is neither counts as ``?``."""
        if part.kind in _THIN:
            inner = [below for below in part.parts if below.kind not in "(!)"]
            return self.dotted(inner[0]) if len(inner) == 1 else "?"
        if part.kind in ("identifier", "this"):
            return self.code(part)
        of, name = part.get("object"), part.get("property")
        if part.kind == "member_expression" and of is not None and name is not None:
            return f"{self.dotted(of)}.{self.code(name)}"
        return "?"

    def string(self, part: Part) -> str | None:
        """The text of a plain string, None for anything else and for one with escapes."""
        if part.kind != "string" or any(one.kind == "escape_sequence" for one in part.parts):
            return None
        return self.text[part.start + 1 : part.end - 1]

    def indent(self, at: int) -> str:
        """What the line of a place begins with before its first sign."""
        line = self.text[self.text.rfind("\n", 0, at) + 1 :]
        return line[: len(line) - len(line.lstrip(" \t"))]

    def replaced(self, part: Part, text: str) -> Edit:
        """The edit that puts a text in the place of a part."""
        return Edit(self.path, part.start, part.end, 0, text)

    def inserted(self, at: int, text: str, rank: int = 0) -> Edit:
        """The edit that inserts a text."""
        return Edit(self.path, at, at, rank, text)
