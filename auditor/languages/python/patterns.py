"""``match`` statements: what each case accepts, and what it names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from tree_sitter import Node

from auditor.languages.python.blocks import lower_suite
from auditor.languages.python.dispatch import lower_expression, lower_loose
from auditor.languages.python.displays import lower_items
from auditor.languages.python.reading import MAX_DEPTH, Reading, line_of, mark_deep, name_of, solid
from auditor.model.facts import (
    Attr,
    Case,
    Const,
    Expr,
    Many,
    Mapping,
    Match,
    Name,
    Opaque,
    Stmt,
    Unary,
)

#: Types whose one positional pattern is the value itself.
_PLAIN_TYPES = frozenset(
    {"bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str"}
    | {"tuple"}
)
_SEQUENCES = {"list_pattern": "list", "tuple_pattern": "tuple"}
_SKIPPED = frozenset({"(", ")", "[", "]", "{", "}", ",", ":", "|"})


class Captures:
    """The names that a pattern captures, and where in the subject each of them is found."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.places: list[tuple[tuple[str, str | int], ...]] = []
        self._path: list[tuple[str, str | int]] = []

    def take(self, name: str) -> None:
        """Capture what is here; ``_`` captures nothing."""
        if name != "_":
            self.names.append(name)
            self.places.append(tuple(self._path))

    @contextmanager
    def inside(self, kind: str, part: str | int) -> Iterator[None]:
        """What is captured inside is a part of what is here."""
        self._path.append((kind, part))
        yield
        self._path.pop()


def lower_match(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``match subject:`` and its cases."""
    words = solid(node)[1:]
    subject = [word for word in words if word.type not in ("block", ":")]
    line = line_of(reading, node)
    cases = tuple(
        _case(reading, clause)
        for block in words
        if block.type == "block"
        for clause in block.children
        if clause.type == "case_clause"
    )
    out.append(Match(lower_items(reading, subject, line), cases, line))


def _case(reading: Reading, clause: Node) -> Case:
    binds = Captures()
    words = solid(clause)
    patterns = [word for word in words if word.type == "case_pattern"]
    line = line_of(reading, clause)
    if len(patterns) == 1 and not any(word.type == "," for word in words):
        accepted = _accepted(reading, patterns[0], binds)
    else:
        accepted = [_many(reading, patterns, "tuple", line, binds)]
    guard: Expr | None = None
    for word in words:
        if word.type == "if_clause":
            guard = lower_expression(reading, solid(word)[-1])
    body = lower_suite(reading, clause)
    known = tuple(pattern for pattern in accepted if pattern is not None)
    # One alternative that takes everything makes the whole case a default.
    return Case(
        known if len(known) == len(accepted) else (),
        tuple(binds.names),
        guard,
        body,
        line,
        tuple(binds.places),
    )


def _accepted(reading: Reading, node: Node, binds: Captures) -> list[Expr | None]:
    """The alternatives of a pattern; None is one that accepts anything."""
    if reading.depth >= MAX_DEPTH:
        return [Opaque((), mark_deep(reading, node))]
    reading.depth += 1
    accepted = _alternatives(reading, node, binds)
    reading.depth -= 1
    return accepted


def _alternatives(reading: Reading, node: Node, binds: Captures) -> list[Expr | None]:
    kind = node.type
    children = solid(node)
    if kind == "case_pattern":
        if len(children) == 2 and children[0].type == "-":
            line = line_of(reading, node)
            return [Unary("-", lower_expression(reading, children[1]), line)]
        return _accepted(reading, children[0], binds)
    if kind == "as_pattern":
        accepted = _accepted(reading, children[0], binds)
        binds.take(name_of(reading, children[-1]))
        return accepted
    if kind == "union_pattern":
        return _union(reading, children, binds)
    if kind == "tuple_pattern" and len(children) == 3:  # parentheses without a comma
        return _accepted(reading, children[1], binds)
    return [_single(reading, node, children, binds)]


def _union(reading: Reading, children: list[Node], binds: Captures) -> list[Expr | None]:
    accepted: list[Expr | None] = []
    negative: Node | None = None
    for child in children:
        if child.type == "-":
            negative = child
        elif child.type not in _SKIPPED:
            found = _accepted(reading, child, binds)
            if negative is not None and found[0] is not None:
                found = [Unary("-", found[0], line_of(reading, negative))]
            negative = None
            accepted.extend(found)
    return accepted


def _single(reading: Reading, node: Node, children: list[Node], binds: Captures) -> Expr | None:
    kind = node.type
    line = line_of(reading, node)
    if kind == "dotted_name":
        return _dotted(reading, children, line, binds)
    if kind in _SEQUENCES:
        return _many(reading, children, _SEQUENCES[kind], line, binds)
    if kind == "dict_pattern":
        return _mapping(reading, children, line, binds)
    if kind == "class_pattern":
        return _class(reading, children, line, binds)
    if kind == "keyword_pattern":
        with binds.inside("attribute", name_of(reading, children[0])):
            return _one(_accepted(reading, children[-1], binds), line)
    if kind == "splat_pattern":
        with binds.inside("rest", ""):
            binds.take(name_of(reading, children[-1]))
        return Opaque((), line)
    if kind == "_":
        return None
    if kind == "complex_pattern":
        return lower_loose(reading, node)
    return lower_expression(reading, node)


def _dotted(reading: Reading, parts: list[Node], line: int, binds: Captures | None) -> Expr | None:
    """``a.b`` is a value; a lone name captures, unless it is the class of a class pattern."""
    names = [name_of(reading, part) for part in parts if part.type == "identifier"]
    if len(names) == 1 and binds is not None:
        binds.take(names[0])
        return None
    value: Expr = Name(names[0], line) if names else Opaque((), line)
    for name in names[1:]:
        value = Attr(value, name, line)
    return value


def _class(reading: Reading, children: list[Node], line: int, binds: Captures) -> Expr | None:
    """``Name(first, attribute=second)``; the built-in types capture the whole value."""
    cls = _dotted(reading, solid(children[0]), line, None)
    whole = isinstance(cls, Name) and cls.id in _PLAIN_TYPES
    inner = [child for child in children[1:] if child.type not in _SKIPPED]
    for position, child in enumerate(inner):
        keyword = "keyword_pattern" in _kinds(child)
        if whole or keyword:
            _accepted(reading, child, binds)
            continue
        with binds.inside("field", position):
            _accepted(reading, child, binds)
    return cls


def _kinds(node: Node) -> set[str]:
    return {node.type, *(child.type for child in solid(node))}


def _many(reading: Reading, nodes: list[Node], kind: str, line: int, binds: Captures) -> Expr:
    words = [node for node in nodes if node.type not in _SKIPPED]
    rest = next((n for n, node in enumerate(words) if "splat_pattern" in _kinds(node)), len(words))
    items: list[Expr] = []
    for position, node in enumerate(words):
        # A ``*rest`` is no item; what stands behind it is counted from the end.
        part = position if position < rest else position - len(words)
        with nullcontext() if position == rest else binds.inside("item", part):
            items.append(_one(_accepted(reading, node, binds), line_of(reading, node)))
    return Many(kind, tuple(items), line)


def _mapping(reading: Reading, nodes: list[Node], line: int, binds: Captures) -> Expr:
    pairs: list[tuple[Expr | None, Expr]] = []
    key: Expr | None = None
    for node in nodes:
        if node.type in _SKIPPED:
            continue
        text = key.value if isinstance(key, Const) else None
        with binds.inside("key", text if isinstance(text, str) else ""):
            value = _one(_accepted(reading, node, binds), line_of(reading, node))
        if node.type == "case_pattern":
            pairs.append((key, value))
        elif node.type == "splat_pattern":
            pairs.append((None, value))
        else:
            key = value
    return Mapping(tuple(pairs), line)


def _one(accepted: list[Expr | None], line: int) -> Expr:
    """A pattern inside another: alternatives and wildcards become ``Opaque``."""
    known = tuple(pattern for pattern in accepted if pattern is not None)
    return known[0] if len(known) == len(accepted) == 1 else Opaque(known, line)


HANDLERS = {"match_statement": lower_match}
