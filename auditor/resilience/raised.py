"""The errors that a request may raise when it fails."""

from __future__ import annotations

from auditor.model.behaviour import HANGING_CLASSES, Request
from auditor.resilience.states import Error
from auditor.resilience.trace import Trace


def errors_of(node: Request, error_class: str, trace: Trace | None) -> list[Error]:
    """The library's own, or that of a time limit around it: both where nobody knows which."""
    call = node.call if trace is not None else ""
    if trace is not None:
        trace.failed.setdefault(call)
    own = Error(node.sdk, call=call, late=node.late)
    if node.limit is None or error_class not in HANGING_CLASSES:
        return [own]
    ended = Error("", (node.limit.name,), call)
    return [ended] if node.limit.sure else [ended, own]
