"""Calls that leave the repository: model calls, objects of rules, frameworks, everything else."""

from __future__ import annotations

from dataclasses import replace

from auditor.linker.absent import asks_absent, asks_by_keywords
from auditor.linker.aims import combine, kind_of, read_aim
from auditor.linker.definitions import imported_roots
from auditor.linker.features import note_features
from auditor.linker.fetches import only_fetches
from auditor.linker.frame import Frame
from auditor.linker.handoffs import callables, hand_on, is_self, keep_for, run_handoff
from auditor.linker.joins import call_route, names_no_host
from auditor.linker.making import make_object, note_built
from auditor.linker.programs import aim_of
from auditor.linker.recorder import Registration, record_aim, record_call
from auditor.linker.registries import make_registry
from auditor.linker.requests import full_urls, made_before, resolve_http
from auditor.linker.retargets import retargeted
from auditor.linker.rules import NamedFunction, find_path, leads_on
from auditor.linker.slots import holds, read_slot
from auditor.linker.stores import call_store, keep_global, unless_missing
from auditor.linker.taking import take, with_taken
from auditor.linker.tools import asks_itself, kept_in, run_kept, run_kept_in, says_nothing
from auditor.linker.values import (
    NONE,
    UNKNOWN,
    Arguments,
    Constant,
    External,
    Foreign,
    ForeignMember,
    RuleMember,
    RuleObject,
    Sequence,
    Text,
    Unknown,
    Value,
    Values,
    argument,
    join,
    one,
)
from auditor.linker.world import Place, World
from auditor.model.catalog import CallKind, CallRule, FunctionRule, Sdk

#: Objects whose every call reads an environment variable.
ENVIRONMENT_READERS = frozenset(
    {"environ.Env", "environs.Env", "environs.env", "starlette.config.Config", "decouple.Config"}
)
#: What such a call does.
READER = "os.getenv"
#: Methods that enter a context manager and give what it gives.
ENTERS = frozenset({"enter_context", "enter_async_context"})


def note_option(world: World, path: str, args: Arguments) -> None:
    """``parser.add_argument("--model", default=...)``: an attribute of what parsing gives."""
    flags = [v.text for a in args if a.name is None for v in a.values.items if isinstance(v, Text)]
    named = [v.text for v in (argument(args, "dest") or NONE).items if isinstance(v, Text)]
    longest = max(flags, key=len, default="")
    name = (named[0] if named else longest.lstrip("-")).replace("-", "_")
    default = argument(args, "default")
    if not name or default is None:
        return
    items = tuple(
        replace(v, env=(longest or name,)) if isinstance(v, Text | Constant) else v
        for v in default.items
    )
    place = (path, name)
    world.options[place] = join(world.options.get(place, NONE), Values(items))


def call_external(
    world: World, frame: Frame, callee: External, args: Arguments, place: Place
) -> Values:
    """A qualified name from outside the tree is called."""
    name = callee.name
    rules = world.rules
    if asks_absent(world, frame, name, args, place):
        return UNKNOWN
    handoff = next(iter(rules.handoffs.find(name)), None)
    if handoff is not None and handoff.made:
        return one(keep_for(world, handoff, _foreign(world, name, args, place), args))
    if handoff is not None:
        return run_handoff(world, frame, handoff, None, args, place)
    if rules.passes.find(name) and args:
        return args[0].values
    for setter in rules.setters.find(name):
        given = read_slot(world, setter.to, args)
        if given is not None:
            keep_global(world, setter.attribute, given)
    registry = next(iter(rules.registries.find(name)), None)
    if registry is not None:
        return make_registry(world, registry, args, place)
    asked = _call_functions(world, frame, name, args, place)
    made = make_object(world, frame, name, args, place)
    if made is not None:
        return one(made)
    if asked:
        return UNKNOWN
    built_in = world.dialect.library.get(name)
    if built_in is not None:
        return built_in(world, frame, args, place)
    owner, _, method = name.rpartition(".")
    stored = call_store(world, External(owner), method, args) if owner else None
    if stored is not None:
        return stored
    if rules.entry_calls.find(name):
        register(world, "call", name, None, None, args, args, place)
        return one(_foreign(world, name, args, place))
    own = world.dialect.outside(world, name, args, place)
    if own is not None:
        return own
    if name not in rules.injects:
        hand_on(world, frame, args, place)
    made_of = _foreign(world, name, args, place)
    if any(isinstance(v, Sequence | Foreign) for a in args for v in a.values.items):
        # ``Mount("/api", routes=[...])``: it holds its routes itself.
        world.mounted.note((place.path, place.line, place.column), made_of, "()", args)
    return unless_missing(method, args, one(made_of))


def _foreign(world: World, name: str, args: Arguments, place: Place) -> Foreign:
    foreign = Foreign(name, (place.path, place.line))
    world.heap.foreign.setdefault(foreign, args)
    world.escaped.update(v.site for a in args for v in a.values.items if isinstance(v, RuleObject))
    handed = callables(args)
    if handed:
        world.handed[foreign] = join(world.handed.get(foreign, NONE), Values(tuple(handed)))
    return foreign


def _call_functions(world: World, frame: Frame, name: str, args: Arguments, place: Place) -> bool:
    """The first rule of each library that holds."""
    asked: set[str] = set()
    for named in world.rules.functions.find(name):
        if named.sdk.id not in asked and _call_function(world, frame, named, args, place):
            asked.add(named.sdk.id)
    return bool(asked)


def _call_function(
    world: World, frame: Frame, named: NamedFunction, args: Arguments, place: Place
) -> bool:
    sdk, rule = named
    if not holds(world, rule.when, args):
        return False
    shown = rule.names[0]
    if rule.url is not None:
        return _call_http(world, frame, sdk, rule, None, args, place, shown)
    aim = aim_of(world, rule.target, args)
    if aim is None:
        return False
    record_aim(world, frame, place, sdk, rule.kind, aim, shown, None, rule)
    run_kept(world, frame, kept_in(world, args), place)
    return True


def _call_http(
    world: World,
    frame: Frame,
    sdk: Sdk,
    rule: FunctionRule | CallRule,
    owner: RuleObject | None,
    args: Arguments,
    place: Place,
    shown: str,
) -> bool:
    urls = read_slot(world, rule.url, args)
    if urls is None:
        return False
    urls, made = made_before(urls)
    base = owner.aim.base_url if owner else None
    own = read_aim(world, rule.target, args)
    waits = combine(owner.aim, own) if owner else own
    full, verb = Values(tuple(full_urls(urls, base))), shown.rpartition(".")[2]
    if names_no_host(full) and call_route(world, frame, full, verb, args, place):
        return True
    body = made if made is not None else read_slot(world, rule.body, args)
    if body is None and owner is not None:
        body = owner.aim.model
    bare = body is None and rule.body is not None and only_fetches(world, rule.url, verb, args)
    answer = resolve_http(world, urls, base, body, waits, bare)
    if answer is None:
        return call_route(world, frame, full, verb, args, place)
    built = owner.site[0] if owner else ""
    record_call(world, frame, place, sdk, answer.kind, answer.resolved, shown, rule, built)
    return True


def call_object(
    world: World, frame: Frame, owner: RuleObject, path: str, args: Arguments, place: Place
) -> Values:
    """A method of a rule object is called: a model call, another object, or nothing we know."""
    surface = world.rules.surface(owner)
    sdk = world.rules.sdks[owner.sdk]
    note_features(world, sdk.id, path, args, place)
    if surface is None:
        return UNKNOWN
    owner = with_taken(world, owner)
    if f"{path}()" in surface.same:
        return one(owner)
    taking = find_path(surface.takes, path)
    if taking is not None:
        take(world, owner, taking.target, args)
        return one(owner)
    changed = retargeted(world, owner, path, args)
    if changed is not None:
        return one(changed)
    made = find_path(surface.makes, path) or find_path(surface.makes, f"{path}()")
    if made is not None:
        aim = combine(owner.aim, read_aim(world, made.target, args))
        runs = tuple(dict.fromkeys((*owner.runs, *kept_in(world, args))))
        inner = world.heap.rule_object(owner.sdk, made.object, aim, owner.site, runs)
        if surface.fluent:
            note_built(world, sdk, inner)
        return one(inner)
    for rule in surface.calls:
        if find_path((rule,), path) is None or not holds(world, rule.when, args):
            continue
        shown = path if path != "()" else owner.rule
        if rule.url is not None:
            if not _call_http(world, frame, sdk, rule, owner, args, place, shown):
                hand_on(world, frame, args, place)
            return UNKNOWN
        aim = combine(owner.aim, read_aim(world, rule.target, args))
        kind = rule.kind or CallKind(kind_of(aim) or "other")
        asks_nobody = says_nothing(aim) and (
            asks_itself(world, frame, owner, place) or world.rules.object_rule(owner).hollow
        )
        if not asks_nobody:
            record_aim(world, frame, place, sdk, kind, aim, shown, owner, rule)
            run_kept(world, frame, owner.runs, place)
        run_kept_in(world, frame, args, place)
        hand_on(world, frame, args, place)
        return UNKNOWN
    hand_on(world, frame, args, place)
    if surface.fluent:
        return one(owner)
    if world.dialect.accessors and leads_on(surface, path):
        return one(RuleMember(owner, path))
    return UNKNOWN


def call_foreign(
    world: World, frame: Frame, target: Foreign | ForeignMember, args: Arguments, place: Place
) -> Values:
    """A method of an object we know only by name, or such an object itself, is called."""
    owner = target.owner if isinstance(target, ForeignMember) else target
    path = target.path if isinstance(target, ForeignMember) else "()"
    rules = world.rules
    own = world.dialect.foreign(world, owner.name, path, args)
    if own is not None:
        return own
    if asks_absent(world, frame, f"{owner.name}.{path}", args, place, owner.site):
        return UNKNOWN
    if owner.name in ENVIRONMENT_READERS:
        return world.dialect.library[READER](world, frame, args, place)
    holder, _, member = path.rpartition(".")
    store: Value = ForeignMember(owner, holder) if holder else owner
    stored = call_store(world, store, member, args)
    if stored is not None:
        return stored
    if member in ENTERS and args:
        return args[0].values
    if member == "add_argument":
        note_option(world, place.path, args)
    if any(isinstance(v, Foreign) for a in args for v in a.values.items):
        world.mounted.note((place.path, place.line, place.column), owner, path, args)
    for handoff in rules.handoff_methods.find(owner.name, path.rpartition(".")[2]):
        return run_handoff(world, frame, handoff, owner, args, place)
    if rules.entry_methods.find(owner.name, path):
        register(world, "call", owner.name, path, owner, args, args, place)
        return one(_child(world, owner, path, args, place))
    full = f"{owner.name}.{path}"
    if rules.passes.find(full) and args:
        return args[0].values
    made = make_object(world, frame, full, args, place)
    if made is not None:
        return one(made)
    if isinstance(target, Foreign) and world.handed.get(owner):
        # Calling what a wrapper returned calls what was wrapped.
        return world.call_values(frame, world.handed[owner], args, place)
    if not _asks_anywhere(world, frame, path.rpartition(".")[2], args, place):
        # Two segments are too few on an object that some other library made.
        _asks_by_shape(world, frame, path, args, place, shortest=3)
    hand_on(world, frame, args, place)
    return unless_missing(member, args, one(_child(world, owner, path, args, place)))


def call_unknown(world: World, frame: Frame, member: str, args: Arguments, place: Place) -> Values:
    """A method of an object of unknown make: only a URL can tell that it asks a model."""
    before, _, last = member.rpartition(".")
    stored = call_store(world, Unknown(member=before), last, args)
    if stored is not None:
        return stored
    if last in ENTERS and args:
        return args[0].values
    if last == "add_argument":
        note_option(world, place.path, args)
    if _registers(world, frame, member, args, place):
        return UNKNOWN
    if _asks_anywhere(world, frame, last, args, place):
        return UNKNOWN
    if _asks_by_shape(world, frame, member, args, place):
        return UNKNOWN
    if asks_by_keywords(world, frame, member, args, place):
        return UNKNOWN
    for handoff in world.rules.handoff_methods.anywhere(member.rpartition(".")[2]):
        if not is_self(handoff):
            return run_handoff(world, frame, handoff, None, args, place)
    return unless_missing(last, args, hand_on(world, frame, args, place))


def _asks_by_shape(
    world: World,
    frame: Frame,
    member: str,
    args: Arguments,
    place: Place,
    shortest: int = 2,
) -> bool:
    """A long method path that only a library of this tree has: its client is out of sight.

    Two segments count where the file itself imports the library, three anywhere in the tree.
    """
    parts = member.split(".")
    here = imported_roots(world.modules[frame.path])
    for start in range(len(parts) - shortest + 1):
        path = ".".join(parts[start:])
        for sdk, made, rule in world.rules.shapes.get(path, ()):
            roots = set(sdk.modules)
            known = here & roots or (path.count(".") > 1 and world.tree_imports() & roots)
            if known and holds(world, rule.when, args):
                aim = combine(read_aim(world, made.target, ()), read_aim(world, rule.target, args))
                kind = rule.kind or made.kind or CallKind.OTHER
                aim = aim._replace(base_url=aim.base_url or UNKNOWN)
                record_aim(world, frame, place, sdk, kind, aim, path)
                return True
    return False


def _registers(world: World, frame: Frame, member: str, args: Arguments, place: Place) -> bool:
    """``hass.services.register(...)`` on an object of unknown make, in a file of that framework."""
    parts = member.split(".")
    for start in range(len(parts)):
        path = ".".join(parts[start:])
        if "." not in path and not callables(args):
            continue  # a bare ``get(key)`` is anybody's
        for framework, _ in world.rules.entry_methods.anywhere(path):
            if imported_roots(world.modules[frame.path]) & set(framework.modules):
                register(world, "call", "", path, None, args, args, place)
                return True
    return False


def _asks_anywhere(world: World, frame: Frame, member: str, args: Arguments, place: Place) -> bool:
    for sdk, rule in world.rules.anywhere.get(member, ()):
        if rule.url is not None:
            if _call_http(world, frame, sdk, rule, None, args, place, member):
                return True
        elif rule.when is not None and holds(world, rule.when, args):
            aim = read_aim(world, rule.target, args)
            kind = rule.kind or CallKind.OTHER
            record_aim(world, frame, place, sdk, kind, aim, member, None, rule)
            return True
    return False


def _child(world: World, owner: Foreign, path: str, args: Arguments, place: Place) -> Foreign:
    again = owner.site == (place.path, place.line) and owner.name.endswith(f".{path}")
    if again and owner in world.parents:
        return owner  # the next round of a loop: its name would grow with every one
    child = _foreign(world, f"{owner.name}.{path}", args, place)
    if child != owner:
        world.parents[child] = owner
    return child


def register(
    world: World,
    trigger: str,
    name: str,
    method: str | None,
    owner: Value | None,
    args: Arguments,
    handler: Arguments | Values,
    place: Place,
) -> None:
    """Note a function handed to a framework."""
    values = handler if isinstance(handler, Values) else Values(tuple(callables(handler)))
    entry = Registration(
        trigger, name, method, owner, args, values, place.path, place.line, place.function
    )
    world.registrations[place.path, place.line, place.column, f"{name}.{method}"] = entry
