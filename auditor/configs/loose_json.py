"""JSON as people write it in settings: with comments and a comma too many."""

from __future__ import annotations

import json
import re

#: It ends with its first end, so that what lies between two comments is in neither.
_COMMENT = r"//[^\n]*(?![^\n])|/\*(?:(?!\*/).)*\*/"
_PIECE = re.compile(
    rf'"(?:[^"\\\n]|\\.)*"|{_COMMENT}|,(?=\s*(?:(?:{_COMMENT})\s*)*[}}\]])', re.DOTALL
)


def read_loose_json(text: str) -> object:
    """The value of a document. Raises ``JSONDecodeError`` where it is broken beyond that."""
    return json.loads(_PIECE.sub(_kept, text.removeprefix("\ufeff")))


def _kept(piece: re.Match[str]) -> str:
    return piece[0] if piece[0].startswith('"') else " "
