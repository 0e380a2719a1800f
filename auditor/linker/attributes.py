"""``value.name`` and ``value[key]``."""

from __future__ import annotations

from auditor.linker.classes import (
    class_attribute,
    find_method,
    is_enum,
    lineage,
    outside_bases,
)
from auditor.linker.collections import collected
from auditor.linker.definitions import FunctionInfo
from auditor.linker.deployed import variable
from auditor.linker.heap import BASE_OBJECT
from auditor.linker.stores import inner_store, kept
from auditor.linker.values import (
    NONE,
    UNKNOWN,
    Argument,
    ClassRef,
    Constant,
    External,
    Foreign,
    ForeignMember,
    Instance,
    Method,
    Routine,
    RuleMember,
    RuleObject,
    Sequence,
    Table,
    Text,
    Unknown,
    Value,
    Values,
    join,
    one,
    prefer,
)
from auditor.linker.world import World

#: Decorators that turn a method into an attribute.
PROPERTIES = frozenset(
    {"property", "cached_property", "functools.cached_property", "computed_field"}
)
#: Methods that classes have from elsewhere, and that build an object from data out of sight.
BUILDERS = frozenset({
    "model_validate", "model_validate_json", "model_validate_strings", "model_construct",
    "parse_obj", "parse_raw", "parse_file", "from_dict", "from_json", "from_yaml",
})  # fmt: skip
#: Keys an absent attribute of a settings-like object is not worth looking for again.
LAZY_ATTEMPTS = 6


def foreign_place(holder: Foreign | ForeignMember, name: str) -> str:
    """Under which key an attribute of a library's object is kept: its last two segments.

    Requests hand the application's state on under other names, so the owner does not count.
    """
    if isinstance(holder, Foreign):
        return f"{holder.name}.{name}"
    return f"{holder.path.rpartition('.')[2]}.{name}"


def module_attribute(world: World, path: str, name: str) -> Values:
    """A module's global, or a submodule of a package."""
    frame = world.module_frame(path)
    found = frame.env.get(name)
    if found is not None and found.items:
        return found
    child = world.finder.child(world.modules[path], name)
    if child is not None:
        return one(child)
    late = world.late_global(frame, name)
    if late.items:
        return late
    for value in frame.env.get("__getattr__", NONE).items:
        if isinstance(value, Routine) and not name.startswith("__"):
            info = world.functions[value.number]
            return world.invoke(info, value.frame, None, (Argument(None, one(Text(name))),)).returns
    return UNKNOWN


def rule_attribute(world: World, owner: RuleObject, prefix: str, name: str) -> Values:
    """One more segment on a rule object's path; attributes that give it back are dropped."""
    surface = world.rules.surface(owner)
    path = f"{prefix}{name}"
    if surface is not None and (name in surface.same or path in surface.same):
        return one(RuleMember(owner, prefix[:-1]) if prefix else owner)
    return one(RuleMember(owner, path))


def class_member(world: World, cls: Value, number: int, name: str) -> Values:
    """``Class.name``: a method, a class attribute, an enumeration member."""
    method = find_method(world, number, name)
    if method is not None:
        names = decorator_names(method)
        receiver = cls if "classmethod" in names or name == "__init_subclass__" else None
        return one(Routine(method.number, world.closure_of(method), receiver))
    found = class_attribute(world, number, name)
    if found is not None:
        return found
    if name == "__name__":
        return one(Text(world.classes[number].node.name))
    if name == "__subclasses__":
        return one(Method(ClassRef(number), name))
    if name == "__members__" or is_enum(world, number):
        return UNKNOWN
    for base in outside_bases(world, number):
        builds = name in BUILDERS
        return one(Method(ClassRef(number), name) if builds else External(f"{base.name}.{name}"))
    return UNKNOWN


def instance_attribute(world: World, instance: Instance, name: str) -> Values:
    """``object.name``: what was stored there, a method, a property, a class attribute."""
    stored = world.heap.load(instance, name)
    if stored is not None and stored.items:
        return join(stored, _until_set(world, instance.cls, name))
    method = find_method(world, instance.cls, name)
    if method is not None:
        return bind(world, method, instance)
    if name == "__class__":
        return one(ClassRef(instance.cls))
    declared = class_attribute(world, instance.cls, name)
    late = _assigned_elsewhere(world, instance, name)
    found = join(late, declared or NONE)
    if found.items:
        # Built from a mapping we could not follow: any field may differ from its default.
        return prefer(found, UNKNOWN) if instance.number in world.open_instances else found
    gathered = collected(world, instance, name)
    if gathered is not None:
        return gathered
    base = world.heap.load(instance, BASE_OBJECT)
    if base is not None and base.items:
        return join(*(world.get_attribute(b, name) for b in base.items))
    getter = find_method(world, instance.cls, "__getattr__")
    if getter is not None:
        args = (Argument(None, one(Text(name))),)
        return world.invoke(getter, world.closure_of(getter), instance, args).returns
    filled = template_method(world, instance, name)
    if filled is not None:
        return bind(world, filled, instance)
    for outside in outside_bases(world, instance.cls):
        return one(ForeignMember(Foreign(outside.name, ("", instance.number)), name))
    return UNKNOWN


def _until_set(world: World, number: int, name: str) -> Values:
    """The constants that the class declares, where only methods other than its constructor set it.

    ``kept = None`` in the class, and some method fills it: whichever runs first may find nothing.
    """
    found = world.until_set.get((number, name))
    if found is None:
        classes = [world.classes[n] for n in _tree_classes(world, number)]
        setters = {m.node.name for cls in classes for m in cls.attributes.get(name, ())}
        late = setters and world.dialect.constructor not in setters
        declared = class_attribute(world, number, name) if late else None
        constants = tuple(v for v in (declared or NONE).items if isinstance(v, Constant))
        found = world.until_set[number, name] = Values(constants)
    return found


def template_method(world: World, instance: Instance, name: str) -> FunctionInfo | None:
    """The tree's own method that this method of its library's base class runs."""
    for outside in outside_bases(world, instance.cls):
        for template in world.rules.templates.find(outside.name, name):
            for wanted in template.runs:
                method = find_method(world, instance.cls, wanted)
                if method is not None:
                    return method
    return None


def bind(world: World, method: FunctionInfo, receiver: Value) -> Values:
    """A method read from an object: bound, or already called where it is a property."""
    names = decorator_names(method)
    closure = world.closure_of(method)
    if names & PROPERTIES or any(n.endswith("cached_property") for n in names):
        return world.invoke(method, closure, receiver, ()).returns
    if "staticmethod" in names:
        return one(Routine(method.number, closure, None))
    if "classmethod" in names and isinstance(receiver, Instance):
        return one(Routine(method.number, closure, ClassRef(receiver.cls)))
    decorated = world.decorated.get(method.number)
    if decorated is not None:
        return Values(tuple(_with_receiver(v, receiver) for v in decorated.items))
    return one(Routine(method.number, closure, receiver))


def _with_receiver(value: Value, receiver: Value) -> Value:
    if isinstance(value, Routine) and value.receiver is None:
        return Routine(value.number, value.frame, receiver)
    return value


def super_attribute(world: World, receiver: Value, cls: int, name: str) -> Values:
    """``super().name``."""
    number = receiver.cls if isinstance(receiver, Instance) else None
    if isinstance(receiver, ClassRef):
        number = receiver.number
    if number is None:
        return UNKNOWN
    method = find_method(world, number, name, after=cls)
    if method is not None:
        return bind(world, method, receiver)
    if name == "__new__":
        return one(Method(ClassRef(number), "__new__"))
    if isinstance(receiver, Instance):
        if name == "__init__":
            return one(Method(receiver, "__init__"))
        base = world.heap.load(receiver, BASE_OBJECT)
        if base is not None and base.items:
            return join(*(world.get_attribute(b, name) for b in base.items))
        for outside in outside_bases(world, number):
            return one(ForeignMember(Foreign(outside.name, ("", receiver.number)), name))
    return UNKNOWN


def _assigned_elsewhere(world: World, instance: Instance, name: str) -> Values:
    """Attributes set outside the constructor (lazy clients): run the methods that set them."""
    place = (instance.number, name)
    if place in world.looking:
        return NONE
    world.looking.add(place)
    try:
        for cls in _tree_classes(world, instance.cls):
            for method in world.classes[cls].attributes.get(name, ())[:LAZY_ATTEMPTS]:
                if method.node.name != world.dialect.constructor:
                    closure = world.closure_of(method)
                    world.invoke(method, closure, instance, ())
        return world.heap.load(instance, name) or NONE
    finally:
        world.looking.discard(place)


def _tree_classes(world: World, number: int) -> list[int]:
    return [c.number for c in lineage(world, number) if isinstance(c, ClassRef)]


def decorator_names(method: FunctionInfo) -> frozenset[str]:
    """The plain names of a function's decorators, as written."""
    return method.decorators


def get_item(world: World, holder: Value, key: str | int | None) -> Values:
    """``holder[key]``; a None key means that the key is not known."""
    own = world.dialect.item(world, holder, key) if isinstance(key, str) else None
    if own is not None:
        return own
    match holder:
        case Table(number):
            if not isinstance(key, str):
                return world.heap.anything_in(holder)
            entries = world.heap.entries.get(number, {})
            return join(entries.get(key, NONE), entries.get("*", NONE))
        case Sequence(number):
            items = world.heap.items.get(number, ())
            placed = isinstance(key, int) and number not in world.heap.unordered
            if placed and isinstance(key, int) and -len(items) <= key < len(items):
                return items[key]
            return world.heap.anything_in(holder)
        case External("os.environ") if isinstance(key, str):
            return variable(world, key, needed=True)
        case ClassRef(number) if isinstance(key, str) and is_enum(world, number):
            return class_attribute(world, number, key) or UNKNOWN
        case External() | Foreign() | ForeignMember() | Unknown() if not isinstance(key, int) and (
            found := kept(world, holder, key)
        ):
            return found
        case External() | ClassRef():
            # A subscripted class is the class itself with a type argument.
            return one(holder)
        case Instance():
            getter = find_method(world, holder.cls, "__getitem__")
            if getter is None:
                return UNKNOWN
            item = one(Text(key)) if isinstance(key, str) else UNKNOWN
            args = (Argument(None, item),)
            closure = world.closure_of(getter)
            return world.invoke(getter, closure, holder, args).returns
        case RuleObject() | RuleMember():
            return one(holder)
        case Foreign() | ForeignMember() | Unknown() if isinstance(key, str):
            inner = inner_store(holder, key)
            return one(inner) if inner is not None else UNKNOWN
        case _:
            return UNKNOWN
