"""Calls as Ruby means them: bare names are methods of the object around, or of nobody."""

from __future__ import annotations

from auditor.linker.attributes import bind
from auditor.linker.classes import find_method, outside_bases
from auditor.linker.closures import BLOCK
from auditor.linker.definitions import ClassInfo, FunctionInfo
from auditor.linker.expressions import evaluate, evaluate_arguments, look_up, place_of
from auditor.linker.frame import Frame
from auditor.linker.handoffs import is_self
from auditor.linker.objects import calls as objects
from auditor.linker.objects.names import around
from auditor.linker.ruby.constants import function_of
from auditor.linker.ruby.records import by_its_name
from auditor.linker.values import (
    NONE,
    UNKNOWN,
    Argument,
    Arguments,
    Bound,
    ClassRef,
    External,
    Foreign,
    ForeignMember,
    Instance,
    Method,
    Routine,
    RuleMember,
    RuleObject,
    Text,
    Value,
    Values,
    join,
    known_texts,
    one,
)
from auditor.linker.world import Place, World
from auditor.model.facts import Attr, Call, Expr, Name

OWN, KERNEL, ABOVE = "self.", "Kernel", "super"
#: What a library keeps its settings in, and the functions that hand it to a block.
CONFIGURATION, _SETS = "configuration", frozenset({"configure", "setup"})
_SENDS = frozenset({"send", "public_send", "__send__"})
_RUN = (Routine, Bound, Method, RuleMember, ClassRef, External, Foreign, ForeignMember)


def call(world: World, frame: Frame, expr: Call) -> Values | None:
    """A call of a method by its bare name or on an object; None for any other call."""
    match expr.callee:
        case Name(id) if not expr.new and id not in (ABOVE, "<annotated>"):
            return _bare(world, frame, id, expr)
        case Attr(base, name) if not expr.new and base != Name(ABOVE, expr.line):
            started = _later(world, frame, base, name, expr)
            if started is not None:
                return started
            if name in _SETS and _sets(world, frame, base, expr):
                return UNKNOWN
            if name in _SENDS and expr.args:
                return _sent(world, frame, base, expr)
            named = by_its_name(world, frame, base, name)
            if named is not None and named.items:
                args = evaluate_arguments(world, frame, expr.args)
                return world.call_values(frame, named, args, place_of(world, frame, expr))
            return _handing(world, frame, expr, objects.call(world, frame, expr))
        case _:
            return _handing(world, frame, expr, objects.call(world, frame, expr))


def _handing(world: World, frame: Frame, expr: Call, made: Values | None) -> Values | None:
    """``Client.new(x) { |client| ... }``: a library's object is handed to the block."""
    block = next((arg.value for arg in expr.args if arg.name == BLOCK), None)
    own = [v for v in made.items if isinstance(v, RuleObject)] if made is not None else []
    if block is not None and own and own[0].site == (frame.path, expr.line):
        given = (Argument(None, Values(tuple(own))),)
        world.call_values(frame, evaluate(world, frame, block), given, place_of(world, frame, expr))
    return made


def _sent(world: World, frame: Frame, base: Expr, expr: Call) -> Values:
    """``client.send(name, x)``: the methods whose names the first argument may be."""
    holders = evaluate(world, frame, base)
    args = evaluate_arguments(world, frame, expr.args)
    place = place_of(world, frame, expr)
    names = known_texts(args[0].values)
    if base == Name("self", expr.line) and not any(True for _ in around(frame)):
        callee = join(*(function_of(world, frame.path, n) for n in names))
    else:
        callee = join(*(world.get_attribute(v, n) for v in holders.items for n in names))
    return world.call_values(frame, callee if callee.items else UNKNOWN, args[1:], place)


def _sets(world: World, frame: Frame, base: Expr, expr: Call) -> bool:
    """``Acme.configure { |config| config.key = "x" }``: what is set there is kept for all."""
    block = next((arg.value for arg in expr.args if arg.name == BLOCK), None)
    owners = evaluate(world, frame, base).items if isinstance(base, Name | Attr) else ()
    outside = [v.name for v in owners if isinstance(v, External)]
    if block is None or not outside or len(outside) != len(owners):
        return False
    place = place_of(world, frame, expr)
    for name in outside:
        held = one(External(f"{name}.{CONFIGURATION}"))
        world.call_values(frame, evaluate(world, frame, block), (Argument(None, held),), place)
    return True


def _bare(world: World, frame: Frame, name: str, expr: Call) -> Values:
    found = own_method(world, frame, name)
    if name in _SENDS and expr.args and found is None:
        return _sent(world, frame, Name("self", expr.line), expr)
    if found is None:
        held = look_up(world, frame, name)
        if held is None and name[:1].isupper():
            held = world.dialect.member(world, frame, name)
        elif held is None:
            held = function_of(world, frame.path, name)
        if held is not None and held.items:
            if not any(isinstance(v, _RUN) for v in held.items):
                return held
            found = held
    place = place_of(world, frame, expr)
    args = evaluate_arguments(world, frame, expr.args)
    if found is None:
        found = one(_of_nobody(world, frame, name))
        # ``task name: :other``: what is made goes by the first keyword.
        first = next((a.name for a in args if a.name is not None and a.name != BLOCK), None)
        args = (*args, Argument("<name>", one(Text(first)))) if first is not None else args
    return world.call_values(frame, found, args, place)


def own_method(world: World, frame: Frame, name: str) -> Values | None:
    """A method of the object around, or of the class whose body is run."""
    for number, receiver in around(frame):
        if isinstance(receiver, Instance):
            found = find_method(world, receiver.cls, name)
            return bind(world, found, receiver) if found is not None else None
        holder = receiver if isinstance(receiver, ClassRef) else ClassRef(number)
        found = of_class(world, holder.number, name)
        return one(Routine(found.number, world.closure_of(found), holder)) if found else None
    return None


def of_class(world: World, number: int, name: str) -> FunctionInfo | None:
    """A method of the class itself: its own, or one that a module lends it."""
    return find_method(world, number, OWN + name) or _lent(world, number, name)


def _lent(world: World, number: int, name: str) -> FunctionInfo | None:
    """``extend Asks``: methods of a module become those of the class."""
    found = find_method(world, number, name)
    if found is None or found.cls is None or found.cls == number:
        return None
    keywords = world.classes[found.cls].node.keywords
    return found if any(arg.name == "interface" for arg in keywords) else None


def _of_nobody(world: World, frame: Frame, name: str) -> Value:
    """A function that no file defines: one of the library's class above, or of the language."""
    if f"{KERNEL}.{name}" in world.dialect.library:
        return External(f"{KERNEL}.{name}")
    for number, receiver in around(frame):
        owner = receiver.cls if isinstance(receiver, Instance) else number
        for base in outside_bases(world, owner):
            if not base.name.startswith(KERNEL):
                return External(f"{base.name}.{name}")
        break
    return External(f"{KERNEL}.{name}")


def _later(world: World, frame: Frame, base: Expr, name: str, expr: Call) -> Values | None:
    """``AskJob.perform_later(x)``: a method of an object of the class runs in a while."""
    handoffs = [h for h in world.rules.handoff_methods.anywhere(name) if is_self(h) and h.runs]
    if not handoffs or not isinstance(base, Name | Attr):
        return None
    classes = [v for v in evaluate(world, frame, base).items if isinstance(v, ClassRef)]
    if not classes:
        return None
    args = evaluate_arguments(world, frame, expr.args)
    place = place_of(world, frame, expr)
    results = [
        _start(world, frame, cls, method, args, place, deferred=handoff.deferred)
        for cls in classes
        for handoff in handoffs
        for method in handoff.runs
    ]
    return join(*results) if results else UNKNOWN


def _start(
    world: World, frame: Frame, cls: ClassRef, name: str, args: Arguments, place: Place,
    *, deferred: bool,
) -> Values:  # fmt: skip
    method = find_method(world, cls.number, name)
    if method is None:
        return NONE
    found: list[Values] = []
    for value in world.build_unseen(cls.number).items or (Instance(0, cls.number),):
        bound = Routine(method.number, world.closure_of(method), value)
        found.append(world.call_routine(frame, bound, args, place, deferred))
    return join(*found)


#: A class that more classes than this derive from says nothing of what an object of it does.
_MOST_BELOW = 8


def unseen(world: World, info: ClassInfo) -> Values | None:
    """What a value of a class is that nothing builds: an object of a class below it."""
    below = [n for n in info.subclasses if not world.modules[world.classes[n].path].in_tests]
    if not 0 < len(below) <= _MOST_BELOW:
        return None
    found = join(*(world.build_unseen(number) for number in below))
    return found if found.items else None
