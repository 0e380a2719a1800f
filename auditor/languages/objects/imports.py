"""Imports of types and what belongs to them, where packages begin small and types begin large."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.languages.objects.packages import dotted
from auditor.model.facts import Assign, Import, Name, Stmt


def imported(
    parts: Sequence[str], *, everything: bool, line: int, alias: str | None = None
) -> list[Stmt]:
    """``a.b.C``, ``a.b.*``, and members of a type: ``a.b.C.d``; ``alias`` is the name it gets."""
    top = next((n for n, part in enumerate(parts) if part[:1].isupper()), len(parts))
    module = ".".join(parts[:top])
    if top == len(parts):
        if everything:
            return [Import(module, 0, (("*", "*"),), None, False, line)]
        if len(parts) < 2:
            return []
        symbol = (parts[-1], alias or parts[-1])
        return [Import(".".join(parts[:-1]), 0, (symbol,), None, False, line)]
    outer, inner = parts[top], parts[top + 1 :]
    if everything:
        # The members of a type are looked up in it where a name is bound nowhere else.
        return [Import(".".join((module, outer)), 0, (("*", "*"),), None, False, line)]
    if not inner:
        return [Import(module, 0, ((outer, alias or outer),), None, False, line)]
    kept = f"<{outer}>"
    held = dotted((kept, *inner), line)
    return [
        Import(module, 0, ((outer, kept),), None, False, line),
        Assign((Name(alias or inner[-1], line),), held, None, "", line),
    ]
