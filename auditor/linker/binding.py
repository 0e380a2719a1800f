"""Assignments: names, attributes, items, and what a with statement binds."""

from __future__ import annotations

from dataclasses import replace

from auditor.linker.answers import direct_answer, drawn, note_reading
from auditor.linker.attributes import foreign_place
from auditor.linker.built import is_being_built, left_there
from auditor.linker.cases import in_case
from auditor.linker.classes import annotated, class_attribute, find_method, outside_bases
from auditor.linker.expressions import evaluate
from auditor.linker.frame import Frame
from auditor.linker.iteration import entry_for, iterate, rounds
from auditor.linker.renewal import renew
from auditor.linker.replaced import note_replaced
from auditor.linker.rescued import rescued
from auditor.linker.results import asked, note_assigned, part_given
from auditor.linker.retargets import retargeted
from auditor.linker.served import serve
from auditor.linker.stores import is_kept, keep, keep_attribute, keep_global, keep_member
from auditor.linker.taken_out import cut_short
from auditor.linker.unrun import keep_unrun
from auditor.linker.values import (
    HOLE,
    NONE,
    UNKNOWN,
    Argument,
    ClassRef,
    Constant,
    External,
    Foreign,
    ForeignMember,
    Instance,
    Module,
    Routine,
    RuleObject,
    Sequence,
    Table,
    Text,
    Unknown,
    Value,
    Values,
    argument,
    is_unknown,
    join,
    one,
)
from auditor.linker.world import World
from auditor.model.behaviour import JUDGED
from auditor.model.facts import (
    Assign,
    Attr,
    Expr,
    Index,
    Many,
    Name,
    Star,
)
from auditor.model.program import Evidence

#: What is remembered as an attribute of a library's object.
KEPT_ON_FOREIGN = (RuleObject, Instance, Routine, ClassRef)


def enter(world: World, frame: Frame, expr: Expr, target: Expr | None) -> None:
    """Bind what a context manager of a with statement gives."""
    before = len(frame.out)
    with asked(frame) as calls:
        values = evaluate(world, frame, expr)
    if target is not None:
        own = direct_answer(world, frame, before, calls)
        note_assigned(world, frame, (target,), frozenset(calls), own)
        world.assign(frame, target, _entered(world, values))


def _entered(world: World, values: Values) -> Values:
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


def run_assign(world: World, frame: Frame, stmt: Assign) -> None:
    """An assignment or annotated name."""
    if stmt.value is None:
        if stmt.annotation is not None and isinstance(stmt.targets[0], Name):
            frame.declared.setdefault(stmt.targets[0].id, stmt.annotation)
        return
    before = len(frame.out)
    with asked(frame) as calls:
        values = evaluate(world, frame, stmt.value)
    keep_unrun(world, frame, before, stmt)
    own = direct_answer(world, frame, before, calls)
    note_reading(world, frame, stmt.value, stmt.line, own)
    answer = drawn(world, frame, stmt.value, own) if own is not None or not calls else None
    if answer is not None and answer.part == JUDGED:
        answer = part_given(frame, stmt.value) or answer
    if stmt.annotation is not None and is_unknown(values):
        promised = annotated(world, frame, stmt.annotation)
        values = promised if promised.items else values
    elif not calls:
        values = in_case(world, frame, stmt, values)
    if stmt.op:
        values = _augmented(world, frame, stmt, values)
    taken = rescued(world, frame, stmt.value, frozenset(calls))
    note_assigned(world, frame, stmt.targets, frozenset(calls), taken or answer)
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
    counted = _counted(frame, stmt, current, values)
    if counted is not None:
        return one(counted)
    if any(isinstance(v, Text) for v in (*current.items, *values.items)):
        return Values(tuple(Text(HOLE) for _ in range(1)))
    return UNKNOWN


def _counted(frame: Frame, stmt: Assign, current: Values, values: Values) -> Constant | None:
    """``number += 1`` of a function's own name, which nobody else changes."""
    target = stmt.targets[0]
    if not isinstance(target, Name) or target.id in frame.shared or frame.function is None:
        return None
    match stmt.op, current.items, values.items:
        case "+=", (Constant(int() as number, ()),), (Constant(int() as step, ()),):
            return Constant(number + step)
        case "-=", (Constant(int() as number, ()),), (Constant(int() as step, ()),):
            return Constant(number - step)
        case _:
            return None


def _noted(frame: Frame, target: Expr, values: Values, line: int) -> Values:
    """Texts remember the named places they were put into: that is the evidence shown later."""
    name = written(target)
    if name is None or len(values.items) > 12:
        return values
    shown = [v.text for v in values.items if isinstance(v, Text) and HOLE not in v.text]
    if len(shown) != 1 or " " in shown[0] or "\n" in shown[0] or len(shown[0]) > 120:
        return values
    return _with_step(values, Evidence(frame.path, line, f'{name} = "{shown[0]}"'))


def _with_step(values: Values, step: Evidence) -> Values:
    """The same values, their texts remembering one more place they passed through."""
    if not any(isinstance(v, Text) for v in values.items):
        return values
    items = tuple(
        replace(v, steps=(*v.steps, step))
        if isinstance(v, Text) and len(v.steps) < 6 and step not in v.steps
        else v
        for v in values.items
    )
    return Values(items, values.decided)


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
                owner = _owner(world, frame, id)
                before = owner.env.get(id, NONE)
                owner.env[id] = join(before, values)
                owner.filled.pop(id, None)
                kept = any(isinstance(v, KEPT_ON_FOREIGN) for v in values.items)
                if owner.parent is None and (kept or _fills(before, values)):
                    _give_global(world, owner.path, id, values)
            else:
                frame.env[id] = values
            if id in world.rules.served and frame.path in world.running:
                serve(world, frame, values)
        case Attr(base, name, line):
            holders = evaluate(world, frame, base).items
            if not renew(world, frame, base, holders, one(Text(name)), values, line):
                for holder in holders:
                    if name == "length" and isinstance(holder, Sequence):
                        cut_short(world, frame, holder, values, (frame.path, line))
                    set_attribute(world, frame, holder, name, values)
            _aim_anew(world, frame, base, holders, name, values)
        case Index(base, key, line):
            keys = evaluate(world, frame, key)
            holders = evaluate(world, frame, base).items
            if not renew(world, frame, base, holders, keys, values, line):
                for holder in holders:
                    _set_item(world, holder, keys, values)
        case Many(_, items, _):
            _unpack(world, frame, items, values)
        case Star(value, _):
            assign(world, frame, value, UNKNOWN)
        case _:
            evaluate(world, frame, target)


def _set_item(world: World, holder: Value, keys: Values, values: Values) -> None:
    for key in keys.items:
        if isinstance(holder, Table):
            world.heap.put(holder, entry_for(key), values)
        elif not isinstance(key, Constant):
            keep(world, holder, key.text if isinstance(key, Text) and key.known else None, values)


def _aim_anew(
    world: World, frame: Frame, base: Expr, holders: tuple[Value, ...], name: str, values: Values
) -> None:
    """``config.base_url = x``: what the name holds from here on asks somewhere else."""
    objects = [v for v in holders if isinstance(v, RuleObject)]
    if not isinstance(base, Name) or len(holders) != len(objects):
        return
    changed = [retargeted(world, v, name, (Argument(None, values),)) for v in objects]
    kept = [new for new in changed if new is not None]
    if kept and len(kept) == len(objects):
        frame.env[base.id] = Values(tuple(dict.fromkeys(kept)))


def _owner(world: World, frame: Frame, name: str) -> Frame:
    scope = frame.parent
    while scope is not None and scope.parent is not None and name not in scope.env:
        scope = scope.parent
    if scope is not None and scope.parent is None and name not in scope.env:
        return world.dialect.home(world, scope, name) or scope
    return scope or frame


def set_attribute(world: World, frame: Frame, holder: object, name: str, values: Values) -> None:
    """``holder.name = values``, whatever the holder is."""
    note_replaced(world, frame, holder, name, values)
    if isinstance(holder, Instance | ClassRef) and not name[:1].isupper():
        name = world.dialect.fields + name.removeprefix(world.dialect.fields)
    match holder:
        case Instance() if holder == frame.receiver and is_being_built(world, frame):
            left = left_there(frame, world.heap.load(holder, name), values)
            if left is not None:
                world.heap.settle(holder, name, left)
        case Instance():
            world.heap.store(
                holder, name, join(_shipped_before(world, holder, name, values), values)
            )
            if holder != frame.receiver and any(outside_bases(world, holder.cls)):
                # Others may be handed the same object as one of the library's own class.
                keep_attribute(world, name, values)
        case ClassRef(number):
            body = world.frame_of(world.classes[number].frame)
            if body is not None:
                body.env[name] = join(body.env.get(name, NONE), values)
        case Foreign() | ForeignMember() | Unknown():
            keep_attribute(world, name, values)
            if isinstance(holder, Unknown):
                keep_member(world, holder, name, values)
                return
            if isinstance(holder, Foreign) and world.rules.entry_calls.find(holder.name):
                _hand_later(world, holder, name, values)
            if any(is_kept(world, v) for v in values.items):
                place = foreign_place(holder, name)
                world.kept[place] = join(world.kept.get(place, NONE), values)
        case Table():
            world.heap.put(holder, name, values)
        case Module(path):
            module = world.module_frame(path)
            module.env[name] = join(module.env.get(name, NONE), values)
            _give_global(world, path, name, values)
        case External(full):
            keep_global(world, f"{full}.{name}", values)
        case _:
            pass


def _shipped_before(world: World, holder: Instance, name: str, values: Values) -> Values:
    """What the class gives an attribute that is set to something unknown, such as an option.

    Whoever leaves the option out gets that. Nothing, where something is set that may not be there.
    """
    if world.heap.load(holder, name) is not None:
        return NONE
    given = class_attribute(world, holder.cls, name) or NONE
    said = [v for v in values.items if not isinstance(v, Unknown)]
    if any(not isinstance(v, Constant) or v.value is not None for v in said):
        return given if given == one(Constant(None)) else NONE
    return given


def _hand_later(world: World, holder: Foreign, name: str, values: Values) -> None:
    """``command.Run = handler``: as if the framework had been given it with the rest."""
    for place, entry in world.registrations.items():
        same = (entry.path, entry.line) == holder.site and entry.name == holder.name
        if same and entry.method is None and argument(entry.args, name) is None:
            given = (*entry.args, Argument(name, values))
            world.registrations[place] = replace(entry, args=given)


def _fills(before: Values, values: Values) -> bool:
    """Whether a name that may hold nothing is given something: ``pool = await connect()``."""
    nothing = Constant(None)
    return nothing in before.items and any(v != nothing for v in values.items)


def _give_global(world: World, path: str, name: str, values: Values) -> None:
    """What runs before this line in the file may run after it: the next round begins with it."""
    if not world.in_tests:
        key = (path, name)
        world.given_globals[key] = join(world.given_globals.get(key, NONE), values)


def _unpack(world: World, frame: Frame, items: tuple[Expr, ...], values: Values) -> None:
    starred = [n for n, item in enumerate(items) if isinstance(item, Star)]
    known = rounds(world, values)
    if starred and known is not None and len(known) >= len(items) - 1:
        # The starred target takes what the others leave.
        before, after = starred[0], len(items) - starred[0] - 1
        rest = known[before : len(known) - after]
        pieces = (*known[:before], None, *known[len(known) - after :])
        for item, piece in zip(items, pieces, strict=True):
            if isinstance(item, Star):
                site = (frame.path, item.line)
                assign(world, frame, item.value, one(world.heap.sequence(site, rest)))
            elif piece is not None:
                assign(world, frame, item, piece)
        return
    for position, item in enumerate(items):
        parts = [
            world.get_item(value, position) for value in values.items if isinstance(value, Sequence)
        ]
        if world.dialect.several and position == 0:
            parts += [one(value) for value in values.items if not isinstance(value, Sequence)]
        assign(world, frame, item, join(*parts) if parts else UNKNOWN)
