"""Imports in every form; what a module passes on from another is one too."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.javascript.decorators import evaluated
from auditor.languages.javascript.dispatch import lower_expression, lower_loose
from auditor.languages.javascript.reading import Reading, line_of, solid, text_of
from auditor.languages.javascript.registries import package_of
from auditor.languages.strings import unquote
from auditor.model.facts import Assign, Import, Name, Stmt

Names = list[tuple[str, str]]
_SPECIFIERS = frozenset({"import_specifier", "export_specifier"})


def lower_import(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """Every form of ``import``; one for its effects only has no names."""
    words = solid(node)
    line = line_of(reading, node)
    typing_only = any(word.type in ("type", "typeof") for word in words)
    module = _module(reading, node)
    for word in words:
        if word.type == "import_attribute" and "(" in text_of(reading, word):  # not in valid code
            out.append(evaluated(lower_loose(reading, word), line))
    clause = next((word for word in words if word.type == "import_clause"), None)
    if clause is not None:
        out.extend(_from_clause(reading, clause, module, typing_only, line))
        return
    required = next((word for word in words if word.type == "import_require_clause"), None)
    if required is not None:  # import x = require("m")
        name = text_of(reading, solid(required)[0])
        out.append(Import(_module(reading, required), 0, None, name, typing_only, line))
    else:
        out.append(Import(module, 0, (), None, typing_only, line))


def _from_clause(
    reading: Reading, clause: Node, module: str, typing_only: bool, line: int
) -> list[Stmt]:
    names: Names = []
    types: Names = []
    found: list[Stmt] = []
    for part in solid(clause):
        if part.type == "identifier":
            names.append(("default", text_of(reading, part)))
        elif part.type == "namespace_import":
            alias = text_of(reading, solid(part)[-1])
            found.append(Import(module, 0, None, alias, typing_only, line))
        elif part.type == "named_imports":
            read_names(reading, part, names, types)
    if not found or names or types:
        found[:0] = _of_names(module, names, types, typing_only, line)
    return found


def _of_names(module: str, names: Names, types: Names, typing_only: bool, line: int) -> list[Stmt]:
    """One import for values and one for types; none of either is an import all the same."""
    found: list[Stmt] = []
    if names or not types:
        found.append(Import(module, 0, tuple(names), None, typing_only, line))
    if types:
        found.append(Import(module, 0, tuple(types), None, True, line))
    return found


def read_names(reading: Reading, node: Node, names: Names, types: Names) -> None:
    """``{a, b as c, type D}``: (symbol, local name) pairs."""
    for specifier in node.children:
        if specifier.type in _SPECIFIERS:
            symbol = specifier.child_by_field_name("name")
            local = specifier.child_by_field_name("alias") or symbol
            if symbol is not None and local is not None:
                pair = _symbol(reading, symbol), _symbol(reading, local)
                is_type = any(word.type in ("type", "typeof") for word in specifier.children)
                (types if is_type else names).append(pair)


def _symbol(reading: Reading, node: Node) -> str:
    text = text_of(reading, node)
    return unquote(text) if node.type == "string" else text


def _module(reading: Reading, node: Node) -> str:
    source = node.child_by_field_name("source")
    return "" if source is None else package_of(unquote(text_of(reading, source)))


def lower_import_alias(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``import x = a.b.c``."""
    words = [word for word in solid(node) if word.is_named]
    name = text_of(reading, words[0])
    reading.declared.add(name)
    line = line_of(reading, node)
    out.append(Assign((Name(name, line),), lower_expression(reading, words[-1]), None, "", line))


def passed_on(
    reading: Reading, node: Node, words: list[Node], typing_only: bool, line: int
) -> list[Stmt]:
    """``export {a} from "m"``, ``export * from "m"``, ``export * as ns from "m"``."""
    module = _module(reading, node)
    names: Names = []
    types: Names = []
    for word in words:
        if word.type == "*":
            names.append(("*", "*"))
        elif word.type == "namespace_export":
            alias = _symbol(reading, solid(word)[-1])
            return [Import(module, 0, None, alias, typing_only, line)]
        elif word.type == "export_clause":
            read_names(reading, word, names, types)
    return _of_names(module, names, types, typing_only, line)


HANDLERS = {
    "import_statement": lower_import,
    "import_alias": lower_import_alias,
}
