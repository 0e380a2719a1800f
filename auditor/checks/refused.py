"""Why something that looks like a fallback is none: at most one reason for each call."""

from __future__ import annotations

from auditor.checks.case import Case, Flows
from auditor.checks.handlers import Handler
from auditor.checks.swallowed import Swallowed
from auditor.model.behaviour import OUTAGE_CLASSES, Attempt
from auditor.model.report import CallReport
from auditor.resilience.catching import EVERYTHING

WRONG_MODEL = "wrong-model-fallback"
SHARED_CREDENTIAL = "shared-credential"
NARROW = "narrow-fallback"
UNREACHABLE = "unreachable-fallback"


def why_refused(case: Case, call: CallReport) -> str | None:
    """The check that says why, None where nothing was refused."""
    if call.verdict != "none":
        return None
    behind = case.judged(call).behind
    if wrongly_named(case, call):
        return WRONG_MODEL
    if wrongly_keyed(case, call):
        return SHARED_CREDENTIAL
    if behind and outage_leaks(call):
        return NARROW
    reached = behind or not case.hurt(call)
    return UNREACHABLE if not reached and handlers_elsewhere(case, call) else None


def wrongly_named(case: Case, call: CallReport) -> list[Attempt]:
    """What would be asked for another vendor's model."""
    return [attempt for attempt in _tried(case, call) if attempt.misnamed]


def wrongly_keyed(case: Case, call: CallReport) -> list[Attempt]:
    """What would be asked with another vendor's key."""
    return [attempt for attempt in _tried(case, call) if _shares_key(case, call, attempt)]


def _tried(case: Case, call: CallReport) -> tuple[Attempt, ...]:
    """What stands in, and what the handlers around the call ask, though it may be refused."""
    asked = dict.fromkeys(ask for handler in case.handlers(call) for ask in handler.asks)
    late = [case.found[ask] for ask in asked if ask in case.judgement.idle]
    in_handlers = (a for other in late if other.kind == call.kind for a in other.attempts)
    return (*case.judged(call).behind, *in_handlers)


def _shares_key(case: Case, call: CallReport, other: Attempt) -> bool:
    """Whether another vendor is asked with the key of the first one."""
    if other.borrowed_key:
        return True
    keys = {key for attempt in case.attempts(call) for key in attempt.credentials}
    elsewhere = other.platform is None or other.platform not in call.platforms
    foreign = other.vendor not in call.vendors and not other.gateways and elsewhere
    return foreign and not other.own_key and bool(keys & set(other.credentials))


def outage_leaks(call: CallReport) -> tuple[str, ...]:
    """The kinds of failure that every outage may show and the fallback does not answer."""
    return tuple(word for word in OUTAGE_CLASSES if word in call.leaks)


def handlers_elsewhere(case: Case, call: CallReport) -> tuple[Handler, ...]:
    """The handlers around a call in which a vendor is asked that the call does not need.

    Not those that take every error: what keeps an outage away from them lies further inside.
    """
    return tuple(
        handler
        for handler in case.handlers(call)
        if handler.types
        and not EVERYTHING & set(handler.types)
        and _asks_elsewhere(case, call, handler)
    )


def kept_from(case: Case, call: CallReport) -> tuple[Swallowed, Flows] | None:
    """A handler that keeps the call's error from one further out, where another vendor is asked.

    With the workflows that go on without an answer for that reason; None where there are none.
    """
    lost = case.felt(call)
    flows = tuple(
        flow
        for flow in case.flows(call)
        if any(flow.on_loss.get(d) == "degrades" for d in lost) and not case.may_not_leave(flow)
    )
    for one in case.swallowed(call):
        hit = tuple(flow for flow in flows if flow.id in one.flows)
        if hit and _asks_elsewhere(case, call, one.fallback):
            return one, hit
    return None


def _asks_elsewhere(case: Case, call: CallReport, handler: Handler) -> bool:
    """Whether somebody is asked in a handler whom the call does not need."""
    calls = case.by_id
    return any(
        calls[ask].vendors and not set(calls[ask].vendors) & set(call.vendors)
        for ask in handler.asks
        if ask in calls and calls[ask].kind == call.kind
    )
