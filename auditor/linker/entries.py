"""An entry point before it is run, and how one is made from a pattern."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch

from auditor.linker.definitions import FunctionInfo, ModuleInfo
from auditor.linker.handoffs import functions_of
from auditor.linker.titles import Words, class_prefix, title_of
from auditor.linker.values import (
    ANY_ARGUMENTS,
    NONE,
    Arguments,
    Bound,
    ClassRef,
    Foreign,
    Routine,
    Table,
    Value,
    Values,
)
from auditor.linker.world import World
from auditor.model.catalog import EntryPattern, Framework
from auditor.model.facts import Stmt

#: Marks a method that only the object itself may call.
PRIVATE = "<private>"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry point before it is run: how to name it, where it stands, and what runs.

    ``values`` are the callables, ``before`` those that run first; for a module entry ``module`` is
    its path and ``block`` the statements that run.
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
    before: Values = NONE


def matches_any(patterns: tuple[str, ...], name: str) -> bool:
    """Whether a name fits one of the patterns, in which ``*`` is any text."""
    return any(p == name or ("*" in p and fnmatch(name, p)) for p in patterns)


def named_values(
    world: World, module: ModuleInfo, patterns: tuple[str, ...]
) -> Iterator[tuple[str, Values]]:
    """What a module binds to the names that fit; ``default.fetch`` is a member of an object.

    A function that a library has wrapped stands for itself.
    """
    env = world.module_frame(module.path).env
    for name in sorted(env):
        members = [p.removeprefix(f"{name}.") for p in patterns if p.startswith(f"{name}.")]
        for value in env[name].items if members else ():
            if isinstance(value, Table):
                for key, values in sorted(world.heap.entries.get(value.number, {}).items()):
                    if matches_any(tuple(members), key):
                        yield f"{name}.{key}", _unwrapped(world, values)
        methods = tuple(p.removeprefix("*.") for p in patterns if p.startswith("*."))
        for value in env[name].items if methods else ():
            if isinstance(value, ClassRef):
                yield from _static_methods(world, module, name, value.number, methods)
        if matches_any(tuple(p for p in patterns if "." not in p), name):
            yield name, _unwrapped(world, env[name])


def _static_methods(
    world: World, module: ModuleInfo, name: str, number: int, patterns: tuple[str, ...]
) -> Iterator[tuple[str, Values]]:
    """The methods of a class of this module that run without an object."""
    info = world.classes[number]
    for word, method in sorted(info.methods.items()):
        if info.path != module.path or word not in patterns:
            continue
        alike = [world.functions[n] for n in world.overloads.get(method.number, (method.number,))]
        found = [m for m in alike if "staticmethod" in m.decorators]
        values = (Routine(m.number, world.closure_of(m)) for m in found)
        yield f"{name}.{word}", Values(tuple(values))


def _unwrapped(world: World, values: Values) -> Values:
    found: list[Value] = []
    for value in values.items:
        if isinstance(value, Foreign):
            found.extend(functions_of(world, value))
        else:
            found.append(value)
    return Values(tuple(dict.fromkeys(found)))


def make_entry(
    world: World,
    framework: Framework,
    pattern: EntryPattern,
    info: FunctionInfo,
    values: Values,
    args: Arguments,
    method: str | None,
    owner: Foreign | None,
    path: str = "",
    variable: str = "",
) -> Entry:
    """The entry point that a pattern makes of a function; ``path`` is the file that exports it.

    ``variable`` is what the framework's result is assigned to.
    """
    module = world.modules[info.path]
    words = Words(
        function=info.node.name,
        cls=world.classes[info.cls].node.name if info.cls is not None else "",
        method=(method or info.node.name).rpartition(".")[2],
        module=".".join(module.parts),
        path=path or info.path,
        prefix=class_prefix(world, framework, info.cls) if info.cls is not None else "",
        owner=owner,
        args=args,
        variable=variable,
        address=world.dialect.address(world, info),
    )
    title = title_of(world, framework, pattern, words)
    return Entry(
        pattern.kind, title, info.path, info.node.span.line, info.qualname, framework.id, values
    )


def is_shown(world: World, method: FunctionInfo, name: str) -> bool:
    """Whether others may run a method of an object, by its name and what is said of it."""
    own = world.dialect.own_methods
    hidden = PRIVATE in method.decorators or (bool(own) and name.startswith(own))
    return not hidden and not name.startswith("_") and name != world.dialect.constructor


def routine_in(value: Value) -> Routine | None:
    """The function inside a value, arguments given in advance taken off."""
    while isinstance(value, Bound):
        value = value.target
    return value if isinstance(value, Routine) else None
