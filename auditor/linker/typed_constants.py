"""Constants declared with a type of the tree say what a value of it is whose giver is unseen.

``const invoices: ExtractionConfig = {...}`` is what the program ships for
``run(config: ExtractionConfig)`` as long as nobody is seen to hand over another one.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.linker.definitions import ModuleInfo
from auditor.linker.values import NONE, Module, Values, join
from auditor.linker.world import World
from auditor.model.facts import Assign, Attr, Expr, Import, Index, Name

#: A type is declared in a file, under a name.
TypeName = tuple[str, str]
#: Files that only pass a type on.
_LONGEST_WAY = 6
#: More constants of one type are a registry, of which nobody can say which is meant.
_MOST_CONSTANTS = 6


def constants_of_type(world: World, path: str, name: str) -> Values:
    """What the tree's constants of the type are that ``name`` means in the file ``path``."""
    if world.typed_constants is None:
        world.typed_constants = _collect(world)
    declared = world.typed_constants.get(home_of_type(world, path, name), ())
    if len(declared) > _MOST_CONSTANTS:
        return NONE
    frames = ((world.module_frame(file).env, constant) for file, constant in declared)
    return join(*(env.get(constant, NONE) for env, constant in frames))


def home_of_type(world: World, path: str, name: str) -> TypeName:
    """The file that declares a type, and its name there, imports followed."""
    for _ in range(_LONGEST_WAY):
        further = _imported_from(world, world.modules[path], name)
        if further is None:
            break
        path, name = further
    return path, name


def _imported_from(world: World, module: ModuleInfo, name: str) -> TypeName | None:
    for stmt in module.facts.body:
        if not isinstance(stmt, Import):
            continue
        for symbol, local in stmt.names or ():
            if local == name:
                found = world.finder.module(module, stmt.module, stmt.level, (symbol,))
                return (found.path, symbol) if isinstance(found, Module) else None
    return None


def _collect(world: World) -> dict[TypeName, list[TypeName]]:
    """Every constant at the top of a file, by the type it is declared with."""
    found: dict[TypeName, list[TypeName]] = {}
    for path in sorted(world.modules):
        module = world.modules[path]
        if module.in_tests and not world.with_tests:
            continue
        for name, constant in _declared(module):
            found.setdefault(home_of_type(world, path, name), []).append((path, constant))
    return found


def _declared(module: ModuleInfo) -> Iterator[tuple[str, str]]:
    for stmt in module.facts.body:
        if isinstance(stmt, Assign) and stmt.value is not None and len(stmt.targets) == 1:
            target, name = stmt.targets[0], _type_name(stmt.annotation)
            if name is not None and isinstance(target, Name):
                yield name, target.id


def _type_name(annotation: Expr | None) -> str | None:
    match annotation:
        case Name(id) if id[:1].isupper():
            return id
        case Index(base, _, _) if not isinstance(base, Attr):
            return _type_name(base)
        case _:
            return None
