"""What a file defines: itself as a module, its functions and its classes."""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.linker.blocks import flatten
from auditor.model.facts import Assign, Class, FileFacts, Function, Import, Name


@dataclass(slots=True, eq=False)
class ModuleInfo:
    """A file as a module. ``parts`` is its path without suffix, ``package`` for __init__ files."""

    path: str
    facts: FileFacts
    parts: tuple[str, ...]
    package: bool
    in_tests: bool
    roots: frozenset[str] | None = None
    names: frozenset[str] | None = None


@dataclass(slots=True, eq=False)
class FunctionInfo:
    """A function of the scanned tree. ``qualname`` is dotted inside its file."""

    number: int
    qualname: str
    path: str
    node: Function
    cls: int | None
    nested: bool
    in_tests: bool
    decorators: frozenset[str]


@dataclass(slots=True, eq=False)
class ClassInfo:
    """A class. ``attributes`` maps a name to the methods that assign ``self.<name>``."""

    number: int
    qualname: str
    path: str
    node: Class
    methods: dict[str, FunctionInfo] = field(default_factory=dict)
    attributes: dict[str, list[FunctionInfo]] = field(default_factory=dict)
    subclasses: list[int] = field(default_factory=list)
    frame: int = 0


def defines(module: ModuleInfo, name: str) -> bool:
    """Whether the module assigns this name at its top level."""
    if module.names is None:
        module.names = frozenset(
            target.id
            for stmt in module.facts.body
            if isinstance(stmt, Assign)
            for target in stmt.targets
            if isinstance(target, Name)
        )
    return name in module.names


def imported_roots(module: ModuleInfo) -> frozenset[str]:
    """Every dotted prefix of the modules that a file imports from outside its package."""
    if module.roots is None:
        found: set[str] = set()
        for stmt in flatten(module.facts.body):
            if isinstance(stmt, Import) and not stmt.level:
                parts = stmt.module.split(".")
                found.update(".".join(parts[:end]) for end in range(1, len(parts) + 1))
        module.roots = frozenset(found)
    return module.roots
