"""What a name means at the top of a file, and the edits that import one that is missing."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Union

import libcst as cst

from auditor.model.remedy import Edit
from auditor.remedy.source import CannotEdit, Source, assigned, dotted

_Statement = Union[cst.Import, cst.ImportFrom]


@dataclass(frozen=True)
class _Imported:
    """An import statement at the top level of a module, and the line that holds it."""

    statement: _Statement
    line: cst.SimpleStatementLine

    @property
    def module(self) -> str:
        """The module that is named first."""
        if isinstance(self.statement, cst.Import):
            return dotted(self.statement.names[0].name)
        dots = "." * len(self.statement.relative)
        return dots + (dotted(self.statement.module) if self.statement.module else "")

    @property
    def order(self) -> tuple[bool, str]:
        """As most projects sort them: plain imports first, then by name."""
        return isinstance(self.statement, cst.ImportFrom), self.module.lower()

    @property
    def is_standard(self) -> bool:
        return _is_standard(self.module)


class Names:
    """The imports at the top level of a file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._imports = [
            one
            for line in source.module.body
            if isinstance(line, cst.SimpleStatementLine)
            for one in _imported(line)
        ]
        self._guarded = list(_guarded(source.module.body))
        top = (*self._guarded, *self._imports)
        self._bound = dict(pair for one in top for pair in _bound(one))
        self._inside = _agreed(source)
        self._taken = _assigned(source.module)

    def modules(self) -> frozenset[str]:
        """The packages from which something is imported, in functions too."""
        wholes = (*self._bound.values(), *self._inside.values())
        return frozenset(whole.partition(".")[0] for whole in wholes)

    def meaning(self, name: str) -> str:
        """The qualified name that a dotted name stands for, itself where it is not imported."""
        first, _, rest = name.partition(".")
        whole = self._bound.get(first) or self._inside.get(first, first)
        return f"{whole}.{rest}" if rest else whole

    def refer(self, qualified: str) -> tuple[str, tuple[Edit, ...]]:
        """How the file may call a qualified name, with the edits that this needs."""
        module, _, symbol = qualified.rpartition(".")
        for local, whole in self._bound.items():
            if whole == qualified:
                return local, ()
        for local, whole in self._bound.items():
            if whole == module:
                return f"{local}.{symbol}", ()
        there = (*self._imports, *self._guarded)
        beside = next((one for one in there if self._brings(one, module)), None)
        if beside is not None:
            self._refuse_taken(symbol)
            return symbol, (self._among(beside, symbol),)
        top, _, rest = module.partition(".")
        if symbol in self._taken | self._bound.keys() and rest and self._bound.get(top) == top:
            return qualified, (self._added(f"import {module}", module, plain=True),)
        if "." in module or self._likes_from(module):
            self._refuse_taken(symbol)
            return symbol, (self._added(f"from {module} import {symbol}", module, plain=False),)
        self._refuse_taken(module)
        return f"{module}.{symbol}", (self._added(f"import {module}", module, plain=True),)

    def _likes_from(self, module: str) -> bool:
        """Whether the file imports names rather than modules; modules of the language apart."""
        section = [] if _is_standard(module) else self._section(module)
        by_name = [one for one in section if isinstance(one.statement, cst.ImportFrom)]
        return len(by_name) > len(section) / 2

    def after_imports(self) -> int:
        """Where the code below the imports begins: the end of the last import's line."""
        if not self._imports:
            raise CannotEdit(f"{self.source.path} imports nothing at its top")
        return self._line_end(self._imports[-1])

    def _brings(self, one: _Imported, module: str) -> bool:
        statement = one.statement
        if not isinstance(statement, cst.ImportFrom) or isinstance(statement.names, cst.ImportStar):
            return False
        return one.module == module

    def _among(self, one: _Imported, symbol: str) -> Edit:
        """The symbol among those that are imported already, in their order where they have one."""
        aliases = one.statement.names
        assert not isinstance(aliases, cst.ImportStar)
        names = [dotted(alias.name) for alias in aliases]
        for alias, name in zip(aliases, names, strict=True):
            if name > symbol and names == sorted(names):
                return self.source.inserted(self.source.range(alias)[0], f"{symbol}, ")
        return self.source.inserted(self._end_of(aliases[-1]), f", {symbol}")

    def _end_of(self, alias: cst.ImportAlias) -> int:
        """Where an imported name ends, without the comma behind it."""
        last = alias.asname.name if alias.asname else alias.name
        return self.source.range(last)[1]

    def _refuse_taken(self, name: str) -> None:
        if name in self._taken or name in self._bound:
            raise CannotEdit(f"{name} already means something else in {self.source.path}")

    def _added(self, text: str, module: str, *, plain: bool) -> Edit:
        section = [one for one in self._section(module) if one.module != "__future__"]
        order = (not plain, module.lower())
        rank = -2 if plain else -1
        behind = next((one for one in section if one.order > order), None)
        if behind is not None:
            start = self.source.range(behind.line)[0]
            return self.source.inserted(start, f"{text}\n", rank)
        if section:
            return self.source.inserted(self._line_end(section[-1]), f"{text}\n", rank)
        return self._new_section(text, module, rank)

    def _section(self, module: str) -> list[_Imported]:
        """The imports that stand where one of the module would: those of the language, or not."""
        standard = _is_standard(module)
        return [
            one
            for one in self._imports
            if one.is_standard == standard and not one.module.startswith(".")
        ]

    def _new_section(self, text: str, module: str, rank: int) -> Edit:
        others = [one for one in self._imports if one.module != "__future__"]
        if others and _is_standard(module):
            start = self.source.range(others[0].line)[0]
            return self.source.inserted(start, f"{text}\n\n", rank - 2)
        return self.source.inserted(self.after_imports(), f"\n{text}\n", rank)

    def _line_end(self, one: _Imported) -> int:
        end = self.source.text.find("\n", self.source.range(one.line)[1])
        if end < 0:
            raise CannotEdit(f"{self.source.path} ends with its imports")
        return end + 1


def _guarded(body: Sequence[cst.CSTNode]) -> Iterator[_Imported]:
    """Imports that the top level of a module tries: what they bind holds for the whole module."""
    for line in body:
        if isinstance(line, cst.Try) and isinstance(line.body, cst.IndentedBlock):
            for inner in line.body.body:
                if isinstance(inner, cst.SimpleStatementLine):
                    yield from _imported(inner)


def _imported(line: cst.SimpleStatementLine) -> Iterator[_Imported]:
    for small in line.body:
        if isinstance(small, cst.Import | cst.ImportFrom):
            yield _Imported(small, line)


def _agreed(source: Source) -> dict[str, str]:
    """What names mean that are imported anywhere, where all of these imports say the same."""
    found: dict[str, str] = {}
    for line in source.lines():
        for one in _imported(line):
            for name, whole in _bound(one):
                found[name] = whole if found.get(name, whole) == whole else name
    return found


def _bound(one: _Imported) -> list[tuple[str, str]]:
    """The names that an import binds, each with what it stands for."""
    names = one.statement.names
    if isinstance(names, cst.ImportStar):
        return []
    found = []
    for alias in names:
        whole = dotted(alias.name)
        local = _local(alias)
        if isinstance(one.statement, cst.Import):
            found.append((local or whole.split(".")[0], whole if local else whole.split(".")[0]))
        else:
            found.append((local or whole, f"{one.module}.{whole}"))
    return found


def _local(alias: cst.ImportAlias) -> str | None:
    return dotted(alias.asname.name) if alias.asname else None


def _assigned(module: cst.Module) -> frozenset[str]:
    """Names that the top level of a module gives a meaning, other than by imports."""
    found: set[str] = set()
    for line in module.body:
        if isinstance(line, cst.FunctionDef | cst.ClassDef):
            found.add(line.name.value)
        elif isinstance(line, cst.SimpleStatementLine):
            found.update(name for small in line.body for name in assigned(small))
    return frozenset(found)


def _is_standard(module: str) -> bool:
    return module.split(".")[0] in sys.stdlib_module_names
