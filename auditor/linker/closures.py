"""What functions take from the function they were defined in: they differ with the values of that.

``for model in models: again(lambda: ask(model))`` hands on the same lambda in every round, and yet
each of them asks another model.
"""

from __future__ import annotations

from auditor.linker.exposed import names_read
from auditor.linker.values import Routine, Value, Values
from auditor.linker.world import World

Taken = tuple[tuple[str, tuple[Value, ...]], ...]

#: How the argument is called that holds the block which a function is handed.
BLOCK = "<block>"


def taken_by(world: World, number: int, closure: int) -> Taken:
    """The names of the function around it that a function reads, and what they hold now."""
    frame = world.frame_of(closure)
    if frame is None or frame.function is None:
        return ()
    names = names_read(world, world.functions[number].node.body)
    return tuple((name, held.items) for name, held in frame.env.items() if name in names)


def taken_with(world: World, env: dict[str, Values]) -> tuple[Taken, ...]:
    """The same for every function among the arguments."""
    return tuple(
        taken_by(world, value.number, value.frame)
        for values in env.values()
        for value in values.items
        if isinstance(value, Routine) and value.frame
    )
