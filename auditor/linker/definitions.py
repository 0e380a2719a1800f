"""What a file defines: itself as a module, its functions and its classes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from auditor.linker.blocks import flatten
from auditor.model.facts import (
    Arg,
    Assign,
    Attr,
    Call,
    Class,
    Const,
    FileFacts,
    Function,
    Import,
    Name,
    Stmt,
)


@dataclass(slots=True, eq=False)
class ModuleInfo:
    """A file as a module. ``parts`` is its path without suffix, ``package`` for __init__ files.

    ``functions`` are all that are defined in it, closures that were met so far included.
    """

    path: str
    facts: FileFacts
    parts: tuple[str, ...]
    package: bool
    in_tests: bool
    roots: frozenset[str] | None = None
    names: frozenset[str] | None = None
    functions: list[FunctionInfo] = field(default_factory=list)


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


def bound(module: ModuleInfo) -> frozenset[str]:
    """Every name that a module's top level binds, in branches and by imports too."""
    found: set[str] = set()
    for stmt in flatten(module.facts.body):
        match stmt:
            case Function(name=name) | Class(name=name):
                found.add(name)
            case Assign(targets=targets):
                found.update(target.id for target in targets if isinstance(target, Name))
            case Import(names=names, alias=alias):
                found.update(local for _, local in names or ())
                found.update([alias] if alias is not None else [])
            case _:
                pass
    return frozenset(found)


#: Languages whose modules have dotted names; in others the segments are those of a path.
_DOTTED = frozenset({"python", "notebook", "java", "kotlin", "csharp", "php", "ruby", "rust"})


def _imported(stmt: Stmt) -> Iterator[str]:
    """The modules that a statement imports, by a declaration or by ``x = require("m")``."""
    match stmt:
        case Import(level=0, module=name):
            yield name
        case Assign(value=value):
            # require("m"), require("m").default, require("m")(app)
            while isinstance(value, Attr | Call):
                if isinstance(value, Attr):
                    value = value.base
                    continue
                match value:
                    case Call(callee=Name("require"), args=(Arg(value=Const(str() as name)),)):
                        yield name
                value = value.callee
        case _:
            pass


def imported_roots(module: ModuleInfo) -> frozenset[str]:
    """Every prefix of the modules that a file imports from outside its package."""
    if module.roots is None:
        found: set[str] = set()
        for stmt in flatten(module.facts.body):
            for name in _imported(stmt):
                sign = "." if module.facts.language in _DOTTED else "/"
                parts = name.split(sign)
                found.update(sign.join(parts[:end]) for end in range(1, len(parts) + 1))
        module.roots = frozenset(found)
    return module.roots
