"""Several requests at once of which any good answer will do: ``gather``, ``allSettled``."""

from __future__ import annotations

from auditor.linker.expressions import evaluate, evaluate_aside, place_of
from auditor.linker.frame import Frame
from auditor.linker.values import External, Values, one
from auditor.linker.world import Place, World
from auditor.model.behaviour import NOTHING, Behaviour, Catch, Guarded
from auditor.model.facts import (
    Assign,
    Attr,
    Binary,
    Call,
    Comprehension,
    Const,
    Expr,
    For,
    If,
    Name,
    Raise,
    Return,
    Stmt,
    Unary,
)
from auditor.model.nodes import nodes_in

_GATHER = one(External("asyncio.gather"))
_ERRORS = frozenset({"Exception", "BaseException"})
#: Methods that pick one of a list. Those that keep several may need each for something of its own.
_PICKS = frozenset({"find", "findLast"})
_FINDS = frozenset({*_PICKS, "filter", "some"})


def call_gathered(world: World, frame: Frame, expr: Call) -> Values | None:
    """``gather(a(), b(), return_exceptions=True)`` whose good results are looked for."""
    if not any(a.name == "return_exceptions" and _is_true(a.value) for a in expr.args):
        return None
    if not takes_good(frame) or evaluate(world, frame, expr.callee) != _GATHER:
        return None
    parts: list[Behaviour] = []
    results: list[Values] = []
    for arg in (a for a in expr.args if a.name is None):
        values, steps = evaluate_aside(world, frame, arg.value)
        results.append(values)
        parts.extend(steps.items if arg.stars else (steps,) if steps.items else ())
    place = place_of(world, frame, expr)
    ask_all(frame, parts, place)
    return one(world.heap.sequence((place.path, place.line), tuple(results)))


def ask_any(frame: Frame, parts: list[Behaviour], place: Place) -> None:
    """Each part stands in for those before it; where all fail, so does the last."""
    if not parts:
        return
    tried = parts[-1]
    for part in reversed(parts[:-1]):
        catch = (Catch((), tried, place.line),)
        tried = Guarded(part, catch, NOTHING, NOTHING, frame.path, place.line)
    frame.out.append(tried)


def ask_all(frame: Frame, parts: list[Behaviour], place: Place) -> None:
    """The same, but nothing is raised where all fail: somebody looks for good results."""
    with frame.aside() as asked:
        ask_any(frame, parts, place)
    ask_each(frame, asked, place)


def ask_each(frame: Frame, parts: list[Behaviour], place: Place) -> None:
    """One after the other, and whoever fails raises nothing."""
    swallowed = (Catch((), NOTHING, place.line),)
    for part in parts:
        frame.out.append(Guarded(part, swallowed, NOTHING, NOTHING, frame.path, place.line))


def takes_good(frame: Frame) -> bool:
    """Whether the function picks, from results that may be failures, one that is none."""
    if frame.function is None:
        return False
    body = frame.function.node.body
    return any(_picks(node) for node in nodes_in(body)) and not _throws_for_one(body)


def _throws_for_one(body: tuple[Stmt, ...]) -> bool:
    """Whether it throws because one of them was rejected, before it has given back a good one."""
    rejected = set[str]()
    for stmt in body:
        if any(isinstance(node, Return) for node in nodes_in(stmt, inner=False)):
            return False
        match stmt:
            case Assign(targets=(Name(id),), value=Call(Attr(name=name)) as chosen) if (
                name in _FINDS and _mentions_rejected(chosen)
            ):
                rejected.add(id)
        asked = [node for node in nodes_in(stmt, inner=False) if isinstance(node, If)]
        throwing = [node for node in asked if any(isinstance(s, Raise) for s in node.body)]
        if any(_tells_of_one(node.test, rejected) for node in throwing):
            return True
    return False


def _tells_of_one(test: Expr, rejected: set[str]) -> bool:
    """``bad``, ``bad.length > 0`` and ``result.status === "rejected"``."""
    match test:
        case Binary(">" | "!=", left, Const(0)):
            return _tells_of_one(left, rejected)
        case Attr(base=base, name="length"):
            return _tells_of_one(base, rejected)
        case Name(id):
            return id in rejected
        case Call(Attr(name="some")) | Binary("==", Attr(name="status"), _):
            return _mentions_rejected(test)
        case _:
            return False


def _mentions_rejected(expr: Expr) -> bool:
    return any(isinstance(n, Const) and n.value == "rejected" for n in nodes_in(expr))


def _picks(node: object) -> bool:
    match node:
        case Comprehension(kind="generator", loops=loops):
            return any(_is_good(test) for _, _, tests in loops for test in tests)
        case Call(Attr(name=name), (given, *_)) if name in _PICKS:
            return any(_fulfilled(inner) for inner in nodes_in(given))
        case For(body=body):
            return _returns_good(body)
        case _:
            return False


def _returns_good(body: tuple[object, ...]) -> bool:
    """``if it is good: return it``, or ``if it is none: continue`` with a return behind it."""
    for number, stmt in enumerate(body):
        if not isinstance(stmt, If):
            continue
        if _is_good(stmt.test) or any(_fulfilled(n) for n in nodes_in(stmt.test)):
            return any(isinstance(n, Return) for n in nodes_in(stmt.body))
        if _is_error(stmt.test):
            return any(isinstance(n, Return) for n in nodes_in(body[number + 1 :]))
    return False


def _is_good(test: Expr) -> bool:
    return isinstance(test, Unary) and test.op == "not" and _is_error(test.operand)


def _is_error(test: Expr) -> bool:
    match test:
        case Call(Name("isinstance"), (_, kind)):
            return isinstance(kind.value, Name) and kind.value.id in _ERRORS
        case _:
            return False


def _fulfilled(node: object) -> bool:
    match node:
        case Binary("==", Attr(name="status"), Const("fulfilled")):
            return True
        case _:
            return False


def _is_true(value: Expr) -> bool:
    return isinstance(value, Const) and value.value is True
