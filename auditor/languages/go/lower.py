"""Lower one file: what is declared first, then what runs when the package is loaded."""

from __future__ import annotations

from functools import cache

import tree_sitter_go
from tree_sitter import Language, Node, Parser

from auditor.languages.comments import find_comments
from auditor.languages.decode import Decoded, count_lines
from auditor.languages.directives import read_directives
from auditor.languages.go import (
    blocks,
    displays,
    expressions,
    functions,
    literals,
    returns,
    simple,
)
from auditor.languages.go.dispatch import EXPRESSIONS, STATEMENTS, lower_statement
from auditor.languages.go.functions import read_function
from auditor.languages.go.imports import find_imports
from auditor.languages.go.reading import Reading, line_of, named, span_of, text_of
from auditor.languages.go.structs import Types
from auditor.languages.problems import find_problems
from auditor.model.facts import Call, Evaluate, FileFacts, Function, Name, Stmt

for table in (displays, expressions, functions, literals):
    EXPRESSIONS.update(table.HANDLERS)
for handlers in (blocks.HANDLERS, returns.HANDLERS, simple.HANDLERS):
    STATEMENTS.update(handlers)

_CONSTANTS, _VARIABLES = "const_declaration", "var_declaration"
#: A package may have any number of functions of this name; all run when it is loaded.
_ON_LOAD = "init"


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_go.language()))


def lower_file(path: str, source: Decoded) -> FileFacts:
    """Lower clean text. Its one export is the name of the package."""
    text = source.text
    root = _parser().parse(text).root_node
    line_count = count_lines(text)
    # One row more than lines: the parser may place an error behind the last line end.
    reading = Reading(text.decode("latin-1"), range(1, line_count + 3), broken=root.has_error)
    body = _lower_root(reading, root)
    directives, unclear = read_directives(path, sorted(find_comments(reading, root)))
    problems = (*source.problems, *find_problems(path, root, reading), *unclear)
    exports = tuple(text_of(reading, n) for n in _package(root))
    return FileFacts(path, "go", line_count, body, directives, problems, exports)


def _package(root: Node) -> list[Node]:
    return [n for c in named(root) if c.type == "package_clause" for n in named(c)]


def _lower_root(reading: Reading, root: Node) -> tuple[Stmt, ...]:
    types = Types(reading)
    declared: list[Stmt] = []
    loaded: list[Stmt] = []
    late: dict[str, list[Stmt]] = {_CONSTANTS: [], _VARIABLES: []}
    for node in named(root):
        match node.type:
            case "function_declaration":
                declared.append(_function(reading, node, loaded))
            case "method_declaration":
                types.add_method(node)
            case "type_declaration":
                types.add_types(node)
            case "const_declaration" | "var_declaration":
                lower_statement(reading, node, late[node.type])
            case "package_clause" | "import_declaration":
                pass
            case _:
                lower_statement(reading, node, loaded)
    values = (*late[_CONSTANTS], *late[_VARIABLES])
    return (*find_imports(reading, root), *types.statements(), *declared, *values, *loaded)


def _function(reading: Reading, node: Node, loaded: list[Stmt]) -> Function:
    name = text_of(reading, node.child_by_field_name("name") or node)
    line = line_of(reading, node)
    if name == _ON_LOAD:
        name = f"{_ON_LOAD} {line}"
        loaded.append(Evaluate(Call(Name(name, line), (), span_of(reading, node)), line))
    return read_function(reading, node, name)
