"""What the hooks of a screen's component give: state, references, remembered values."""

from __future__ import annotations

from auditor.linker.common_library import first
from auditor.linker.dialect import LibraryFunction
from auditor.linker.frame import Frame
from auditor.linker.handoffs import is_callable
from auditor.linker.values import NONE, UNKNOWN, Arguments, Values, join, one
from auditor.linker.world import Place, World


def _made(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``useMemo(() => new Client(), [])``: what the function gives."""
    return world.call_values(frame, args[0].values, (), place) if args else UNKNOWN


def _initial(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """A value, or what a function gives that makes it."""
    makers = args and all(is_callable(v) for v in args[0].values.items)
    return _made(world, frame, args, place) if makers else (args[0].values if args else NONE)


def _state(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``const [model, setModel] = useState("x")``: the first value, or whatever is set later."""
    held = join(_initial(world, frame, args, place), UNKNOWN)
    return one(world.heap.sequence((place.path, place.line), (held, UNKNOWN)))


def _reference(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``useRef(new Client())``: an object with what it was given under ``current``."""
    held = args[0].values if args else NONE
    return one(world.heap.table((place.path, place.line), (("current", held),)))


HOOKS: dict[str, LibraryFunction] = {
    "react.cache": first,
    "react.memo": first,
    "react.forwardRef": first,
    "react.useCallback": first,
    "react.useMemo": _made,
    "react.useState": _state,
    "react.useRef": _reference,
}
