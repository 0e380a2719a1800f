"""``try``: what its body, its handlers and what is done in the end leave behind."""

from __future__ import annotations

from typing import NamedTuple

from auditor.linker.branches import continue_with, merge_names, run_arm
from auditor.linker.built import in_vain, tried
from auditor.linker.exceptions import exception_types
from auditor.linker.expressions import evaluate
from auditor.linker.frame import Frame
from auditor.linker.results import Arm, Handled, after_handlers, asked
from auditor.linker.streamed import when_failed
from auditor.linker.values import CaughtError, Values, one
from auditor.linker.world import World
from auditor.model.behaviour import Behaviour, Catch, Guarded, Result
from auditor.model.behaviour import Sequence as Steps
from auditor.model.facts import Assign, Await, Call, Expr, Return, Stmt, Try


class _Left(NamedTuple):
    """What the body of a ``try`` that makes ``calls`` leaves behind, and its handlers.

    ``env`` is what the names were before.
    """

    usual: Arm
    handled: tuple[Handled, ...]
    calls: frozenset[str]
    env: dict[str, Values]
    body: tuple[Stmt, ...]

    def go_on(self, world: World, frame: Frame, ends: list[dict[str, Values] | None]) -> None:
        """Go on behind the ``try``, where anything does; else the names are as they were left."""
        continue_with(frame, ends)
        if frame.dead:
            frame.env, frame.filled = self.names(), self.filled(world, everything=True)
        else:
            frame.filled = self.filled(world, everything=False)

    def names(self) -> dict[str, Values]:
        """The names whether a part of it goes on or leaves."""
        names = self.usual.last
        for handler in self.handled:
            names = merge_names(names, handler.env)
        return names

    def filled(self, world: World, *, everything: bool) -> dict[str, Result]:
        """What is known of the names of what goes on; with ``everything`` of what leaves, too."""
        usual = self.usual._replace(env=self.usual.last) if everything else self.usual
        handled = [each for each in self.handled if everything or each.goes_on]
        return after_handlers(world, self.calls, usual, handled, self.env, self.body)


def run_try(world: World, frame: Frame, stmt: Try) -> None:
    """The body, then every handler as if it were entered from anywhere in it."""
    env = frame.env
    around, loops = frame.trying, frame.unstarted
    if stmt.handlers:
        frame.trying, frame.unstarted = stmt.body, []
    caught = [exception_names(world, frame, handler.types) for handler in stmt.handlers]
    with asked(frame) as calls, tried(frame, caught):
        body = run_arm(world, frame, stmt.body, env, False)
    frame.trying = around
    frame.filled = body.filled
    usual = body
    if stmt.orelse and body.env is not None:
        usual = run_arm(world, frame, stmt.orelse, body.env, False)
    # A handler may be entered after any statement of the body.
    reached = when_failed(frame, body.steps, merge_names(env, body.last))
    frame.unstarted = loops
    ends = [usual.env]
    catches: list[Catch] = []
    handled: list[Handled] = []
    for handler, types in zip(stmt.handlers, caught, strict=True):
        bound = {**reached, handler.name: one(CaughtError())} if handler.name else reached
        outer, frame.wants = frame.wants, _keeps(stmt.body)
        frame.handlers += 1
        with in_vain(frame, body.steps):
            arm = run_arm(world, frame, handler.body, bound, False)
        frame.handlers -= 1
        frame.wants = outer
        catches.append(Catch(types, arm.steps, handler.span.line))
        ends.append(arm.env)
        changed = {n for n, values in arm.last.items() if bound.get(n) is not values}
        changed |= body.filled.keys() - arm.filled.keys()
        handled.append(Handled(arm.last, arm.filled, frozenset(changed), arm.env is not None))
    left = _Left(usual, tuple(handled), frozenset(calls), env, stmt.body)
    left.go_on(world, frame, ends)
    final = _in_the_end(world, frame, stmt, left, None in ends)
    orelse, last = usual.steps if usual is not body else Steps(()), Steps(final)
    parts = (body.steps, orelse, last, *(c.body for c in catches))
    if any(isinstance(p, Steps) and p.items for p in parts):
        frame.out.append(
            Guarded(body.steps, tuple(catches), orelse, last, frame.path, stmt.span.line)
        )


def _in_the_end(
    world: World, frame: Frame, stmt: Try, left: _Left, early: bool
) -> tuple[Behaviour, ...]:
    """What ``finally`` does: ``early`` where some of what stands before it returns or raises."""
    if not stmt.final:
        return ()
    dead, env, filled = frame.dead, frame.env, frame.filled
    frame.dead = False
    if early:
        frame.env, frame.filled = left.names(), left.filled(world, everything=True)
    before = frame.env
    with frame.aside() as final:
        world.run_block(frame, stmt.final)
    if early:
        changed = {n: values for n, values in frame.env.items() if before.get(n) is not values}
        frame.env = {**env, **changed}
        frame.filled = {n: result for n, result in filled.items() if n not in changed}
    frame.dead = frame.dead or dead
    return tuple(final)


def _keeps(body: tuple[Stmt, ...]) -> bool:
    """Whether what is called is given back or put into a name."""
    return any(
        isinstance(stmt, Return | Assign) and isinstance(stmt.value, Call | Await) for stmt in body
    )


def exception_names(world: World, frame: Frame, types: Expr | None) -> tuple[str, ...]:
    """The qualified names that a handler catches; () when it catches everything."""
    if types is None:
        return ()
    return exception_types(world, evaluate(world, frame, types))
