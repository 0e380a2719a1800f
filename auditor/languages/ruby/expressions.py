"""Operators, lists, mappings, items, and whatever else is a value."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_expression, lower_inner, lower_loose
from auditor.languages.objects.numbers import lower_number
from auditor.languages.objects.operators import UNARY, lower_binary, lower_ternary, run_at_once
from auditor.languages.objects.reading import ExpressionHandler, Reading, named
from auditor.languages.objects.values import as_value
from auditor.languages.reading import line_of, span_of
from auditor.languages.ruby import branches, calls, names, rescues, statements, texts
from auditor.languages.ruby.calls import pair_of
from auditor.languages.ruby.jumps import JUMPS
from auditor.languages.ruby.names import lower_spread
from auditor.model.facts import Const, Expr, Index, Many, Mapping, Stmt, Unary


def lower_array(reading: Reading, node: Node) -> Expr:
    """``[a, *b, k: c]``, ``%w[a b]``."""
    line = line_of(reading, node)
    items: list[Expr] = []
    pairs: list[tuple[Expr | None, Expr]] = []
    for child in named(reading, node):
        if child.type == "pair":
            pairs.append(pair_of(reading, child))
        else:
            items.append(lower_spread(reading, child))
    if pairs:
        items.append(Mapping(tuple(pairs), line))
    return Many("list", tuple(items), line)


def lower_hash(reading: Reading, node: Node) -> Expr:
    """``{ a: 1, "b" => 2, **c }``."""
    pairs: list[tuple[Expr | None, Expr]] = []
    for child in named(reading, node):
        inner = named(reading, child)
        if child.type == "pair":
            pairs.append(pair_of(reading, child))
        elif inner:
            pairs.append((None, lower_expression(reading, inner[0])))
    return Mapping(tuple(pairs), line_of(reading, node))


def lower_item(reading: Reading, node: Node) -> Expr:
    """``a[b]``; ``a[b, c]`` and ``a[b..c]`` are stretches, which are not followed."""
    holder = node.child_by_field_name("object")
    keys = [child for child in named(reading, node) if child != holder]
    if holder is None or len(keys) != 1 or keys[0].type in ("range", "pair", "splat_argument"):
        return lower_loose(reading, node)
    base, key = lower_expression(reading, holder), lower_expression(reading, keys[0])
    return Index(base, key, line_of(reading, node))


def lower_unary(reading: Reading, node: Node) -> Expr:
    """``!x``, ``not x``, ``-x``; ``defined?(x)`` is not known."""
    operand = node.child_by_field_name("operand")
    word = node.children[0].type if node.children else ""
    sign = "not" if word == "not" else UNARY.get(word)
    if operand is None or sign is None:
        return lower_loose(reading, node)
    return Unary(sign, lower_expression(reading, operand), line_of(reading, node))


def lower_jump(reading: Reading, node: Node) -> Expr:
    """``return`` and its like inside of an expression."""
    out: list[Stmt] = []
    statements.lower_jump(reading, node, out)
    return run_at_once(tuple(out), span_of(reading, node))


def lower_group(reading: Reading, node: Node) -> Expr:
    """``(a)``, and ``(a; b)``, whose value is the last one."""
    words = named(reading, node)
    if len(words) == 1:
        return lower_inner(reading, node)
    return as_value(reading, node) if words else Const(None, line_of(reading, node))


_BRANCHES = frozenset(branches.BRANCHING) - {"binary", "conditional"}

HANDLERS: dict[str, ExpressionHandler] = {
    **dict.fromkeys((*_BRANCHES, *rescues.BRANCHING), as_value),
    **dict.fromkeys(JUMPS, lower_jump),
    **names.HANDLERS,
    **texts.HANDLERS,
    **calls.HANDLERS,
    **dict.fromkeys(("array", "string_array", "symbol_array"), lower_array),
    **dict.fromkeys(("assignment", "operator_assignment"), statements.lower_assigned),
    "hash": lower_hash,
    "element_reference": lower_item,
    "binary": lower_binary,
    "unary": lower_unary,
    "conditional": lower_ternary,
    "parenthesized_statements": lower_group,
    "integer": lower_number,
    "float": lower_number,
}
