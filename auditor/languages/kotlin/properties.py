"""Properties: the name, the type, and what they are set to."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.kotlin.types import annotations_of, set_to, type_in
from auditor.languages.objects.dispatch import lower_first
from auditor.languages.objects.functions import annotated
from auditor.languages.objects.reading import Reading, child_of, declare, named
from auditor.languages.objects.values import into, lower_into
from auditor.languages.reading import line_of, take_ahead, text_of
from auditor.model.facts import Const, Expr, Many, Name, Stmt


def name_of(reading: Reading, node: Node) -> str:
    """The name of a property of a type; empty for what is none."""
    held = child_of(node, "variable_declaration")
    name = next(iter(named(reading, held)), None) if held is not None else None
    return text_of(reading, name).strip("`") if name is not None else ""


def property_type(reading: Reading, node: Node) -> Expr | None:
    """The type that a property is declared with."""
    held = child_of(node, "variable_declaration")
    return type_in(reading, held) if held is not None else None


def _promised(reading: Reading, node: Node) -> Expr | None:
    """What is there without being set: made when it is first read, or put there by a framework."""
    held = child_of(node, "property_delegate")
    if held is not None:
        return lower_first(reading, held)
    return annotated(reading, node, annotations_of(reading, node))


def lower_field(reading: Reading, node: Node, target: Expr, out: list[Stmt]) -> None:
    """The value of a property of a type goes to ``target``."""
    start, waiting = len(out), len(reading.ahead)
    sink = into(target, property_type(reading, node))
    value = set_to(node.children)
    promised = _promised(reading, node) if value is None else None
    if value is not None:
        lower_into(reading, value, sink, out)
    elif promised is not None:
        out.append(sink(promised, line_of(reading, node)))
    out[start:start] = take_ahead(reading.ahead, waiting)


def lower_local(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``val x: T = value``, ``val (a, b) = pair``, ``val x by lazy { value }``."""
    line = line_of(reading, node)
    held = next((c for c in node.named_children if "variable_declaration" in c.type), None)
    if held is None:
        return
    sink = into(target_of(reading, held), property_type(reading, node))
    value = set_to(node.children)
    if value is not None:
        lower_into(reading, value, sink, out)
    else:
        out.append(sink(_promised(reading, node) or Const(None, line), line))


def target_of(reading: Reading, node: Node) -> Expr:
    """``x`` and ``(a, b)`` as what is assigned to."""
    line = line_of(reading, node)
    if node.type == "multi_variable_declaration":
        names = tuple(Name(_declare(reading, c), line) for c in named(reading, node))
        return Many("tuple", names, line)
    return Name(_declare(reading, node), line)


def _declare(reading: Reading, node: Node) -> str:
    words = named(reading, node)
    name = text_of(reading, words[0]).strip("`") if words else "_"
    declare(reading, name)
    return name
