"""What a name's dictionary is after an assignment to one of its entries.

The heap keeps whatever was ever put into a dictionary. Under a name of a function it is known
better: from here on the entry is what was assigned last.
"""

from __future__ import annotations

from auditor.linker.frame import Frame
from auditor.linker.iteration import key_of
from auditor.linker.values import NONE, Constant, Table, Text, Value, Values, one
from auditor.linker.world import World
from auditor.model.facts import Expr, Name


def renew(
    world: World,
    frame: Frame,
    base: Expr,
    holders: tuple[Value, ...],
    keys: Values,
    values: Values,
    line: int,
) -> bool:
    """``name[key] = value``: under this name the dictionary now has exactly this value.

    True where nobody else needs to hear of it.
    """
    if not isinstance(base, Name) or frame.function is None:
        # What a module's name holds is shared with everybody who imported it.
        return False
    if len(holders) != 1 or len(keys.items) != 1:
        return False
    table, key = holders[0], key_of(keys.items[0])
    if not isinstance(table, Table) or key is None or frame.env.get(base.id, NONE).items != holders:
        return False
    only = _is_private(world, frame, base.id, table) or _own_settings(world, frame, base.id, values)
    entries = {**world.heap.entries.get(table.number, {}), str(key): values}
    renewed = world.heap.table((frame.path, line), tuple(entries.items()))
    frame.env[base.id] = one(renewed)
    return only


def _is_private(world: World, frame: Frame, name: str, table: Table) -> bool:
    """Whether the function built the dictionary itself and has it under this name alone."""
    path, line = world.heap.sites.get(table.number, ("", 0))
    function = frame.function
    if function is None or path != frame.path or table.number in world.heap.held:
        return False
    span = function.node.span
    if not span.line <= line <= span.end_line or name in frame.shared:
        return False
    return not any(table in v.items for other, v in frame.env.items() if other != name)


def _own_settings(world: World, frame: Frame, name: str, values: Values) -> bool:
    """``options.base_url = "x"`` in a constructor: meant for this object, whoever shares them."""
    function = frame.function
    if function is None or function.node.name != world.dialect.constructor:
        return False
    given = any(param.name == name for param in function.node.params)
    return given and all(isinstance(v, Text | Constant) for v in values.items)
