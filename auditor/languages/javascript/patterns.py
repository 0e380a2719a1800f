"""Destructuring, taken apart into plain assignments.

``const {a, b: c = 1, ...rest} = f()`` becomes a temporary name for ``f()``, then ``a = tmp.a``,
``c = tmp.b or 1`` (a default applies where the property is missing, which is as near as the facts
can say it) and ``rest = tmp``. An array pattern is a target of several items, like Python's.
"""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.inner_names import name_of
from auditor.languages.javascript.dispatch import lower_expression
from auditor.languages.javascript.flatten import flatten
from auditor.languages.javascript.literals import lower_key
from auditor.languages.javascript.reading import (
    MAX_DEPTH,
    SKIPPED,
    Reading,
    line_of,
    place_name,
    solid,
    text_of,
)
from auditor.model.facts import (
    Assign,
    Attr,
    Binary,
    Const,
    Expr,
    Index,
    Many,
    Name,
    Opaque,
    Star,
    Stmt,
)

NAMES = frozenset({"identifier", "shorthand_property_identifier_pattern", "undefined"})
_PATTERNS = frozenset({"object_pattern", "array_pattern", "assignment_pattern", "rest_pattern"})
_DEFAULTED = frozenset({"assignment_pattern", "object_assignment_pattern"})


class Binder:
    """Turns targets into assignments; ``names`` takes up the plain names that are bound."""

    def __init__(self, reading: Reading, names: set[str]) -> None:
        self._reading = reading
        self._names = names

    def bind(
        self, node: Node, value: Expr, out: list[Stmt], annotation: Expr | None = None
    ) -> None:
        """Assign a value to a target of any shape."""
        reading = self._reading
        kind = node.type
        line = line_of(reading, node)
        if reading.depth >= MAX_DEPTH:
            out.append(Assign((flatten(reading, node),), value, None, "", line))
            return
        reading.depth += 1
        if kind == "object_pattern":
            if not is_plain(value):
                temporary = Name(place_name(reading, "destructured", node), line)
                out.append(Assign((temporary,), value, annotation, "", line))
                value = temporary
            self._open(node, value, out)
        elif kind in _DEFAULTED:
            left, _, default = solid(node)
            value = Binary("or", value, lower_expression(reading, default), line)
            self.bind(left, value, out, annotation)
        else:
            after: list[Stmt] = []
            out.append(Assign((self.target(node, after),), value, annotation, "", line))
            out.extend(after)
        reading.depth -= 1

    def target(self, node: Node, after: list[Stmt]) -> Expr:
        """Something that can be assigned to at once; what must follow goes to ``after``."""
        reading = self._reading
        kind = node.type
        line = line_of(reading, node)
        if kind in NAMES:
            name = name_of(reading, node)
            self._names.add(name)
            return Name(name, line) if name else Opaque((), line)
        if kind not in _PATTERNS:
            return lower_expression(reading, node)
        if reading.depth >= MAX_DEPTH:
            return flatten(reading, node)
        reading.depth += 1
        target = self._taken_apart(node, after, line)
        reading.depth -= 1
        return target

    def _taken_apart(self, node: Node, after: list[Stmt], line: int) -> Expr:
        kind = node.type
        if kind == "array_pattern":
            return Many("list", self._items(node, after), line)
        if kind == "rest_pattern":
            return Star(self.target(solid(node)[-1], after), line)
        if kind == "assignment_pattern":
            left, _, right = solid(node)
            default = lower_expression(self._reading, right)
            if left.type in NAMES:
                target = self.target(left, after)
                after.append(Assign((target,), Binary("or", target, default, line), None, "", line))
                return target
            temporary = Name(place_name(self._reading, "destructured", node), line)
            self.bind(left, Binary("or", temporary, default, line), after)
            return temporary
        temporary = Name(place_name(self._reading, "destructured", node), line)
        self._open(node, temporary, after)
        return temporary

    def _items(self, node: Node, after: list[Stmt]) -> tuple[Expr, ...]:
        """The items of an array pattern; holes keep their place."""
        items: list[Expr] = []
        filled = False
        for child in node.children[1:]:
            kind = child.type
            if kind == ",":
                if not filled:
                    items.append(Opaque((), line_of(self._reading, child)))
                filled = False
            elif child.is_named and kind not in SKIPPED:
                items.append(self.target(child, after))
                filled = True
        return tuple(items)

    def _open(self, node: Node, base: Expr, out: list[Stmt]) -> None:
        """The properties of an object pattern, each taken off ``base``."""
        reading = self._reading
        for child in node.children:
            kind = child.type
            line = line_of(reading, child)
            if kind in NAMES:
                self.bind(child, Attr(base, text_of(reading, child), line), out)
            elif kind == "object_assignment_pattern":
                name = text_of(reading, solid(child)[0])
                self.bind(child, Attr(base, name, line), out)
            elif kind == "pair_pattern":
                key, _, inner = solid(child)
                self.bind(inner, self._property(base, key, line), out)
            elif kind == "rest_pattern":
                self.bind(solid(child)[-1], base, out)
            elif child.is_named and kind not in SKIPPED:  # only in broken code
                self.bind(child, base, out)

    def _property(self, base: Expr, key: Node, line: int) -> Expr:
        name = lower_key(self._reading, key)
        if isinstance(name, Const) and isinstance(name.value, str) and key.type != "string":
            return Attr(base, name.value, line)
        return Index(base, name, line)


def is_plain(value: Expr) -> bool:
    """Whether a value may stand in several places: a name, or members of one."""
    while isinstance(value, Attr):
        value = value.base
    return isinstance(value, Name)
