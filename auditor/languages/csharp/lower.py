"""Lower one file: where the handlers meet."""

from __future__ import annotations

import re
from functools import cache

import tree_sitter_c_sharp
from tree_sitter import Language, Parser

from auditor.languages.comments import find_comments
from auditor.languages.csharp import classes, expressions, imports, statements
from auditor.languages.decode import Decoded, count_lines
from auditor.languages.directives import read_directives
from auditor.languages.objects import blocks
from auditor.languages.objects.dispatch import lower_statement
from auditor.languages.objects.reading import Grammar, Reading
from auditor.languages.problems import find_problems
from auditor.model.facts import FileFacts, Stmt

_COMMENTS = ("comment",)

GRAMMAR = Grammar(
    language="csharp",
    names=frozenset({"identifier"}),
    silent=frozenset({
        *_COMMENTS, "modifier", "attribute_list", "type_parameter_list", "type_argument_list",
        "predefined_type", "nullable_type", "array_type", "implicit_type", "argument_name",
        "type_parameter_constraints_clause", "array_rank_specifier", "preproc_region",
        "preproc_endregion", "preproc_pragma", "preproc_nullable",
    }),
    receiver="this",
    calls={"invocation_expression": "function", "object_creation_expression": "type"},
    block="block",
    expressions=expressions.HANDLERS,
    statements={
        **blocks.HANDLERS, **classes.HANDLERS, **imports.HANDLERS, **statements.HANDLERS,
    },
)  # fmt: skip


#: Lines for the preprocessor: what is left out by a condition is read like everything else.
_DIRECTIVE = re.compile(rb"^[ \t]*#[^\n]*", re.MULTILINE)


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_c_sharp.language()))


def lower_file(path: str, source: Decoded) -> FileFacts:
    """Lower clean text."""
    text = _DIRECTIVE.sub(lambda found: b" " * len(found[0]), source.text)
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
