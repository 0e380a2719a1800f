"""Exports in every form.

What a module exports under another name is an assignment to that name, ``default`` included; what
it passes on from another module is an import, so that its environment holds it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from auditor.languages.javascript.declarations import define
from auditor.languages.javascript.decorators import keep_decorators, lower_decorators
from auditor.languages.javascript.dispatch import lower_expression, lower_statement, unwrap
from auditor.languages.javascript.imports import Names, passed_on, read_names
from auditor.languages.javascript.reading import EXTRAS, Reading, line_of, solid
from auditor.model.facts import Assign, Attr, Class, Function, Name, Stmt


def lower_export(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """Every form of ``export``."""
    line = line_of(reading, node)
    words = solid(node)
    kinds = {word.type for word in words}
    declaration = node.child_by_field_name("declaration")
    value = node.child_by_field_name("value")
    if declaration is not None:
        _declared(reading, words, declaration, "default" in kinds, out)
    elif node.child_by_field_name("source") is not None:
        out.extend(passed_on(reading, node, words, "type" in kinds, line))
    elif value is not None and value.type not in EXTRAS:
        _decorate(reading, words, unwrap(value).type == "class")
        if not define(reading, value, "default", out):
            lowered = lower_expression(reading, value)
            out.append(Assign((Name("default", line),), lowered, None, "", line))
        reading.exports.add("default")
        reading.decorators = ()
    elif "=" in kinds:  # export = x
        target = Attr(Name("module", line), "exports", line)
        exported = [word for word in words if word.is_named][-1]
        out.append(Assign((target,), lower_expression(reading, exported), None, "", line))
    elif "type" not in kinds and "namespace" not in kinds:
        names: Names = []
        for word in words:
            if word.type == "export_clause":
                read_names(reading, word, names, [])
        for local, symbol in names:
            reading.exports.add(symbol)
            if local != symbol:
                out.append(Assign((Name(symbol, line),), Name(local, line), None, "", line))


def _declared(
    reading: Reading, words: list[Node], declaration: Node, default: bool, out: list[Stmt]
) -> None:
    """``export`` before a declaration, whose decorators may stand before the ``export``."""
    _decorate(reading, words, declaration.type.endswith("class_declaration"))
    before = len(out)
    lower_statement(reading, declaration, out)
    reading.decorators = ()
    made = [stmt for stmt in out[before:] if isinstance(stmt, (Function, Class))]
    if not default:
        reading.exports.update(_defined(out[before:]))
    if default and made:
        reading.exports.add("default")
        line = line_of(reading, declaration)
        out.append(Assign((Name("default", line),), Name(made[-1].name, line), None, "", line))


def _defined(made: list[Stmt]) -> Iterator[str]:
    """The names that a declaration defines."""
    for stmt in made:
        if isinstance(stmt, (Function, Class)):
            yield stmt.name
        elif isinstance(stmt, Assign):
            yield from (target.id for target in stmt.targets if isinstance(target, Name))


def _decorate(reading: Reading, words: list[Node], is_class: bool) -> None:
    """Hand the decorators before ``export`` to the class behind it."""
    if is_class:
        reading.decorators = lower_decorators(reading, words)
    else:
        keep_decorators(reading, words)


HANDLERS = {"export_statement": lower_export}
