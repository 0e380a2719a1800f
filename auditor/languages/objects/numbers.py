"""Numbers as most languages with braces write them."""

from __future__ import annotations

from auditor.model.facts import Const, Expr, Opaque


def number(written: str, line: int) -> Expr:
    """``1``, ``1_000L``, ``0x1f``, ``1.5f``; a number that is written otherwise is not known."""
    text = written.replace("_", "").lower()
    try:
        if text.startswith(("0x", "0b", "0o")):
            return Const(int(text.rstrip("lu"), 0), line)
        whole = text.rstrip("lu")
        if whole.isdigit():
            return Const(int(whole), line)
        return Const(float(text.rstrip("fdm")), line)
    except ValueError:
        return Opaque((), line)
