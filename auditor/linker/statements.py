"""Runs statements: binds names, follows branches, and writes down what happens in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from auditor.linker.classes import annotated, find_method
from auditor.linker.conditions import Truth, compare, truth_of
from auditor.linker.decorators import decorate
from auditor.linker.expressions import evaluate
from auditor.linker.imports import FOLDER
from auditor.linker.iteration import iterate, key_of, rounds
from auditor.linker.values import (
    HOLE,
    NONE,
    UNKNOWN,
    ClassRef,
    Constant,
    External,
    Instance,
    Module,
    Routine,
    RuleObject,
    Sequence,
    Table,
    Text,
    Values,
    is_unknown,
    join,
    one,
    with_step,
)
from auditor.linker.world import Frame, World
from auditor.model.behaviour import Behaviour, Branch, Catch, Guarded, Leave, Repeat
from auditor.model.behaviour import Sequence as Steps
from auditor.model.facts import (
    Assign,
    Attr,
    Binary,
    Call,
    Case,
    Class,
    Const,
    Evaluate,
    Expr,
    For,
    Function,
    If,
    Import,
    Index,
    Leave as LeaveStmt,
    Many,
    Match,
    Name,
    Raise,
    Return,
    Scope,
    Star,
    Stmt,
    Try,
    While,
    With,
)
from auditor.model.program import Evidence

#: Loops over at most this many known items are followed item by item.
MOST_ROUNDS = 8


def run_block(world: World, frame: Frame, body: tuple[Stmt, ...]) -> None:
    """Run statements until one leaves for good."""
    for stmt in body:
        if frame.dead:
            # Definitions below a return still count: nested helpers, handlers registered late.
            if not isinstance(stmt, Function | Class):
                continue
        _RUNNERS[type(stmt)](world, frame, stmt)


@contextmanager
def _collected(frame: Frame) -> Iterator[list[Behaviour]]:
    outer, frame.out = frame.out, []
    try:
        yield frame.out
    finally:
        frame.out = outer


def _arm(
    world: World, frame: Frame, body: tuple[Stmt, ...], env: dict[str, Values], alternative: bool
) -> tuple[dict[str, Values] | None, Steps]:
    """Run one arm from a copy of ``env``; None for the environment if it never gets to its end."""
    world.ran.add(id(body))
    before, outer_alternative = frame.env, frame.alternative
    frame.env = dict(env)
    frame.alternative = outer_alternative or alternative
    with _collected(frame) as out:
        run_block(world, frame, body)
    after = None if frame.dead else frame.env
    frame.env, frame.alternative, frame.dead = before, outer_alternative, False
    return after, Steps(tuple(out))


def _merge(first: dict[str, Values], second: dict[str, Values]) -> dict[str, Values]:
    if first is second:
        return first
    merged = dict(first)
    for name, values in second.items():
        mine = merged.get(name)
        if mine is None:
            merged[name] = values
        elif mine is not values:
            merged[name] = join(mine, values)
    return merged


def _continue_with(frame: Frame, arms: list[dict[str, Values] | None]) -> None:
    alive = [env for env in arms if env is not None]
    if not alive:
        frame.dead = True
        return
    env = alive[0]
    for other in alive[1:]:
        env = _merge(env, other)
    frame.env = env


def _if(world: World, frame: Frame, stmt: If) -> None:
    truth = truth_of(evaluate(world, frame, stmt.test))
    if truth is Truth.TRUE:
        _skip(world, frame, stmt.orelse)
        _run_taken(world, frame, stmt.body)
        return
    if truth is Truth.FALSE:
        _skip(world, frame, stmt.body)
        _run_taken(world, frame, stmt.orelse)
        return
    env = frame.env
    narrowed = _narrow(world, frame, stmt.test, env)
    then = _arm(world, frame, stmt.body, narrowed, truth is Truth.SETTING_FALSE)
    orelse = _arm(world, frame, stmt.orelse, env, truth is Truth.SETTING_TRUE)
    _branch(frame, [then, orelse], truth.arm(), stmt.line)
    _settle(frame, then[0], orelse[0], truth)


def _run_taken(world: World, frame: Frame, body: tuple[Stmt, ...]) -> None:
    if body:
        world.ran.add(id(body))
        run_block(world, frame, body)


def _skip(world: World, frame: Frame, body: tuple[Stmt, ...]) -> None:
    """Remember a block that cannot run in this context: it may run in none, yet hold a call."""
    if body and id(body) not in world.skipped:
        world.skipped[id(body)] = (frame, frame.env, body)


def run_skipped(world: World) -> None:
    """Run the blocks that no context entered, for the calls in them; nothing reaches these."""
    for key, (frame, env, body) in list(world.skipped.items()):
        if key in world.ran:
            continue
        place = world.new_frame(
            frame.path, dict(env), function=frame.function, cls=frame.cls,
            parent=frame.parent, receiver=frame.receiver,
        )  # fmt: skip
        run_block(world, place, body)


def _settle(
    frame: Frame, then: dict[str, Values] | None, orelse: dict[str, Values] | None, truth: Truth
) -> None:
    """Go on after a branch; where the shipped arm has left, the rest needs a setting."""
    taken = truth.arm()
    arms = [then, orelse]
    if taken is None:
        _continue_with(frame, arms)
        return
    if arms[taken] is None:
        frame.alternative = True
        _continue_with(frame, arms)
        return
    _continue_with(frame, arms)
    shipped, other = arms[taken], arms[1 - taken]
    if shipped is not None and other is not None:
        frame.env = {
            name: _by_setting(shipped.get(name), other.get(name), values)
            for name, values in frame.env.items()
        }


def _by_setting(shipped: Values | None, other: Values | None, merged: Values) -> Values:
    if shipped is None or other is None or shipped == other or len(shipped.items) != 1:
        return merged
    rest = tuple(v for v in merged.items if v != shipped.items[0])
    return Values((shipped.items[0], *rest), bool(rest))


def _branch(
    frame: Frame, arms: list[tuple[dict[str, Values] | None, Steps]], taken: int | None, line: int
) -> None:
    if any(steps.items for _, steps in arms):
        frame.out.append(Branch(tuple(steps for _, steps in arms), taken, line))


def _narrow(world: World, frame: Frame, test: Expr, env: dict[str, Values]) -> dict[str, Values]:
    """Inside ``if name == "x"`` an unknown name is ``x``."""
    match test:
        case Binary("==", Name(id), Const(str() as text), _) if is_unknown(env.get(id, UNKNOWN)):
            return {**env, id: one(Text(text))}
        case Binary("in", Name(id), Many(_, items, _), _) if is_unknown(env.get(id, UNKNOWN)):
            found = [evaluate(world, frame, item) for item in items]
            return {**env, id: join(*found)}
        case Binary("and", left, right, _):
            return _narrow(world, frame, right, _narrow(world, frame, left, env))
        case _:
            return env


def _match(world: World, frame: Frame, stmt: Match) -> None:
    subject = evaluate(world, frame, stmt.subject)
    env, arms, taken = frame.env, [], None
    for number, case in enumerate(stmt.cases):
        truth = _case_truth(world, frame, subject, case)
        if truth is Truth.FALSE:
            _skip(world, frame, case.body)
            continue
        bound = {**env, **{name: subject for name in case.binds}}
        if len(case.patterns) == 1 and isinstance(stmt.subject, Name) and is_unknown(subject):
            bound[stmt.subject.id] = evaluate(world, frame, case.patterns[0])
        arms.append(_arm(world, frame, case.body, bound, truth is Truth.SETTING_FALSE))
        if truth is Truth.SETTING_TRUE and taken is None:
            taken = len(arms) - 1
        if truth is Truth.TRUE:
            break
    else:
        if not any(not c.patterns and c.guard is None for c in stmt.cases):
            arms.append((env, Steps(())))
    _branch(frame, arms, taken, stmt.line)
    _continue_with(frame, [after for after, _ in arms] or [env])


def _case_truth(world: World, frame: Frame, subject: Values, case: Case) -> Truth:
    if case.guard is not None:
        return Truth.OPEN
    if not case.patterns:
        return Truth.TRUE
    truths = []
    for pattern in case.patterns:
        wanted = evaluate(world, frame, pattern)
        truths.append(truth_of(compare(world, "==", subject, wanted)))
    for truth in (Truth.TRUE, Truth.SETTING_TRUE, Truth.OPEN, Truth.SETTING_FALSE):
        if truth in truths:
            return truth
    return Truth.FALSE


def _for(world: World, frame: Frame, stmt: For) -> None:
    iterable = evaluate(world, frame, stmt.iterable)
    items = rounds(world, iterable)
    if items is None or not 0 < len(items) <= MOST_ROUNDS:
        _loop(world, frame, stmt, iterate(world, iterable))
        return
    behaviours: list[Behaviour] = []
    env = frame.env
    for item in items:
        frame.env = dict(env)
        world.assign(frame, stmt.target, item)
        after, steps = _arm(world, frame, stmt.body, frame.env, False)
        behaviours.append(steps)
        env = _merge(env, after) if after is not None else env
    frame.env = env
    if any(b.items for b in behaviours if isinstance(b, Steps)):
        frame.out.append(Repeat(tuple(behaviours), True, False, stmt.line))
    run_block(world, frame, stmt.orelse)


def _loop(world: World, frame: Frame, stmt: For, items: Values) -> None:
    env = frame.env
    frame.env = dict(env)
    world.assign(frame, stmt.target, items)
    after, steps = _arm(world, frame, stmt.body, frame.env, False)
    frame.env = _merge(env, after) if after is not None else _merge(env, frame.env)
    if steps.items:
        frame.out.append(Repeat((steps,), False, False, stmt.line))
    run_block(world, frame, stmt.orelse)


def _while(world: World, frame: Frame, stmt: While) -> None:
    with _collected(frame) as tested:
        truth = truth_of(evaluate(world, frame, stmt.test))
    if truth is Truth.FALSE:
        frame.out.extend(tested)
        return
    env = frame.env
    after, steps = _arm(world, frame, stmt.body, env, False)
    frame.env = _merge(env, after) if after is not None else env
    body = Steps((*tested, *steps.items))
    if body.items:
        frame.out.append(Repeat((body,), False, truth is Truth.TRUE, stmt.line))
    run_block(world, frame, stmt.orelse)


def _try(world: World, frame: Frame, stmt: Try) -> None:
    env = frame.env
    body_env, body = _arm(world, frame, stmt.body, env, False)
    else_env, orelse = body_env, Steps(())
    if stmt.orelse and body_env is not None:
        else_env, orelse = _arm(world, frame, stmt.orelse, body_env, False)
    # A handler may be entered after any statement of the body.
    reached = _merge(env, body_env) if body_env is not None else env
    ends = [else_env]
    catches: list[Catch] = []
    for handler in stmt.handlers:
        bound = {**reached, handler.name: UNKNOWN} if handler.name else reached
        types = exception_names(world, frame, handler.types)
        after, steps = _arm(world, frame, handler.body, bound, False)
        catches.append(Catch(types, steps, handler.span.line))
        ends.append(after)
    _continue_with(frame, ends)
    dead = frame.dead
    frame.dead = False
    with _collected(frame) as final:
        run_block(world, frame, stmt.final)
    frame.dead = frame.dead or dead
    parts = (body, orelse, Steps(tuple(final)), *(c.body for c in catches))
    if any(isinstance(p, Steps) and p.items for p in parts):
        frame.out.append(
            Guarded(body, tuple(catches), orelse, Steps(tuple(final)), frame.path, stmt.span.line)
        )


def exception_names(world: World, frame: Frame, types: Expr | None) -> tuple[str, ...]:
    """The qualified names that a handler catches; () when it catches everything."""
    if types is None:
        return ()
    found: list[str] = []
    for value in evaluate(world, frame, types).items:
        found.extend(_exception_name(world, value))
    return tuple(dict.fromkeys(found)) or ("?",)


def _exception_name(world: World, value: object) -> Iterator[str]:
    match value:
        case External(name):
            yield name
        case ClassRef(number):
            yield f"{world.classes[number].path}:{world.classes[number].qualname}"
        case Sequence(number):
            for values in world.heap.items.get(number, ()):
                for item in values.items:
                    yield from _exception_name(world, item)
        case _:
            yield "?"


def _with(world: World, frame: Frame, stmt: With) -> None:
    for expr, target in stmt.items:
        values = evaluate(world, frame, expr)
        if target is not None:
            world.assign(frame, target, _entered(world, frame, values, expr))
    run_block(world, frame, stmt.body)


def _entered(world: World, frame: Frame, values: Values, expr: Expr) -> Values:
    """What ``with values as x`` binds: what ``__enter__`` returns, what a generator yields."""
    found: list[Values] = []
    for value in values.items:
        if isinstance(value, Sequence):
            found.append(iterate(world, one(value)))
            continue
        if isinstance(value, Instance):
            method = find_method(world, value.cls, "__enter__") or find_method(
                world, value.cls, "__aenter__"
            )
            if method is not None:
                entered = world.invoke(method, world.closure_of(method), value, ()).returns
                if entered.items and not is_unknown(entered):
                    found.append(entered)
                    continue
        found.append(one(value))
    return join(*found) if found else UNKNOWN


def _return(world: World, frame: Frame, stmt: Return) -> None:
    values = evaluate(world, frame, stmt.value) if stmt.value is not None else one(Constant(None))
    frame.returns.append((values, frame.alternative))
    kind = "nothing"
    if stmt.value is not None:
        kind = "constant" if isinstance(stmt.value, Const) else "answer"
        if isinstance(stmt.value, Const) and stmt.value.value in (None, "", False):
            kind = "nothing"
    frame.out.append(Leave("return", kind, (), stmt.line))
    frame.dead = True


def _raise(world: World, frame: Frame, stmt: Raise) -> None:
    names: tuple[str, ...] = ()
    if stmt.value is not None:
        thrown = stmt.value.callee if isinstance(stmt.value, Call) else stmt.value
        if isinstance(stmt.value, Call):
            for arg in stmt.value.args:
                evaluate(world, frame, arg.value)
        names = exception_names(world, frame, thrown)
    frame.out.append(Leave("raise", "nothing", names, stmt.line))
    frame.dead = True


def _leave(world: World, frame: Frame, stmt: LeaveStmt) -> None:
    frame.out.append(Leave(stmt.kind, "nothing", (), stmt.line))
    frame.dead = True


def _evaluate(world: World, frame: Frame, stmt: Evaluate) -> None:
    evaluate(world, frame, stmt.value)


def _assign_stmt(world: World, frame: Frame, stmt: Assign) -> None:
    if stmt.value is None:
        if stmt.annotation is not None and isinstance(stmt.targets[0], Name):
            frame.declared.setdefault(stmt.targets[0].id, stmt.annotation)
        return
    values = evaluate(world, frame, stmt.value)
    if stmt.annotation is not None and is_unknown(values):
        promised = annotated(world, frame, stmt.annotation)
        values = promised if promised.items else values
    if stmt.op:
        values = _augmented(world, frame, stmt, values)
    for target in stmt.targets:
        world.assign(frame, target, _noted(frame, target, values, stmt.line))


def _augmented(world: World, frame: Frame, stmt: Assign, values: Values) -> Values:
    current = evaluate(world, frame, stmt.targets[0])
    for holder in current.items:
        if isinstance(holder, Sequence):
            for added in values.items:
                if isinstance(added, Sequence):
                    for item in world.heap.items.get(added.number, ()):
                        world.heap.append(holder, item)
            return current
    if stmt.op in ("||=", "??=", "|="):
        return join(current, values)
    if any(isinstance(v, Text) for v in (*current.items, *values.items)):
        return Values(tuple(Text(HOLE) for _ in range(1)))
    return UNKNOWN


def _noted(frame: Frame, target: Expr, values: Values, line: int) -> Values:
    """Texts remember the named places they were put into: that is the evidence shown later."""
    name = written(target)
    if name is None or len(values.items) > 12:
        return values
    shown = [v.text for v in values.items if isinstance(v, Text) and HOLE not in v.text]
    if len(shown) != 1 or " " in shown[0] or "\n" in shown[0] or len(shown[0]) > 120:
        return values
    return with_step(values, Evidence(frame.path, line, f'{name} = "{shown[0]}"'))


def written(expr: Expr) -> str | None:
    """A dotted name as written, None for anything else."""
    match expr:
        case Name(id):
            return id
        case Attr(base, name, _):
            left = written(base)
            return f"{left}.{name}" if left else None
        case _:
            return None


def assign(world: World, frame: Frame, target: Expr, values: Values) -> None:
    """Bind a target: a name, an attribute, an item, or several at once."""
    match target:
        case Name(id):
            if id in frame.shared:
                holder = _owner(frame, id)
                holder.env[id] = join(holder.env.get(id, NONE), values)
            else:
                frame.env[id] = values
        case Attr(base, name, _):
            for holder in evaluate(world, frame, base).items:
                _set_attribute(world, holder, name, values)
        case Index(base, key, _):
            keys = evaluate(world, frame, key)
            for holder in evaluate(world, frame, base).items:
                if isinstance(holder, Table):
                    for value in keys.items:
                        plain = key_of(value)
                        world.heap.put(holder, str(plain) if plain is not None else "*", values)
        case Many(_, items, _):
            _unpack(world, frame, items, values)
        case Star(value, _):
            assign(world, frame, value, UNKNOWN)
        case _:
            evaluate(world, frame, target)


def _owner(frame: Frame, name: str) -> Frame:
    scope = frame.parent
    while scope is not None and scope.parent is not None and name not in scope.env:
        scope = scope.parent
    return scope or frame


def _set_attribute(world: World, holder: object, name: str, values: Values) -> None:
    match holder:
        case Instance():
            world.heap.store(holder, name, values)
        case ClassRef(number):
            frame = world.frame_of(world.classes[number].frame)
            if frame is not None:
                frame.env[name] = join(frame.env.get(name, NONE), values)
        case Module(path):
            module = world.module_frame(path)
            module.env[name] = join(module.env.get(name, NONE), values)
        case External(full):
            place = f"{full}.{name}"
            world.externals[place] = join(world.externals.get(place, NONE), values)
        case _:
            pass


def _unpack(world: World, frame: Frame, items: tuple[Expr, ...], values: Values) -> None:
    for position, item in enumerate(items):
        parts = [
            world.get_item(value, position)
            for value in values.items
            if isinstance(value, Sequence)
        ]
        assign(world, frame, item, join(*parts) if parts else UNKNOWN)


def _function(world: World, frame: Frame, stmt: Function) -> None:
    number = world.by_node[frame.path, stmt.span.line, stmt.span.column]
    info = world.functions[number]
    world.closures[number] = 0 if frame.is_class else frame.number
    if frame.is_class:
        world.closures[number] = frame.parent.number if frame.parent else 0
    values = one(Routine(number, world.closures[number]))
    decorated = decorate(world, frame, info, values)
    frame.env[stmt.name] = decorated
    if frame.is_class and decorated != values:
        world.decorated[number] = decorated


def _class(world: World, frame: Frame, stmt: Class) -> None:
    number = world.by_node[frame.path, stmt.span.line, stmt.span.column]
    info = world.classes[number]
    bases: list[object] = []
    for base in stmt.bases:
        bases.extend(v for v in evaluate(world, frame, base).items if isinstance(v, ClassRef | External))
    world.bases[number] = tuple(bases)  # type: ignore[arg-type]
    world.mro.pop(number, None)
    for base in bases:
        if isinstance(base, ClassRef) and number not in world.classes[base.number].subclasses:
            world.classes[base.number].subclasses.append(number)
    inner = world.new_frame(
        frame.path, {}, function=frame.function, cls=number, parent=frame,
        is_class=True, out=frame.out, depth=frame.depth,
    )  # fmt: skip
    info.frame = inner.number
    run_block(world, inner, stmt.body)
    frame.env[stmt.name] = one(ClassRef(number))


def _import(world: World, frame: Frame, stmt: Import) -> None:
    importer = world.modules[frame.path]
    found = world.finder.module(importer, stmt.module, stmt.level)
    if stmt.names is None:
        _plain_import(world, frame, stmt, found)
        return
    if found is None:
        for symbol, local in stmt.names:
            if symbol != "*":
                frame.env[local] = one(External(f"{stmt.module}.{symbol}"))
            elif not stmt.level:
                frame.stars.append(stmt.module)
        return
    for symbol, local in stmt.names:
        if symbol == "*":
            _import_star(world, frame, found)
        else:
            frame.env[local] = _imported(world, found, symbol, stmt)


def _imported(world: World, module: object, symbol: str, stmt: Import) -> Values:
    if isinstance(module, External) and module.name.startswith(FOLDER):
        child = world.finder.folder_child(module, symbol)
        return one(child) if child is not None else UNKNOWN
    values = world.get_attribute(module, symbol)  # type: ignore[arg-type]
    return values if values.items else UNKNOWN


def _plain_import(world: World, frame: Frame, stmt: Import, found: object) -> None:
    if stmt.alias is not None:
        frame.env[stmt.alias] = one(found if found is not None else External(stmt.module))  # type: ignore[arg-type]
        return
    first = stmt.module.partition(".")[0]
    importer = world.modules[frame.path]
    top = world.finder.module(importer, first, 0) if found is not None else None
    frame.env[first] = one(top if top is not None else External(first))


def _import_star(world: World, frame: Frame, module: object) -> None:
    if not isinstance(module, Module) or module.path == frame.path:
        return
    source = world.module_frame(module.path)
    for name, values in list(source.env.items()):
        if not name.startswith("_"):
            frame.env[name] = values


def _scope(world: World, frame: Frame, stmt: Scope) -> None:
    frame.shared.update(stmt.names)


_RUNNERS: dict[type, Callable[[World, Frame, Any], None]] = {
    Assign: _assign_stmt,
    Evaluate: _evaluate,
    Return: _return,
    Raise: _raise,
    LeaveStmt: _leave,
    If: _if,
    For: _for,
    While: _while,
    Try: _try,
    With: _with,
    Match: _match,
    Function: _function,
    Class: _class,
    Import: _import,
    Scope: _scope,
}
