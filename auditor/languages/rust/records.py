"""Records that a text, a file or the environment is read into, by the type that is asked for."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.reading import Reading
from auditor.languages.rust.jumps import called, holder_of
from auditor.languages.rust.types import lower_type
from auditor.model.facts import Attr, Expr, Name

_READERS = frozenset({
    "from_str", "from_slice", "from_reader", "extract", "try_deserialize", "deserialize",
    "from_env", "from_value", "load",
})  # fmt: skip
#: What may stand between a call and the place where its value goes.
_BETWEEN = frozenset({"try_expression", "await_expression", "call_expression", "field_expression"})


def read_into(reading: Reading, node: Node) -> Expr | None:
    """The type that a call reads a record of; None for any other call."""
    if called(reading, node) not in _READERS:
        return None
    kind = _asked(node) or _declared(node)
    found = lower_type(reading, kind)
    return found if isinstance(found, Name | Attr) else None


def _asked(node: Node) -> Node | None:
    """``from_str::<T>(text)``."""
    function = node.child_by_field_name("function")
    given = function.child_by_field_name("type_arguments") if function is not None else None
    return given.named_children[0] if given is not None and given.named_children else None


def _declared(node: Node) -> Node | None:
    """``let value: T = from_str(text)?;``: the type stands where the value goes."""
    around = node.parent
    while around is not None and around.type in _BETWEEN:
        if around.type == "call_expression" and holder_of(around) is None:
            return None
        around = around.parent
    if around is None or around.type != "let_declaration":
        return None
    return around.child_by_field_name("type")
