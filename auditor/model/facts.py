"""The intermediate representation every language is lowered to.

One tree per file: statements hold expressions, and nothing here knows a language, a library or a
vendor. Nodes are named tuples: made by the hundred thousand, compared and stored as plain tuples.

A front end keeps *every* call expression of the file somewhere in the tree. Syntax that no node
describes becomes ``Opaque``, which keeps its sub-expressions, so that nothing is lost in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Self, Union, dataclass_transform

from auditor.model.source import Diagnostic, Span

if TYPE_CHECKING:
    # Type checkers compare named tuples by their structure, which for nodes that hold nodes takes
    # exponential time. To them a node is a plain class with these fields.
    @dataclass_transform(frozen_default=True)
    class _NodeType(type): ...

    class Node(tuple[Any, ...], metaclass=_NodeType):
        """A named tuple."""

        def _replace(self, **changes: object) -> Self: ...
else:
    Node = NamedTuple

# ---------------------------------------------------------------- expressions


class Const(Node):
    """A literal string, number, boolean or null. Long strings may be cut by the front end."""

    value: str | int | float | bool | None
    line: int


class Name(Node):
    """A bare identifier; ``self`` and ``this`` are ordinary names."""

    id: str
    line: int


class Attr(Node):
    """``base.name``; ``optional`` where nothing comes of it if there is no base: ``base?.name``."""

    base: Expr
    name: str
    line: int
    optional: bool = False


class Index(Node):
    """``base[key]``; ``optional`` as in ``Attr``."""

    base: Expr
    key: Expr
    line: int
    optional: bool = False


class Arg(Node):
    """One argument of a call: ``stars`` is 1 for ``*value``, 2 for ``**value``, else 0."""

    name: str | None
    value: Expr
    stars: int = 0


class Call(Node):
    """``callee(args)``; ``awaited`` where an await stands before it; ``new`` for JS ``new``."""

    callee: Expr
    args: tuple[Arg, ...]
    span: Span
    awaited: bool = False
    new: bool = False

    @property
    def line(self) -> int:
        """The line on which the call expression begins."""
        return self.span.line


class Format(Node):
    """Text put together from parts: f-strings, template literals, implicit concatenation."""

    parts: tuple[Expr, ...]
    line: int


class Binary(Node):
    """A binary operation or comparison; ``op`` as Python writes it (``+ | == in is not and``)."""

    op: str
    left: Expr
    right: Expr
    line: int


class Unary(Node):
    """``not x``, ``-x``; ``&x`` where a function is handed a place that it may fill."""

    op: str
    operand: Expr
    line: int


class Ternary(Node):
    """``then if test else orelse``."""

    test: Expr
    then: Expr
    orelse: Expr
    line: int


class Many(Node):
    """A list, tuple or set display (``kind``); spread items are ``Star``."""

    kind: str
    items: tuple[Expr, ...]
    line: int


class Mapping(Node):
    """A dictionary or object display; a pair whose key is None spreads its value."""

    items: tuple[tuple[Expr | None, Expr], ...]
    line: int


class Star(Node):
    """``*x`` inside a display or an assignment target."""

    value: Expr
    line: int


class Comprehension(Node):
    """``[element for target in iterable if ...]``; ``key`` only in dictionary comprehensions.

    ``kind`` is list, set, dict or generator; ``loops`` holds (target, iterable, conditions).
    """

    kind: str
    key: Expr | None
    element: Expr
    loops: tuple[tuple[Expr, Expr, tuple[Expr, ...]], ...]
    line: int


class Closure(Node):
    """A function without a statement of its own: lambda, arrow function, function expression."""

    function: Function


class Assigned(Node):
    """An assignment used as an expression (walrus)."""

    target: Expr
    value: Expr
    line: int


class Await(Node):
    """An await of something that is not itself a call; awaited calls carry the flag instead."""

    value: Expr
    line: int


class Yield(Node):
    """``yield x`` or, with ``delegated``, ``yield from x``."""

    value: Expr | None
    delegated: bool
    line: int


class Opaque(Node):
    """Anything else; ``children`` are its sub-expressions in source order."""

    children: tuple[Expr, ...]
    line: int


Expr = Union[
    Const, Name, Attr, Index, Call, Format, Binary, Unary, Ternary, Many, Mapping, Star,
    Comprehension, Closure, Assigned, Await, Yield, Opaque,
]  # fmt: skip

# ---------------------------------------------------------------- statements


class Assign(Node):
    """``targets = value``; ``value`` is None for a bare annotation, ``op`` is ``+=`` or empty."""

    targets: tuple[Expr, ...]
    value: Expr | None
    annotation: Expr | None
    op: str
    line: int


class Evaluate(Node):
    """An expression that stands as a statement."""

    value: Expr
    line: int


class Return(Node):
    value: Expr | None
    line: int


class Raise(Node):
    """``raise value``; a bare raise has no value."""

    value: Expr | None
    line: int


class Leave(Node):
    """``break`` or ``continue``."""

    kind: str
    line: int


class If(Node):
    test: Expr
    body: tuple[Stmt, ...]
    orelse: tuple[Stmt, ...]
    line: int


class For(Node):
    target: Expr
    iterable: Expr
    body: tuple[Stmt, ...]
    orelse: tuple[Stmt, ...]
    line: int


class While(Node):
    """``step`` runs behind every round that goes on, one that a ``continue`` ends included."""

    test: Expr
    body: tuple[Stmt, ...]
    orelse: tuple[Stmt, ...]
    line: int
    step: tuple[Stmt, ...] = ()


class Handler(Node):
    """An ``except``/``catch`` clause; ``types`` is None when it catches everything."""

    types: Expr | None
    name: str | None
    body: tuple[Stmt, ...]
    span: Span


class Try(Node):
    body: tuple[Stmt, ...]
    handlers: tuple[Handler, ...]
    orelse: tuple[Stmt, ...]
    final: tuple[Stmt, ...]
    span: Span


class With(Node):
    """Context managers: (expression, ``as`` target or None) pairs around a body."""

    items: tuple[tuple[Expr, Expr | None], ...]
    body: tuple[Stmt, ...]
    line: int


class Case(Node):
    """One arm of a match or switch. ``patterns`` are the constants it accepts, () for the default.

    ``binds`` are the names its pattern captures; ``guard`` its ``if`` condition. ``places`` says of
    each name where in the subject it is found, step by step: ``attribute`` and ``key`` with a name,
    ``item`` with a position, ``field`` with one among the fields of a record, ``rest`` for a list
    without its other items. No step means the subject itself.
    """

    patterns: tuple[Expr, ...]
    binds: tuple[str, ...]
    guard: Expr | None
    body: tuple[Stmt, ...]
    line: int
    places: tuple[tuple[tuple[str, str | int], ...], ...] = ()


class Match(Node):
    subject: Expr
    cases: tuple[Case, ...]
    line: int


class Param(Node):
    """``stars`` is 1 for ``*args``, 2 for ``**kwargs``; ``keyword`` for keyword-only parameters."""

    name: str
    default: Expr | None
    annotation: Expr | None
    stars: int = 0
    keyword: bool = False


class Function(Node):
    """A function, method or lambda. A lambda's name is ``<lambda>`` and its body one ``Return``.

    ``span`` covers the definition without its decorators; ``generator`` when its body yields.
    """

    name: str
    params: tuple[Param, ...]
    body: tuple[Stmt, ...]
    decorators: tuple[Expr, ...]
    returns: Expr | None
    is_async: bool
    generator: bool
    span: Span


class Class(Node):
    """A class: ``keywords`` are the keyword arguments of its bases (``metaclass=`` and others)."""

    name: str
    bases: tuple[Expr, ...]
    keywords: tuple[Arg, ...]
    body: tuple[Stmt, ...]
    decorators: tuple[Expr, ...]
    span: Span


class Import(Node):
    """``import module as alias`` (``names`` None) or ``from module import names``.

    ``module`` is dotted, without leading dots; ``level`` counts them. ``names`` holds
    (symbol, local name); the symbol ``*`` imports everything. ``alias`` is the local name of a
    plain import, None when the first segment is bound. ``typing_only`` under TYPE_CHECKING.
    """

    module: str
    level: int
    names: tuple[tuple[str, str], ...] | None
    alias: str | None
    typing_only: bool
    line: int


class Scope(Node):
    """``global`` and ``nonlocal`` declarations."""

    kind: str
    names: tuple[str, ...]
    line: int


Stmt = Union[
    Assign, Evaluate, Return, Raise, Leave, If, For, While, Try, With, Match, Function, Class,
    Import, Scope,
]  # fmt: skip

# ---------------------------------------------------------------- files


class Directive(Node):
    """An inline ignore: ``auditor: ignore[check, check] - reason (until 2027-03-31)``.

    ``checks`` is empty when none is named, ``reason`` empty when none is given, ``until`` an ISO
    date or None. ``own_line`` when the comment stands alone and so speaks of the next line.
    """

    line: int
    checks: tuple[str, ...]
    reason: str
    until: str | None
    own_line: bool


class FileFacts(Node):
    """All that is kept of one source file; ``exports`` are names that it hands out, as listed."""

    path: str
    language: str
    lines: int
    body: tuple[Stmt, ...]
    directives: tuple[Directive, ...]
    problems: tuple[Diagnostic, ...]
    exports: tuple[str, ...] = ()
