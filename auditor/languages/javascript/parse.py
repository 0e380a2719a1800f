"""Bytes to a syntax tree, without trusting the parser to come to an end."""

from __future__ import annotations

from functools import cache

import tree_sitter_javascript
import tree_sitter_typescript
from tree_sitter import Language, Node, Parser, Point

_GRAMMARS = {
    "tsx": tree_sitter_typescript.language_tsx,
    "typescript": tree_sitter_typescript.language_typescript,
    "javascript": tree_sitter_javascript.language,
}

# Now and then a parser asks whether to go on: every 50 to 200 bytes in real code, broken or not.
# In its recovery from some errors it never ends, and takes more and more memory.
_FIRST_ASKED = 1000
_BYTES_PER_ASKED = 10
_CHUNK = 1 << 16


def parse(text: bytes, grammar: str) -> Node | None:
    """The root of the syntax tree, with errors as nodes in it; None if the parser goes astray."""
    budget = _FIRST_ASKED + len(text) // _BYTES_PER_ASKED
    asked = 0

    def read(offset: int, _: Point) -> bytes:
        return text[offset : offset + _CHUNK]

    def is_over(_offset: int, _has_error: bool) -> bool:
        nonlocal asked
        asked += 1
        return asked > budget

    try:
        return Parser(_language(grammar)).parse(read, progress_callback=is_over).root_node
    except ValueError:
        return None


def parse_somehow(text: bytes, grammar: str) -> Node | None:
    """The same, with another grammar where the first choice goes astray."""
    for choice in dict.fromkeys((grammar, *_GRAMMARS)):
        root = parse(text, choice)
        if root is not None:
            return root
    return None


@cache
def _language(grammar: str) -> Language:
    return Language(_GRAMMARS[grammar]())
