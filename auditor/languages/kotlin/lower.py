"""Lower one file: where the handlers meet."""

from __future__ import annotations

import re
from functools import cache

import tree_sitter_kotlin
from tree_sitter import Language, Parser

from auditor.languages.decode import Decoded
from auditor.languages.kotlin import (
    branches,
    classes,
    expressions,
    imports,
    jumps,
    rescues,
    statements,
)
from auditor.languages.objects.lower import lower_source
from auditor.languages.objects.reading import Grammar
from auditor.model.facts import FileFacts

_COMMENTS = ("line_comment", "block_comment")

GRAMMAR = Grammar(
    language="kotlin",
    names=frozenset({"identifier"}),
    silent=frozenset({
        *_COMMENTS, "modifiers", "type_parameters", "type_arguments", "type_constraints",
        "user_type", "nullable_type", "function_type", "type_alias", "file_annotation",
        "annotation", "label", "shebang",
    }),
    comments=_COMMENTS,
    receiver="this",
    calls={"call_expression": ""},
    members=("navigation_expression",),
    block="block",
    expressions=expressions.HANDLERS,
    branching={
        **branches.BRANCHING, "binary_expression": jumps.lower_elvis,
        "call_expression": rescues.lower_rescue,
    },
    plain=frozenset({
        "assignment", "property_declaration", "function_declaration", "class_declaration",
        "object_declaration", "for_statement", "while_statement", "do_while_statement",
    }),
    jumps=jumps.is_jump,
    statements={**classes.HANDLERS, **imports.HANDLERS, **statements.HANDLERS},
    constants={"null": None, "true": True, "false": False},
)  # fmt: skip

#: The end of a body that stands on the line on which it begins, for which the grammar wants a sign.
_ONE_LINE = re.compile(
    rb"^([^\n\"]*\b(?:class|object|interface)\b[^\n]*\{[^\n]*\S) \}", re.MULTILINE
)


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_kotlin.language()))


def lower_file(path: str, source: Decoded) -> FileFacts:
    """Lower clean text."""
    text = _ONE_LINE.sub(rb"\1;}", source.text)
    return lower_source(path, source._replace(text=text), _parser(), GRAMMAR)
