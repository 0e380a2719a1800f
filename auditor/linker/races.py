"""Several requests at once, of which the first good answer is given back: ``as_completed``.

Started one after the other, they are waited for in whatever order they end, and each that fails is
passed over. So any of them stands in for any other. The first that ends may be one that failed:
where that is given back, or raised, each of them is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from auditor.linker.expressions import evaluate, evaluate_aside
from auditor.linker.frame import Frame
from auditor.linker.values import External, one
from auditor.linker.world import World
from auditor.model.behaviour import (
    NOTHING,
    Behaviour,
    Branch,
    Catch,
    Guarded,
    Repeat,
    asks_in,
    nodes,
    requests_in,
)
from auditor.model.behaviour import Leave as Leaves
from auditor.model.behaviour import Sequence as Steps
from auditor.model.facts import (
    Assign,
    Attr,
    Await,
    Binary,
    Call,
    Comprehension,
    Const,
    Evaluate,
    Expr,
    For,
    If,
    Leave,
    Many,
    Mapping,
    Name,
    Raise,
    Return,
    Stmt,
    Try,
    Unary,
    While,
)
from auditor.model.nodes import last_name, nodes_in

_MODULES = ("asyncio", "concurrent.futures")
#: What starts work and hands out something to wait for. A task group ends all where one fails.
_STARTS = {
    one(External(name))
    for name in ("asyncio.create_task", "asyncio.ensure_future", "asyncio.tasks.create_task")
}
_SUBMITS = frozenset({"submit", "run_in_executor"})
_OF_GROUPS = frozenset({"create_task", "start_soon", "start"})
_ERRORS = frozenset({"Exception", "BaseException"})
#: Of so many requests each is in turn taken to be the first.
MOST_RACERS = 4


class Race(NamedTuple):
    """Which statements of a block start requests, and which one takes the first good answer."""

    starts: frozenset[int]
    loop: int


def race_in(world: World, frame: Frame, body: tuple[Stmt, ...]) -> Race | None:
    """The race that a block holds, if it holds one."""
    for number, stmt in enumerate(body):
        waited = _waited(stmt)
        if waited is None or not _is_race(world, frame, waited):
            continue
        starts = [n for n in range(number) if _starts(world, frame, body[n], waited)]
        between = [body[n] for n in range(min(starts, default=number), number) if n not in starts]
        if not any(_waits(inner) for other in between for inner in nodes_in(other)):
            return Race(frozenset(starts), number)
    return None


def parts_of(out: list[Behaviour]) -> Iterator[Behaviour]:
    """What is started, request by request."""
    for step in out:
        if isinstance(step, Repeat) and len(step.rounds) > 1:
            yield from step.rounds
        elif isinstance(step, Steps):
            yield from parts_of(list(step.items))
        elif asks_in(step):
            yield step


def started_by(world: World, frame: Frame, stmt: Stmt) -> list[Behaviour]:
    """What the loop itself starts: ``for done in as_completed([ask(), ask_other()])``."""
    if not isinstance(stmt, For) or not isinstance(stmt.iterable, Call):
        return []
    steps = (evaluate_aside(world, frame, a.value)[1] for a in stmt.iterable.args)
    return list(parts_of(list(steps)))


def asks_more(world: World, frame: Frame, stmt: Stmt, done: list[Behaviour]) -> bool:
    """Whether the loop, having ``done`` this, asks somebody before an answer is given back."""
    waiting = evaluate_aside(world, frame, stmt.iterable)[1] if isinstance(stmt, For) else NOTHING
    return len(requests_in(*done)) > len(requests_in(waiting))


def raises_in_handler(done: list[Behaviour]) -> bool:
    """Whether the loop, having ``done`` this, lets an error out that it has caught."""
    caught = [c.body for node in nodes(done) if isinstance(node, Guarded) for c in node.catches]
    return any(isinstance(node, Leaves) and node.kind == "raise" for node in nodes(caught))


def run_race(frame: Frame, parts: list[Behaviour], stmt: Stmt) -> None:
    """Write down that any of the parts gives the answer; behind it comes what is done without."""
    line = stmt.line if isinstance(stmt, For | While) else 0
    turns = range(min(len(parts), MOST_RACERS))
    arms = [[*parts[n:], *parts[:n]] for n in turns]
    ways = tuple(Steps(tuple(_tried(frame, p, line) for p in arm)) for arm in arms)
    frame.out.append(Branch(ways, None, line))


def _tried(frame: Frame, part: Behaviour, line: int) -> Behaviour:
    answered = Steps((part, Leaves("return", (), line, passes=True)))
    return Guarded(answered, (Catch((), NOTHING, line),), NOTHING, NOTHING, frame.path, line)


def _waited(stmt: Stmt) -> Call | None:
    """The call that hands out what has ended, where the first good answer is given back."""
    match stmt:
        case For(iterable=Call(callee) as waited) if last_name(callee) == "as_completed":
            return waited if _gives_first_good(stmt.body) else None
        case While(
            test=Name(id=pending),
            body=(
                Assign((Many(items=(Name(id=done), Name(id=rest))),), Call(callee) as waited),
                *_,
                For(iterable=Name(id=read), body=body),
            ),
        ) if last_name(callee) == "wait" and pending == rest and done == read:
            return waited if _gives_first_good(body) else None
    return None


def _is_race(world: World, frame: Frame, waited: Call) -> bool:
    found = evaluate(world, frame, waited.callee)
    name = last_name(waited.callee)
    return any(found == one(External(f"{module}.{name}")) for module in _MODULES)


def _starts(world: World, frame: Frame, stmt: Stmt, waited: Call) -> bool:
    """Whether a statement does nothing but start what is waited for."""
    if not isinstance(stmt, Assign | Evaluate | For) or any(map(_waits, nodes_in(stmt))):
        return False
    racers = waited.args[0].value if waited.args else None
    match stmt:
        case Assign(targets=(target,), value=Many() | Comprehension() | Mapping()):
            if isinstance(racers, Name) and isinstance(target, Name) and target.id == racers.id:
                return not any(_is_of_group(world, frame, call) for call in _calls_in(stmt))
    return any(_is_start(world, frame, call) for call in _calls_in(stmt))


def _is_of_group(world: World, frame: Frame, call: Call) -> bool:
    """``group.create_task(...)``: a group lets none of its tasks fail for itself."""
    return last_name(call.callee) in _OF_GROUPS and not _is_start(world, frame, call)


def _calls_in(stmt: Stmt) -> list[Call]:
    return [node for node in nodes_in(stmt) if isinstance(node, Call)]


def _is_start(world: World, frame: Frame, call: Call) -> bool:
    if last_name(call.callee) in _SUBMITS:
        return True
    named = last_name(call.callee) in ("create_task", "ensure_future")
    return named and evaluate(world, frame, call.callee) in _STARTS


def _waits(node: object) -> bool:
    return isinstance(node, Await) or (
        isinstance(node, Call) and (node.awaited or last_name(node.callee) == "result")
    )


def _gives_first_good(body: tuple[Stmt, ...]) -> bool:
    """Whether a round gives a good answer back, and goes on to the next after a bad one."""
    guarded = [stmt for stmt in body if _passes_over(stmt)]
    others = [stmt for stmt in body if stmt not in guarded]
    return len(guarded) == 1 and not any(_ends(node) for o in others for node in nodes_in(o))


def _passes_over(stmt: Stmt) -> bool:
    match stmt:
        case Try(body=tried, handlers=(_, *_) as handlers, final=()):
            kept = not any(_ends(node) for h in handlers for node in nodes_in(h.body))
            broad = any(_takes_all(h.types) for h in handlers)
            return kept and broad and _takes_any(tried)
        case If(test=Unary("not", Call(callee)) | Binary("is", Call(callee), Const(None))):
            good = last_name(callee) == "exception"
            return good and _gives_back(stmt.body)
    return False


def _takes_any(tried: tuple[Stmt, ...]) -> bool:
    """Whether the first that succeeds is given back, whoever it is from: one result is read."""
    return sum(map(_waits, nodes_in(tried))) == 1 and _gives_back(tried)


def _gives_back(body: tuple[Stmt, ...]) -> bool:
    """Whether every answer is given back, but perhaps an empty one."""
    match body[-1] if body else None:
        case Return():
            return True
        case If(test=test, body=inner, orelse=()):
            return _says_something(test) and _gives_back(inner)
    return False


def _says_something(test: Expr) -> bool:
    """``if text``, ``if text is not None``: not how many there are, nor from whom."""
    match test:
        case Binary("is not", tested, Const(None)):
            return _says_something(tested)
        case Name() | Attr():
            return True
    return False


def _takes_all(types: Expr | None) -> bool:
    return types is None or (isinstance(types, Name) and types.id in _ERRORS)


def _ends(node: object) -> bool:
    """Whether it leaves the loop, or waits for something outside the ``try``."""
    left = isinstance(node, Leave) and node.kind == "break"
    return left or isinstance(node, Return | Raise) or _waits(node)
