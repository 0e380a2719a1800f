"""Calls: into the repository's own functions and classes, and out of it."""

from __future__ import annotations

from dataclasses import replace

from auditor.linker.attributes import BUILDERS, template_method
from auditor.linker.breakers import ask_through
from auditor.linker.classes import find_method, is_enum, lineage, outside_bases
from auditor.linker.dispatch import Way, record_dispatch
from auditor.linker.externals import (
    call_external,
    call_foreign,
    call_object,
    call_unknown,
)
from auditor.linker.frame import Frame
from auditor.linker.heap import BASE_OBJECT
from auditor.linker.making import make_object
from auditor.linker.methods import call_method, is_of_text
from auditor.linker.outline import outline_of
from auditor.linker.parameters import simplify
from auditor.linker.recorder import add_asks, pass_on, record_prompt
from auditor.linker.registries import is_registry, look_up_model
from auditor.linker.replaced import call_replaced
from auditor.linker.results import asked
from auditor.linker.shipped import either
from auditor.linker.tools import offered, says_nothing
from auditor.linker.usually import note_added
from auditor.linker.values import (
    ANY_ARGUMENTS,
    NONE,
    UNKNOWN,
    Arguments,
    Bound,
    CaughtError,
    ClassRef,
    External,
    Foreign,
    ForeignMember,
    Instance,
    Method,
    Routine,
    RuleMember,
    RuleObject,
    Super,
    Table,
    Unknown,
    Value,
    Values,
    is_unknown,
    join,
    one,
)
from auditor.linker.world import Place, World
from auditor.model.behaviour import NOTHING, Branch, Enter
from auditor.model.behaviour import Sequence as Steps

#: Objects built on one line are told apart by their arguments up to this many.
MOST_BUILDS = 6


def call_values(
    world: World, frame: Frame, callee: Values, args: Arguments, place: Place
) -> Values:
    """Call everything that ``callee`` may be; several callees are arms of a branch."""
    targets = [v for v in callee.items if not isinstance(v, Unknown)]
    if not targets:
        member = next((v.member for v in callee.items if isinstance(v, Unknown)), "")
        return call_unknown(world, frame, member, args, place)
    if len(targets) == 1:
        result = _call_one(world, frame, targets[0], args, place)
        # What a method makes of a default text says nothing of the text that comes instead.
        partial = len(callee.items) > 1 and is_of_text(targets[0])
        return join(result, UNKNOWN) if partial else result
    results: list[Values] = []
    ways: list[Way] = []
    for target in targets:
        with frame.aside() as out, asked(frame) as asks:
            results.append(_call_one(world, frame, target, args, place))
        ways.append(Way(target, tuple(out), asks))
    arms = [Steps(steps) for steps in record_dispatch(world, place, ways, callee.decided)]
    if any(arm.items for arm in arms):
        frame.out.append(Branch(tuple(arms), 0 if callee.decided else None, place.line))
    merged = join(*results)
    return Values(merged.items, callee.decided and len(results[0].items) == 1 < len(merged.items))


def _call_one(world: World, frame: Frame, target: Value, args: Arguments, place: Place) -> Values:
    if world.replaced and target in world.replaced:
        instead = call_replaced(world, frame, target, args, place)
        if instead is not None:
            return instead
    match target:
        case Routine(number) if number in world.dispatched:
            return _call_by_type(world, frame, target, args, place)
        case Routine():
            return call_routine(world, frame, target, args, place)
        case ClassRef(number):
            return construct(world, frame, number, args, place)
        case External(name) if (started := _started_by_name(world, name, args)) is not None:
            return _outside_init(world, frame, started, args[1:], place, (name.rpartition(".")[0],))
        case External():
            return call_external(world, frame, target, args, place)
        case RuleObject():
            return call_object(world, frame, target, "()", args, place)
        case RuleMember(owner, path):
            return call_object(world, frame, owner, path, args, place)
        case Foreign() | ForeignMember():
            before = len(frame.out)
            found = call_foreign(world, frame, target, args, place)
            ask_through(world, frame, target, before)
            return found
        case Bound(inner, given):
            return world.call_values(frame, one(inner), (*given, *args), place)
        case Method(ClassRef(number), "__new__"):
            return one(new_instance(world, number, (), place))
        case Method(ClassRef(number), name) if name in BUILDERS:
            return construct(world, frame, number, ANY_ARGUMENTS, place)
        case Method(ClassRef(number), "__subclasses__"):
            below = tuple(one(ClassRef(n)) for n in world.classes[number].subclasses)
            return one(world.heap.sequence((place.path, place.line), below))
        case Table() if is_registry(world, target):
            return look_up_model(world, frame, target, "", args, place)
        case Super(receiver, cls):
            return _construct_base(world, frame, receiver, cls, args, place)
        case Method(Instance() as receiver, "__init__"):
            return _outside_init(world, frame, receiver, args, place)
        case Method():
            note_added(world, frame, target)
            return call_method(world, frame, target, args, place)
        case Instance():
            method = find_method(world, target.cls, "__call__") or template_method(
                world, target, "()"
            )
            if method is None:
                base = world.heap.load(target, BASE_OBJECT)
                return world.call_values(frame, base, args, place) if base else UNKNOWN
            bound = Routine(method.number, world.closure_of(method), target)
            return call_routine(world, frame, bound, args, place)
        case _:
            return UNKNOWN


def _call_by_type(
    world: World, frame: Frame, routine: Routine, args: Arguments, place: Place
) -> Values:
    """Any of the functions that one name stands for: what is handed over decides."""
    results: list[Values] = []
    arms: list[Steps] = []
    for number in world.dispatched[routine.number]:
        with frame.aside() as out:
            one_of = replace(routine, number=number)
            results.append(call_routine(world, frame, one_of, args, place))
        arms.append(Steps(tuple(out)))
    either(frame, arms, place.line)
    return join(*results)


def call_routine(
    world: World,
    frame: Frame,
    routine: Routine,
    args: Arguments,
    place: Place,
    deferred: bool = False,
) -> Values:
    """Run one of the repository's functions from here."""
    number = world.dialect.choose(world, routine.number, args)
    if number != routine.number:
        routine = replace(routine, number=number)
    info = world.functions[number]
    prompt = world.prompts.get(number)
    if prompt is not None:
        record_prompt(world, frame, prompt, args, place)
    summary = world.invoke(info, routine.frame, routine.receiver, args)
    add_asks(frame.asks, summary.asks)
    wrapper = ""
    if summary.feeds:
        offset = 0 if routine.receiver is None else 1
        wrapper = pass_on(world, frame, info, summary, args, offset, place)
    if summary.behaviour != NOTHING:
        name, body = f"{info.path}:{info.qualname}", summary.behaviour
        judges = any(isinstance(v, CaughtError) for given in args for v in given.values.items)
        behind = world.breakers.get(info.number, "")
        entered = Enter(
            name, place.path, place.line, body, deferred, wrapper, judges=judges, behind=behind
        )
        frame.out.append(entered)
        if summary.unread:
            frame.generators.add(id(entered))
        elif info.node.is_async:
            frame.lazy.add(id(entered))
    return summary.returns


def construct(world: World, frame: Frame, number: int, args: Arguments, place: Place) -> Values:
    """Build an instance: run its constructor, or fill the fields of a plain record."""
    maker = find_method(world, number, "__new__")
    if maker is not None and not world.stack.get(maker.number, 0):
        bound = Routine(maker.number, world.closure_of(maker), ClassRef(number))
        made = call_routine(world, frame, bound, args, place)
        kept = [v for v in made.items if isinstance(v, Instance)]
        for instance in kept:
            init = find_method(world, instance.cls, "__init__")
            if init is not None:
                bound = Routine(init.number, world.closure_of(init), instance)
                call_routine(world, frame, bound, args, place)
        if kept:
            return Values(tuple(kept))
    if is_enum(world, number) and args:
        return args[0].values
    instance = new_instance(world, number, args, place)
    init = find_method(world, number, world.dialect.constructor)
    if init is not None:
        bound = Routine(init.number, world.closure_of(init), instance)
        call_routine(world, frame, bound, args, place)
        return one(instance)
    if any(True for _ in outside_bases(world, number)):
        _outside_init(world, frame, instance, args, place)
    _fill_fields(world, number, instance, args)
    for late in ("__post_init__", "model_post_init"):
        method = find_method(world, number, late)
        if method is not None:
            bound = Routine(method.number, world.closure_of(method), instance)
            call_routine(world, frame, bound, (), place)
    return one(instance)


def _construct_base(
    world: World, frame: Frame, receiver: Value, cls: int, args: Arguments, place: Place
) -> Values:
    """``super(...)``: the constructor of the class above, of the tree or of a library."""
    if not isinstance(receiver, Instance):
        return UNKNOWN
    above = find_method(world, receiver.cls, world.dialect.constructor, after=cls)
    if above is None:
        return _outside_init(world, frame, receiver, args, place)
    bound = Routine(above.number, world.closure_of(above), receiver)
    return call_routine(world, frame, bound, args, place)


def new_instance(world: World, number: int, args: Arguments, place: Place) -> Instance:
    """The instance that construction at this place with these arguments gives."""
    site = (number, place.path, place.line, place.column)
    kinds = world.built.setdefault(site, set())
    given: object = tuple((a.name, outline_of(world, simplify(world, a.values))) for a in args)
    if len(kinds) >= MOST_BUILDS and given not in kinds:
        given = ()
    kinds.add(given)
    instance = Instance(world.heap.number(("instance", site, given)), number)
    made = world.instances.setdefault(number, [])
    if not world.in_tests and instance not in made:
        made.append(instance)
        world.heap.version += 1
    return instance


def _fill_fields(world: World, number: int, instance: Instance, args: Arguments) -> None:
    names: list[str] = []
    for cls in reversed(lineage(world, number)):
        if isinstance(cls, ClassRef):
            inner = world.frame_of(world.classes[cls.number].frame)
            if inner is not None:
                names.extend(n for n in (*inner.declared, *inner.env) if n not in names)
    if any(a.name == "*" for a in args):
        world.open_instances.add(instance.number)
    positional = [a.values for a in args if a.name is None]
    for name, values in zip(names, positional, strict=False):
        world.heap.store(instance, name, values)
    for arg in args:
        if arg.name is not None and arg.name != "*" and not is_unknown(arg.values):
            world.heap.store(instance, arg.name, arg.values)


def _started_by_name(world: World, name: str, args: Arguments) -> Instance | None:
    """The object whose library base is started as such: ``Base.__init__(self, ...)``."""
    owner, _, method = name.rpartition(".")
    if method != world.dialect.constructor or not args or args[0].name is not None:
        return None
    instances = [v for v in args[0].values.items if isinstance(v, Instance)]
    if len(instances) != 1:
        return None
    above = {base.name for base in outside_bases(world, instances[0].cls)}
    return instances[0] if owner in above else None


def _outside_init(
    world: World,
    frame: Frame,
    instance: Instance,
    args: Arguments,
    place: Place,
    only: tuple[str, ...] = (),
) -> Values:
    """A class derived from a library's: the library's constructor gives it its target.

    ``only`` names the one of several such classes whose constructor is called.
    """
    for base in outside_bases(world, instance.cls):
        if only and base.name not in only:
            continue
        made = make_object(world, frame, base.name, args, place)
        if made is not None:
            # A model of one's own: the library runs its methods when it is asked.
            runs = offered(world, instance) if says_nothing(made.aim) else ()
            whole = world.heap.rule_object(
                made.sdk, made.rule, made.aim, made.site, (*made.runs, *runs)
            )
            world.heap.store(instance, BASE_OBJECT, one(whole))
    _fill_fields(world, instance.cls, instance, tuple(a for a in args if a.name is not None))
    return NONE
