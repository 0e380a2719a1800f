"""Entry points that are whole modules, or are found by name: pages, notebooks, scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fnmatch import translate
from functools import cache

from auditor.linker.blocks import flatten
from auditor.linker.definitions import FunctionInfo, ModuleInfo, imported_roots
from auditor.linker.entries import Entry, make_entry, named_values, routine_in
from auditor.linker.titles import Words, title_of
from auditor.linker.values import (
    NONE,
    Module,
    Routine,
    Values,
)
from auditor.linker.world import World
from auditor.model.behaviour import Sequence as Steps
from auditor.model.behaviour import asks_in
from auditor.model.catalog import EntryPattern, Framework
from auditor.model.facts import Assign, Binary, Call, Const, Evaluate, If, Name, Scope, Stmt


def by_module(world: World) -> Iterator[Entry]:
    """Entry points that are modules, or functions found by name or in a main block."""
    for path in sorted(world.modules):
        module = world.modules[path]
        if module.in_tests and not world.with_tests:
            continue
        imported = imported_roots(module)
        whole = False
        for trigger in ("name", "directive", "module", "main"):
            for framework, pattern in world.rules.patterns[trigger]:
                if framework.modules and not imported & set(framework.modules):
                    continue
                for entry in _in_module(world, module, framework, pattern):
                    # A notebook, a page or a file that is an address is no script besides.
                    if trigger != "main" or not whole:
                        yield entry
                    whole = whole or trigger == "module" or bool(pattern.route)


def _in_module(
    world: World, module: ModuleInfo, framework: Framework, pattern: EntryPattern
) -> Iterator[Entry]:
    if pattern.files and not _is_named(module.path, pattern.files):
        return
    dotted = ".".join(module.parts)
    words = Words(path=module.path, module=dotted)
    match pattern.trigger:
        case "name":
            yield from _by_name(world, module, framework, pattern)
        case "directive":
            yield from _by_directive(world, module, framework, pattern)
        case "module":
            title = title_of(world, framework, pattern, words)
            block = _main_block(module)
            if block is not None:
                # Such a file is run, not imported, so its main block runs as well.
                yield _main_entry(world, module, pattern, title, framework.id, block)
            else:
                yield Entry(pattern.kind, title, module.path, 1, "<module>", framework.id,
                            module=module.path)  # fmt: skip
        case _:
            title = title_of(world, framework, pattern, words)
            block = _main_block(module)
            if block is not None:
                yield _main_entry(world, module, pattern, title, framework.id, block)
            elif module.path.endswith("__main__.py") or _asks_at_import(world, module):
                yield Entry(pattern.kind, title, module.path, 1, "<module>", framework.id,
                            module=module.path)  # fmt: skip


def _is_named(path: str, files: tuple[str, ...]) -> bool:
    """Whether the path, or the file's name alone, fits one of the patterns."""
    wanted = _any_of(files)
    return bool(wanted.match(path) or wanted.match(path.rpartition("/")[2]))


@cache
def _any_of(files: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(translate, files)))


def _main_entry(
    world: World, module: ModuleInfo, pattern: EntryPattern, title: str, framework: str, block: If
) -> Entry:
    """``if __name__ == "__main__"``: the function of this file that it calls is the real entry."""
    entry = Entry(pattern.kind, title, module.path, block.line, "<module>", framework,
                  module=module.path, block=block.body)  # fmt: skip
    called = _called_in(world, module, block)
    if len(called) == 1:
        return replace(entry, line=called[0].node.span.line, function=called[0].qualname)
    return entry


def _called_in(world: World, module: ModuleInfo, block: If) -> list[FunctionInfo]:
    frame = world.module_frame(module.path)
    found: dict[int, FunctionInfo] = {}
    for name in _names_called(block.body):
        for value in frame.env.get(name, NONE).items:
            routine = routine_in(value)
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
    return frame is not None and asks_in(Steps(tuple(frame.out)))


def _by_name(
    world: World, module: ModuleInfo, framework: Framework, pattern: EntryPattern
) -> Iterator[Entry]:
    exports = module.facts.exports
    for name, values in named_values(world, module, pattern.functions):
        if exports and name.partition(".")[0] not in exports:
            continue
        for value in values.items:
            if not isinstance(value, Routine):
                continue
            info = world.functions[value.number]
            # What a module of Python imports is not its own; what one of JavaScript exports is.
            if info.path == module.path or name in module.facts.exports:
                method = name.rpartition(".")[2]
                entry = make_entry(world, framework, pattern, info, Values((value,)), (),
                                   method, None, module.path)  # fmt: skip
                yield entry if info.path == module.path else _where_exported(module, name, entry)


def _where_exported(module: ModuleInfo, name: str, entry: Entry) -> Entry:
    """A handler that a function of another file has wrapped stands where it gets its name."""
    for stmt in module.facts.body:
        if isinstance(stmt, Assign) and any(
            isinstance(t, Name) and t.id == name for t in stmt.targets
        ):
            return replace(entry, path=module.path, line=stmt.line, function=name)
    return entry


def _by_directive(
    world: World, module: ModuleInfo, framework: Framework, pattern: EntryPattern
) -> Iterator[Entry]:
    """Functions that a text at their top, or at the top of their file, gives to others to call."""
    whole = _begins_with(module.facts.body, pattern.directive)
    exported = dict(named_values(world, module, tuple(module.facts.exports))) if whole else {}
    numbers = {v.number for values in exported.values() for v in values.items
               if isinstance(v, Routine)}  # fmt: skip
    for info in tuple(module.functions):
        if info.number in numbers or _begins_with(info.node.body, pattern.directive):
            value = Routine(info.number, world.closure_of(info))
            yield make_entry(world, framework, pattern, info, Values((value,)), (), None, None)


def _begins_with(body: tuple[Stmt, ...], text: str) -> bool:
    for stmt in body:
        match stmt:
            case Evaluate(Const(str() as found)):
                if found == text:
                    return True
            case Scope():
                continue
            case _:
                return False
    return False


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


def by_script(world: World, scripts: dict[str, str]) -> Iterator[Entry]:
    """The functions that console scripts of the package manifests run."""
    for framework, pattern in world.rules.patterns["script"]:
        for script, target in sorted(scripts.items()):
            if target in world.modules:
                title = title_of(world, framework, pattern, Words(script=script))
                yield Entry(pattern.kind, title, target, 1, "<module>", framework.id,
                            module=target)  # fmt: skip
                continue
            module_name, _, function = target.partition(":")
            for path in sorted(world.modules):
                parts = world.modules[path].parts
                wanted = tuple(module_name.split("."))
                if parts[-len(wanted) :] != wanted or not function:
                    continue
                values = world.get_attribute(Module(path), function.split(".")[0])
                for value in values.items:
                    routine = routine_in(value)
                    if routine is None:
                        continue
                    info = world.functions[routine.number]
                    title = title_of(world, framework, pattern, Words(script=script))
                    yield Entry(pattern.kind, title, info.path, info.node.span.line, info.qualname,
                                framework.id, Values((value,)))  # fmt: skip
                break
