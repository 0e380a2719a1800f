"""Every node of a piece of code, whatever it is a part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from auditor.model.facts import Function


def within(node: Iterable[Any], *, inner: bool = True) -> Iterator[Any]:
    """Every node below, in order; with ``inner`` False none of the functions in it."""
    for item in node:
        if isinstance(item, tuple):
            if isinstance(item, Function) and not inner:
                continue
            if hasattr(item, "_fields"):
                yield item
            yield from within(item, inner=inner)
