"""Lower one script: where the handlers meet."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.languages.comments import find_comments
from auditor.languages.decode import Decoded, count_lines
from auditor.languages.directives import Comment, read_directives
from auditor.languages.javascript import (
    assignments,
    awaits,
    blocks,
    calls,
    classes,
    declarations,
    displays,
    exports,
    functions,
    imports,
    jsx,
    literals,
    loops,
    operators,
    simple,
    switches,
)
from auditor.languages.javascript.dispatch import EXPRESSIONS, STATEMENTS, lower_block
from auditor.languages.javascript.parse import parse_somehow
from auditor.languages.javascript.reading import Reading, is_stray
from auditor.languages.javascript.scopes import function_scope
from auditor.languages.problems import find_problems
from auditor.model.facts import FileFacts
from auditor.model.source import Diagnostic, Severity

EXPRESSIONS.update(assignments.HANDLERS)
EXPRESSIONS.update(awaits.HANDLERS)
EXPRESSIONS.update(calls.HANDLERS)
EXPRESSIONS.update(classes.EXPRESSION_HANDLERS)
EXPRESSIONS.update(displays.HANDLERS)
EXPRESSIONS.update(functions.HANDLERS)
EXPRESSIONS.update(jsx.HANDLERS)
EXPRESSIONS.update(literals.HANDLERS)
EXPRESSIONS.update(operators.HANDLERS)
EXPRESSIONS.update(simple.EXPRESSION_HANDLERS)

STATEMENTS.update(blocks.HANDLERS)
STATEMENTS.update(classes.HANDLERS)
STATEMENTS.update(declarations.HANDLERS)
STATEMENTS.update(exports.HANDLERS)
STATEMENTS.update(functions.STATEMENT_HANDLERS)
STATEMENTS.update(imports.HANDLERS)
STATEMENTS.update(loops.HANDLERS)
STATEMENTS.update(simple.HANDLERS)
STATEMENTS.update(switches.HANDLERS)

# Flow's types are near enough to TypeScript's for what we want of them.
_FLOW = b"@flow"
_HEAD = 2000
_COMMENTS = frozenset({"comment", "html_comment"})
# The brace is the one that a comment inside JSX needs around it.
_BEFORE = ("", "{")


def lower_file(
    path: str, language: str, grammar: str, source: Decoded, comments: Sequence[Comment] = ()
) -> FileFacts:
    """Lower clean text; ``comments`` are those that stand outside of the script itself."""
    text = source.text
    root = parse_somehow(text, grammar)
    if root is None:
        message = "the parser came to no end: nothing of this file was read"
        problem = Diagnostic(path, 0, "not-parsed", message, Severity.ERROR)
        return FileFacts(path, language, count_lines(text), (), (), (*source.problems, problem))
    if grammar == "javascript" and root.has_error and _FLOW in text[:_HEAD]:
        root = parse_somehow(text, "tsx") or root
    line_count = count_lines(text)
    # One row more than lines: the parser may place an error behind the last line end.
    lines = range(1, line_count + 3)
    reading = Reading(text.decode("latin-1"), lines, broken=root.has_error)
    with function_scope(reading, root.children):
        body = lower_block(reading, root)
    noted = sorted((*comments, *find_comments(reading, root, _COMMENTS, _BEFORE)))
    directives, unclear = read_directives(path, noted)
    problems = (*source.problems, *find_problems(path, root, reading, is_stray), *unclear)
    exports = tuple(sorted(reading.exports))
    return FileFacts(path, language, line_count, body, directives, problems, exports)
