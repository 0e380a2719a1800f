"""Lower one file: where the handlers meet."""

from __future__ import annotations

from functools import cache

import tree_sitter_java
from tree_sitter import Language, Parser

from auditor.languages.comments import find_comments
from auditor.languages.decode import Decoded, count_lines
from auditor.languages.directives import read_directives
from auditor.languages.java import classes, expressions, imports, statements
from auditor.languages.objects import blocks
from auditor.languages.objects.dispatch import lower_statement
from auditor.languages.objects.reading import Grammar, Reading
from auditor.languages.problems import find_problems
from auditor.model.facts import FileFacts, Stmt

_COMMENTS = ("line_comment", "block_comment")

GRAMMAR = Grammar(
    language="java",
    names=frozenset({"identifier"}),
    silent=frozenset({
        *_COMMENTS, "modifiers", "type_parameters", "type_arguments", "throws",
        "type_identifier", "generic_type", "array_type", "integral_type", "boolean_type",
        "floating_point_type", "void_type", "scoped_type_identifier", "dimensions",
        "annotation_type_declaration",
    }),
    receiver="this",
    calls={"method_invocation": "name", "object_creation_expression": "type"},
    block="block",
    expressions={
        **expressions.HANDLERS, "switch_expression": statements.lower_switch_value,
    },
    statements={
        **blocks.HANDLERS, **classes.HANDLERS, **imports.HANDLERS, **statements.HANDLERS,
    },
)  # fmt: skip


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_java.language()))


def lower_file(path: str, source: Decoded) -> FileFacts:
    """Lower clean text."""
    text = source.text
    root = _parser().parse(text).root_node
    line_count = count_lines(text)
    # One row more than lines: the parser may place an error behind the last line end.
    lines = range(1, line_count + 3)
    reading = Reading(text.decode("latin-1"), lines, broken=root.has_error, grammar=GRAMMAR)
    body: list[Stmt] = []
    for child in root.named_children:
        lower_statement(reading, child, body)
    directives, unclear = read_directives(path, sorted(find_comments(reading, root, _COMMENTS)))
    problems = (*source.problems, *find_problems(path, root, reading), *unclear)
    return FileFacts(path, GRAMMAR.language, line_count, tuple(body), directives, problems)
