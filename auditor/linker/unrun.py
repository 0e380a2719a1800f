"""What is called and has not run yet: generators, coroutines, tasks and promises.

Where they are handed on before somebody waits for them, they fail where no handler around the
call sees it.
"""

from __future__ import annotations

from dataclasses import replace

from auditor.linker.frame import Frame
from auditor.linker.world import World
from auditor.model.behaviour import Behaviour, Enter, Request
from auditor.model.facts import Assign, Call, Expr, Name, Opaque, Return, Stmt
from auditor.model.nodes import last_name, nodes_in

#: Functions and methods that go through a generator or wait for a coroutine they are given.
CONSUMERS = frozenset(
    {
        "list", "tuple", "set", "dict", "sorted", "sum", "next", "join", "run",
        "run_until_complete", "result",
        "iterator_to_array", "implode",
        "ToList", "ToArray", "ToListAsync", "ToArrayAsync", "ToDictionary", "Join",
        "First", "FirstOrDefault", "Single", "Last", "Aggregate",
    }
)  # fmt: skip
#: Functions and methods that let something run beside the program, and give back what waits.
STARTERS = frozenset(
    {
        "create_task", "ensure_future", "run_coroutine_threadsafe", "run_in_executor",
        "start_soon", "submit", "apply_async", "supplyAsync", "runAsync",
    }
)  # fmt: skip


def hand_over(world: World, frame: Frame, before: int, value: Expr | None) -> None:
    """What a function gives back without having waited for it."""
    if not isinstance(value, Call):
        return
    promises = world.dialect.promises
    read = last_name(value.callee) in CONSUMERS
    for number in range(before, len(frame.out)) if not read else ():
        made = frame.out[number]
        if id(made) in frame.generators:
            frame.unread = True
            _fails_later(frame, number)
        elif not (promises or value.awaited) and _is_open(frame, made):
            _fails_later(frame, number)
            _is_lost(frame, number, made)
    if promises and not value.awaited and len(frame.out) > before:
        _fails_later(frame, len(frame.out) - 1)


def keep_unrun(world: World, frame: Frame, before: int, stmt: Assign) -> None:
    """What a ``try`` only puts into a name, and somebody waits for after it."""
    value, target = stmt.value, stmt.targets[0]
    if frame.trying is None or len(frame.out) == before:
        return
    if not isinstance(value, Call) or value.awaited or not isinstance(target, Name):
        return
    if _starts(world, frame, value) and not _is_read(frame.trying, target.id):
        _fails_later(frame, len(frame.out) - 1)


def leave_running(world: World, frame: Frame, before: int, value: Expr) -> None:
    """What a ``try`` only starts, and nobody waits for: no handler sees it fail."""
    if isinstance(value, Opaque) and len(value.children) == 1:
        value = value.children[0]
    if frame.trying is None or not isinstance(value, Call) or value.awaited:
        return
    name = last_name(value.callee)
    for number in range(before, len(frame.out)):
        made = frame.out[number]
        waits = world.dialect.promises or _waits(frame, made)
        if name in STARTERS or (waits and name not in CONSUMERS):
            _fails_later(frame, number)


def _starts(world: World, frame: Frame, value: Call) -> bool:
    """Whether the call gives back something that is still to run, rather than what came of it."""
    name, made = last_name(value.callee), frame.out[-1]
    if name in STARTERS:
        return True
    if name in CONSUMERS:
        return False
    if world.dialect.promises:
        return True
    if not _waits(frame, made):
        return False
    # A function may well wait for the coroutine that it is given.
    given = any(isinstance(node, Call) for arg in value.args for node in nodes_in(arg.value))
    return not given or (isinstance(made, Enter) and made.function.endswith(name))


def _waits(frame: Frame, made: Behaviour) -> bool:
    return id(made) in frame.lazy or id(made) in frame.generators


def _is_open(frame: Frame, made: Behaviour) -> bool:
    """Whether it waits for somebody, or hands out its answer piece by piece."""
    return _waits(frame, made) or (isinstance(made, Request) and made.stream)


def _fails_later(frame: Frame, number: int) -> None:
    made = frame.out[number]
    if isinstance(made, Request | Enter) and not made.late and id(made) not in frame.settled:
        frame.out[number] = replace(made, late="here")


def _is_lost(frame: Frame, number: int, made: Behaviour) -> None:
    """A coroutine that another one's handler gives back: whoever waits gets it, and no answer."""
    function, later = frame.function, frame.out[number]
    waited = function is not None and function.node.is_async and not frame.unread
    if waited and frame.handlers and id(made) in frame.lazy and isinstance(later, Enter):
        frame.out[number] = replace(later, unused=True)


def _is_read(body: tuple[Stmt, ...], name: str) -> bool:
    """Whether the block does more with a name than to fill it and to give it back."""
    reads = 0
    for node in nodes_in(body):
        match node:
            case Name(id) if id == name:
                reads += 1
            case Assign(targets=targets, op=""):
                reads -= sum(isinstance(t, Name) and t.id == name for t in targets)
            case Return(value=Name(id)) if id == name:
                reads -= 1
    return reads > 0
