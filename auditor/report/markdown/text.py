"""Text from anywhere inside Markdown: it shows as it is, and does nothing.

Beside markup that is HTML, mentions, references to issues and bare addresses, which forges turn
into notifications and links. An empty comment in their middle keeps them from it.
"""

from __future__ import annotations

import html
import re

from auditor.graph.text import plain

LONGEST = 300
"""Characters of one text; what is longer is cut."""

_MARKUP = re.compile(r"([\\`*_\[\]()|~$!])")
_ACTIVE = re.compile(r"([@#])|(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bmailto)(?=:)", re.IGNORECASE)
_PAUSE = "<!-- -->"


def text(words: str) -> str:
    """Words in a sentence or a table cell, on one line."""
    shown = _MARKUP.sub(r"\\\1", html.escape(_cut(words), quote=False))
    return _ACTIVE.sub(lambda found: (found[1] or "") + _PAUSE, shown)


def code(words: str) -> str:
    """Words in the type of code."""
    shown = _cut(words)
    if not shown or any(sign in shown for sign in "`|\\"):
        return f"<code>{text(words)}</code>"
    return f"`{shown}`"


def link(shown: str, target: str | None) -> str:
    """Markdown that leads to ``target``, an address without spaces or brackets, if any."""
    return f"[{shown}]({target})" if target else shown


def _cut(words: str) -> str:
    words = plain(words)
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
