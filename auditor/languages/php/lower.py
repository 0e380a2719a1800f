"""Lower one file: where the handlers meet."""

from __future__ import annotations

from functools import cache

import tree_sitter_php
from tree_sitter import Language, Parser

from auditor.languages.decode import Decoded
from auditor.languages.objects.lower import lower_source
from auditor.languages.objects.reading import Grammar
from auditor.languages.php import classes, expressions, imports, statements
from auditor.model.facts import FileFacts

_COMMENTS = ("comment",)

GRAMMAR = Grammar(
    language="php",
    names=frozenset({"name"}),
    silent=frozenset({
        *_COMMENTS, "php_tag", "php_end_tag", "text", "text_interpolation", "attribute_list",
        "visibility_modifier", "static_modifier", "final_modifier", "abstract_modifier",
        "readonly_modifier", "var_modifier", "named_type", "optional_type", "union_type",
        "primitive_type", "intersection_type", "declare_statement", "heredoc_start", "heredoc_end",
        "reference_modifier", "empty_statement",
    }),
    comments=_COMMENTS,
    receiver="$this",
    calls={
        "function_call_expression": "function", "member_call_expression": "name",
        "scoped_call_expression": "name",
    },
    members=(),
    block="compound_statement",
    expressions=expressions.HANDLERS,
    statements={**classes.HANDLERS, **imports.HANDLERS, **statements.HANDLERS},
)  # fmt: skip


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_php.language_php()))


def lower_file(path: str, source: Decoded) -> FileFacts:
    """Lower clean text."""
    return lower_source(path, source, _parser(), GRAMMAR)
