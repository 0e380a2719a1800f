"""The state one linking run shares, and the records its parts pass around.

The parts of the interpreter need each other. They meet here: ``link.py`` plugs each into the
``World``, so that no module of this folder imports another one back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from auditor.linker.budget import Budget
from auditor.linker.definitions import ClassInfo, FunctionInfo, ModuleInfo, imported_roots
from auditor.linker.dialect import Dialect
from auditor.linker.frame import Asks, Frame
from auditor.linker.heap import Heap
from auditor.linker.imports import ModuleFinder
from auditor.linker.mounts import Mounts
from auditor.linker.rules import RuleIndex, release_of
from auditor.linker.values import Aim, Arguments, Origin, Routine, RuleObject, Value, Values
from auditor.model.behaviour import Behaviour
from auditor.model.catalog import Catalog
from auditor.model.config import Declared, Node
from auditor.model.facts import Expr, Function, If, Stmt
from auditor.model.feature import FeatureSite
from auditor.rulebook.match import Matcher

#: What deployment files set variables to, by name.
Deployed = Mapping[str, tuple[Declared, ...]]
#: Calls nested deeper than this are cut off.
DEEPEST = 48
#: A function may stand this often on the stack of calls ...
MOST_RECURSION = 3
#: ... this often where it counts how often that is ...
MOST_COUNTED = 8
#: ... and this often where it is made anew each time, such as the layers of a chain of handlers.
MOST_LAYERS = 12


@dataclass(slots=True)
class Summary:
    """What running a function in one context gave. ``asks`` maps call keys to their attempts.

    ``unread`` where what it does is done once somebody reads what it gives.
    """

    returns: Values
    behaviour: Behaviour
    feeds: dict[str, set[str]]
    asks: Asks
    unread: bool = False


@dataclass(slots=True)
class Place:
    """A source position as records need it."""

    path: str
    line: int
    end_line: int
    column: int
    cell: int
    function: str
    in_tests: bool


@dataclass(frozen=True, slots=True)
class Provider:
    """Whom a framework calls for the value of a parameter, and where that is written."""

    values: Values
    place: Place


@dataclass(frozen=True, slots=True)
class Taken:
    """Whom an object asks, and what it runs, of all that it was given since it was built."""

    aims: tuple[Aim, ...] = ()
    runs: tuple[Value, ...] = ()

    def over(self, aim: Aim) -> Aim:
        """The object's own aim with these."""
        return aim._replace(carried=tuple(dict.fromkeys((*aim.carried, *self.aims))))


@dataclass(frozen=True, slots=True)
class Parts:
    """The interpreter's parts, as the world calls them."""

    evaluate: Callable[[World, Frame, Expr], Values]
    run_block: Callable[[World, Frame, tuple[Stmt, ...]], None]
    assign: Callable[[World, Frame, Expr, Values], None]
    call_values: Callable[[World, Frame, Values, Arguments, Place], Values]
    call_routine: Callable[[World, Frame, Routine, Arguments, Place, bool], Values]
    invoke: Callable[[World, FunctionInfo, int, Value | None, Arguments], Summary]
    get_attribute: Callable[[World, Value, str], Values]
    get_item: Callable[[World, Value, str | int | None], Values]
    typed: Callable[[World, str], Values]
    build_unseen: Callable[[World, int], Values]
    module_frame: Callable[[World, str], Frame]
    late_global: Callable[[World, Frame, str], Values]
    add_lambda: Callable[[World, str, Function], int]
    construct: Callable[[World, Frame, int, Arguments, Place], Values]


@dataclass(slots=True)
class World:
    """Everything the interpreter knows and has found so far.

    The callables are the interpreter's parts; each takes the world first.
    """

    catalog: Catalog
    matcher: Matcher
    rules: RuleIndex
    finder: ModuleFinder
    dialect: Dialect
    modules: dict[str, ModuleInfo]
    functions: list[FunctionInfo]
    classes: list[ClassInfo]
    by_node: dict[tuple[str, int, int], int]
    parts: Parts
    overloads: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    given_types: dict[Value, list[int]] | None = None
    extensions: dict[str, list[int]] | None = None
    registered: dict[Value, list[Value]] = field(default_factory=dict)
    handed_over: list[Value] = field(default_factory=list)
    asked_types: set[Value] = field(default_factory=set)
    built_before: dict[tuple[str, int], RuleObject] = field(default_factory=dict)
    heap: Heap = field(default_factory=Heap)
    frames: list[Frame] = field(default_factory=list)
    module_frames: dict[str, Frame] = field(default_factory=dict)
    running: set[str] = field(default_factory=set)
    declared: Deployed = field(default_factory=dict)
    settings: Deployed = field(default_factory=dict)
    documents: Mapping[str, Node] = field(default_factory=dict)
    summaries: dict[tuple[object, ...], Summary | None] = field(default_factory=dict)
    widest: dict[int, Summary] = field(default_factory=dict)
    contexts: dict[int, list[Summary]] = field(default_factory=dict)
    alike: dict[tuple[int, tuple[object, ...]], tuple[int, Summary]] = field(default_factory=dict)
    held: dict[int, frozenset[object]] = field(default_factory=dict)
    directly: dict[int, frozenset[object]] = field(default_factory=dict)
    holders: dict[int, set[int]] = field(default_factory=dict)
    idle: dict[int, int] = field(default_factory=dict)
    brought: dict[int, set[object]] = field(default_factory=dict)
    chooses: dict[int, bool] = field(default_factory=dict)
    crowded: set[int] = field(default_factory=set)
    in_tests: bool = False
    with_tests: bool = False
    stack: dict[int, int] = field(default_factory=dict)
    layers: dict[tuple[int, int], int] = field(default_factory=dict)
    depth: int = 0
    runs: int = 0
    budget: Budget = field(default_factory=Budget)
    imported: frozenset[str] | None = None
    reached: set[int] = field(default_factory=set)
    called: set[int] = field(default_factory=set)
    cut: set[int] = field(default_factory=set)
    too_deep: set[tuple[str, int]] = field(default_factory=set)
    uncounted: set[tuple[str, int]] = field(default_factory=set)
    closures: dict[int, int] = field(default_factory=dict)
    decorated: dict[int, Values] = field(default_factory=dict)
    dispatched: dict[int, tuple[int, ...]] = field(default_factory=dict)
    defaults: dict[tuple[int, int, str], Values] = field(default_factory=dict)
    providers: dict[tuple[int, int, str], Provider] = field(default_factory=dict)
    bases: dict[int, tuple[Value, ...]] = field(default_factory=dict)
    marks: dict[int, set[str]] = field(default_factory=dict)
    until_set: dict[tuple[int, str], Values] = field(default_factory=dict)
    mro: dict[int, tuple[Value, ...]] = field(default_factory=dict)
    instances: dict[int, list[Value]] = field(default_factory=dict)
    late: set[tuple[str, str]] = field(default_factory=set)
    built: dict[tuple[int, str, int, int], set[object]] = field(default_factory=dict)
    ran: set[int] = field(default_factory=set)
    breakers: dict[int, str] = field(default_factory=dict)
    always_run: dict[int, tuple[Expr, ...]] = field(default_factory=dict)
    flags: dict[int, dict[str, frozenset[str]]] = field(default_factory=dict)
    unfolded: dict[int, If] = field(default_factory=dict)
    left_out: set[int] = field(default_factory=set)
    last_in_loops: set[int] = field(default_factory=set)
    exposed: dict[int, frozenset[str]] = field(default_factory=dict)
    counters: dict[int, frozenset[str]] = field(default_factory=dict)
    stirring: dict[int, bool] = field(default_factory=dict)
    skipped: dict[int, tuple[Frame, dict[str, Values], tuple[Stmt, ...]]] = field(
        default_factory=dict
    )
    open_instances: set[int] = field(default_factory=set)
    used: set[Origin] = field(default_factory=set)
    used_before: frozenset[Origin] | None = None
    built_objects: dict[tuple[str, int], RuleObject] = field(default_factory=dict)
    places: dict[tuple[str, int], Place] = field(default_factory=dict)
    features: dict[tuple[str, int, str], FeatureSite] = field(default_factory=dict)
    handed_out: set[str] = field(default_factory=set)
    escaped: set[tuple[str, int]] = field(default_factory=set)
    async_made: set[tuple[str, int]] = field(default_factory=set)
    given_back: dict[int, dict[RuleObject, None]] = field(default_factory=dict)
    plugged: set[Value] = field(default_factory=set)
    releases: dict[str, tuple[int, ...]] = field(default_factory=dict)
    installed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    near: dict[str, frozenset[str]] = field(default_factory=dict)
    here: str = ""
    present: frozenset[str] = frozenset()
    named: dict[tuple[str, int, int], frozenset[str]] = field(default_factory=dict)
    named_anywhere: dict[str, frozenset[str]] = field(default_factory=dict)
    kept: dict[str, Values] = field(default_factory=dict)
    options: dict[tuple[str, str], Values] = field(default_factory=dict)
    looking: set[tuple[int, str]] = field(default_factory=set)
    building: set[int] = field(default_factory=set)
    externals: dict[str, Values] = field(default_factory=dict)
    replaced: dict[Value, Values] = field(default_factory=dict)
    replacing: set[Value] = field(default_factory=set)
    typed_constants: dict[tuple[str, str], list[tuple[str, str]]] | None = None
    taken: dict[Origin, Taken] = field(default_factory=dict)
    modes: dict[int, dict[int, Any]] = field(default_factory=dict)
    given_globals: dict[tuple[str, str], Values] = field(default_factory=dict)
    handed: dict[Value, Values] = field(default_factory=dict)
    stand_ins: dict[Value, Values] = field(default_factory=dict)
    round_frames: dict[tuple[int, Any], int] = field(default_factory=dict)
    parents: dict[Value, Value] = field(default_factory=dict)
    mounted: Mounts = field(default_factory=Mounts)
    prompts: dict[int, Any] = field(default_factory=dict)
    retried: dict[int, dict[int, Any]] = field(default_factory=dict)
    calls: dict[str, Any] = field(default_factory=dict)
    clients: dict[tuple[str, int, str], list[Any]] = field(default_factory=dict)
    routes: tuple[Any, ...] = ()
    routes_at: dict[tuple[str, tuple[str, ...]], tuple[int, ...]] = field(default_factory=dict)
    registrations: dict[tuple[str, int, int, str], Any] = field(default_factory=dict)
    decorations: dict[int, dict[int, Any]] = field(default_factory=dict)

    # ------------------------------------------------------------ the plugged-in parts

    def evaluate(self, frame: Frame, expr: Expr) -> Values:
        """The values an expression may have."""
        return self.parts.evaluate(self, frame, expr)

    def run_block(self, frame: Frame, body: tuple[Stmt, ...]) -> None:
        """Run statements."""
        self.parts.run_block(self, frame, body)

    def assign(self, frame: Frame, target: Expr, values: Values) -> None:
        """Bind an assignment target."""
        self.parts.assign(self, frame, target, values)

    def call_values(self, frame: Frame, callee: Values, args: Arguments, place: Place) -> Values:
        """Call everything that ``callee`` may be."""
        return self.parts.call_values(self, frame, callee, args, place)

    def call_routine(
        self, frame: Frame, routine: Routine, args: Arguments, place: Place, deferred: bool = False
    ) -> Values:
        """Call a function of the tree."""
        return self.parts.call_routine(self, frame, routine, args, place, deferred)

    def invoke(
        self, info: FunctionInfo, closure: int, receiver: Value | None, args: Arguments
    ) -> Summary:
        """Run a function in a context, or recall what it did there."""
        return self.parts.invoke(self, info, closure, receiver, args)

    def get_attribute(self, value: Value, name: str) -> Values:
        """``value.name``."""
        return self.parts.get_attribute(self, value, name)

    def get_item(self, holder: Value, key: str | int | None) -> Values:
        """``holder[key]``, any item for a None key."""
        return self.parts.get_item(self, holder, key)

    def typed(self, name: str) -> Values:
        """What a value annotated with this outside type is."""
        return self.parts.typed(self, name)

    def build_unseen(self, number: int) -> Values:
        """An instance of a class that no code we saw has built yet."""
        return self.parts.build_unseen(self, number)

    def module_frame(self, path: str) -> Frame:
        """The frame of a module, which is run on first use."""
        return self.parts.module_frame(self, path)

    def late_global(self, frame: Frame, name: str) -> Values:
        """A global that a module, still running, has not bound yet."""
        return self.parts.late_global(self, frame, name)

    # ------------------------------------------------------------ small things of its own

    def older(self, package: str, version: str) -> bool:
        """Whether the tree asks for a release of ``package`` below ``version``."""
        pinned = self.releases.get(package)
        return pinned is not None and pinned < release_of(version)

    def has_one_of(self, packages: tuple[str, ...]) -> bool:
        """Whether manifests ask for one of the packages; none need no asking.

        The manifests above the file at hand count, unless they ask for none that any rule wants.
        """
        if not packages:
            return True
        wanted = self.installed_near(self.here) or frozenset().union(*self.installed.values())
        return bool(wanted.intersection(packages))

    def installed_near(self, path: str) -> frozenset[str]:
        """Of the packages that any rule wants, those that manifests above a file ask for."""
        if path not in self.near:
            above = [names for folder, names in self.installed.items()
                     if not folder or path.startswith(f"{folder}/")]  # fmt: skip
            self.near[path] = frozenset().union(*above) & self.rules.installable
        return self.near[path]

    def new_frame(self, path: str, env: dict[str, Values], **more: Any) -> Frame:  # noqa: ANN401
        """A new numbered frame."""
        made = Frame(len(self.frames) + 1, path, env, **more)
        self.frames.append(made)
        return made

    def tree_imports(self) -> frozenset[str]:
        """Every import root of the program's own files."""
        if self.imported is None:
            own = [m for m in self.modules.values() if not m.in_tests]
            self.imported = frozenset(root for m in own for root in imported_roots(m))
        return self.imported

    def frame_of(self, number: int) -> Frame | None:
        """The frame with this number; 0 is no frame."""
        return self.frames[number - 1] if number else None

    def closure_of(self, info: FunctionInfo) -> int:
        """The frame in which a function was last defined."""
        return self.closures.get(info.number, 0)
