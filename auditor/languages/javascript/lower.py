"""Parse one script and lower it: where the handlers meet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from tree_sitter import Language, Node, Parser

from auditor.languages.directives import Comment
from auditor.languages.javascript import (
    assignments,
    blocks,
    calls,
    classes,
    declarations,
    displays,
    functions,
    jsx,
    literals,
    modules,
    operators,
    simple,
    switches,
)
from auditor.languages.javascript.comments import find_comments
from auditor.languages.javascript.dispatch import EXPRESSIONS, STATEMENTS, lower_block
from auditor.languages.javascript.reading import Reading
from auditor.model.facts import Stmt
from auditor.model.source import Diagnostic

EXPRESSIONS.update(assignments.HANDLERS)
EXPRESSIONS.update(calls.HANDLERS)
EXPRESSIONS.update(classes.EXPRESSION_HANDLERS)
EXPRESSIONS.update(displays.HANDLERS)
EXPRESSIONS.update(functions.HANDLERS)
EXPRESSIONS.update(jsx.HANDLERS)
EXPRESSIONS.update(literals.HANDLERS)
EXPRESSIONS.update(operators.HANDLERS)

STATEMENTS.update(blocks.HANDLERS)
STATEMENTS.update(classes.HANDLERS)
STATEMENTS.update(declarations.HANDLERS)
STATEMENTS.update(functions.STATEMENT_HANDLERS)
STATEMENTS.update(modules.HANDLERS)
STATEMENTS.update(simple.HANDLERS)
STATEMENTS.update(switches.HANDLERS)
