"""Whether a value, and what a function gives back, is something or nothing."""

from __future__ import annotations

from auditor.linker.conditions import truth_of
from auditor.linker.frame import Frame
from auditor.linker.values import Sequence, Table, Values, is_unknown
from auditor.linker.world import World
from auditor.model.facts import Call, Const, Expr, Many, Mapping, Name

SOMETHING, NOTHING = "something", "nothing"
Gives = tuple[tuple[str, str], ...]


def kind_of(world: World, values: Values) -> str:
    """Whether a value is something or nothing; empty where that is not known."""
    if len(values.items) == 1:
        match values.items[0]:
            case Sequence(number):
                return SOMETHING if world.heap.items.get(number) else NOTHING
            case Table(number):
                return SOMETHING if world.heap.entries.get(number) else NOTHING
            case _:
                pass
    arm = truth_of(values).arm()
    return "" if arm is None else (SOMETHING, NOTHING)[arm]


def gives_of(world: World, frame: Frame, expr: Expr | None) -> Gives:
    """What a returned expression is, and what its parts are."""
    match expr:
        case None:
            return (("", NOTHING),)
        case Many(items=items):
            parts = [(str(n), _kind(world, frame, item)) for n, item in enumerate(items)]
        case Mapping(items=pairs):
            parts = [
                (str(key.value), _kind(world, frame, item))
                for key, item in pairs
                if isinstance(key, Const)
            ]
        case Call(args=args):
            parts = [(a.name, _kind(world, frame, a.value)) for a in args if a.name]
            return (("", SOMETHING), *((name, kind) for name, kind in parts if kind))
        case _:
            kind = _kind(world, frame, expr)
            return (("", kind),) if kind else ()
    whole = SOMETHING if parts else NOTHING
    return (("", whole), *((name, kind) for name, kind in parts if kind))


def _kind(world: World, frame: Frame, expr: Expr) -> str:
    match expr:
        case Const(value):
            return SOMETHING if value else NOTHING
        case Many(items=items) | Mapping(items=items):
            return SOMETHING if items else NOTHING
        case Name(id) if id in frame.env and not is_unknown(frame.env[id]):
            return kind_of(world, frame.env[id])
        case _:
            return SOMETHING
