"""Which names a block may read before it assigns them: what one round of a loop hands the next."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.linker.world import World
from auditor.model.facts import (
    Assign,
    Attr,
    Class,
    Closure,
    Comprehension,
    For,
    Function,
    If,
    Import,
    Index,
    Leave,
    Many,
    Match,
    Name,
    Raise,
    Return,
    Scope,
    Star,
    Try,
    While,
    With,
)

LEAVING = (Return, Raise, Leave)


def exposed(block: Iterable[object]) -> frozenset[str]:
    """The names that the nodes read before they are sure to have assigned them."""
    reader = _Reader()
    reader.block(block, set())
    return frozenset(reader.found)


def names_read(world: World, block: tuple[object, ...]) -> frozenset[str]:
    """The same, read once for each block."""
    found = world.exposed.get(id(block))
    if found is None:
        found = world.exposed[id(block)] = exposed(block)
    return found


class _Reader:
    """Walks nodes in the order in which they run; the sets passed down are the assigned names."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def block(self, nodes: Iterable[object], assigned: set[str]) -> None:
        for node in nodes:
            self.read(node, assigned)

    def read(self, node: object, assigned: set[str]) -> None:
        match node:
            case Name(id):
                if id not in assigned:
                    self.found.add(id)
            case Assign():
                self._assign(node, assigned)
            case If(test, body, orelse):
                self.read(test, assigned)
                self._arms([body, orelse], assigned)
            case Match(subject, cases):
                self.read(subject, assigned)
                self._arms([(c.guard, *c.body) for c in cases] + [()], assigned)
            case Try():
                self._try(node, assigned)
            case For(target, iterable, body, orelse):
                self.read(iterable, assigned)
                inner = set(assigned)
                self._bind(target, inner)
                self.block(body, inner)
                self.block(orelse, set(assigned))
            case While(test, body, orelse, step=step):
                self.read(test, assigned)
                self.block((*body, *step), set(assigned))
                self.block(orelse, set(assigned))
            case With(items, body):
                for manager, bound in items:
                    self.read(manager, assigned)
                    self._bind(bound, assigned)
                self.block(body, assigned)
            case Comprehension():
                self._comprehension(node, set(assigned))
            case Closure(function):
                self._function(function, assigned)
            case Function():
                self._function(node, assigned)
                assigned.add(node.name)
            case Class():
                self.block((*node.decorators, *node.bases, *node.keywords), assigned)
                self.block(node.body, set(assigned))
                assigned.add(node.name)
            case Import() | Scope():
                pass
            case tuple():
                self.block(node, assigned)
            case _:
                pass

    def _assign(self, node: Assign, assigned: set[str]) -> None:
        self.read(node.value, assigned)
        for target in node.targets:
            if node.op:
                self.read(target, assigned)
            self._bind(target, assigned)

    def _bind(self, target: object, assigned: set[str]) -> None:
        match target:
            case Name(id):
                assigned.add(id)
            case Many(_, items, _):
                for item in items:
                    self._bind(item, assigned)
            case Star(value, _):
                self._bind(value, assigned)
            case Attr(base, _, _):
                self.read(base, assigned)
            case Index(base, key, _):
                self.read(base, assigned)
                self.read(key, assigned)
            case _:
                self.read(target, assigned)

    def _arms(self, arms: Iterable[tuple[object, ...]], assigned: set[str]) -> None:
        """Only what every arm that goes on has assigned is assigned afterwards."""
        ends: list[set[str]] = []
        for arm in arms:
            inner = set(assigned)
            self.block(arm, inner)
            if not (arm and isinstance(arm[-1], LEAVING)):
                ends.append(inner)
        if ends:
            assigned |= set.intersection(*ends)

    def _try(self, node: Try, assigned: set[str]) -> None:
        main = (*node.body, *node.orelse)
        handlers = [h.body for h in node.handlers]
        for handler in node.handlers:
            self.read(handler.types, assigned)
        self._arms([main, *handlers], assigned)
        self.block(node.final, assigned)

    def _comprehension(self, node: Comprehension, assigned: set[str]) -> None:
        for target, iterable, conditions in node.loops:
            self.read(iterable, assigned)
            self._bind(target, assigned)
            self.block(conditions, assigned)
        self.read(node.key, assigned)
        self.read(node.element, assigned)

    def _function(self, node: Function, assigned: set[str]) -> None:
        self.block(node.decorators, assigned)
        inner = set(assigned)
        for param in node.params:
            self.read(param.default, assigned)
            inner.add(param.name)
        self.block(node.body, inner)
