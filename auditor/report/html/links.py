"""Where items of the page are found."""

from __future__ import annotations

from urllib.parse import quote

from auditor.graph.text import plain


def href(id: str) -> str:
    """A link to an item; ``;`` and ``=`` are kept free, since they part the page's own state."""
    return "#" + quote(plain(id), safe=":/")
