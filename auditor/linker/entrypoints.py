"""Where workflows begin: every function, class method or module that a framework runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from auditor.linker.attributes import bind
from auditor.linker.blocks import flatten
from auditor.linker.classes import find_method, lineage, outside_bases
from auditor.linker.decorators import Decoration
from auditor.linker.definitions import FunctionInfo, ModuleInfo
from auditor.linker.dependencies import dependencies
from auditor.linker.entries import Entry, is_shown, make_entry, matches_any, routine_in
from auditor.linker.frame import Frame
from auditor.linker.handoffs import functions_of, handed_to
from auditor.linker.module_entries import by_module, by_script
from auditor.linker.receivers import receivers
from auditor.linker.recorder import Registration
from auditor.linker.rules import NamedPattern
from auditor.linker.slots import read_slot
from auditor.linker.titles import Words, title_of
from auditor.linker.values import (
    NONE,
    Arguments,
    Bound,
    ClassRef,
    Foreign,
    Instance,
    Module,
    Routine,
    RuleMember,
    Sequence,
    Table,
    Value,
    Values,
    join,
    one,
)
from auditor.linker.world import Place, World
from auditor.model.behaviour import Behaviour
from auditor.model.behaviour import Sequence as Steps
from auditor.model.catalog import EntryPattern, Framework
from auditor.model.facts import Assign, Call, Name, Stmt

#: What a web framework runs of a class handed to it.
WEB_METHODS = (
    "get", "post", "put", "delete", "patch", "__call__", "__invoke", "on_get", "on_post",
)  # fmt: skip


def find_entries(world: World, scripts: dict[str, str]) -> list[Entry]:
    """All entry points of the tree; ``scripts`` maps console scripts to ``module:function``."""
    found: dict[tuple[str, int, str, str], Entry] = {}
    for entry in (
        *_decorated(world),
        *_registered(world),
        *_based(world),
        *_provided(world),
        *by_module(world),
        *by_script(world, scripts),
    ):
        found.setdefault((entry.path, entry.line, entry.function, entry.title), entry)
    return [found[key] for key in sorted(found)]


def _decorated(world: World) -> Iterator[Entry]:
    noted = [
        (number, decorations[position])
        for number, decorations in sorted(world.decorations.items())
        for position in sorted(decorations)
    ]
    for number, decoration in noted:
        info = world.functions[number]
        if info.in_tests and not world.with_tests:
            continue
        for framework, pattern in _decorator_patterns(world, decoration)[:1]:
            values = world.decorated.get(number) or Values(tuple(_bound(world, info)))
            called = decoration.method or decoration.name
            made = make_entry(world, framework, pattern, info, values, decoration.args,
                              called, decoration.owner)  # fmt: skip
            yield replace(made, before=dependencies(world, decoration.args, decoration.owner))


def _decorator_patterns(world: World, decoration: Decoration) -> list[NamedPattern]:
    rules = world.rules
    if decoration.method is None:
        return rules.decorated.find(decoration.name)
    found = rules.decorated_methods.find(decoration.name, decoration.method)
    return found or rules.decorated.find(f"{decoration.name}.{decoration.method}")


def _bound(world: World, info: FunctionInfo) -> Iterator[Value]:
    """The function as the framework would call it: methods with every instance there is."""
    closure = world.closure_of(info)
    if info.cls is None:
        yield Routine(info.number, closure)
        return
    for receiver in receivers(world, info.cls):
        yield from bind(world, info, receiver).items


def _registered(world: World) -> Iterator[Entry]:
    for key in sorted(world.registrations):
        entry: Registration = world.registrations[key]
        rules = world.rules
        named = (
            rules.entry_methods.find(entry.name, entry.method)
            if entry.method
            else rules.entry_calls.find(entry.name)
        )
        for framework, pattern in named:
            handlers = _handlers(world, pattern, entry)
            if handlers.items:
                yield from _entries_of(world, framework, pattern, entry, handlers)
                break


def _handlers(world: World, pattern: EntryPattern, entry: Registration) -> Values:
    slot = pattern.handler
    if slot is None:
        return join(entry.handler, Values(tuple(_wrapped(world, entry.args))))
    if slot.args == ("self",):
        return Values(tuple(handed_to(world, entry.owner))) if entry.owner is not None else NONE
    values = read_slot(world, slot, entry.args)
    if values is None:
        return NONE
    # With ``on``, the methods are those that hand over; else those that what is handed offers.
    methods = () if pattern.on else pattern.methods
    runnable: list[Value] = []
    for value in values.items:
        runnable.extend(_runnable(world, value, methods))
    return Values(tuple(runnable))


def _wrapped(world: World, args: Arguments) -> Iterator[Value]:
    """The functions inside of what a library made of them: ``wrap(handler)``."""
    for arg in args:
        for value in arg.values.items:
            if isinstance(value, Foreign):
                yield from functions_of(world, value)


def _offered(world: World, number: int, patterns: tuple[str, ...]) -> Iterator[FunctionInfo]:
    """The methods of a class, its own and inherited, that the patterns name."""
    names = {
        name
        for cls in lineage(world, number)
        if isinstance(cls, ClassRef)
        for name in world.classes[cls.number].methods
    }
    for name in sorted(names):
        if name in patterns or (matches_any(patterns, name) and not name.startswith("_")):
            method = find_method(world, number, name)
            if method is not None:
                yield method


def _runnable(
    world: World, value: Value, methods: tuple[str, ...], depth: int = 4
) -> Iterator[Value]:
    if not depth:
        return
    match value:
        case Routine() | Bound() | RuleMember():
            yield value
        case Foreign():
            yield from functions_of(world, value)
        case Instance():
            for name in world.dialect.run_as:
                method = find_method(world, value.cls, name)
                if method is not None:
                    yield Routine(method.number, world.closure_of(method), value)
                    return
            for name, handler in sorted(world.classes[value.cls].methods.items()):
                if name.startswith("on_") or (
                    matches_any(methods, name) and not name.startswith("_")
                ):
                    yield from bind(world, handler, value).items
        case Sequence(number):
            for values in world.heap.items.get(number, ()):
                for item in values.items:
                    yield from _runnable(world, item, methods, depth - 1)
        case Table(number):
            for name, values in sorted(world.heap.entries.get(number, {}).items()):
                if matches_any(methods, name):
                    for item in values.items:
                        yield from _runnable(world, item, methods, depth - 1)
        case Module(path) if methods:
            for name, values in sorted(world.module_frame(path).env.items()):
                if matches_any(methods, name) and not name.startswith("_"):
                    yield from (v for v in values.items if _stands_in(world, v, path))
        case ClassRef(number) if not _is_based(world, number):
            for method in _offered(world, number, methods or WEB_METHODS):
                yield from _bound(world, method)
        case _:
            return


def _stands_in(world: World, value: Value, path: str) -> bool:
    """Whether it is a function of that file, and not one that the file imports."""
    return isinstance(value, Routine) and world.functions[value.number].path == path


def _is_based(world: World, number: int) -> bool:
    """Whether a pattern about base classes finds this class's methods anyway."""
    return any(world.rules.based.find(base.name) for base in outside_bases(world, number))


def _entries_of(
    world: World,
    framework: Framework,
    pattern: EntryPattern,
    entry: Registration,
    handlers: Values,
) -> Iterator[Entry]:
    whole = pattern.handler is not None and pattern.handler.args == ("self",)
    if whole:
        module = world.modules[entry.path]
        words = Words(path=entry.path, module=".".join(module.parts), function=entry.function,
                      args=entry.args, method=entry.method or "",
                      variable=_variable(module, entry.line))  # fmt: skip
        title = title_of(world, framework, pattern, words)
        yield Entry(
            pattern.kind, title, entry.path, entry.line, entry.function, framework.id, handlers
        )
        return
    for value in handlers.items:
        routine = routine_in(value)
        if routine is None:
            continue
        info = world.functions[routine.number]
        owner = entry.owner if isinstance(entry.owner, Foreign) else None
        if entry.method is None:
            # ``Route(...)``: what it is mounted in holds the route itself.
            owner = Foreign(entry.name, (entry.path, entry.line))
        called = entry.method or entry.name
        made = make_entry(
            world, framework, pattern, info, Values((value,)), entry.args, called, owner,
            variable=_variable(world.modules[entry.path], entry.line),
        )  # fmt: skip
        if info.node.name == "<lambda>":
            made = replace(made, line=entry.line, path=entry.path)
        yield replace(made, before=dependencies(world, entry.args, entry.owner))


def _variable(module: ModuleInfo, line: int) -> str:
    """The name that the result of the call on this line is assigned to."""
    for stmt in flatten(module.facts.body):
        match stmt:
            case Assign(targets=(Name(name),), value=Call() as call) if (
                call.span.line <= line <= call.span.end_line
            ):
                return name
            case _:
                pass
    return ""


def _based(world: World) -> Iterator[Entry]:
    for info in world.classes:
        if world.modules[info.path].in_tests and not world.with_tests:
            continue
        patterns: dict[int, NamedPattern] = {}
        for base in outside_bases(world, info.number):
            patterns.update((id(named), named) for named in world.rules.based.find(base.name))
        for framework, pattern in patterns.values():
            for name, method in sorted(info.methods.items()):
                public = name in pattern.methods or is_shown(world, method, name)
                if public and matches_any(pattern.methods, name):
                    values = Values(tuple(_bound(world, method)))
                    yield make_entry(world, framework, pattern, method, values, (), name, None)


def _provided(world: World) -> Iterator[Entry]:
    """Functions that a container is given in the place of an object with one method to run."""
    for kind, values in world.dialect.offers(world):
        for framework, pattern in world.rules.based.find(kind):
            for value in values.items:
                if isinstance(value, Routine):
                    info = world.functions[value.number]
                    made = make_entry(world, framework, pattern, info, one(value), (), None, None)
                    yield replace(made, function=info.qualname)


def run_entry(world: World, entry: Entry) -> Behaviour:
    """What the entry point does, run with arguments nobody knows."""
    if entry.module is not None:
        return _run_module(world, entry.module, entry.block)
    frame = world.new_frame(entry.path, {}, parent=world.module_frame(entry.path))
    place = Place(entry.path, entry.line, entry.line, 0, 0, entry.function, False)
    for value in entry.before.items:
        world.call_values(frame, one(value), (), place)
    world.call_values(frame, entry.values, entry.args, place)
    return Steps(tuple(frame.out))


def _run_module(world: World, path: str, block: tuple[Stmt, ...] | None) -> Behaviour:
    module = world.module_frame(path)
    if block is None:
        return Steps(tuple(module.out))
    frame: Frame = world.new_frame(path, dict(module.env), parent=module)
    world.run_block(frame, block)
    return Steps((*module.out, *frame.out))
