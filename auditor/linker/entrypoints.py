"""Where workflows begin: every function, class method or module that a framework runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatch

from auditor.linker.attributes import bind
from auditor.linker.classes import find_method, instances_of, outside_bases
from auditor.linker.decorators import Decoration
from auditor.linker.definitions import FunctionInfo, ModuleInfo, imported_roots
from auditor.linker.externals import handed_to
from auditor.linker.blocks import flatten
from auditor.linker.recorder import Registration, requests_in
from auditor.linker.rules import NamedPattern
from auditor.linker.scopes import ANY_ARGUMENTS
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
    Value,
    Values,
)
from auditor.linker.world import Frame, Place, World
from auditor.model.behaviour import Behaviour
from auditor.model.behaviour import Sequence as Steps
from auditor.model.catalog import EntryPattern, Framework
from auditor.model.facts import Assign, Binary, Call, Const, If, Name, Stmt


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry point before it is run: how to name it, where it stands, and what runs.

    ``values`` are the callables; for a module entry ``module`` is its path and ``block`` the
    statements that run.
    """

    kind: str
    title: str
    path: str
    line: int
    function: str
    framework: str
    values: Values = NONE
    args: Arguments = ANY_ARGUMENTS
    module: str | None = None
    block: tuple[Stmt, ...] | None = None


def find_entries(world: World, scripts: dict[str, str]) -> list[Entry]:
    """All entry points of the tree; ``scripts`` maps console script names to ``module:function``."""
    found: dict[tuple[str, int, str, str], Entry] = {}
    for entry in (
        *_decorated(world),
        *_registered(world),
        *_based(world),
        *_by_module(world),
        *_scripts(world, scripts),
    ):
        found.setdefault((entry.path, entry.line, entry.function, entry.title), entry)
    return [found[key] for key in sorted(found)]


def _decorated(world: World) -> Iterator[Entry]:
    for (number, _), decoration in sorted(world.decorations.items(), key=lambda item: item[0]):
        info = world.functions[number]
        for framework, pattern in _decorator_patterns(world, decoration)[:1]:
            values = world.decorated.get(number) or Values(tuple(_bound(world, info)))
            called = decoration.method or decoration.name
            yield _entry(world, framework, pattern, info, values, decoration.args,
                         called, decoration.owner)  # fmt: skip


def _decorator_patterns(world: World, decoration: Decoration) -> list[NamedPattern]:
    rules = world.rules
    if decoration.method is None:
        return rules.decorated.find(decoration.name)
    found = rules.decorated_methods.find(decoration.name, decoration.method)
    return found or rules.decorated.find(f"{decoration.name}.{decoration.method}")


def _matches_any(patterns: tuple[str, ...], name: str) -> bool:
    return any(p == name or ("*" in p and fnmatch(name, p)) for p in patterns)


def _patterns(world: World, trigger: str) -> Iterator[tuple[Framework, EntryPattern]]:
    for framework in world.rules.frameworks:
        for pattern in framework.patterns:
            if pattern.trigger == trigger:
                yield framework, pattern


def _bound(world: World, info: FunctionInfo) -> Iterator[Value]:
    """The function as the framework would call it: methods with every instance there is."""
    closure = world.closure_of(info)
    if info.cls is None:
        yield Routine(info.number, closure)
        return
    for receiver in receivers(world, info.cls):
        for value in bind(world, info, receiver).items:
            yield value


def receivers(world: World, number: int) -> tuple[Value, ...]:
    """The instances of a class, or one built with unknown arguments where none is."""
    made = instances_of(world, number)
    return made or world.build_unseen(number).items or (Instance(0, number),)


def _entry(
    world: World,
    framework: Framework,
    pattern: EntryPattern,
    info: FunctionInfo,
    values: Values,
    args: Arguments,
    method: str | None,
    owner: Foreign | None,
) -> Entry:
    module = world.modules[info.path]
    words = Words(
        function=info.node.name,
        cls=world.classes[info.cls].node.name if info.cls is not None else "",
        method=(method or info.node.name).rpartition(".")[2],
        module=".".join(module.parts),
        path=info.path,
        owner=owner,
        args=args,
    )
    title = title_of(world, framework, pattern, words)
    return Entry(
        pattern.kind, title, info.path, info.node.span.line, info.qualname, framework.id, values
    )


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
        return entry.handler
    if slot.args == ("self",):
        return Values(tuple(handed_to(world, entry.owner))) if entry.owner is not None else NONE
    values = read_slot(world, slot, entry.args)
    if values is None:
        return NONE
    runnable: list[Value] = []
    for value in values.items:
        runnable.extend(_runnable(world, value))
    return Values(tuple(runnable))


def _runnable(world: World, value: Value) -> Iterator[Value]:
    match value:
        case Routine() | Bound() | RuleMember():
            yield value
        case Instance():
            if find_method(world, value.cls, "__call__") is not None:
                yield value
                return
            for name, method in sorted(world.classes[value.cls].methods.items()):
                if name.startswith("on_"):
                    yield from bind(world, method, value).items
        case Sequence(number):
            for values in world.heap.items.get(number, ()):
                for item in values.items:
                    yield from _runnable(world, item)
        case ClassRef(number) if not _is_based(world, number):
            for name in ("get", "post", "put", "delete", "patch", "__call__", "on_get", "on_post"):
                method = find_method(world, number, name)
                if method is not None:
                    yield from _bound(world, method)
        case _:
            return


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
        yield Entry(pattern.kind, title, entry.path, entry.line, entry.function, framework.id, handlers)
        return
    for value in handlers.items:
        routine = _routine_in(value)
        if routine is None:
            continue
        info = world.functions[routine.number]
        owner = entry.owner if isinstance(entry.owner, Foreign) else None
        called = entry.method or entry.name
        made = _entry(world, framework, pattern, info, Values((value,)), entry.args, called, owner)
        if info.node.name == "<lambda>":
            made = replace(made, line=entry.line, path=entry.path)
        yield made


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


def _routine_in(value: Value) -> Routine | None:
    while isinstance(value, Bound):
        value = value.target
    return value if isinstance(value, Routine) else None


def _based(world: World) -> Iterator[Entry]:
    for info in world.classes:
        patterns: dict[int, NamedPattern] = {}
        for base in outside_bases(world, info.number):
            patterns.update((id(named), named) for named in world.rules.based.find(base.name))
        for framework, pattern in patterns.values():
            for name, method in sorted(info.methods.items()):
                public = not name.startswith("_") or name in pattern.methods
                if public and _matches_any(pattern.methods, name):
                    values = Values(tuple(_bound(world, method)))
                    yield _entry(world, framework, pattern, method, values, (), name, None)


def _by_module(world: World) -> Iterator[Entry]:
    for path in sorted(world.modules):
        module = world.modules[path]
        imported = imported_roots(module)
        whole = False
        for trigger in ("name", "module", "main"):
            for framework, pattern in _patterns(world, trigger):
                if framework.modules and not imported & set(framework.modules):
                    continue
                for entry in _in_module(world, module, framework, pattern):
                    # A notebook or page is no script besides.
                    if trigger != "main" or not whole:
                        yield entry
                    whole = whole or trigger == "module"


def _in_module(
    world: World, module: ModuleInfo, framework: Framework, pattern: EntryPattern
) -> Iterator[Entry]:
    if pattern.files and not any(
        fnmatch(module.path, f) or fnmatch(module.path.rpartition("/")[2], f) for f in pattern.files
    ):
        return
    dotted = ".".join(module.parts)
    words = Words(path=module.path, module=dotted)
    match pattern.trigger:
        case "name":
            yield from _by_name(world, module, framework, pattern)
        case "module":
            title = title_of(world, framework, pattern, words)
            yield Entry(pattern.kind, title, module.path, 1, "<module>", framework.id, module=module.path)
        case _:
            title = title_of(world, framework, pattern, words)
            block = _main_block(module)
            if block is not None:
                yield _main_entry(world, module, pattern, title, framework.id, block)
            elif module.path.endswith("__main__.py") or _asks_at_import(world, module):
                yield Entry(pattern.kind, title, module.path, 1, "<module>", framework.id,
                            module=module.path)  # fmt: skip


def _main_entry(
    world: World, module: ModuleInfo, pattern: EntryPattern, title: str, framework: str, block: If
) -> Entry:
    """``if __name__ == "__main__"``: the function of this file that it calls is the real entry."""
    entry = Entry(pattern.kind, title, module.path, block.line, "<module>", framework,
                  module=module.path, block=block.body)  # fmt: skip
    called = [info for info in _called_in(world, module, block)]
    if len(called) == 1:
        return replace(entry, line=called[0].node.span.line, function=called[0].qualname)
    return entry


def _called_in(world: World, module: ModuleInfo, block: If) -> list[FunctionInfo]:
    frame = world.module_frame(module.path)
    found: dict[int, FunctionInfo] = {}
    for name in _names_called(block.body):
        for value in frame.env.get(name, NONE).items:
            routine = _routine_in(value)
            if routine is not None and world.functions[routine.number].path == module.path:
                found[routine.number] = world.functions[routine.number]
    return list(found.values())


def _names_called(body: tuple[Stmt, ...]) -> Iterator[str]:
    """Names called, or handed to a call (``asyncio.run(main())``, ``typer.run(main)``)."""
    for stmt in flatten(body):
        value = getattr(stmt, "value", None)
        todo = [value] if value is not None else []
        while todo:
            expr = todo.pop()
            if isinstance(expr, Call):
                if isinstance(expr.callee, Name):
                    yield expr.callee.id
                todo.extend(arg.value for arg in expr.args)
            elif isinstance(expr, Name):
                yield expr.id


def _asks_at_import(world: World, module: ModuleInfo) -> bool:
    frame = world.module_frames.get(module.path)
    return frame is not None and bool(requests_in(Steps(tuple(frame.out))))


def _by_name(
    world: World, module: ModuleInfo, framework: Framework, pattern: EntryPattern
) -> Iterator[Entry]:
    frame = world.module_frame(module.path)
    for name in sorted(frame.env):
        if not _matches_any(pattern.functions, name):
            continue
        for value in frame.env[name].items:
            if isinstance(value, Routine) and world.functions[value.number].path == module.path:
                info = world.functions[value.number]
                yield _entry(world, framework, pattern, info, Values((value,)), (), None, None)


def _main_block(module: ModuleInfo) -> If | None:
    for stmt in module.facts.body:
        match stmt:
            case If(Binary("==", Name("__name__"), Const("__main__"))):
                return stmt
            case If(Binary("==", Const("__main__"), Name("__name__"))):
                return stmt
            case _:
                pass
    return None


def _scripts(world: World, scripts: dict[str, str]) -> Iterator[Entry]:
    for framework, pattern in _patterns(world, "script"):
        for script, target in sorted(scripts.items()):
            module_name, _, function = target.partition(":")
            for path in sorted(world.modules):
                parts = world.modules[path].parts
                wanted = tuple(module_name.split("."))
                if parts[-len(wanted) :] != wanted or not function:
                    continue
                values = world.get_attribute(Module(path), function.split(".")[0])
                for value in values.items:
                    routine = _routine_in(value)
                    if routine is None:
                        continue
                    info = world.functions[routine.number]
                    title = title_of(world, framework, pattern, Words(script=script))
                    yield Entry(pattern.kind, title, info.path, info.node.span.line, info.qualname,
                                framework.id, Values((value,)))  # fmt: skip
                break


def run_entry(world: World, entry: Entry) -> Behaviour:
    """What the entry point does, run with arguments nobody knows."""
    if entry.module is not None:
        return _run_module(world, entry.module, entry.block)
    frame = world.new_frame(entry.path, {}, parent=world.module_frame(entry.path))
    place = Place(entry.path, entry.line, entry.line, 0, 0, entry.function, False)
    world.call_values(frame, entry.values, entry.args, place)
    return Steps(tuple(frame.out))


def _run_module(world: World, path: str, block: tuple[Stmt, ...] | None) -> Behaviour:
    module = world.module_frame(path)
    if block is None:
        return Steps(tuple(module.out))
    frame: Frame = world.new_frame(path, dict(module.env), parent=module)
    world.run_block(frame, block)
    return Steps((*module.out, *frame.out))
