"""Functions run in contexts: once for each set of arguments, as long as these can be told apart."""

from __future__ import annotations

from auditor.linker.cases import run_cases
from auditor.linker.caught import returned
from auditor.linker.closures import BLOCK, taken_by, taken_with
from auditor.linker.counters import counters_of
from auditor.linker.definitions import FunctionInfo
from auditor.linker.endings import given_up
from auditor.linker.frame import Asks, Frame
from auditor.linker.outline import brought_by, is_idle, note_idle, outline_of
from auditor.linker.parameters import bind, given_receiver
from auditor.linker.recorder import add_asks
from auditor.linker.retriers import under
from auditor.linker.values import (
    NONE,
    UNKNOWN,
    Arguments,
    CaughtError,
    Routine,
    Text,
    Value,
    Values,
    join,
    one,
)
from auditor.linker.world import DEEPEST, MOST_COUNTED, MOST_LAYERS, MOST_RECURSION, Summary, World
from auditor.model.behaviour import NOTHING, Behaviour, Branch
from auditor.model.behaviour import Sequence as Steps

#: A function is run in at most this many contexts; tests add few of their own.
MOST_CONTEXTS = 48
FEW_CONTEXTS = 6
#: Where it is handed something to run or to ask that it never had, it gets some more.
MOST_NOVEL = 120
#: Languages whose every function may be handed a block have helpers that all others go through.
MOST_BLOCKS = 1_000
#: Beyond this many runs in a round, few contexts must do for the functions still to come.
RUNS_PER_FUNCTION = 6
LEAST_RUNS = 3000
#: After this many contexts in a row with the same outcome, the next ones are taken to be alike.
SAME_CONTEXTS = 2


def invoke(
    world: World, info: FunctionInfo, closure: int, receiver: Value | None, args: Arguments
) -> Summary:
    """Run a function with these arguments, or recall what it did with equal ones."""
    if world.depth and not world.stack.get(info.number, 0):
        world.called.add(info.number)
    here, world.here = world.here, info.path
    try:
        return _invoke(world, info, closure, receiver, args)
    finally:
        world.here = here


def _invoke(
    world: World, info: FunctionInfo, closure: int, receiver: Value | None, args: Arguments
) -> Summary:
    stacked = world.stack.get(info.number, 0)
    env = bind(world, info, closure, receiver, args)
    given = tuple((name, values.items) for name, values in env.items())
    taken = (taken_by(world, info.number, closure), *taken_with(world, env))
    key = (info.number, closure, given, taken if any(taken) else ())
    if key in world.summaries:
        return world.summaries[key] or Summary(NONE, NOTHING, {}, {})
    layers = world.layers.get((info.number, closure), 0)
    most = MOST_COUNTED if counters_of(world, info) else MOST_RECURSION
    if layers >= most or stacked >= MOST_LAYERS or world.depth >= DEEPEST:
        world.cut.add(info.number)
        return Summary(NONE, NOTHING, {}, {})
    done = world.contexts.setdefault(info.number, [])
    if world.in_tests and done and not info.in_tests:
        # Tests are asked for the calls they make themselves; what the program does is known.
        return Summary(_widened(world, info, done, env).returns, NOTHING, {}, {})
    if world.budget.spent and (done or stacked):
        return _curtailed(world, info, done, env)
    outline = (info.number, tuple(outline_of(world, values) for values in env.values()))
    alike = world.alike.get(outline)
    if alike is not None and alike[0] >= SAME_CONTEXTS:
        return alike[1]
    brought = brought_by(outline[1])
    new = not brought <= world.brought.setdefault(info.number, set())
    novel = new and len(done) < MOST_NOVEL
    if _is_handed_block(env) and len(done) < MOST_BLOCKS:
        # What others are handed is of no concern here.
        novel = True
    if not novel and is_idle(world, info):
        return done[-1] if done else Summary(UNKNOWN, NOTHING, {}, {})
    if not novel and len(done) >= _most_contexts(world):
        if not world.in_tests:
            world.crowded.add(info.number)
        return _widened(world, info, done, env)
    world.brought[info.number] |= brought
    world.runs += 1
    world.reached.add(info.number)
    world.summaries[key] = None
    version = world.heap.version
    world.stack[info.number] = stacked + 1
    world.layers[info.number, closure] = layers + 1
    world.depth += 1
    try:
        summary = _run(world, info, closure, receiver, env)
    finally:
        world.depth -= 1
        world.stack[info.number] = stacked
        world.layers[info.number, closure] = layers
    world.summaries[key] = summary
    note_idle(world, info, summary, version)
    same = alike is not None and version == world.heap.version and _alike(alike[1], summary)
    world.alike[outline] = (alike[0] + 1 if same and alike else 0, summary)
    done.append(summary)
    world.widest.pop(info.number, None)
    return summary


def _is_handed_block(env: dict[str, Values]) -> bool:
    """Whether a function is handed the block that it runs."""
    return any(isinstance(value, Routine) for value in env.get(BLOCK, NONE).items)


def _most_contexts(world: World) -> int:
    """How many contexts a function gets: fewer in tests, and once the whole budget is spent."""
    if world.in_tests or world.runs > RUNS_PER_FUNCTION * len(world.functions) + LEAST_RUNS:
        return FEW_CONTEXTS
    return MOST_CONTEXTS


def _alike(one_: Summary, other: Summary) -> bool:
    return (
        one_.returns == other.returns
        and one_.asks == other.asks
        and one_.feeds == other.feeds
        and (one_.behaviour == NOTHING) is (other.behaviour == NOTHING)
    )


def _widened(
    world: World, info: FunctionInfo, done: list[Summary], env: dict[str, Values]
) -> Summary:
    """Too many contexts to tell apart: whatever any of them did.

    What came in as a parameter and went out again is this call's own argument, not another's.
    """
    wide = world.widest.get(info.number)
    if wide is None:
        wide = _merged(info, done)
        world.widest[info.number] = wide
    returns: dict[Value, None] = {}
    for value in wide.returns.items:
        passed = value.param if isinstance(value, Text) else None
        if passed is not None and passed[0] == info.number:
            returns.update(dict.fromkeys(env.get(passed[1], UNKNOWN).items))
        else:
            returns[value] = None
    return Summary(Values(tuple(returns)), wide.behaviour, wide.feeds, wide.asks, wide.unread)


def _curtailed(
    world: World, info: FunctionInfo, done: list[Summary], env: dict[str, Values]
) -> Summary:
    """Not run again for want of work: what it did before, and what that leaves open."""
    wide = _widened(world, info, done, env)
    behaviour = world.budget.instead(info.number, wide.behaviour, info.node.span.line)
    return Summary(join(wide.returns, UNKNOWN), behaviour, wide.feeds, wide.asks, wide.unread)


def _merged(info: FunctionInfo, done: list[Summary]) -> Summary:
    feeds: dict[str, set[str]] = {}
    asks: Asks = {}
    arms: dict[int, Behaviour] = {}
    for summary in done:
        for name, keys in summary.feeds.items():
            feeds.setdefault(name, set()).update(keys)
        add_asks(asks, summary.asks)
        if summary.asks:
            # Trees are large: told apart by identity, and one for each set of calls made.
            arms.setdefault(hash(frozenset(summary.asks.items())), summary.behaviour)
    kept = tuple(arms.values())
    behaviour = kept[0] if len(kept) == 1 else Branch(kept, None, info.node.span.line)
    returns = join(*(s.returns for s in done))
    unread = any(s.unread for s in done)
    return Summary(returns, behaviour if kept else NOTHING, feeds, asks, unread)


def _run(
    world: World, info: FunctionInfo, closure: int, receiver: Value | None, env: dict[str, Values]
) -> Summary:
    parent = world.frame_of(closure) or world.module_frame(info.path)
    receiver = receiver or given_receiver(info, env)

    def start() -> Frame:
        frame = world.new_frame(
            info.path, dict(env), function=info, cls=info.cls, parent=parent, receiver=receiver
        )
        if frame.cls is None and parent.receiver is not None:
            frame.cls, frame.receiver = parent.cls, parent.receiver
        given = (v for values in env.values() for v in values.items)
        frame.judges = any(isinstance(v, CaughtError) for v in given)
        return frame

    frame = run_cases(world, start, info.node.body)
    shipped = [values for values, alternative, _ in frame.returns if not alternative]
    others = [values for values, alternative, _ in frame.returns if alternative]
    returns = join(*shipped)
    if others and shipped:
        merged = join(returns, *others)
        returns = Values(merged.items, len(returns.items) == 1 < len(merged.items))
    elif others:
        returns = join(*others)
    if frame.judges:
        returns = returned((values, told) for values, _, told in frame.returns) or returns
    if info.node.generator:
        returns = one(world.heap.sequence((info.path, info.node.span.line), (join(*frame.yields),)))
    behaviour: Behaviour = Steps(tuple(frame.out)) if frame.asks else given_up(info.node, frame.out)
    for _, kept in sorted(world.retried.get(info.number, {}).items(), reverse=True):
        if behaviour != NOTHING:
            behaviour, returns = under(world, frame, kept, behaviour, returns)
    unread = info.node.generator or frame.unread
    return Summary(returns, behaviour, frame.feeds, frame.asks, unread)
