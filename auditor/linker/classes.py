"""Class hierarchies, instances, and what a type annotation promises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from auditor.linker.definitions import FunctionInfo
from auditor.linker.deployed import variable as declared
from auditor.linker.expressions import place_of
from auditor.linker.frame import Frame
from auditor.linker.typed_constants import constants_of_type
from auditor.linker.values import (
    HOLE,
    NONE,
    Alias,
    ClassRef,
    Constant,
    External,
    Instance,
    Routine,
    Text,
    Value,
    Values,
    is_unknown,
    join,
    one,
)
from auditor.linker.world import Provider, World
from auditor.model.facts import Attr, Binary, Call, Const, Expr, Index, Many, Name

#: Bases whose subclasses read their fields from the environment.
SETTINGS_BASES = frozenset(
    {
        "pydantic_settings.BaseSettings",
        "pydantic_settings.main.BaseSettings",
        "pydantic.BaseSettings",
        "pydantic.v1.BaseSettings",
    }
)
#: What front ends make of a type of lists that is part of the language.
LIST = "<list>"
#: Generic types whose arguments are alternatives or the thing itself.
TRANSPARENT_TYPES = frozenset(
    {"Optional", "Union", "Annotated", "Final", "ClassVar", "Type", "Required"}
)


def lineage(world: World, number: int) -> tuple[Value, ...]:
    """The class and its bases, nearest first; classes outside the tree as ``External``."""
    found = world.mro.get(number)
    if found is not None:
        return found
    world.mro[number] = (ClassRef(number),)
    order: dict[Value, None] = {ClassRef(number): None}
    for base in world.bases.get(number, ()):
        if isinstance(base, ClassRef):
            order.update(dict.fromkeys(lineage(world, base.number)))
        else:
            order[base] = None
    world.mro[number] = tuple(order)
    return world.mro[number]


def find_method(
    world: World, number: int, name: str, after: int | None = None
) -> FunctionInfo | None:
    """The method that ``name`` means on this class, or behind ``after`` in its lineage."""
    seen = after is None
    for cls in lineage(world, number):
        if not isinstance(cls, ClassRef):
            continue
        if seen and name in world.classes[cls.number].methods:
            return world.classes[cls.number].methods[name]
        seen = seen or cls.number == after
    return None


def class_attribute(world: World, number: int, name: str) -> Values | None:
    """What the class body, or a base's, binds to ``name``; settings fields carry their variable."""
    for cls in lineage(world, number):
        if not isinstance(cls, ClassRef):
            continue
        frame = world.frame_of(world.classes[cls.number].frame)
        if frame is None or world.classes[cls.number].path != frame.path:
            continue
        if name in frame.env:
            values = frame.env[name]
            return (
                from_environment(world, number, name, values)
                if is_settings(world, number)
                else values
            )
        declared = frame.declared.get(name)
        if declared is not None:
            promised = annotated(world, frame, declared)
            if is_settings(world, number) and not _are_records(world, promised):
                return from_environment(world, number, name, NONE)
            return promised
    return None


def _are_records(world: World, values: Values) -> bool:
    """Whether a field of settings is a group of further fields, each with a variable of its own."""
    return bool(values.items) and all(
        isinstance(v, Instance) and not is_enum(world, v.cls) for v in values.items
    )


def outside_bases(world: World, number: int) -> Iterator[External]:
    """The bases that are defined outside the tree."""
    return (c for c in lineage(world, number) if isinstance(c, External))


def is_settings(world: World, number: int) -> bool:
    """Whether the class reads its fields from environment variables."""
    return any(base.name in SETTINGS_BASES for base in outside_bases(world, number))


def is_enum(world: World, number: int) -> bool:
    """Whether the class is an enumeration."""
    return any(base.name.startswith("enum.") for base in outside_bases(world, number))


def from_environment(world: World, number: int, name: str, default: Values) -> Values:
    """A settings field: its default, overridable by the variable of its name."""
    variable = (_env_prefix(world, number) + name).upper()
    if not default.items:
        return declared(world, variable, needed=True)
    found = Values(tuple(_set_by(v, variable) for v in default.items), default.decided)
    match found.items:
        case (Text(text, (name, *_), needed=needed),) if text == HOLE:
            return declared(world, name, needed)
        case _:
            return found


def _set_by(value: Value, variable: str) -> Value:
    """The default of a field that a variable may set; without one it is as open as the variable."""
    match value:
        case Text():
            return replace(value, env=value.env or (variable,))
        case Constant(None, env):
            return Text(HOLE, env or (variable,))
        case Constant(found, env):
            return Constant(found, env or (variable,))
        case _:
            return value


def _env_prefix(world: World, number: int) -> str:
    frame = world.frame_of(world.classes[number].frame)
    if frame is None:
        return ""
    for holder in frame.env.get("model_config", NONE).items:
        prefix = world.get_item(holder, "env_prefix")
        for value in prefix.items:
            if isinstance(value, Text) and value.known:
                return value.text
    for holder in frame.env.get("Config", NONE).items:
        if isinstance(holder, ClassRef):
            for value in (class_attribute(world, holder.number, "env_prefix") or NONE).items:
                if isinstance(value, Text) and value.known:
                    return value.text
    return ""


def instances_of(world: World, number: int) -> tuple[Value, ...]:
    """Every instance built so far of the class or of its subclasses."""
    found: dict[Value, None] = {}
    seen: set[int] = set()
    todo = [number]
    while todo:
        cls = todo.pop(0)
        if cls not in seen:
            seen.add(cls)
            found.update(dict.fromkeys(world.instances.get(cls, ())))
            todo.extend(sorted(world.classes[cls].subclasses))
    return tuple(found)


def annotated(world: World, frame: Frame, annotation: Expr | None) -> Values:
    """What a value of the annotated type may be: instances the code builds, or a rule's object."""
    if annotation is None:
        return NONE
    match annotation:
        case Const(str() as text, line):
            return annotated(world, frame, _dotted(text, line))
        case Binary("|", left, right, _):
            return join(annotated(world, frame, left), annotated(world, frame, right))
        case Index(base, key, _):
            return _generic(world, frame, base, key)
        case Name() | Attr():
            types = world.evaluate(frame, annotation)
            if isinstance(annotation, Name) and world.dialect.open_types and is_unknown(types):
                return constants_of_type(world, frame.path, annotation.id)
            return _typed(world, types)
        case _:
            return NONE


def _generic(world: World, frame: Frame, base: Expr, key: Expr) -> Values:
    name = base.id if isinstance(base, Name) else base.name if isinstance(base, Attr) else ""
    if name == LIST:
        items = annotated(world, frame, key)
        site = (frame.path, key.line if isinstance(key, Name | Attr) else 0)
        return one(world.heap.sequence(site, (items,))) if items.items else NONE
    if name not in TRANSPARENT_TYPES:
        return annotated(world, frame, base) if name[:1].isupper() else NONE
    parts = key.items if isinstance(key, Many) else (key,)
    if name == "Annotated":
        for part in parts[1:]:
            injected = injection(world, frame, part)
            if injected.items:
                return injected
        parts = parts[:1]
    return join(*(annotated(world, frame, part) for part in parts))


def injection(world: World, frame: Frame, expr: Expr) -> Values:
    """What ``Depends(f)`` stands for: the value that calling ``f`` gives."""
    provider = provider_of(world, frame, expr)
    return provided(world, frame, provider) if provider is not None else NONE


def provider_of(world: World, frame: Frame, expr: Expr) -> Provider | None:
    """Who is asked for the value that ``Depends(f)`` stands for; None for any other expression."""
    if not isinstance(expr, Call) or not expr.args:
        return None
    callee = world.evaluate(frame, expr.callee)
    if not any(isinstance(v, External) and v.name in world.rules.injects for v in callee.items):
        return None
    return Provider(world.evaluate(frame, expr.args[0].value), place_of(world, frame, expr))


def provided(world: World, frame: Frame, provider: Provider) -> Values:
    """What calling the provider gives."""
    given = world.call_values(frame, provider.values, (), provider.place)
    routines = [v for v in provider.values.items if isinstance(v, Routine)]
    if any(world.functions[r.number].node.generator for r in routines):
        # A provider that yields hands over what it yields, and tidies up afterwards.
        return join(*(world.get_item(value, None) for value in given.items))
    return given


def _typed(world: World, types: Values) -> Values:
    found: list[Values] = []
    for value in types.items:
        given = world.dialect.given(world, value)
        if given is not None:
            found.append(given)
            continue
        match value:
            case ClassRef(number) if not is_enum(world, number):
                made = instances_of(world, number)
                found.append(Values(made) if made else world.build_unseen(number))
            case External(name):
                found.append(world.typed(name))
            case Alias(frame=number, node=node):
                scope = world.frame_of(number)
                found.append(annotated(world, scope, node) if scope is not None else NONE)
            case _:
                pass
    return join(*found)


def _dotted(text: str, line: int) -> Expr | None:
    parts = text.strip().split(".")
    if not all(part.isidentifier() for part in parts):
        return None
    expr: Expr = Name(parts[0], line)
    for part in parts[1:]:
        expr = Attr(expr, part, line)
    return expr
