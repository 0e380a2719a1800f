"""JSON as people write it in settings: with comments and a comma too many."""

from __future__ import annotations

import json
import re

_PIECE = re.compile(r'"(?:[^"\\\n]|\\.)*"|//[^\n]*|/\*.*?\*/|,(?=\s*(?:(?://[^\n]*|/\*.*?\*/)\s*)*[}\]])',
                    re.DOTALL)  # fmt: skip


def read_loose_json(text: str) -> object:
    """The value of a document. Raises ``JSONDecodeError`` where it is broken beyond that."""
    return json.loads(_PIECE.sub(_kept, text.removeprefix("\ufeff")))


def _kept(piece: re.Match[str]) -> str:
    return piece[0] if piece[0].startswith('"') else " "
