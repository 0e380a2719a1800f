"""The state of lowering one file of a class-based language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tree_sitter import Node

from auditor.languages.reading import Reading as PlainReading
from auditor.languages.reading import line_of
from auditor.model.facts import Expr, Stmt


@dataclass(slots=True)
class TypeScope:
    """A type while its body is lowered: its name, which of its fields are static, and all of them.

    ``fields`` are only known of languages that ask for them.
    """

    name: str
    statics: set[str]
    fields: frozenset[str] = frozenset()


@dataclass(slots=True)
class FunctionScope:
    """A function while it is lowered: the names of its own, and whether it has a receiver.

    ``cls`` is the type whose method it is, None for a function inside of another one. ``assigned``
    are the names of functions around it to which it assigns. ``yields`` once it is a generator.
    """

    cls: TypeScope | None = None
    static: bool = False
    names: set[str] = field(default_factory=set)
    assigned: set[str] = field(default_factory=set)
    yields: bool = False


def _never(_reading: Reading, _node: Node) -> bool:
    """What holds of no node."""
    return False


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a language's syntax tree is made of.

    ``names`` are the nodes that are bare identifiers, ``bare`` those that are calls or locals,
    ``silent`` those that run nothing: types
    and comments, and ``comments`` the latter alone. ``receiver`` is how the object itself is
    written. ``calls`` are the nodes of calls, each with the field that holds what is called (empty
    where that is the first child), and ``members`` those of dotted names. ``constants`` are
    identifiers that stand for a value.
    Where statements are values, ``branching`` lowers them to where their value goes, ``plain`` are
    those that have none, and ``jumps`` says which expressions never give one.
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
    constants: Mapping[str, bool | None] = field(default_factory=dict)
    bare: frozenset[str] = frozenset()
    branching: dict[str, ValueHandler] = field(default_factory=dict)
    plain: frozenset[str] = frozenset()
    jumps: Callable[[Reading, Node], bool] = _never


@dataclass(slots=True)
class Reading(PlainReading):
    """One file.

    ``ahead`` are statements that must stand before the one being lowered: classes that were
    expressions. ``types`` are the types around, the innermost last, and ``functions`` the
    functions. ``implicit`` are the names of objects whose members may be named without them, the
    innermost last. ``in_switch`` where a plain ``break`` leaves a switch and not a loop.
    """

    grammar: Grammar = None  # type: ignore[assignment]  # always given; its place is after defaults
    ahead: list[Stmt] = field(default_factory=list)
    types: list[TypeScope] = field(default_factory=list)
    functions: list[FunctionScope] = field(default_factory=list)
    implicit: list[str] = field(default_factory=list)
    in_switch: bool = False


ExpressionHandler = Callable[[Reading, Node], Expr]
StatementHandler = Callable[[Reading, Node, list[Stmt]], None]
#: Makes a statement of a value, on a line: an assignment, a return, or nothing but its evaluation.
Sink = Callable[[Expr, int], Stmt]
ValueHandler = Callable[[Reading, Node, Sink, list[Stmt]], None]


def place_name(reading: Reading, kind: str, node: Node) -> str:
    """A name that no source can contain, for something that has none."""
    return f"<{kind} {line_of(reading, node)}:{node.start_point[1]}>"


def named(reading: Reading, node: Node) -> list[Node]:
    """The children that mean something: no comments, types or wreckage."""
    silent = reading.grammar.silent
    return [child for child in node.named_children if child.type not in silent]


def child_of(node: Node | None, *kinds: str) -> Node | None:
    """The first child of one of these kinds; None where there is none, or no node."""
    children = node.named_children if node is not None else ()
    return next((child for child in children if child.type in kinds), None)


def declare(reading: Reading, name: str) -> None:
    """Note a name as one of the innermost function's own."""
    if reading.functions:
        reading.functions[-1].names.add(name)


def is_local(reading: Reading, name: str) -> bool:
    """Whether a function around declares the name."""
    return any(name in scope.names for scope in reading.functions)
