"""What names mean at the top of a script, and the edits that import one that is missing."""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from auditor.languages.javascript.places import Part
from auditor.model.remedy import Edit
from auditor.remedy.scripts.bound import ALL, DEFAULT, Bound, bound_in, declared_in
from auditor.remedy.scripts.script import Script
from auditor.remedy.scripts.style import style_of
from auditor.remedy.source import CannotEdit


class Wanted(NamedTuple):
    """Something of a module that a text speaks of; ``is_default``: its default export."""

    name: str
    module: str
    is_default: bool = False
    is_type: bool = False


class Imports:
    """The imports at the top level of a file, ``require`` included."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._bound = list(bound_in(script))
        self._lines = list(dict.fromkeys(one.statement for one in self._bound))
        self._lines += [p for p in script.root.parts if p.kind == "import_statement"]
        self._taken = declared_in(script)
        self._commonjs = bool(self._bound) and all(
            one.statement.kind != "import_statement" for one in self._bound
        )

    def modules(self) -> list[str]:
        """What values are imported from, in the order of the file."""
        return list(dict.fromkeys(one.module for one in self._bound if not one.is_type))

    def declares(self, name: str) -> bool:
        """Whether anything in the file has that name, imports apart."""
        return name in self._taken

    def meaning(self, name: str) -> str:
        """``module.Name`` for a dotted name that begins with an import; itself for any other."""
        first, _, rest = name.partition(".")
        one = next((one for one in self._bound if one.local == first), None)
        if one is None:
            return name
        whole = one.module if one.symbol in (DEFAULT, ALL) else f"{one.module}.{one.symbol}"
        return f"{whole}.{rest}" if rest else whole

    def refer(self, wanted: Wanted) -> tuple[str, tuple[Edit, ...]]:
        """How the file may call something, with the edits that this needs."""
        symbols = (DEFAULT, wanted.name) if wanted.is_default else (wanted.name,)
        own = [one for one in self._bound if one.module == wanted.module]
        for one in own:
            if one.symbol in symbols and (wanted.is_type or not one.is_type):
                return one.local, ()
        for one in own:
            if one.symbol == ALL and not one.is_type:
                return f"{one.local}.{wanted.name}", ()
        if wanted.name in self._taken or any(one.local == wanted.name for one in self._bound):
            raise CannotEdit(f"{wanted.name} already means something else in {self._script.path}")
        beside = None if wanted.is_default else self._named(own)
        if beside is not None:
            return wanted.name, (self._among(beside, wanted),)
        return wanted.name, (self._added(wanted),)

    def after(self) -> int:
        """Where the code below the imports begins: the end of the last import's line.

        Where nothing is imported, it is the end of the line of the last comment or directive at
        the top, or the top itself.
        """
        if not self._lines:
            head = list(takewhile(_stands_first, self._script.root.parts))
            return self._line_end(head[-1]) if head else 0
        return self._line_end(max(self._lines, key=lambda part: part.end))

    def _named(self, own: list[Bound]) -> Part | None:
        """The braces of an import from the same module."""
        for one in own:
            if not one.is_type and one.statement.kind == "import_statement":
                found = [p for p in one.statement.all() if p.kind == "named_imports"]
                if found and len(found[0].parts) > 2:
                    return found[0]
        return None

    def _among(self, braces: Part, wanted: Wanted) -> Edit:
        last = [part for part in braces.parts if part.kind == "import_specifier"][-1]
        said = f"type {wanted.name}" if wanted.is_type else wanted.name
        if "\n" in self._script.code(braces):
            said = f"\n{self._script.indent(last.start)}{said}"
            return self._script.inserted(last.end, f",{said}")
        return self._script.inserted(last.end, f", {said}")

    def _added(self, wanted: Wanted) -> Edit:
        """A line of its own, below the imports from other packages."""
        name = wanted.name
        if self._commonjs:
            said = f"{{ {name} }}" if not wanted.is_default else name
            text = f'const {said} = require("{wanted.module}");\n'
        else:
            what = "import type" if wanted.is_type else "import"
            said = name if wanted.is_default else f"{{ {name} }}"
            text = f'{what} {said} from "{wanted.module}";\n'
        packages = [o.statement for o in self._bound if not o.module.startswith((".", "@/", "~/"))]
        places = packages or self._lines
        if not places:
            raise CannotEdit(f"{self._script.path} imports nothing at its top")
        at = self._line_end(max(places, key=lambda part: part.end))
        return self._script.inserted(at, style_of(self._script)(text), rank=-1)

    def _line_end(self, part: Part) -> int:
        end = self._script.text.find("\n", part.end)
        if end < 0:
            raise CannotEdit(f"{self._script.path} ends with its imports")
        return end + 1


def _stands_first(part: Part) -> bool:
    """Comments, ``#!`` and directives like ``"use strict"``."""
    if part.kind == "expression_statement":
        return bool(part.parts) and part.parts[0].kind == "string"
    return part.kind in ("comment", "hash_bang_line")
