"""Lower one file: where the handlers meet."""

from __future__ import annotations

import re
from functools import cache

import tree_sitter_c_sharp
from tree_sitter import Language, Parser

from auditor.languages.csharp import classes, expressions, imports, statements
from auditor.languages.decode import Decoded
from auditor.languages.objects import blocks
from auditor.languages.objects.lower import lower_source
from auditor.languages.objects.reading import Grammar
from auditor.model.facts import FileFacts

_COMMENTS = ("comment",)

GRAMMAR = Grammar(
    language="csharp",
    names=frozenset({"identifier"}),
    silent=frozenset({
        *_COMMENTS, "modifier", "attribute_list", "type_parameter_list", "type_argument_list",
        "predefined_type", "nullable_type", "array_type", "implicit_type",
        "type_parameter_constraints_clause", "array_rank_specifier",
    }),
    comments=_COMMENTS,
    receiver="this",
    calls={"invocation_expression": "function", "object_creation_expression": "type"},
    members=("member_access_expression", "qualified_name"),
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
    return lower_source(path, source._replace(text=text), _parser(), GRAMMAR)
