"""Lower one file: where the handlers meet."""

from __future__ import annotations

from functools import cache

import tree_sitter_rust
from tree_sitter import Language, Parser

from auditor.languages.decode import Decoded
from auditor.languages.objects.lower import lower_source
from auditor.languages.objects.reading import Grammar
from auditor.languages.rust import (
    branches,
    expressions,
    failures,
    imports,
    items,
    macros,
    statements,
)
from auditor.languages.rust.jumps import is_jump
from auditor.languages.rust.types import join_types
from auditor.model.facts import FileFacts

_COMMENTS = ("line_comment", "block_comment")

GRAMMAR = Grammar(
    language="rust",
    names=frozenset({"identifier", "self", "crate", "super", "type_identifier"}),
    silent=frozenset({
        *_COMMENTS, "attribute_item", "inner_attribute_item", "visibility_modifier", "label",
        "type_arguments", "type_parameters", "where_clause", "mutable_specifier", "lifetime",
        "macro_definition", "empty_statement", "type_item", "extern_crate_declaration", "shebang",
    }),
    comments=_COMMENTS,
    receiver="self",
    calls={"call_expression": "function"},
    members=("field_expression", "scoped_identifier"),
    block="block",
    expressions={**expressions.HANDLERS, **macros.HANDLERS},
    branching={**branches.BRANCHING, **failures.BRANCHING},
    plain=frozenset({
        "let_declaration", "assignment_expression", "compound_assignment_expr", "for_expression",
        "while_expression", "function_item", "struct_item", "enum_item", "impl_item", "trait_item",
        "const_item", "static_item", "use_declaration", "mod_item",
    }),
    jumps=is_jump,
    statements={**statements.HANDLERS, **items.HANDLERS, **imports.HANDLERS},
)  # fmt: skip


@cache
def parser() -> Parser:
    """The one parser of this grammar."""
    return Parser(Language(tree_sitter_rust.language()))


def lower_file(path: str, source: Decoded) -> FileFacts:
    """Lower clean text; the methods of a type are put together from all of its ``impl`` blocks."""
    facts = lower_source(path, source, parser(), GRAMMAR)
    return facts._replace(body=join_types(facts.body))
