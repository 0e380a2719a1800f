"""Texts that a handler makes up for a failed call, and that are then kept as if they were answers.

Only what stands in one file is followed: a function that keeps what it returns, and one that puts
into a store what its own handler, or a function beside it, has made up. Where anything is asked
about the answer first, it is taken to be this.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from auditor.meaning.stores import Stores
from auditor.model.caching import CacheRule, KeptAnswer
from auditor.model.facts import (
    Assign,
    Call,
    Const,
    Expr,
    FileFacts,
    Format,
    Function,
    If,
    Many,
    Mapping,
    Name,
    Raise,
    Return,
    Stmt,
    Ternary,
    Try,
)
from auditor.model.nodes import last_name, nodes_in


@dataclass(frozen=True, slots=True)
class _MadeUp:
    """What a handler does about a failure: it returns, or assigns to ``names`` and goes on."""

    call: int
    handler: int
    names: frozenset[str]
    returned: bool
    empty: bool
    end: int


def kept_answers(
    facts: FileFacts, calls: Collection[int], rules: Iterable[CacheRule]
) -> Iterator[KeptAnswer]:
    """``calls`` are the lines of calls of the file whose failure its own code answers."""
    stores = Stores(rules)
    functions = [node for node in nodes_in(facts.body) if isinstance(node, Function)]
    made = {id(one): list(_made_up(one, calls)) for one in functions}
    giving = {
        one.name: [m for m in made[id(one)] if m.returned] for one in functions if made[id(one)]
    }
    for function in functions:
        own = made[id(function)]
        if any(map(stores.keeps, function.decorators)):
            yield from _by_decorator(facts.path, function, own, giving)
        yield from _by_hand(facts.path, function, own, giving, stores)


def _made_up(function: Function, calls: Collection[int]) -> Iterator[_MadeUp]:
    for node in nodes_in(function.body, inner=False):
        if not isinstance(node, Try):
            continue
        lines = (n.line for n in nodes_in(node.body, inner=False) if isinstance(n, Call))
        call = next((line for line in lines if line in calls), 0)
        for handler in node.handlers if call else ():
            found = _answer_of(handler.body)
            if found is not None:
                names, returned, empty = found
                yield _MadeUp(call, handler.span.line, names, returned, empty, node.span.end_line)


def _answer_of(body: tuple[Stmt, ...]) -> tuple[frozenset[str], bool, bool] | None:
    """The names that get a text, whether it is returned, and whether there is nothing in it.

    None where an error goes on, or anybody is asked.
    """
    if any(isinstance(node, Raise) for node in nodes_in(body)):
        return None
    returns = [node for node in nodes_in(body, inner=False) if isinstance(node, Return)]
    if returns:
        values = [node.value for node in returns]
        if all(value is None or _is_text(value) or _is_empty(value) for value in values):
            return frozenset(), True, all(v is None or _is_empty(v) for v in values)
        return None
    texts = frozenset(
        target.id
        for node in body
        if isinstance(node, Assign) and node.value is not None and _is_text(node.value)
        for target in node.targets
        if isinstance(target, Name)
    )
    return (texts, False, False) if texts else None


def _is_text(value: Expr) -> bool:
    """A text or a structure that is written out, with something in it."""
    match value:
        case Const(value=str(text)):
            return bool(text)
        case Format():
            return True
        case Mapping(items=items) | Many(items=items):
            return bool(items)
        case Ternary(then=then, orelse=orelse):
            return _is_text(then) and _is_text(orelse)
    return False


def _is_empty(value: Expr) -> bool:
    match value:
        case Const(value=held):
            return not held
        case Mapping(items=items) | Many(items=items):
            return not items
    return False


def _by_decorator(
    path: str, function: Function, own: list[_MadeUp], giving: dict[str, list[_MadeUp]]
) -> Iterator[KeptAnswer]:
    """What the function returns itself, or hands on as it got it from another one."""
    handed = [
        made
        for node in nodes_in(function.body, inner=False)
        if isinstance(node, Return) and isinstance(node.value, Call)
        for made in giving.get(last_name(node.value.callee), [])
    ]
    line = function.span.line
    for made in [*(m for m in own if m.returned), *handed]:
        yield KeptAnswer(path, made.call, made.handler, line, line)


def _by_hand(
    path: str,
    function: Function,
    own: list[_MadeUp],
    giving: dict[str, list[_MadeUp]],
    stores: Stores,
) -> Iterator[KeptAnswer]:
    """What is written to a store that the function, too, reads."""
    nodes = list(nodes_in(function.body, inner=False))
    reads = [line for node in nodes if (line := stores.read(node))]
    if not reads:
        return
    held: list[tuple[str, int, _MadeUp]] = [
        (name, made.end, made) for made in own for name in made.names
    ]
    for node in nodes:
        if isinstance(node, Assign) and isinstance(node.value, Call):
            for made in giving.get(last_name(node.value.callee), []):
                names = (t.id for t in node.targets if isinstance(t, Name))
                held += [(name, node.line, made) for name in names if not made.empty]
    for name, line, made in held:
        writes = [stores.written(node, name) for node in nodes]
        write = next((at for at in writes if at and at > line), None)
        if write is not None and not _is_asked(nodes, line, write):
            yield KeptAnswer(path, made.call, made.handler, write, reads[0])


def _is_asked(nodes: list[Any], start: int, end: int) -> bool:
    """Whether a condition after ``start`` and not below ``end`` looks at anything at all.

    What is asked there may be a flag that the handler has set, under whatever name.
    """
    return any(isinstance(node, If) and start < node.line <= end for node in nodes)
