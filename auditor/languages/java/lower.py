"""Lower one file: where the handlers meet."""

from __future__ import annotations

from functools import cache

import tree_sitter_java
from tree_sitter import Language, Parser

from auditor.languages.decode import Decoded
from auditor.languages.java import classes, expressions, imports, statements
from auditor.languages.objects import blocks
from auditor.languages.objects.lower import lower_source
from auditor.languages.objects.reading import Grammar
from auditor.model.facts import FileFacts

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
    comments=_COMMENTS,
    receiver="this",
    calls={"method_invocation": "name", "object_creation_expression": "type"},
    members=("scoped_type_identifier",),
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
    return lower_source(path, source, _parser(), GRAMMAR)
