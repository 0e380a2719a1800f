"""Ids of calls and workflows, which stay while what they name stays."""

from __future__ import annotations

from hashlib import sha256


def identity(prefix: str, *parts: object) -> str:
    """``prefix-`` and twelve digits that depend on the parts alone."""
    text = "|".join(map(str, parts))
    return f"{prefix}-" + sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:12]
