"""Lower one file: where the handlers meet."""

from __future__ import annotations

from functools import cache

import tree_sitter_ruby
from tree_sitter import Language, Parser

from auditor.languages.decode import Decoded
from auditor.languages.objects.lower import lower_source
from auditor.languages.objects.reading import Grammar
from auditor.languages.ruby import branches, classes, expressions, rescues, statements
from auditor.languages.ruby.jumps import is_jump
from auditor.model.facts import FileFacts

_COMMENTS = ("comment",)

GRAMMAR = Grammar(
    language="ruby",
    names=frozenset({"constant"}),
    bare=frozenset({"identifier"}),
    silent=frozenset({*_COMMENTS, "uninterpreted", "heredoc_end", "empty_statement"}),
    comments=_COMMENTS,
    receiver="self",
    calls={"call": "method"},
    members=(),
    block="body_statement",
    expressions=expressions.HANDLERS,
    branching={
        **branches.BRANCHING, **rescues.BRANCHING, "call": statements.lower_call_into,
        **dict.fromkeys(("assignment", "operator_assignment"), statements.lower_assignment_into),
    },
    plain=statements.PLAIN | classes.PLAIN,
    jumps=is_jump,
    statements={**statements.HANDLERS, **classes.HANDLERS},
)  # fmt: skip


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_ruby.language()))


def lower_file(path: str, source: Decoded) -> FileFacts:
    """Lower clean text."""
    return lower_source(path, source, _parser(), GRAMMAR)
