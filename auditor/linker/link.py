"""The linker's whole story: facts and rules in, a program out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from auditor.linker import (
    attributes,
    binding,
    branches,
    calls,
    contexts,
    expressions,
    members,
    scopes,
    statements,
)
from auditor.linker.alone import run_alone
from auditor.linker.definitions import FunctionInfo
from auditor.linker.dialects import DIALECTS
from auditor.linker.entries import Entry
from auditor.linker.entrypoints import find_entries, run_entry
from auditor.linker.exception_bases import exception_bases
from auditor.linker.index import Index
from auditor.linker.interface import is_public, tries_out
from auditor.linker.joins import find_routes
from auditor.linker.limits import diagnostics_of
from auditor.linker.modes import modes_of
from auditor.linker.reach import reach
from auditor.linker.recorder import HANDED, CallRecord, record_unused
from auditor.linker.rules import RuleIndex
from auditor.linker.sharing import Shared
from auditor.linker.targets import resolve
from auditor.linker.world import Deployed, Parts, World
from auditor.model.behaviour import Attempt, Behaviour
from auditor.model.behaviour import Sequence as Steps
from auditor.model.catalog import Catalog
from auditor.model.config import Node
from auditor.model.facts import FileFacts, Function
from auditor.model.identity import identity
from auditor.model.packages import Packages
from auditor.model.program import Client, Entrypoint, Evidence, LlmCall, Program
from auditor.rulebook.match import Matcher

#: The kind of entry points that run when an application starts, or when something happens to it.
_START = "event"


@dataclass(frozen=True, slots=True)
class Started:
    """An entry point with what it does."""

    entry: Entry
    behaviour: Behaviour
    function: int | None = None

    def called(self, world: World) -> bool:
        """Whether another function of the tree runs it as well."""
        return self.function in world.called


def link(
    files: Iterable[tuple[FileFacts, bool]],
    catalog: Catalog,
    matcher: Matcher,
    language: str,
    scripts: Mapping[str, str],
    with_tests: bool = False,
    packages: Packages | None = None,
    releases: Mapping[str, tuple[int, ...]] | None = None,
    others: tuple[Program, ...] = (),
    declared: Deployed | None = None,
    settings: Deployed | None = None,
    installed: Mapping[str, frozenset[str]] | None = None,
    present: frozenset[str] = frozenset(),
    documents: Mapping[str, Node] | None = None,
) -> Program:
    """Link the files of one language; each comes with whether it is test code.

    ``with_tests`` takes test code for code like any other. ``packages`` tell what imports mean
    where paths alone do not, ``releases`` which release of a library the tree uses at most.
    ``others`` are programs of other languages whose routes this one may ask, ``declared`` what
    deployment files set variables to, ``settings`` what settings files hold under each key,
    ``installed`` the packages that manifests ask for, by their folders, ``present`` the names of
    all files and folders of the tree, those that were not read included, ``documents`` what the
    settings files hold that code may read by itself.
    """
    world = build_world(files, catalog, matcher, language, packages or Packages())
    world.with_tests, world.declared = with_tests, declared or {}
    world.settings, world.documents = settings or {}, documents or {}
    world.installed, world.present = installed or {}, present
    world.releases = dict(releases or {})
    # The second round knows every object that the first one saw being built.
    first = _run_all(world, dict(scripts))
    world.used_before = frozenset(world.used)
    world.built_before = dict(world.built_objects)
    world.routes = find_routes((item.entry for item in first), others)
    world.routes_at.clear()
    _forget(world)
    started = _run_all(world, dict(scripts))
    branches.run_skipped(world)
    record_unused(world)
    if not with_tests:
        _run_tests(world)
    return _program(world, started, others)


def build_world(
    files: Iterable[tuple[FileFacts, bool]],
    catalog: Catalog,
    matcher: Matcher,
    language: str,
    packages: Packages,
) -> World:
    """The interpreter with everything plugged in, before anything is run."""
    index = Index()
    for facts, in_tests in files:
        index.add_file(facts, in_tests)
    DIALECTS[language].settle(index)
    rules = RuleIndex(catalog, language)

    def add_lambda(world: World, path: str, node: Function) -> int:
        tests = world.modules[path].in_tests
        return index.add_function(path, node, "", None, True, tests).number

    parts = Parts(
        evaluate=expressions.evaluate,
        run_block=statements.run_block,
        assign=binding.assign,
        call_values=calls.call_values,
        call_routine=calls.call_routine,
        invoke=contexts.invoke,
        get_attribute=members.get_attribute,
        get_item=attributes.get_item,
        typed=scopes.typed,
        build_unseen=scopes.build_unseen,
        module_frame=scopes.module_frame,
        late_global=scopes.late_global,
        add_lambda=add_lambda,
        construct=calls.construct,
    )
    return World(
        catalog, matcher, rules, DIALECTS[language].finder(index.modules, rules, packages),
        DIALECTS[language], index.modules, index.functions, index.classes, index.by_node, parts,
        overloads=index.overloads() if DIALECTS[language].overloads else {},
    )  # fmt: skip


def _forget(world: World) -> None:
    """Drop what was found, keep the objects that were built and what they hold."""
    world.runs = 0
    world.budget.renew()
    for found in (
        world.module_frames, world.summaries, world.widest, world.contexts, world.reached,
        world.closures, world.decorated, world.defaults, world.late, world.mro, world.prompts,
        world.calls, world.clients, world.registrations, world.decorations, world.mounted,
        world.handed, world.parents, world.cut, world.crowded, world.alike, world.brought,
        world.ran, world.skipped, world.used, world.built_objects, world.places,
        world.handed_out, world.escaped, world.given_back, world.providers, world.retried,
        world.async_made,
        world.modes, world.uncounted,
    ):  # fmt: skip
        found.clear()
    world.given_types = None


def _run_all(world: World, scripts: dict[str, str]) -> list[Started]:
    """Run every module, then every entry point, then whatever nothing has reached."""
    for path in sorted(p for p, m in world.modules.items() if not m.in_tests or world.with_tests):
        world.module_frame(path)
    started: dict[tuple[str, int, str], Started] = {}
    _run_entries(world, scripts, started)
    library = _run_unreached(world, in_tests=False)
    # Registrations made inside functions that nothing reached are known only now.
    _run_entries(world, scripts, started)
    entered = {(item.entry.path, item.entry.line) for item in started.values()}
    kept = [
        item
        for item in library
        if (item.entry.path, item.entry.line) not in entered and not item.called(world)
    ]
    return [*started.values(), *kept]


def _run_entries(
    world: World, scripts: dict[str, str], started: dict[tuple[str, int, str], Started]
) -> None:
    """Run entry points until running them brings no new ones to light."""
    while True:
        found = [
            entry
            for entry in find_entries(world, scripts)
            if (entry.path, entry.line, entry.title) not in started
        ]
        if not found:
            return
        # What an application does when it starts leaves things for its routes.
        for entry in sorted(found, key=lambda entry: entry.kind != _START):
            with world.budget.one():
                behaviour = run_entry(world, entry)
            started[entry.path, entry.line, entry.title] = Started(entry, behaviour)
            for mode, behaviour in modes_of(world, entry):
                started[mode.path, mode.line, mode.title] = Started(mode, behaviour)


def _run_tests(world: World) -> None:
    """Test code last: its calls are listed, but what it builds is not taken for the program's."""
    world.in_tests = True
    world.alike.clear()
    for path in sorted(p for p, m in world.modules.items() if m.in_tests):
        world.module_frame(path)
    _run_unreached(world, in_tests=True)


def _run_unreached(world: World, in_tests: bool) -> list[Started]:
    """Functions without a caller, as code outside the tree would call them."""
    started: list[Started] = []
    # What some other function calls is seen in its callers' contexts, which come first.
    order = sorted(
        world.functions[:],
        key=lambda f: (f.number in world.called, f.nested, _is_internal(f), f.path, f.number),
    )
    for info in order:
        aside = info.in_tests and not world.with_tests
        if aside is not in_tests or info.number in world.reached:
            continue
        if not info.nested or info.number in world.closures:
            with world.budget.one():
                behaviour = run_alone(world, info)
            started.append(Started(_outside_entry(info), behaviour, info.number))
    return started


def _is_internal(info: FunctionInfo) -> bool:
    """Whether its name says that functions beside it call it."""
    return info.node.name.startswith("_") and not info.node.name.endswith("__")


def _outside_entry(info: FunctionInfo) -> Entry:
    return Entry("library", info.qualname, info.path, info.node.span.line, info.qualname, "")


def _program(world: World, started: list[Started], others: tuple[Program, ...]) -> Program:
    ids = {key: call for other in others for key, call in other.keys.items()}
    ids.update(_stable_ids(world))
    shared = Shared()
    entrypoints: list[Entrypoint] = []
    recognised: set[str] = set()
    loose: list[Behaviour] = []
    asked: set[str] = set()
    # What else is asked for is known when it is the turn of functions that only try it out.
    for item in sorted(started, key=lambda item: tries_out(world, item.entry, item.function)):
        behaviour = shared.share(item.behaviour)
        found = reach(behaviour)
        entry = item.entry
        if tries_out(world, entry, item.function) and asked.issuperset(found):
            continue
        if entry.kind == "library" and not is_public(world, entry):
            loose.append(behaviour)
            continue
        asked.update(found)
        if entry.kind != "library":
            recognised.update(found)
        entrypoints.append(_entrypoint(world, entry, behaviour, found, ids))
    return Program(
        calls=tuple(
            sorted((_call(world, r, ids[k]) for k, r in world.calls.items()), key=_position)
        ),
        clients=_clients(world),
        entrypoints=_named_apart(entrypoints),
        unreached=tuple(sorted(ids[k] for k in world.calls if k not in recognised)),
        diagnostics=diagnostics_of(world),
        keys=ids,
        loose=(*loose, *_top_levels(world)),
        exceptions=exception_bases(world),
        features=tuple(sorted(world.features.values())),
    )


def _top_levels(world: World) -> list[Behaviour]:
    """What modules do when they are imported; scripts without a main block are nothing else."""
    frames = [world.module_frames[path] for path in sorted(world.module_frames)]
    kept = [f for f in frames if world.with_tests or not world.modules[f.path].in_tests]
    return [Steps(tuple(frame.out)) for frame in kept if frame.asks]


def _position(call: LlmCall) -> tuple[str, int, int]:
    return call.path, call.line, call.column


def _entrypoint(
    world: World,
    entry: Entry,
    behaviour: Behaviour,
    found: Mapping[str, tuple[Evidence, ...]],
    ids: Mapping[str, str],
) -> Entrypoint:
    steps = {ids[key]: chain for key, chain in sorted(found.items())}
    return Entrypoint(
        id=identity("wf", entry.kind, entry.title, entry.path, entry.function),
        name=entry.title,
        kind=entry.kind,
        path=entry.path,
        line=entry.line,
        function=entry.function,
        behaviour=behaviour,
        calls=tuple(steps),
        steps=steps,
        in_tests=world.modules[entry.path].in_tests,
    )


def _named_apart(entrypoints: list[Entrypoint]) -> tuple[Entrypoint, ...]:
    """Handlers of one title in one function are as many workflows; only overloads are one."""
    unique: dict[str, Entrypoint] = {}
    alike: dict[str, int] = defaultdict(int)
    for entry in sorted(entrypoints, key=lambda e: (e.path, e.line, e.name)):
        seen = alike[entry.id]
        alike[entry.id] += 1
        if not seen:
            unique[entry.id] = entry
        elif entry.kind != "library":
            another = identity("wf", entry.id, seen)
            unique[another] = replace(entry, id=another)
    return tuple(unique.values())


def _stable_ids(world: World) -> dict[str, str]:
    """Ids that survive edits elsewhere: file, function, what is called, and which one of those."""
    groups: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for key, record in world.calls.items():
        groups[record.place.path, record.place.function, record.shown].append(key)
    ids: dict[str, str] = {}
    for (path, function, shown), keys in groups.items():
        keys.sort(key=lambda k: (world.calls[k].place.line, world.calls[k].place.column))
        for number, key in enumerate(keys):
            ids[key] = identity("call", path, function, shown, number)
    return ids


def _call(world: World, record: CallRecord, call_id: str) -> LlmCall:
    attempts = _without_guesses(record.attempts)
    place = record.place
    said = record.shown if record.shown == HANDED else f"calls {record.shown}"
    evidence = dict.fromkeys((Evidence(place.path, place.line, said), *record.evidence))
    surest = all(a.vendor is not None and a.unknown is None for a in attempts)
    return LlmCall(
        id=call_id,
        path=place.path,
        line=place.line,
        end_line=place.end_line,
        column=place.column,
        function=place.function,
        kind=record.kind,
        via=record.via,
        sdk=record.sdk,
        attempts=attempts,
        asks=tuple(sorted(record.asks, key=repr)),
        dynamic=record.dynamic or len(attempts) > 1,
        confidence="high" if surest else "medium" if any(a.platform for a in attempts) else "low",
        in_tests=place.in_tests,
        evidence=tuple(evidence),
        cell=place.cell,
        raises=world.rules.sdks[record.sdk].key,
    )


def _without_guesses(attempts: Mapping[Attempt, None]) -> tuple[Attempt, ...]:
    """Attempts of which nothing is known say nothing beside those of which something is."""
    told = [a for a in attempts if a.vendor or a.platform or a.gateways]
    sharper = [a for a in told if a.model or not any(_names_model(b, a) for b in told)]
    return tuple(sorted(sharper or attempts, key=repr))


def _names_model(attempt: Attempt, other: Attempt) -> bool:
    """Whether ``attempt`` is ``other`` with its model known."""
    same = (attempt.vendor, attempt.platform) == (other.vendor, other.platform)
    return same and attempt.model is not None


def _clients(world: World) -> tuple[Client, ...]:
    found: set[Client] = set()
    for (path, line, sdk), objects in world.clients.items():
        for made in objects:
            for attempt in resolve(world, made.aim).attempts:
                host = attempt.platform or (attempt.gateways[0] if attempt.gateways else None)
                found.add(Client(path, line, sdk, attempt.vendor, host))
    return tuple(
        sorted(found, key=lambda c: (c.path, c.line, c.sdk, c.vendor or "", c.platform or ""))
    )
