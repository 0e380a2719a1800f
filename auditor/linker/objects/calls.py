"""Calls as class-based languages mean them: methods before fields, and one of several overloads."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.linker.attributes import bind
from auditor.linker.carried import carried_in
from auditor.linker.classes import find_method, outside_bases
from auditor.linker.expressions import evaluate, evaluate_arguments, look_up, place_of
from auditor.linker.frame import Frame
from auditor.linker.objects.names import ABOVE, RECEIVER, method
from auditor.linker.objects.records import (
    OWN,
    begins_record,
    filled_by,
    is_building,
    key_of,
    read_by,
    record,
)
from auditor.linker.rules import find_path, leads_on
from auditor.linker.values import (
    NONE,
    UNKNOWN,
    Argument,
    Arguments,
    ClassRef,
    External,
    Instance,
    Method,
    Routine,
    RuleMember,
    RuleObject,
    Table,
    Text,
    Unknown,
    Value,
    Values,
    is_unknown,
    join,
    one,
)
from auditor.linker.world import World
from auditor.model.facts import Attr, Call, Closure, Expr, Name, Param
from auditor.model.nodes import first_name

#: Marks a function that is called like a method of its first argument.
EXTENSION = "<extension>"
#: How the parameter begins of a function that fills what it is run on.
FILLED = "<filled "


def call(world: World, frame: Frame, expr: Call) -> Values | None:
    """A call of a method by its bare name or on an object; None for any other call."""
    callee: Values | None
    match expr.callee:
        case Name("<annotated>"):
            # It stands for a value that annotations promise.
            return _promised(world, frame, expr)
        case Attr(Name("this"), name) if name == world.dialect.constructor and frame.receiver:
            # One constructor of a class runs another one of the same class.
            own = find_method(world, frame.cls or 0, name)
            callee = bind(world, own, frame.receiver) if own is not None else UNKNOWN
        case Name(id) if not expr.new and id != ABOVE:
            callee = method(world, frame, id)
            if callee is None and any(_fills(arg.value) for arg in expr.args):
                callee = look_up(world, frame, id)
            if callee is None:
                return _on_this(world, frame, id, expr)
        case _ if expr.new:
            return _construct(world, frame, expr)
        case Attr(base, name):
            if isinstance(base, Name) and base.id == ABOVE:
                return None
            holders = evaluate(world, frame, base)
            callee = join(*(_member(world, value, name) for value in holders.items))
            callee = carried_in(frame, base, holders, callee)
            if not expr.args and _leads_on(callee):
                return callee
            extended = _extension(world, holders, callee, name)
            if extended is not None:
                args = evaluate_arguments(world, frame, expr.args)
                whole = (Argument(None, holders), *args)
                made = world.call_values(frame, extended, whole, place_of(world, frame, expr))
                keep(world, frame, base, made)
                return made
            if not callee.items:
                return _of_fields(world, frame, holders, name, expr)
            if holders.decided:
                callee = Values(callee.items, True)
        case _:
            return None
    args = _arguments(world, frame, callee, expr)
    place = place_of(world, frame, expr)
    of_rule = any(isinstance(v, RuleObject | RuleMember) for v in callee.items)
    if isinstance(expr.callee, Attr) and not of_rule:
        handed = world.dialect.container(world, frame, expr.callee.name, args, place)
        if handed is not None:
            return handed
    made = world.call_values(frame, callee, args, place)
    if isinstance(expr.callee, Attr):
        keep(world, frame, expr.callee.base, made)
    return made


def _on_this(world: World, frame: Frame, name: str, expr: Call) -> Values | None:
    """A function that extends a type, called by its bare name where the object is ``this``."""
    numbers = extensions_of(world).get(name, ())
    found = look_up(world, frame, name) if numbers else None
    own = [v for v in (found or NONE).items if isinstance(v, Routine) and v.number in numbers]
    if not own or world.functions[own[0].number].node.params[0].name != RECEIVER:
        return None
    holder = look_up(world, frame, RECEIVER) or UNKNOWN
    args = (Argument(None, holder), *evaluate_arguments(world, frame, expr.args))
    return world.call_values(frame, Values(tuple(own)), args, place_of(world, frame, expr))


def _fills(value: Expr) -> bool:
    """Whether an argument is a function that does nothing but fill what it is run on."""
    if not isinstance(value, Closure):
        return False
    return any(param.name.startswith(FILLED) for param in value.function.params[:1])


def _extension(world: World, holders: Values, callee: Values, name: str) -> Values | None:
    """A function of the tree that is called like a method of an object which has none."""
    numbers = extensions_of(world).get(name)
    if numbers is None or any(isinstance(v, Routine | Method) for v in callee.items):
        return None
    for value in holders.items:
        surface = world.rules.surface(value) if isinstance(value, RuleObject) else None
        if surface is not None and (find_path(surface.calls, name) or leads_on(surface, name)):
            return None
    return Values(tuple(Routine(n, world.closure_of(world.functions[n])) for n in numbers[:1]))


def extensions_of(world: World) -> Mapping[str, list[int]]:
    """The functions that are called like methods of their first argument, by name."""
    if world.extensions is None:
        found: dict[str, list[int]] = {}
        for info in world.functions:
            if EXTENSION in info.decorators and not world.modules[info.path].in_tests:
                found.setdefault(info.node.name, []).append(info.number)
        world.extensions = found
    return world.extensions


def keep(world: World, frame: Frame, base: Expr, made: Values) -> None:
    """``builder.model(x);`` changes the builder that the name stands for."""
    name = first_name(base)
    held = frame.env.get(name, NONE).items
    if held and made.items and _grows(world, held, made.items):
        frame.env[name] = made


def _grows(world: World, held: tuple[Value, ...], made: tuple[Value, ...]) -> bool:
    """Whether what was made is what was held, with more in it: a builder, a record."""
    old, new = held[0], made[0]
    if isinstance(old, Table) and isinstance(new, Table) and len(held) == len(made) == 1:
        return is_building(world, old, new)
    if not isinstance(old, RuleObject):
        return False
    surface = world.rules.surface(old)
    same = all(isinstance(v, RuleObject) and v.origin == old.origin for v in (*held, *made))
    return surface is not None and surface.fluent and same


def _construct(world: World, frame: Frame, expr: Call) -> Values | None:
    """``new T(x) { A = 1 }``: an object of the tree also gets what is set at once."""
    if isinstance(expr.callee, Name):
        types = _type(world, frame, expr.callee)
    else:
        types = evaluate(world, frame, expr.callee)
    args = evaluate_arguments(world, frame, expr.args)
    made = world.call_values(frame, types, args, place_of(world, frame, expr))
    for value in made.items:
        if isinstance(value, Instance):
            for arg in args:
                if arg.name and not is_unknown(arg.values):
                    world.heap.store(value, arg.name, arg.values)
    return made


def _type(world: World, frame: Frame, written: Name) -> Values:
    """What a bare name means where only a type can be meant."""
    found = look_up(world, frame, written.id) or NONE
    kinds = tuple(v for v in found.items if isinstance(v, ClassRef | External))
    if not kinds:
        inner = world.dialect.member(world, frame, written.id) or NONE
        kinds = tuple(v for v in inner.items if isinstance(v, ClassRef))
    if kinds:
        return Values(kinds)
    named = world.dialect.name_of(world, frame, written.id)
    return one(named) if named is not None else UNKNOWN


def _leads_on(callee: Values) -> bool:
    """``client.chat()`` of an object of unknown make only reads something."""
    return bool(callee.items) and all(
        isinstance(value, Unknown) and value.member for value in callee.items
    )


def _member(world: World, value: Value, name: str) -> Values:
    """What ``value.name`` calls: a method goes before a field of that name."""
    if isinstance(value, Instance | ClassRef):
        number = value.cls if isinstance(value, Instance) else value.number
        if isinstance(value, ClassRef) and world.dialect.own_methods:
            return world.get_attribute(value, name)
        found = find_method(world, number, name)
        if found is not None:
            return bind(world, found, value)
        if not any(outside_bases(world, number)):
            # A method that nobody wrote: see ``_of_fields``.
            return NONE
    return world.get_attribute(value, name)


def _of_fields(world: World, frame: Frame, holders: Values, name: str, expr: Call) -> Values:
    """A method that is generated from the fields of a class: ``getX()``, ``x()``, ``setX(v)``."""
    args = evaluate_arguments(world, frame, expr.args)
    place = place_of(world, frame, expr)
    found: list[Values] = []
    for value in holders.items:
        if isinstance(value, ClassRef):
            if begins_record(name):
                found.append(one(record(world, f"{OWN}{value.number}", args, place, is_open=True)))
            elif name in ("valueOf", "values"):
                found.append(class_values(world, value.number))
        elif isinstance(value, Instance) and args and key_of(name) != name:
            world.heap.store(value, key_of(name), args[0].values)
            found.append(one(value))
        elif isinstance(value, Instance):
            held = world.get_attribute(value, name)
            if is_unknown(held):
                # ``getX`` is ``x``; other calls run what is kept in a field.
                held = world.get_attribute(value, read_by(name))
            found.append(held if not args else world.call_values(frame, held, args, place))
    return join(*found) if any(values.items for values in found) else UNKNOWN


def class_values(world: World, number: int) -> Values:
    """Any constant of an enumeration."""
    inner = world.frame_of(world.classes[number].frame)
    held = inner.env.values() if inner is not None else ()
    return join(*(v for v in held if any(isinstance(i, Text | Instance) for i in v.items)))


def _arguments(world: World, frame: Frame, callee: Values, expr: Call) -> Arguments:
    """The arguments; a library's builder that a function fills is filled at once."""
    args = evaluate_arguments(world, frame, expr.args)
    filling = any(_fills(arg.value) for arg in expr.args)
    outside = (RuleObject, RuleMember, External) if filling else (RuleObject, RuleMember)
    if not any(isinstance(v, outside) for v in callee.items):
        return args
    place = place_of(world, frame, expr)
    return tuple(Argument(arg.name, filled_by(world, frame, arg.values, place)) for arg in args)


def _promised(world: World, frame: Frame, expr: Call) -> Values:
    """What the annotations of a field or parameter say it holds; nothing where they are silent."""
    found: list[Values] = []
    for arg in expr.args:
        written: Expr = arg.value
        callee = written.callee if isinstance(written, Call) else written
        for value in evaluate(world, frame, callee).items:
            name = value.name if isinstance(value, External) else ""
            if name in world.dialect.annotations:
                given = written.args if isinstance(written, Call) else ()
                args = evaluate_arguments(world, frame, given)
                place = place_of(world, frame, expr)
                found.append(world.dialect.annotations[name](world, frame, args, place))
    return join(*found)


def choose(world: World, number: int, args: Arguments) -> int:
    """Which of several methods of one name is called: by how many arguments, then by texts."""
    candidates = world.overloads.get(number, (number,))
    if len(candidates) == 1:
        return number
    given = sum(1 for arg in args if arg.name is None)
    if any(arg.name == "*" for arg in args):
        return number
    fitting = [n for n in candidates if _takes(world, n, given)]
    exact = [n for n in fitting if not any(p.stars for p in world.functions[n].node.params)]
    for options in (exact, fitting):
        if options:
            return max(options, key=lambda n: (_likeness(world, n, args), -n))
    return number


def _own(world: World, number: int) -> tuple[Param, ...]:
    """The parameters of a method without its receiver."""
    info = world.functions[number]
    has_receiver = info.cls is not None and "staticmethod" not in info.decorators
    return info.node.params[1:] if has_receiver else info.node.params


def _takes(world: World, number: int, given: int) -> bool:
    params = _own(world, number)
    least = sum(1 for p in params if not p.stars and p.default is None)
    if any(p.stars for p in params):
        return given >= least
    return least <= given <= len(params)


def _likeness(world: World, number: int, args: Arguments) -> int:
    """How many arguments look like the types that a method asks for."""
    score = 0
    written = (param.annotation for param in _own(world, number))
    types = [kind.id if isinstance(kind, Name) else "" for kind in written]
    for arg, kind in zip((a for a in args if a.name is None), types, strict=False):
        for value in arg.values.items[:1]:
            if isinstance(value, Text):
                score += 1 if kind.lower() == "string" else -1 if kind else 0
            elif isinstance(value, Instance) and kind:
                score += 1 if world.classes[value.cls].node.name == kind else 0
            elif kind.lower() == "string":
                score -= not isinstance(value, Unknown)
    return score
