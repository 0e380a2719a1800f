"""Writes down what was found: model calls, clients, wrapper calls, registrations."""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.linker.aims import combine, read_aim
from auditor.linker.definitions import FunctionInfo
from auditor.linker.frame import Asks, Frame
from auditor.linker.statuses import is_silent
from auditor.linker.targets import resolve
from auditor.linker.trails import Resolved
from auditor.linker.values import (
    Aim,
    Arguments,
    RuleObject,
    Table,
    Text,
    Unknown,
    Value,
    Values,
    argument,
)
from auditor.linker.world import Place, Summary, World
from auditor.model.behaviour import (
    Ask,
    Attempt,
    Choice,
    Request,
)
from auditor.model.catalog import CallKind, CallRule, FunctionRule, Sdk, Via
from auditor.model.program import Evidence

#: What is shown for a model that only code outside the tree can call.
HANDED = "a model for code we cannot see"


@dataclass(slots=True)
class CallRecord:
    """One call site, with everything that any context found there."""

    place: Place
    sdk: str
    kind: CallKind
    via: Via
    shown: str
    attempts: dict[Attempt, None] = field(default_factory=dict)
    asks: dict[Ask, None] = field(default_factory=dict)
    dynamic: bool = False
    evidence: dict[Evidence, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prompt:
    """A function that a decorator turned into a model call; ``over`` are those on top of it."""

    sdk: Sdk
    rule: FunctionRule
    args: Arguments
    over: tuple[Prompt, ...] = ()


@dataclass(frozen=True, slots=True)
class Registration:
    """A function handed to a framework, by decorator or by call; entry points are made of these.

    ``name`` is the qualified callee, or the owner's with ``method`` its path.
    """

    trigger: str
    name: str
    method: str | None
    owner: Value | None
    args: Arguments
    handler: Values
    path: str
    line: int
    function: str


def key_of(place: Place) -> str:
    """A call site's provisional id; the linker gives the stable ones at the end."""
    return f"{place.path}:{place.line}:{place.column}"


def record_call(
    world: World,
    frame: Frame,
    place: Place,
    sdk: Sdk,
    kind: CallKind,
    resolved: Resolved,
    shown: str,
    rule: CallRule | FunctionRule | None = None,
    built: str = "",
) -> None:
    """A model call at ``place``; ``shown`` is how a reader would name what is called.

    ``built`` is the file in which the client is built, if it was followed there.
    """
    key = key_of(place)
    stream = rule is not None and rule.stream
    late = "always" if rule is not None and rule.late else ""
    silent = is_silent(world, frame, sdk, built)
    request = Request(key, resolved.ask, sdk.key, kind.value, stream, late, silent)
    if world.in_tests and not place.in_tests:
        # What tests make of the program's own calls says nothing about the program.
        frame.out.append(request)
        return
    record = world.calls.get(key)
    if record is None:
        record = CallRecord(place, sdk.id, kind, sdk.via, shown)
        world.calls[key] = record
    elif record.via is Via.WRAPPER:
        record.via, record.sdk, record.kind, record.shown = sdk.via, sdk.id, kind, shown
    absorb(record, resolved)
    if resolved.cut:
        world.uncounted.add((place.path, place.line))
    if record.kind is CallKind.OTHER:
        record.kind = kind
    frame.out.append(request)
    add_asks(frame.asks, {key: frozenset(resolved.attempts)})
    for number, name in resolved.params:
        taker = _activation(frame, number)
        if taker is not None:
            taker.feeds.setdefault(name, set()).add(key)


def _activation(frame: Frame, number: int) -> Frame | None:
    """The activation of a function that this one is, or that it was defined in."""
    for scope in frame.scopes():
        if scope.function is not None and scope.function.number == number:
            return scope
    return None


def absorb(record: CallRecord, resolved: Resolved) -> None:
    """One more way in which the call may ask."""
    record.attempts.update(dict.fromkeys(resolved.attempts))
    record.asks[resolved.ask] = None
    record.dynamic = record.dynamic or resolved.dynamic
    if len(record.evidence) < 40:
        record.evidence.update(dict.fromkeys(resolved.evidence))


def record_aim(
    world: World,
    frame: Frame,
    place: Place,
    sdk: Sdk,
    kind: CallKind,
    aim: Aim,
    shown: str,
    owner: RuleObject | None = None,
    rule: CallRule | FunctionRule | None = None,
) -> None:
    """A model call whose target an aim describes."""
    resolved = resolve(world, aim)
    if owner is not None:
        world.used.add(owner.origin)
    if owner is not None and owner.site[0]:
        built = Evidence(owner.site[0], owner.site[1], f"{owner.rule} of {sdk.name} is built here")
        resolved.evidence = (built, *resolved.evidence)
    record_call(world, frame, place, sdk, kind, resolved, shown, rule)
    if owner is not None and owner.site in world.async_made:
        frame.lazy.add(id(frame.out[-1]))


def record_unused(world: World) -> None:
    """Models that are built but called by nothing we see: they are handed to code outside.

    Only what is itself a model counts; a vendor's client is listed as a client anyway.
    """
    for site, made in sorted(world.built_objects.items()):
        place = world.places[site]
        if made.origin in world.used or site not in world.escaped or place.in_tests:
            continue
        if made.aim.kind is not None and world.rules.object_rule(made).client:
            _record_handed(world, place, [made])
    for number, models in sorted(world.given_back.items()):
        info = world.functions[number]
        # Objects that a provider makes are listed nowhere, so the function stands for them.
        made_there = [
            m
            for m in models
            if m.origin not in world.used
            and not world.rules.object_rule(m).client
            and not _is_named_by(info, m)
        ]
        if made_there and not info.in_tests:
            _record_handed(world, place_of_function(info), made_there)


def _is_named_by(info: FunctionInfo, made: RuleObject) -> bool:
    """Whether a function without a name makes whatever it is told: ``lambda name: acme(name)``."""
    named = made.aim.model.items if made.aim.model is not None else ()
    return (
        info.nested
        and bool(named)
        and all(
            isinstance(v, Unknown)
            or (isinstance(v, Text) and v.param is not None and v.param[0] == info.number)
            for v in named
        )
    )


def _record_handed(world: World, place: Place, models: list[RuleObject]) -> None:
    """One of the models is asked by code that we cannot see."""
    first = models[0]
    sdk = world.rules.sdks[first.sdk]
    kind = first.aim.kind or world.rules.object_rule(first).kind
    if sdk.via is not Via.FRAMEWORK or kind is None:
        return
    aims = tuple(m.aim for m in models)
    aim = aims[0] if len(aims) == 1 else Aim(alternatives=aims)
    record_aim(world, world.new_frame(place.path, {}), place, sdk, CallKind(kind), aim, HANDED)
    world.handed_out.add(key_of(place))


def place_of_function(info: FunctionInfo) -> Place:
    """Where a function is defined."""
    span = info.node.span
    return Place(
        info.path, span.line, span.line, span.column, span.cell, info.qualname, info.in_tests
    )


def record_prompt(
    world: World, frame: Frame, prompt: Prompt, args: Arguments, place: Place
) -> None:
    """A call of a function that a decorator turned into a model call."""
    aim = combine(read_aim(world, prompt.rule.target, prompt.args), Aim())
    for upper in prompt.over:
        aim = combine(aim, read_aim(world, upper.rule.target, upper.args))
    record_aim(world, frame, place, prompt.sdk, prompt.rule.kind, aim, prompt.rule.names[0])


def pass_on(
    world: World,
    frame: Frame,
    info: FunctionInfo,
    summary: Summary,
    args: Arguments,
    offset: int,
    place: Place,
) -> str:
    """The callee sends requests whose target a parameter of its own decides.

    Where this call fixes that parameter, it is the place that chooses the vendor: a wrapper
    call, whose key is returned. Where it only hands on a parameter of its own function, the
    question moves up.
    """
    wrapper = ""
    names = [p.name for p in info.node.params if not p.stars][offset:]
    for name, keys in sorted(summary.feeds.items()):
        position = names.index(name) if name in names else -1
        given = argument(args, name, *([position] if position >= 0 else []))
        if given is None:
            continue
        texts = _texts_in(world, given)
        handed = _handed_on(frame, given, texts)
        if handed is not None:
            frame.feeds.setdefault(handed, set()).update(keys)
        elif texts:
            wrapper = _record_wrapper(world, info, summary, keys, place) or wrapper
    return wrapper


def _texts_in(world: World, given: Values) -> list[Text]:
    """The texts that are given, alone or as entries of a dictionary."""
    found = [value for value in given.items if isinstance(value, Text)]
    for value in given.items:
        if isinstance(value, Table):
            for entry in world.heap.entries.get(value.number, {}).values():
                found.extend(v for v in entry.items if isinstance(v, Text))
    return found


def _handed_on(frame: Frame, given: Values, texts: list[Text]) -> str | None:
    """The parameter of the caller's own function that is handed on, whole or in part."""
    function = frame.function
    if function is None:
        return None
    for param in function.node.params:
        if any(isinstance(v, Table) for v in given.items) and frame.env.get(param.name) == given:
            return param.name
    return next((t.param[1] for t in texts if t.param and t.param[0] == function.number), None)


def _record_wrapper(
    world: World, info: FunctionInfo, summary: Summary, keys: set[str], place: Place
) -> str:
    key = key_of(place)
    if world.in_tests and not place.in_tests:
        return ""
    found = ""
    for inner in sorted(keys):
        sink = world.calls.get(inner)
        attempts = tuple(sorted(summary.asks.get(inner, ()), key=repr))
        if sink is None or not attempts or inner == key:
            continue
        record = world.calls.get(key)
        if record is None:
            record = CallRecord(place, sink.sdk, sink.kind, Via.WRAPPER, info.qualname)
            world.calls[key] = record
        step = Evidence(sink.place.path, sink.place.line, f"{info.qualname} sends the request here")
        dynamic = len(attempts) > 1 or any(a.unknown for a in attempts)
        ask = attempts[0] if len(attempts) == 1 else Choice(attempts, False)
        absorb(record, Resolved(ask, dynamic, (step,)))
        found = key
    return found


def add_asks(asks: Asks, more: Asks) -> None:
    """Merge the calls that a callee makes into its caller's."""
    for key, attempts in more.items():
        have = asks.get(key)
        if have is None:
            asks[key] = attempts
        elif not attempts <= have:
            asks[key] = have | attempts
