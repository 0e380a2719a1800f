"""Lower one file of any language of this kind."""

from __future__ import annotations

from tree_sitter import Parser

from auditor.languages.comments import find_comments
from auditor.languages.decode import Decoded, count_lines
from auditor.languages.directives import read_directives
from auditor.languages.objects.dispatch import lower_statement
from auditor.languages.objects.reading import Grammar, Reading
from auditor.languages.problems import find_problems
from auditor.model.facts import FileFacts, Stmt


def lower_source(path: str, source: Decoded, parser: Parser, grammar: Grammar) -> FileFacts:
    """Lower clean text."""
    text = source.text
    root = parser.parse(text).root_node
    line_count = count_lines(text)
    # One row more than lines: the parser may place an error behind the last line end.
    lines = range(1, line_count + 3)
    reading = Reading(text.decode("latin-1"), lines, broken=root.has_error, grammar=grammar)
    body: list[Stmt] = []
    for child in root.named_children:
        lower_statement(reading, child, body)
    comments = sorted(find_comments(reading, root, grammar.comments))
    directives, unclear = read_directives(path, comments)
    problems = (*source.problems, *find_problems(path, root, reading), *unclear)
    return FileFacts(path, grammar.language, line_count, tuple(body), directives, problems)
