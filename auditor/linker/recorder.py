"""Writes down what was found: model calls, clients, wrapper calls, registrations."""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.linker.aims import combine, read_aim
from auditor.linker.definitions import FunctionInfo
from auditor.linker.statuses import is_silent
from auditor.linker.targets import Resolved, resolve
from auditor.linker.values import Aim, Arguments, RuleObject, Text, Value, Values, argument
from auditor.linker.world import Frame, Place, Summary, World
from auditor.model.behaviour import (
    Ask,
    Attempt,
    Behaviour,
    Choice,
    Request,
    parts,
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
) -> None:
    """A model call at ``place``; ``shown`` is how a reader would name what is called."""
    key = key_of(place)
    stream = rule is not None and rule.stream
    late = "always" if rule is not None and rule.late else ""
    silent = is_silent(world, frame, sdk)
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
    _absorb(record, resolved)
    if record.kind is CallKind.OTHER:
        record.kind = kind
    frame.out.append(request)
    add_asks(frame.asks, {key: frozenset(resolved.attempts)})
    function = frame.function
    if function is not None:
        for number, name in resolved.params:
            if number == function.number:
                frame.feeds.setdefault(name, set()).add(key)


def _absorb(record: CallRecord, resolved: Resolved) -> None:
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
        world.used.add(owner.site)
    if owner is not None and owner.site[0]:
        built = Evidence(owner.site[0], owner.site[1], f"{owner.rule} of {sdk.name} is built here")
        resolved.evidence = (built, *resolved.evidence)
    record_call(world, frame, place, sdk, kind, resolved, shown, rule)


def record_unused(world: World) -> None:
    """Models that are built but called by nothing we see: they are handed to code outside.

    Only what is itself a model counts; a vendor's client is listed as a client anyway.
    """
    for site, made in sorted(world.built_objects.items()):
        place = world.places[site]
        sdk = world.rules.sdks[made.sdk]
        if site in world.used or site not in world.escaped or place.in_tests:
            continue
        if sdk.via is not Via.FRAMEWORK:
            continue
        if made.aim.kind is None or not world.rules.object_rule(made).client:
            continue
        frame = world.new_frame(place.path, {})
        record_aim(world, frame, place, sdk, CallKind(made.aim.kind), made.aim, HANDED)
        world.handed_out.add(key_of(place))


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
        handed = _handed_on(frame, given)
        if handed is not None:
            frame.feeds.setdefault(handed, set()).update(keys)
        elif any(isinstance(v, Text) for v in given.items):
            wrapper = _record_wrapper(world, info, summary, keys, place) or wrapper
    return wrapper


def _handed_on(frame: Frame, given: Values) -> str | None:
    function = frame.function
    for value in given.items:
        param = value.param if isinstance(value, Text) else None
        if param is not None and function is not None and param[0] == function.number:
            return param[1]
    return None


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
        _absorb(record, Resolved(ask, dynamic, (step,)))
        found = key
    return found


def add_asks(asks: dict[str, frozenset[Attempt]], more: dict[str, frozenset[Attempt]]) -> None:
    """Merge the calls that a callee makes into its caller's."""
    for key, attempts in more.items():
        have = asks.get(key)
        if have is None:
            asks[key] = attempts
        elif not attempts <= have:
            asks[key] = have | attempts


def requests_in(behaviour: Behaviour) -> dict[str, dict[Attempt, None]]:
    """Every request below a behaviour: call key to its attempts."""
    found: dict[str, dict[Attempt, None]] = {}
    seen: set[int] = set()
    todo: list[Behaviour] = [behaviour]
    while todo:
        node = todo.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Request):
            found.setdefault(node.call, {}).update(dict.fromkeys(node.attempts))
        todo.extend(parts(node))
    return found
