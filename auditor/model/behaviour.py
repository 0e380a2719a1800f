"""What a piece of code does with its model calls: the linker's output, the fault trees' input.

A behaviour is a tree shared between callers: one node per way a function runs in one context.
Nothing here judges; ``resilience/`` evaluates these nodes under the loss of a fault domain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Union

from auditor.model.error_test import ErrorTest
from auditor.model.flag_test import AnyFlagTest

#: How an outage shows itself to the code that asks.
ERROR_CLASSES = frozenset(
    {
        "connect",
        "timeout",
        "5xx",
        "529",
        "429",
        "auth",
        "model-not-found",
        "slow",
        "after-first-token",
        "error-in-answer",
    }
)
#: The part of an answer that says whether it is one.
STATUS = "<status>"
#: Some quality of an answer, which nobody can tell beforehand.
JUDGED = "<judged>"
#: An answer that is no good is an error like any other.
REFUSED = "refused"
#: Those that are an HTTP status.
STATUS_CLASSES = frozenset({"5xx", "529", "429", "auth", "model-not-found"})
#: Those of requests that hang until somebody gives up.
HANGING_CLASSES = frozenset({"timeout", "slow"})
#: The classes that every outage may show: a fallback must answer to all of them.
OUTAGE_CLASSES = ("connect", "timeout", "5xx", "529")


@dataclass(frozen=True, slots=True, order=True)
class Attempt:
    """One concrete request: whom it asks, through what, with which credential.

    A part that could not be decided is None and ``unknown`` says why. ``credentials`` are the
    environment variables the key comes from, ``conditions`` the settings that choose this attempt.
    ``timeout`` is in seconds, infinite where nothing ends the wait; ``retries`` counts the client's
    own. ``misnamed`` is the maker of the model that is asked for, where the platform cannot serve
    it, ``borrowed_key`` when it is sent the key of another platform, ``own_key`` when all the
    ``credentials`` are known to be for this one. ``account`` is the part of
    the platform's address that is the team's own, such as the name of its resource there.
    """

    vendor: str | None
    platform: str | None
    gateways: tuple[str, ...] = ()
    model: str | None = None
    open_weights: bool = False
    credentials: tuple[str, ...] = ()
    region: str | None = None
    timeout: float | None = None
    retries: int | None = None
    conditions: tuple[str, ...] = ()
    misnamed: str | None = None
    borrowed_key: bool = False
    own_key: bool = False
    unknown: str | None = None
    account: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of ``options`` is asked; the first as shipped where ``decided``, else nobody knows."""

    options: tuple[Ask, ...]
    decided: bool


@dataclass(frozen=True, slots=True)
class Together:
    """All of ``parts`` are asked, and all are needed."""

    parts: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Ordered:
    """``options`` are asked one after another, until one answers.

    The next is asked only after an error of the classes in ``fires``, and where ``types`` names
    exception types, only if one of these stands for the error. ``how`` names the mechanism.
    """

    options: tuple[Ask, ...]
    fires: frozenset[str]
    types: tuple[str, ...] = ()
    how: str = ""


Ask = Union[Attempt, Choice, Together, Ordered]


def attempts_of(ask: Ask) -> tuple[Attempt, ...]:
    """Every attempt below, each once, in order."""
    match ask:
        case Attempt():
            return (ask,)
        case Choice(options=below) | Together(parts=below) | Ordered(options=below):
            return tuple(dict.fromkeys(a for part in below for a in attempts_of(part)))


def attempts_as_shipped(ask: Ask) -> tuple[Attempt, ...]:
    """Every attempt below but those that need a setting other than the shipped one."""
    match ask:
        case Attempt():
            return (ask,)
        case Choice(options, True):
            return attempts_as_shipped(options[0])
        case Choice(options=below) | Together(parts=below) | Ordered(options=below):
            return tuple(dict.fromkeys(a for part in below for a in attempts_as_shipped(part)))


def with_attempts(ask: Ask, change: Callable[[Attempt], Ask]) -> Ask:
    """The same ask with every attempt changed."""
    match ask:
        case Attempt():
            return change(ask)
        case Together(parts):
            return Together(tuple(with_attempts(part, change) for part in parts))
        case Choice(options=options) | Ordered(options=options):
            return replace(ask, options=tuple(with_attempts(o, change) for o in options))


#: How the name begins of what ends a request because a time limit around it has run out.
LIMIT = "<limit "


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit that ends a request which hangs, before it gives up by itself.

    No handler but the one called ``name`` sees that; ``sure`` where it is known how long the
    request would wait.
    """

    name: str
    seconds: float
    sure: bool


@dataclass(frozen=True, slots=True)
class Request:
    """A model call: ``call`` names its call site, ``ask`` whom it asks.

    ``sdk`` is the key of the library whose errors it raises. ``late`` where a failure shows only
    after the call is over: ``here`` for handlers of the same function, which then do not see it,
    ``always`` for every handler. ``silent`` where an error status is an answer like any other,
    which only fails when somebody reads it. ``unused`` where a handler throws the answer away that
    the code around it wants. ``unseen`` where it is made in code that was not scanned: whether it
    raises when it fails, and answers when all is well, nobody knows. ``limit`` ends it.
    """

    call: str
    ask: Ask
    sdk: str
    kind: str
    stream: bool = False
    late: str = ""
    silent: bool = False
    unused: bool = False
    unseen: bool = False
    limit: Limit | None = None

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """Every attempt that may be made."""
        return attempts_of(self.ask)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Everything in order; all of it must succeed."""

    items: tuple[Behaviour, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a name holds that one of ``calls`` was to fill: ``something`` or ``nothing``.

    ``usual`` is what it holds when nothing fails, ``lost`` when a call has failed; where that is
    empty, ``part`` of what the function gave back that swallowed the error (its whole if empty),
    or ``before`` where no function did. ``word`` is what the code calls the status that it asks
    for, which may also be a part of what a function gave back. ``unread`` says of what was read
    out of an answer what is left of it in an error page: ``nothing`` or ``empty``, where anything
    else is something. ``stays`` where a handler has filled it and no later answer empties it.
    """

    calls: frozenset[str]
    lost: str = ""
    before: str = ""
    part: str = ""
    usual: str = "something"
    word: str = ""
    unread: str = ""
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Branch:
    """Exactly one arm runs. ``taken`` is its index where the shipped settings decide it.

    ``settings`` are the variables whose values decide. Where a call's ``result`` is tested,
    ``empty`` is the arm that runs when it is nothing, the other of the two when it is something.
    Of the caught ``error`` the first arm runs where the test holds. Where a ``result`` is
    ``JUDGED``, either arm may run, and ``empty`` is the one for answers that are no good. With
    ``rests`` the first arm passes over one of several candidates that is not well just now.
    Where names hold what ``flags`` asks for, the first arm runs.
    """

    arms: tuple[Behaviour, ...]
    taken: int | None
    line: int
    settings: tuple[str, ...] = ()
    result: Result | None = None
    empty: int = 1
    error: ErrorTest | None = None
    rests: bool = False
    flags: AnyFlagTest | None = None


@dataclass(frozen=True, slots=True)
class Catch:
    """A handler: ``types`` are qualified exception names, () for everything."""

    types: tuple[str, ...]
    body: Behaviour
    line: int


@dataclass(frozen=True, slots=True)
class Guarded:
    """try / except / else / finally."""

    body: Behaviour
    catches: tuple[Catch, ...]
    orelse: Behaviour
    final: Behaviour
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """A loop. ``rounds`` holds one behaviour per item where the items are known.

    Otherwise ``rounds`` is one behaviour for any number of rounds. ``begins`` where the first one
    is sure to come. ``endless`` for ``while True``. ``orelse`` runs where no break has ended it.
    ``again`` where the only one in ``rounds`` may run again after it has run. ``gives_up`` where an
    endless one counts what fails, and is left once there is too much of that.
    """

    rounds: tuple[Behaviour, ...]
    begins: bool
    endless: bool
    line: int
    orelse: Behaviour = Sequence(())
    again: bool = False
    gives_up: bool = False


#: Raised by what ends the program, for no handler to take: having failed, or with all done as
#: far as the code knows, which is a failure where a request has been lost.
ENDED, DONE = "<ended>", "<done>"


@dataclass(frozen=True, slots=True)
class Leave:
    """return, raise, break or continue.

    ``gives`` says of what a return gives back, and of its parts by name or position, whether it
    is ``something`` or ``nothing``; the whole has the empty name. ``result`` is a call's result
    that is handed back instead, ``passes`` when it is whatever the called function gave. A raise
    names its exception type in ``raises``, or re-raises with ``raises`` empty. With ``lenient``
    what is given back may be an answer with an error status, and reading it raises nothing.
    """

    kind: str
    raises: tuple[str, ...]
    line: int
    gives: tuple[tuple[str, str], ...] = ()
    result: Result | None = None
    passes: bool = False
    lenient: bool = False


@dataclass(frozen=True, slots=True)
class Enter:
    """A call into a function of the repository, from ``path:line``.

    ``call`` names the call site where it is one that decides whom the function asks. ``late`` and
    ``unused`` as in ``Request``. ``judges`` where it is handed the caught error: what it asks of an
    error, and what it throws on, is that one. ``behind`` is the circuit breaker around it.
    """

    function: str
    path: str
    line: int
    body: Behaviour
    deferred: bool = False
    call: str = ""
    late: str = ""
    unused: bool = False
    judges: bool = False
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """What was asked last is read as an answer: where it is an error page, that raises.

    With ``sdk`` the library is told to raise for the status, and the error is one of its own.
    """

    line: int
    sdk: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """A name of the function's own is set to what it ``holds``, empty where nobody knows.

    With ``same`` it holds what that other name does.
    """

    name: str
    holds: str
    line: int
    same: str = ""


Behaviour = Union[Request, Sequence, Branch, Guarded, Repeat, Leave, Enter, Read, Flag]

NOTHING = Sequence(())


def parts(node: Behaviour) -> tuple[Behaviour, ...]:
    """A behaviour's immediate parts."""
    found = _PARTS.get(type(node))
    return found(node) if found is not None else ()


#: By type, since this is asked more often than anything else.
_PARTS: dict[type, Callable[[Any], tuple[Behaviour, ...]]] = {
    Sequence: lambda node: node.items,
    Branch: lambda node: node.arms,
    Guarded: lambda node: (node.body, *(c.body for c in node.catches), node.orelse, node.final),
    Repeat: lambda node: (*node.rounds, node.orelse),
    Enter: lambda node: (node.body,),
}


def nodes(roots: Iterable[Behaviour]) -> list[Behaviour]:
    """Every node below the roots, once, what stands last first."""
    return list(_walk(roots))


def _walk(roots: Iterable[Behaviour]) -> Iterator[Behaviour]:
    seen: set[int] = set()
    todo = list(roots)
    while todo:
        node = todo.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            todo.extend(parts(node))


def asks_in(*roots: Behaviour) -> bool:
    """Whether any request stands below the roots."""
    return any(isinstance(node, Request) for node in _walk(roots))


def requests_in(*roots: Behaviour) -> list[Request]:
    """Every request below the roots, once, what stands last first."""
    return [node for node in nodes(roots) if isinstance(node, Request)]
