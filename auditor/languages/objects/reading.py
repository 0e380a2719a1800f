"""The state of lowering one file of a class-based language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tree_sitter import Node

from auditor.languages.reading import Reading as PlainReading
from auditor.languages.reading import line_of
from auditor.model.facts import Expr, Stmt


@dataclass(slots=True)
class TypeScope:
    """A type while its body is lowered: its name, and which of its fields are static."""

    name: str
    statics: set[str]


@dataclass(slots=True)
class FunctionScope:
    """A function while it is lowered: the names of its own, and whether it has a receiver.

    ``cls`` is the type whose method it is, None for a function inside of another one. ``assigned``
    are the names of functions around it to which it assigns.
    """

    cls: TypeScope | None = None
    static: bool = False
    names: set[str] = field(default_factory=set)
    assigned: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a language's syntax tree is made of.

    ``names`` are the nodes that are bare identifiers, ``silent`` those that run nothing: types
    and comments, and ``comments`` the latter alone. ``receiver`` is how the object itself is
    written. ``calls`` are the nodes of calls, each with the field that holds what is called, and
    ``members`` those of dotted names.
    """

    language: str
    names: frozenset[str]
    silent: frozenset[str]
    comments: tuple[str, ...]
    receiver: str
    calls: dict[str, str]
    members: tuple[str, ...]
    block: str
    expressions: dict[str, ExpressionHandler]
    statements: dict[str, StatementHandler]


@dataclass(slots=True)
class Reading(PlainReading):
    """One file.

    ``ahead`` are statements that must stand before the one being lowered: classes that were
    expressions. ``types`` are the types around, the innermost last, and ``functions`` the
    functions. ``in_switch`` where a plain ``break`` leaves a switch and not a loop.
    """

    grammar: Grammar = None  # type: ignore[assignment]  # always given; its place is after defaults
    ahead: list[Stmt] = field(default_factory=list)
    types: list[TypeScope] = field(default_factory=list)
    functions: list[FunctionScope] = field(default_factory=list)
    in_switch: bool = False


ExpressionHandler = Callable[[Reading, Node], Expr]
StatementHandler = Callable[[Reading, Node, list[Stmt]], None]


def place_name(reading: Reading, kind: str, node: Node) -> str:
    """A name that no source can contain, for something that has none."""
    return f"<{kind} {line_of(reading, node)}:{node.start_point[1]}>"


def named(reading: Reading, node: Node) -> list[Node]:
    """The children that mean something: no comments, types or wreckage."""
    silent = reading.grammar.silent
    return [child for child in node.named_children if child.type not in silent]


def declare(reading: Reading, name: str) -> None:
    """Note a name as one of the innermost function's own."""
    if reading.functions:
        reading.functions[-1].names.add(name)


def is_local(reading: Reading, name: str) -> bool:
    """Whether a function around declares the name."""
    return any(name in scope.names for scope in reading.functions)
