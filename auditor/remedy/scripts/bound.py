"""The names of a script: those that its imports bind, and those that it declares itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from auditor.languages.javascript.places import Part
from auditor.remedy.scripts.script import Script

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


def declared_in(script: Script) -> frozenset[str]:
    """Names that anything in the file declares, imports apart."""
    names = (part.get("name") for part in script.of_kind(*_DECLARED))
    return frozenset(script.code(name) for name in names if name is not None)


def bound_in(script: Script) -> Iterator[Bound]:
    """What the imports at the top of a file bind, ``require`` included."""
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
