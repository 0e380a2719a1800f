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
# In its recovery from some errors it never ends, and takes more and more memory. Where types are
# known it may keep ever more readings of a text (`a<b,a<b,...`), and each step takes longer than
# the one before: such a grammar is given less.
_FIRST_ASKED = 50
_BYTES_PER_ASKED = {"tsx": 25, "typescript": 25, "javascript": 12}
_CHUNK = 1 << 16


def parse(text: bytes, grammar: str) -> Node | None:
    """The root of the syntax tree, with errors as nodes in it; None if the parser goes astray."""
    asked = 0
    bytes_per_asked = _BYTES_PER_ASKED[grammar]

    def read(offset: int, _: Point) -> bytes:
        return text[offset : offset + _CHUNK]

    def is_over(offset: int, _has_error: bool) -> bool:
        nonlocal asked
        asked += 1
        return asked > _FIRST_ASKED + offset // bytes_per_asked

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
