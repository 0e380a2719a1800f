"""Which parameter of a function brought a text in, where it is an entry of what was given."""

from __future__ import annotations

from dataclasses import replace

from auditor.linker.frame import Frame
from auditor.linker.values import Table, Text, Values
from auditor.model.facts import Expr, Name


def carried_in(frame: Frame, holder: Expr, base: Values, found: Values) -> Values:
    """What a dictionary holds that is a parameter came in by that parameter."""
    if not isinstance(holder, Name) or not any(isinstance(v, Table) for v in base.items):
        return found
    scope = next((s for s in frame.scopes() if holder.id in s.env), None)
    function = scope.function if scope is not None else None
    if function is None or not any(p.name == holder.id for p in function.node.params):
        return found
    param = (function.number, holder.id)
    items = (replace(v, param=param) if isinstance(v, Text) else v for v in found.items)
    return Values(tuple(items), found.decided)
