"""Functions, classes and imports: what a scope gets from its declarations."""

from __future__ import annotations

import re

from auditor.linker.classes import find_method
from auditor.linker.decorators import decorate
from auditor.linker.definitions import ModuleInfo
from auditor.linker.expressions import evaluate, evaluate_arguments
from auditor.linker.frame import Frame
from auditor.linker.imports import ABSENT, ABSENT_END, FOLDER
from auditor.linker.iteration import index_values, iterate
from auditor.linker.parameters import note_defaults
from auditor.linker.settings_files import imported_file
from auditor.linker.values import (
    NONE,
    UNKNOWN,
    Argument,
    Bound,
    ClassRef,
    External,
    Foreign,
    Module,
    Routine,
    Text,
    Value,
    Values,
    one,
)
from auditor.linker.world import Place, World
from auditor.model.facts import (
    Class,
    Expr,
    Function,
    Import,
    Scope,
)

#: What specifiers may end with.
_SUFFIX = re.compile(r"\.[cm]?[jt]sx?$")


def run_function(world: World, frame: Frame, stmt: Function) -> None:
    """Bind a function as its decorators leave it."""
    number = world.by_node[frame.path, stmt.span.line, stmt.span.column]
    info = world.functions[number]
    world.closures[number] = 0 if frame.is_class else frame.number
    if frame.is_class:
        world.closures[number] = frame.parent.number if frame.parent else 0
    note_defaults(world, frame, info, world.closures[number])
    values = one(Routine(number, world.closures[number]))
    decorated = decorate(world, frame, info, values)
    if not (frame.is_class and world.dialect.overloads):
        frame.env[stmt.name] = decorated
    if (frame.is_class or frame.function is None) and decorated != values:
        world.decorated[number] = decorated


def run_class(world: World, frame: Frame, stmt: Class) -> None:
    """Run a class body and bind the class."""
    number = world.by_node[frame.path, stmt.span.line, stmt.span.column]
    info = world.classes[number]
    if world.dialect.adds_to(stmt):
        inner = world.new_frame(frame.path, {}, cls=number, parent=frame, is_class=True)
        world.run_block(inner, stmt.body)
        return
    bases: list[Value] = []
    for expr in stmt.bases:
        bases.extend(
            v for v in evaluate(world, frame, expr).items if isinstance(v, ClassRef | External)
        )
    world.bases[number] = tuple(bases)
    world.mro.pop(number, None)
    for base in bases:
        if isinstance(base, ClassRef) and number not in world.classes[base.number].subclasses:
            world.classes[base.number].subclasses.append(number)
    inner = world.new_frame(
        frame.path, {}, function=frame.function, cls=number, parent=frame,
        is_class=True, out=frame.out,
    )  # fmt: skip
    info.frame = inner.number
    world.run_block(inner, stmt.body)
    frame.env[stmt.name] = one(ClassRef(number))
    _tell_base(world, frame, stmt, number)
    for decorator in reversed(stmt.decorators):
        frame.env[stmt.name] = _decorated_class(world, frame, decorator, number)


def _tell_base(world: World, frame: Frame, stmt: Class, number: int) -> None:
    """``__init_subclass__`` of a base runs for every class derived from it: registries."""
    method = find_method(world, number, "__init_subclass__", after=number)
    if method is not None:
        args = evaluate_arguments(world, frame, stmt.keywords)
        world.invoke(method, world.closure_of(method), ClassRef(number), args)


def _decorated_class(world: World, frame: Frame, decorator: Expr, number: int) -> Values:
    """The class as a decorator of the repository's own leaves it; others leave it as it is."""
    cls = one(ClassRef(number))
    callee = evaluate(world, frame, decorator)
    marks = {v.name for v in callee.items if isinstance(v, External | Foreign)}
    world.marks.setdefault(number, set()).update(marks)
    own = Values(tuple(v for v in callee.items if isinstance(v, Routine | Bound)))
    if not own.items:
        return cls
    span = world.classes[number].node.span
    place = Place(
        frame.path, span.line, span.line, span.column, span.cell, _function_of(frame), False
    )
    with frame.aside():
        found = world.call_values(frame, own, (Argument(None, cls),), place)
    kept = Values(tuple(v for v in found.items if isinstance(v, ClassRef)))
    return kept if kept.items else cls


def _function_of(frame: Frame) -> str:
    return frame.function.qualname if frame.function else "<module>"


def run_import(world: World, frame: Frame, stmt: Import) -> None:
    """Bind what an import brings in."""
    importer = world.modules[frame.path]
    symbols = tuple(symbol for symbol, _ in stmt.names or ())
    found = world.finder.module(importer, stmt.module, stmt.level, symbols)
    outside = stmt.module if found is not None else _outside(world, importer, stmt)
    if stmt.names is None:
        _plain_import(world, frame, stmt, found)
        return
    held = imported_file(world, frame.path, stmt.module) if found is None else None
    if held is not None:
        for symbol, local in stmt.names:
            whole = symbol in ("default", "*")
            frame.env[local] = held if whole else index_values(world, held, one(Text(symbol)))
        return
    if found is None:
        for symbol, local in stmt.names:
            if symbol != "*":
                frame.env[local] = world.get_attribute(External(outside), symbol)
            elif not stmt.level:
                frame.stars.append(stmt.module)
        return
    for symbol, local in stmt.names:
        if symbol == "*":
            _import_star(world, frame, found)
        else:
            frame.env[local] = _imported(world, found, symbol)


def _outside(world: World, importer: ModuleInfo, stmt: Import) -> str:
    """The name of a module that is not there; one of the tree's own is told from a library."""
    last = re.split(r"[/.]", _SUFFIX.sub("", stmt.module))[-1]
    if last in world.present or not world.finder.is_own(importer, stmt.module, stmt.level):
        return stmt.module
    return f"{ABSENT}{stmt.module}{ABSENT_END}"


def _imported(world: World, module: object, symbol: str) -> Values:
    if isinstance(module, External) and module.name.startswith(FOLDER):
        child = world.finder.folder_child(module, symbol)
        return one(child) if child is not None else UNKNOWN
    values = world.get_attribute(module, symbol)  # type: ignore[arg-type]
    return values if values.items else UNKNOWN


def _plain_import(world: World, frame: Frame, stmt: Import, found: object) -> None:
    if stmt.alias is not None:
        frame.env[stmt.alias] = one(found if found is not None else External(stmt.module))  # type: ignore[arg-type]
        return
    first = stmt.module.partition(".")[0]
    importer = world.modules[frame.path]
    top = world.finder.module(importer, first, 0) if found is not None else None
    frame.env[first] = one(top if top is not None else External(first))


def _import_star(world: World, frame: Frame, module: object) -> None:
    if not isinstance(module, Module) or module.path == frame.path:
        return
    source = world.module_frame(module.path)
    listed = {
        value.text
        for value in iterate(world, source.env.get("__all__", NONE)).items
        if isinstance(value, Text)
    }
    for name, values in list(source.env.items()):
        if name in listed or (not listed and not name.startswith("_")):
            frame.env[name] = values


def run_scope(world: World, frame: Frame, stmt: Scope) -> None:
    """Names of an outer scope that this one assigns."""
    frame.shared.update(stmt.names)
