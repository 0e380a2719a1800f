"""Modes of one command: what ``tool --chat`` does, and what ``tool train`` does.

A command whose branches ask models for different options is several workflows to its users.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from auditor.linker.entries import Entry, routine_in
from auditor.linker.frame import Frame
from auditor.linker.values import Foreign, ForeignMember, Value
from auditor.linker.world import World
from auditor.model.behaviour import Behaviour, Enter, asks_in
from auditor.model.behaviour import Sequence as Steps
from auditor.model.facts import Attr, Binary, Call, Const, Evaluate, Expr, If, Name, Stmt

#: Kinds of entry points that a person starts with options.
COMMANDS = frozenset({"cli", "main"})
#: What parsing a command line by hand gives.
PARSED = ("parse_args", "parse_known_args")


@dataclass(frozen=True, slots=True)
class Mode:
    """One arm of a command: the word that selects it, where it stands, and what it does."""

    word: str
    line: int
    body: tuple[Stmt, ...]
    steps: Steps
    otherwise: Steps


def note_mode(world: World, frame: Frame, stmt: If, steps: Steps, otherwise: Steps) -> None:
    """Remember both arms of a test for an option."""
    word = _word(frame, stmt.test)
    if word is not None and frame.function is not None and stmt.body:
        mode = Mode(word, stmt.line, stmt.body, steps, otherwise)
        world.modes.setdefault(frame.function.number, {})[stmt.line] = mode


def _word(frame: Frame, test: Expr) -> str | None:
    """``--chat`` for a test whether an option is given, ``train`` for a test what it is."""
    match test:
        case Binary("==", left, Const(str() as text)) if _option(frame, left) is not None:
            return text
        case _:
            name = _option(frame, test)
            return f"--{name.replace('_', '-')}" if name is not None else None


def _option(frame: Frame, expr: Expr) -> str | None:
    match expr:
        case Name(id) if frame.function is not None:
            return id if any(p.name == id for p in frame.function.node.params) else None
        case Attr(Name(id), name) if id in frame.env and all(
            _is_parsed(value) for value in frame.env[id].items
        ):
            return name
        case _:
            return None


def _is_parsed(value: Value) -> bool:
    match value:
        case Foreign(name):
            return name.rpartition(".")[2] in PARSED
        case ForeignMember(_, path):
            return path.rpartition(".")[2] in PARSED
        case _:
            return False


def modes_of(world: World, entry: Entry) -> Iterator[tuple[Entry, Behaviour]]:
    """The modes of a command in which models are asked, if there are several."""
    if entry.kind not in COMMANDS:
        return
    for number in _commands(world, entry):
        noted = world.modes.get(number, {})
        asking = [noted[line] for line in sorted(noted) if asks_in(noted[line].steps)]
        arms = len(asking) + sum(asks_in(mode.otherwise) for mode in asking)
        for mode in asking if arms > 1 else ():
            yield _entry(world, entry, mode), mode.steps


def _commands(world: World, entry: Entry) -> Iterator[int]:
    """The functions that parse or are given the options."""
    for value in entry.values.items:
        routine = routine_in(value)
        if routine is not None:
            yield routine.number
    if entry.block is not None:
        # What stands below ``if __name__ == "__main__"`` is one call of it.
        for info in world.functions[:]:
            if (info.path, info.qualname) == (entry.path, entry.function):
                yield info.number


def _entry(world: World, entry: Entry, mode: Mode) -> Entry:
    """Where the mode begins: in the function that it hands over to, else at its test."""
    begun = replace(entry, title=f"{entry.title} {mode.word}", line=mode.line)
    match mode.body, mode.steps.items:
        case (Evaluate(Call()),), (Enter(function=name),):
            for info in world.functions[:]:
                if name == f"{info.path}:{info.qualname}":
                    return replace(begun, path=info.path, line=info.node.span.line,
                                   function=info.qualname)  # fmt: skip
    return begun
