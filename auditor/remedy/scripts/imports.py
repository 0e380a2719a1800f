"""What names mean at the top of a script, and the edits that import one that is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from auditor.languages.javascript.places import Part
from auditor.model.remedy import Edit
from auditor.remedy.scripts.script import Script
from auditor.remedy.scripts.style import style_of
from auditor.remedy.source import CannotEdit

DEFAULT, ALL = "default", "*"
_DECLARED = (
    "class_declaration", "enum_declaration", "function_declaration", "interface_declaration",
    "type_alias_declaration", "variable_declarator",
)  # fmt: skip


class Bound(NamedTuple):
    """A name of the file that stands for ``symbol`` of a module, ``default`` or ``*`` (all)."""

    local: str
    module: str
    symbol: str
    is_type: bool
    statement: Part


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
        self._bound = list(_bound(script))
        self._lines = list(dict.fromkeys(one.statement for one in self._bound))
        self._lines += [p for p in script.root.parts if p.kind == "import_statement"]
        self._taken = _declared(script)
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
        """Where the code below the imports begins: the end of the last import's line."""
        if not self._lines:
            raise CannotEdit(f"{self._script.path} imports nothing at its top")
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


def _bound(script: Script) -> Iterator[Bound]:
    for statement in script.root.parts:
        if statement.kind == "import_statement":
            yield from _imported(script, statement)
        elif statement.kind in ("lexical_declaration", "variable_declaration"):
            for one in statement.parts:
                if one.kind == "variable_declarator":
                    yield from _required(script, statement, one)


def _imported(script: Script, statement: Part) -> Iterator[Bound]:
    source = statement.get("source")
    module = script.string(source) if source is not None else None
    clause = next((part for part in statement.parts if part.kind == "import_clause"), None)
    if module is None or clause is None:
        return
    is_type = any(part.kind == "type" for part in statement.parts)
    for part in clause.parts:
        if part.kind == "identifier":
            yield Bound(script.code(part), module, DEFAULT, is_type, statement)
        elif part.kind == "namespace_import":
            yield Bound(script.code(part.parts[-1]), module, ALL, is_type, statement)
        elif part.kind == "named_imports":
            for one in part.parts:
                name, alias = one.get("name"), one.get("alias")
                if name is not None:
                    local = script.code(alias or name)
                    of_type = is_type or any(below.kind == "type" for below in one.parts)
                    yield Bound(local, module, script.code(name), of_type, statement)


def _required(script: Script, statement: Part, one: Part) -> Iterator[Bound]:
    """``const A = require("m")``, ``.B`` behind it, or ``{ B, C: D }`` before it."""
    name, value = one.get("name"), one.get("value")
    inner = (
        value.get("object") if value is not None and value.kind == "member_expression" else value
    )
    module = _module(script, inner)
    if name is None or value is None or module is None:
        return
    if name.kind == "identifier":
        key = value.get("property") if inner is not value else None
        yield Bound(
            script.code(name), module, script.code(key) if key else DEFAULT, False, statement
        )
    elif name.kind == "object_pattern" and inner is value:
        for part in name.parts:
            if part.kind == "shorthand_property_identifier_pattern":
                yield Bound(script.code(part), module, script.code(part), False, statement)
            elif part.kind == "pair_pattern":
                key, local = part.get("key"), part.get("value")
                if key is not None and local is not None and local.kind == "identifier":
                    yield Bound(script.code(local), module, script.code(key), False, statement)


def _module(script: Script, value: Part | None) -> str | None:
    """The module of ``require("m")``."""
    if value is None or value.kind != "call_expression":
        return None
    function, given = value.get("function"), value.get("arguments")
    if function is None or script.code(function) != "require" or given is None:
        return None
    texts = [script.string(part) for part in given.parts if part.kind == "string"]
    return texts[0] if len(texts) == 1 else None


def _declared(script: Script) -> frozenset[str]:
    """Names that anything in the file declares, imports apart."""
    names = (part.get("name") for part in script.of_kind(*_DECLARED))
    return frozenset(script.code(name) for name in names if name is not None)
