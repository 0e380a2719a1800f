"""Statements: declarations of locals, assignments, loops and jumps."""

from __future__ import annotations

import re
from functools import lru_cache

from tree_sitter import Node

from auditor.languages.kotlin.jumps import LEAVES, is_jump
from auditor.languages.kotlin.properties import lower_local, target_of
from auditor.languages.objects.assignments import lower_effect, lower_target
from auditor.languages.objects.blocks import lower_braces, lower_throw
from auditor.languages.objects.dispatch import lower_body, lower_expression
from auditor.languages.objects.operators import run_at_once
from auditor.languages.objects.reading import Reading, is_local, named
from auditor.languages.objects.values import evaluated, into, lower_into, returned
from auditor.languages.reading import line_of, span_of, text_of
from auditor.model.facts import (
    Attr,
    Const,
    Evaluate,
    Expr,
    For,
    Leave,
    Name,
    Raise,
    Return,
    Stmt,
    While,
)

_DECLARATION = re.compile(r"\b(?:fun|val|var|class|object)\b([^\n=(]*)")
_IMPORT = re.compile(r"^import\b[^\n]*?\b(\w+)\s*$", re.MULTILINE)
_WORD = re.compile(r"\w+")


def lower_assignment(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``x = value``, ``x += value``."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    sign = node.child_by_field_name("operator")
    if left is None or right is None:
        return
    op = sign.type if sign is not None and sign.type != "=" else ""
    lower_into(reading, right, into(_target(reading, left), op=op), out)


def _target(reading: Reading, node: Node) -> Expr:
    """What is assigned to; inside of ``apply`` a bare name may be one of the value's."""
    if node.type == "identifier" and reading.implicit:
        name, line = text_of(reading, node), line_of(reading, node)
        if not is_known(reading, name):
            return Attr(Name(reading.implicit[-1], line), name, line)
    return lower_target(reading, node)


def is_known(reading: Reading, name: str) -> bool:
    """Whether a name is declared around a place, in its file, or imported by it."""
    if is_local(reading, name) or any(name in scope.fields for scope in reading.types):
        return True
    return name in _declared(reading.text)


@lru_cache(maxsize=1)
def _declared(text: str) -> frozenset[str]:
    """The names that a file declares or imports; those of one file are asked for one by one."""
    found = {word for line in _DECLARATION.findall(text) for word in _WORD.findall(line)}
    return frozenset({*found, *_IMPORT.findall(text)})


def lower_for(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``for (x in xs)``."""
    words = named(reading, node)
    line = line_of(reading, node)
    place = next((n for n, c in enumerate(words) if "variable_declaration" in c.type), None)
    if place is None or len(words) < place + 2:
        lower_braces(reading, node, out)
        return
    target = target_of(reading, words[place])
    iterable = lower_expression(reading, words[place + 1])
    body = lower_body(reading, words[place + 2] if len(words) > place + 2 else None)
    out.append(For(target, iterable, body, (), line))


def lower_while(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``while`` and ``do ... while``."""
    test = node.child_by_field_name("condition")
    line = line_of(reading, node)
    condition = lower_expression(reading, test) if test is not None else Const(True, line)
    content = next((c for c in named(reading, node) if c != test), None)
    out.append(While(condition, lower_body(reading, content), (), line))


def lower_return(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``return value``, ``return@label value``."""
    label = node.child_by_field_name("label")
    words = [word for word in named(reading, node) if word != label]
    if words:
        lower_into(reading, words[0], returned, out)
    else:
        out.append(Return(None, line_of(reading, node)))


def lower_name(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """A name that stands for itself: the grammar reads ``break`` and ``continue`` as names."""
    word, line = text_of(reading, node), line_of(reading, node)
    out.append(Leave(word, line) if word in LEAVES
               else Evaluate(lower_expression(reading, node), line))  # fmt: skip


def lower_labeled(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``label@ for ...``, ``break@label``."""
    word = text_of(reading, node).partition("@")[0]
    if word in LEAVES:
        out.append(Leave(word, line_of(reading, node)))
        return
    lower_braces(reading, node, out)


def lower_value(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """An expression of which nothing is made."""
    if is_jump(reading, node) and node.type == "call_expression":
        out.append(Raise(lower_expression(reading, node), line_of(reading, node)))
        return
    lower_into(reading, node, evaluated, out)


def lower_jump(reading: Reading, node: Node) -> Expr:
    """``return`` and ``throw`` inside of an expression."""
    out: list[Stmt] = []
    (lower_return if node.type == "return_expression" else lower_throw)(reading, node, out)
    return run_at_once(tuple(out), span_of(reading, node))


HANDLERS = {
    "block": lower_braces,
    "property_declaration": lower_local,
    "assignment": lower_assignment,
    "for_statement": lower_for,
    "while_statement": lower_while,
    "do_while_statement": lower_while,
    "return_expression": lower_return,
    "throw_expression": lower_throw,
    "labeled_expression": lower_labeled,
    "identifier": lower_name,
    "unary_expression": lower_effect,
    **dict.fromkeys(
        ("if_expression", "when_expression", "try_expression", "binary_expression",
         "call_expression", "parenthesized_expression"),
        lower_value,
    ),
}  # fmt: skip
