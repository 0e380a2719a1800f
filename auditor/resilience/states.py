"""One way through a behaviour so far, and what it has come to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from auditor.model.behaviour import (
    DONE,
    ENDED,
    JUDGED,
    STATUS,
    Flag,
    Leave,
    Read,
    Request,
    Result,
)
from auditor.model.loss import RANK

#: What a test finds where a call has failed.
SOMETHING, NOTHING = "something", "nothing"
#: What is left of a part of an answer in an error page, where it is nothing.
MISSING = frozenset({"nothing", "empty"})
#: Stands for a call that a step need not know; none has such a name.
SOMEBODY = "*"
#: What is asked of an answer itself, not of what a name holds.
ASKED = frozenset({STATUS, JUDGED})
#: What an error page says of the error, and an answer does not.
COMPLAINT = "error"


class Error(NamedTuple):
    """An error on its way: of a request through ``sdk``, or of the repository's own ``names``.

    ``call`` is the request that failed; it is filled only where a trace wants to know.
    ``late`` when it shows after the handlers around it are left: as in ``Request``.
    """

    sdk: str
    names: tuple[str, ...] = ()
    call: str = ""
    late: str = ""


#: What reading an answer raises that is none: few handlers but those for everything catch it.
UNREADABLE = Error("", ("builtins.KeyError", "builtins.LookupError"))


#: A failure that shows to nobody: what keeps trying for ever raises nothing that is caught.
NEVER = Error("", late="always")

#: What is lost where an answer came and the error was raised nevertheless.
AGAIN = "answer"
#: What names of a function hold that it sets to something plain, in the order of the names.
Flags = tuple[tuple[str, str], ...]
#: Of what a function gave back, and of its parts by name: whether it is something or nothing.
Gave = tuple[tuple[str, str], ...]


class Healed(NamedTuple):
    """A failure that has been answered for: a request of ``kind`` failed in the call ``culprit``,
    and ``by`` answered in its place. ``gave`` is as in ``State``."""

    culprit: str
    by: str
    kind: str
    gave: Gave


class _Fields(NamedTuple):
    status: str = "next"
    lost: str = ""
    culprit: str = ""
    failed: int = -1
    unread: bool = False
    gave: Gave = ()
    error: Error | None = None
    handling: bool = False
    saved: bool = False
    guessed: bool = False
    asked: bool = False
    doubt: bool = False
    last: Error | None = None
    healed: Healed | None = None
    flags: Flags = ()


class State(_Fields):
    """One way through so far.

    ``lost`` is the kind of a request that failed and that nothing has stood in for, empty if
    none, ``culprit`` its call, ``failed`` the number of what it asked and ``gave`` what the
    function gave back that swallowed the error, ``unread`` while it is an answer with an error
    status that nobody has looked at; ``handling`` where only a failure leads;
    ``saved`` when a request was made instead of a failed one; ``guessed`` when it was not known
    whether a request would fail; ``asked`` when one has been answered since the step began;
    ``doubt`` where an answer was found to be no good; ``last`` is the error that a handler has
    taken last, which may be raised again when the handler is over; ``healed`` is the last failure
    that was answered for: names that only the failed call fills are still as it left them;
    ``flags`` are the names of the function that hold something plain, with what that is.

    Equal states are one object, so they are told apart by identity: runs compare them by the
    million. They are made by ``state_of`` and ``but`` alone.
    """

    __slots__ = ()
    __hash__ = object.__hash__
    __eq__ = object.__eq__
    __ne__ = object.__ne__

    def but(self, **changes: object) -> State:
        """The same state with some fields changed."""
        key = (self, *changes.items())
        found = _changed.get(key)
        if found is None:
            fields = {**self._asdict(), **changes}
            found = _changed[key] = state_of(*fields.values())
        return found


_known: dict[tuple[object, ...], State] = {}
_changed: dict[tuple[object, ...], State] = {}


def state_of(*fields: Any) -> State:  # noqa: ANN401
    """The state with these fields, in their order."""
    found = _known.get(fields)
    if found is None:
        found = _known[fields] = State(*fields)
    return found


START = state_of(*_Fields())
States = frozenset[State]


def left(end: State, status: str, gave: Gave, error: Error | None, before: State) -> State:
    """How a function's caller goes on after this end of it; ``before`` is how it came there."""
    return state_of(
        status, end.lost, end.culprit, end.failed, end.unread, gave, error, before.handling,
        end.saved, end.guessed, end.asked, end.doubt, before.last, end.healed, before.flags,
    )  # fmt: skip


def back(end: State, before: State, late: str, tells: bool) -> State:
    """How the caller goes on after this end of a function; ``tells`` where what it gave counts."""
    if end.status == "raise":
        # A call that raises gives nothing back.
        return left(end, "raise", (), past(end.error, late), before)
    return left(end, "next", end.gave if tells else before.gave, before.error, before)


def failing(
    state: State, kind: str, culprit: str, failed: int, error: Error | None, guessed: bool
) -> State:
    """The state once a request has failed; with no ``error`` its answer has yet to be read."""
    unread = error is None
    return state.but(
        status="next" if unread else "raise",
        unread=unread,
        lost=state.lost or kind,
        culprit=culprit,
        failed=failed,
        gave=(),
        error=error,
        guessed=guessed,
    )


def unasked(end: State) -> State:
    """Without what only the run in which all goes well asks of its states."""
    return end.but(doubt=False, asked=False)


def healed(state: State, by: str, told: Callable[[Healed], Healed | None]) -> State:
    """The state once a call has answered in the place of the one that failed.

    ``told`` gives the failure that stands for this one.
    """
    past = told(Healed(state.culprit, by, state.lost, state.gave))
    return state.but(lost="", culprit="", gave=(), failed=-1, unread=False, saved=True, healed=past)


def still_lost(end: State, before: State) -> State:
    """The end of something that was asked in vain: nobody takes its answer."""
    return end.but(
        lost=before.lost, culprit=before.culprit, failed=before.failed, saved=before.saved,
        healed=before.healed,
    )  # fmt: skip


def holding(result: Result, state: State) -> str:
    """Whether a call's result is something or nothing in this state, empty if nobody knows."""
    if result.part == JUDGED:
        return ""
    status = result.part == STATUS
    given = dict(state.gave).get(result.word if status else result.part, "")
    if not state.lost or state.culprit not in result.calls:
        since = left_by(result, state)
        return since or (given if result.part and not status else result.usual)
    if status:
        return NOTHING if state.unread else given or result.usual
    if state.unread and result.unread:
        return NOTHING if result.unread in MISSING else SOMETHING
    if result.lost:
        return result.lost
    return given or (result.before if not state.gave else "")


def left_by(result: Result, state: State) -> str:
    """What a call has left that failed and was answered for since by one that fills other names."""
    healed = state.healed
    if healed is None or result.part in ASKED or healed.culprit not in result.calls:
        return ""
    if not result.stays and healed.by in result.calls:
        return ""
    gave = dict(healed.gave).get(result.part, "")
    return result.lost or gave or ("" if healed.gave else result.before)


def _is_empty(result: Result | None, state: State) -> bool:
    """Whether the failed call left nothing, and nobody has put anything there since."""
    if result is None or state.lost:
        return False
    return left_by(result, state) == NOTHING != result.usual


def lost_again(end: State, healed: Healed | None) -> State:
    """The end as if nobody had answered for the failure: the answer was of no use."""
    if end.lost or healed is None:
        return end
    gave = end.gave or healed.gave
    return end.but(lost=healed.kind, culprit=healed.culprit, gave=gave, saved=False)


def in_vain(ends: States, before: State) -> States:
    """The ends of what is done because names are as a failure left them that was answered for.

    Those without an answer have not got the one that came either.
    """
    if before.lost or before.healed is None:
        return ends
    return frozenset(lost_again(e, before.healed) if _fails(e) else e for e in ends)


def of_no_use(ends: States, before: State) -> States:
    """The ends of what is done because a failure has set a flag, though it was answered for."""
    if before.lost or not before.saved:
        return ends
    return frozenset(
        end.but(lost=AGAIN, saved=False) if _fails(end) and not end.lost else end for end in ends
    )


def flagged(state: State, node: Flag) -> State:
    """The state in which the name holds what it is set to."""
    flags = dict(state.flags)
    flags[node.name] = flags.get(node.same, "") if node.same else node.holds
    return state.but(flags=tuple(sorted(flags.items())))


def _fails(end: State) -> bool:
    emptied = end.status == "return" and dict(end.gave).get("") == NOTHING
    return end.status == "raise" or emptied


def unusual(result: Result | None, holds: str, state: State) -> bool:
    """Whether only a failure makes the result so."""
    if result is None or not state.lost or state.culprit not in result.calls:
        return False
    return bool(result.part and result.part != STATUS) or holds != result.usual


def leave(node: Leave, state: State) -> State:
    """The state after a return, raise, break or continue."""
    missing = node.result is not None and node.result.unread in MISSING
    if node.kind == "return" and state.unread and missing:
        return state.but(status="return", gave=(("", NOTHING),), unread=False)
    if node.kind == "return" and state.unread and not node.lenient:
        # What stands in such an answer is not what the code goes on to read.
        return state.but(status="raise", error=UNREADABLE, unread=False)
    if node.kind == "return" and _is_empty(node.result, state):
        emptied = state.but(status="return", gave=(("", NOTHING),))
        return lost_again(emptied, state.healed)
    if node.kind == "return":
        return state.but(status="return", gave=_gives(node, state))
    if node.kind != "raise":
        return state.but(status=node.kind)
    if DONE in node.raises and not state.lost:
        return state.but(status="return")
    before = state.error or (state.last if state.lost else None) or Error("")
    error = Error("", node.raises, before.call) if node.raises else before
    if not {DONE, ENDED}.isdisjoint(node.raises):
        error = NEVER
    # What was asked inside the handler is of no use to those who get the error all the same.
    again = state.error is not None and state.saved and not state.lost
    lost = AGAIN if again else state.lost
    return state.but(status="raise", error=error, lost=lost)


def beside(ends: States, state: State) -> States:
    """The states after starting what ends so later: nobody waits for it, so nobody is told."""
    return frozenset(
        state.but(lost=end.lost, culprit=end.culprit, failed=end.failed, guessed=end.guessed)
        if end.lost and not state.lost
        else state.but(saved=state.saved or (end.saved and not end.lost))
        for end in ends
    )


def past(error: Error | None, late: str) -> Error | None:
    """An error that leaves a function: its caller sees it, unless it waits for nothing either."""
    if error is None or error.late in ("always", late):
        return error
    return error._replace(late=late)


def read(node: Read, state: State) -> State:
    """The state after reading what was asked last like an answer."""
    if not state.unread:
        return state
    error = Error(node.sdk) if node.sdk else UNREADABLE
    return state.but(status="raise", error=error, unread=False)


def answered_inside(before: State, end: State) -> bool:
    """Whether a loop was left because of an answer in the place of one that was lost before it."""
    return bool(before.lost) and not end.lost and end.saved


def _gives(node: Leave, state: State) -> Gave:
    """What a return gives back: kept while an error is swallowed, or where parts tell it apart."""
    if node.passes:
        return state.gave
    if not state.lost:
        return node.gives if state.healed is not None or len(node.gives) > 1 else ()
    if node.result is not None:
        held = holding(node.result, state)
        return (("", held),) if held else ()
    return node.gives


def kind_of(node: Request) -> str:
    """Requests of one kind can stand in for each other; chat, completion and agents are one.

    An embedding of another model lies in another space, so each model is a kind of its own.
    """
    if node.kind == "embedding":
        models = sorted({a.model or "?" for a in node.attempts})
        return f"embedding {' '.join(models)}"
    return "text" if node.kind in ("chat", "completion", "agent") else node.kind


def outcome(states: States) -> str:
    """The worst way to end: stops, unknown, degrades or survives.

    Where some ends have a stand-in and others have not, it depends on what nobody knows.
    """
    saved = any(s.saved and not s.lost for s in states)
    if saved and any(s.lost for s in states):
        return "unknown"
    worst = "survives"
    for state in states:
        word = "survives"
        if state.lost and (state.status == "raise" or state.unread):
            word = "unknown" if state.guessed else "stops"
        elif state.lost:
            word = "unknown" if state.guessed else "degrades"
        worst = min(worst, word, key=RANK.__getitem__)
    return worst
