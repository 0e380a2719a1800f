"""Parameters of methods and blocks."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.reading import Reading, place_name
from auditor.languages.reading import line_of, text_of
from auditor.languages.ruby.names import BLOCK
from auditor.model.facts import Assign, Const, Many, Name, Param, Stmt

_STARS = {"splat_parameter": 1, "hash_splat_parameter": 2}


def lower_parameters(reading: Reading, node: Node | None) -> tuple[list[Param], list[Stmt]]:
    """``(a, b = 1, *c, d:, e: 2, **f, &g)``, and what must be done first of all with them."""
    params: list[Param] = []
    before: list[Stmt] = []
    for child in node.named_children if node is not None else ():
        _add(reading, child, params, before)
    return params, before


def _add(reading: Reading, node: Node, params: list[Param], before: list[Stmt]) -> None:
    line = line_of(reading, node)
    called = node.child_by_field_name("name")
    name = text_of(reading, called) if called is not None else ""
    match node.type:
        case "identifier":
            params.append(Param(text_of(reading, node), None, None))
        case "optional_parameter" | "keyword_parameter":
            value = node.child_by_field_name("value")
            default = lower_expression(reading, value) if value is not None else None
            keyword = node.type == "keyword_parameter"
            params.append(Param(name, default, None, keyword=keyword))
        case "splat_parameter" | "hash_splat_parameter":
            stars = _STARS[node.type]
            params.append(Param(name or "*" * stars, None, None, stars))
        case "block_parameter" if name:
            before.append(Assign((Name(name, line),), Name(BLOCK, line), None, "", line))
        case "forward_parameter":
            params.append(Param("...", None, None, 1))
        case "destructured_parameter":
            held = place_name(reading, "pair", node)
            items = tuple(
                Name(text_of(reading, c), line) for c in node.named_children
                if c.type == "identifier"
            )  # fmt: skip
            params.append(Param(held, None, None))
            target = Many("tuple", items, line)
            before.append(Assign((target,), Name(held, line), None, "", line))
        case _:
            pass


def block_parameter(line: int) -> Param:
    """The block that a method may be handed."""
    return Param(BLOCK, Const(None, line), None, keyword=True)


def names_of(params: list[Param], before: list[Stmt]) -> set[str]:
    """The locals that parameters make."""
    found = {param.name for param in params}
    for stmt in before:
        targets = stmt.targets if isinstance(stmt, Assign) else ()
        for target in targets:
            items = target.items if isinstance(target, Many) else (target,)
            found.update(item.id for item in items if isinstance(item, Name))
    return found
