"""One activation of a piece of code, and what it collects while it runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from auditor.linker.definitions import FunctionInfo
from auditor.linker.turns import Turn
from auditor.linker.values import Value, Values
from auditor.model.behaviour import Attempt, Behaviour, Result
from auditor.model.error_test import ErrorTest
from auditor.model.facts import Assign, Expr, Stmt

#: Calls, and whom each asks.
Asks = dict[str, frozenset[Attempt]]
#: The requests made before a loop begins, by identity, and the names that it changes, as before.
Unstarted = tuple[frozenset[int], dict[str, Values]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The statement whose value is told apart in a run, and which of its cases this run is.

    ``decided`` where the first is what happens as shipped.
    """

    at: Assign
    number: int
    count: int
    decided: bool


@dataclass(slots=True, eq=False)
class Frame:
    """One activation: of a module, a class body, or a function in one context.

    ``out`` collects behaviours in order, ``returns`` the returned values, whether they need a
    setting other than the shipped one, and what is true of a caught error. ``feeds`` maps a
    parameter to the calls whose target it decides. ``dead`` once no statement from here on can
    run. ``exits`` collects, for each loop around, what a break or continue is, the names it
    leaves, and whether it needs a setting other than the shipped one; ``handlers`` counts the
    exception handlers around, ``vain`` those of them that nothing that is asked leads to,
    ``arms`` those arms of branches that not every deployment takes, ``shipped`` those of them that
    run as shipped, by the settings in ``needs``, ``tries`` the bodies of tries among them,
    ``rounds`` multiplies the rounds of the loops around. ``filled`` says which names hold the
    results of which calls, ``lazy`` which behaviours (by identity) run once somebody waits for
    them, ``generators`` once somebody reads them, which is ``unread`` where it is given back,
    ``settled`` those that somebody has waited for. ``trying`` is the body of the try around,
    ``wants`` set in handlers where its answer is kept. ``turns`` are the counters of loops
    whose last round is told apart, ``counting`` how many rounds those go through whose counters
    are told apart, ``raced`` what was started for a loop to wait for, ``unstarted`` what names are
    before the loops of the try around begin, with the requests made by then. ``told`` is what is
    known here of a caught error that it was given: ``judges``. ``left`` holds names of arms that
    return or raise, for functions defined there. ``lasting`` are the names that all rounds of the
    loops around have in common, None outside of any. ``case`` is which of several this run is.
    """

    number: int
    path: str
    env: dict[str, Values]
    function: FunctionInfo | None = None
    cls: int | None = None
    parent: Frame | None = None
    receiver: Value | None = None
    out: list[Behaviour] = field(default_factory=list)
    returns: list[tuple[Values, bool, tuple[ErrorTest, ...]]] = field(default_factory=list)
    feeds: dict[str, set[str]] = field(default_factory=dict)
    asks: Asks = field(default_factory=dict)
    alternative: bool = False
    dead: bool = False
    is_class: bool = False
    yields: list[Values] = field(default_factory=list)
    shared: set[str] = field(default_factory=set)
    declared: dict[str, Expr] = field(default_factory=dict)
    stars: list[str] = field(default_factory=list)
    exits: list[list[tuple[str, dict[str, Values], bool]]] = field(default_factory=list)
    handlers: int = 0
    vain: int = 0
    arms: int = 0
    shipped: int = 0
    tries: int = 0
    needs: tuple[str, ...] = ()
    filled: dict[str, Result] = field(default_factory=dict)
    lazy: set[int] = field(default_factory=set)
    generators: set[int] = field(default_factory=set)
    unread: bool = False
    settled: dict[int, Behaviour] = field(default_factory=dict)
    trying: tuple[Stmt, ...] | None = None
    rounds: int = 1
    turns: dict[str, Turn] = field(default_factory=dict)
    counting: dict[str, int] = field(default_factory=dict)
    raced: list[Behaviour] = field(default_factory=list)
    unstarted: list[Unstarted] = field(default_factory=list)
    wants: bool = False
    judges: bool = False
    told: tuple[ErrorTest, ...] = ()
    left: dict[str, Values] = field(default_factory=dict)
    lasting: frozenset[str] | None = None
    case: Chosen | None = None

    def scopes(self) -> Iterator[Frame]:
        """The activation and those that it was defined in, the innermost first."""
        scope: Frame | None = self
        while scope is not None:
            yield scope
            scope = scope.parent

    def settle(self, before: int) -> None:
        """What was done since then has been waited for; a generator still has to be read."""
        done = (made for made in self.out[before:] if id(made) not in self.generators)
        self.settled.update((id(made), made) for made in done)

    def aside(self) -> Aside:
        """Collects the behaviours of what runs inside instead of adding them to ``out``."""
        return Aside(self)


class Aside:
    """``with frame.aside() as steps``. Entered for every arm of a branch, so it is no generator."""

    __slots__ = ("_frame", "_outer")

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._outer = frame.out

    def __enter__(self) -> list[Behaviour]:
        self._frame.out = []
        return self._frame.out

    def __exit__(self, *_: object) -> None:
        self._frame.out = self._outer
