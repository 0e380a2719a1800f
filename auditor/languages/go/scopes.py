"""Blocks that declare a name which the function has declared around them: it is another variable.

The facts know the variables of a function, not those of a block, so the inner one gets a name that
no source can contain. Errors keep theirs: what is done about them is told by their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from tree_sitter import Node

from auditor.languages.go.errors import is_error_name
from auditor.languages.go.reading import Reading, line_of, text_of

_FUNCTIONS = frozenset({"function_declaration", "method_declaration", "func_literal"})
_VARIABLES = frozenset({"var_declaration", "var_spec_list", "const_declaration"})
_SPECS = frozenset({"var_spec", "const_spec"})


@contextmanager
def block_scope(reading: Reading, statements: Iterable[Node | None]) -> Iterator[None]:
    """While a block of these statements is lowered, or what is governed by a head with them."""
    names = _declared(reading, statements)
    if not names:
        yield
        return
    outer = reading.visible, reading.renamed
    hiding = {
        name: f"{name} {line_of(reading, node)}:{node.start_point[1]}"
        for name, node in names.items()
        if name in reading.visible
    }
    reading.visible = reading.visible | names.keys()
    reading.renamed = {**reading.renamed, **hiding}
    yield
    reading.visible, reading.renamed = outer


@contextmanager
def function_scope(
    reading: Reading, given: Iterable[str], statements: Iterable[Node]
) -> Iterator[None]:
    """While a function is lowered that declares these on top. The facts keep its names apart."""
    outer = reading.visible, reading.renamed
    names = {*given, *_declared(reading, statements)}
    reading.visible = frozenset(names)
    kept = reading.renamed.items()
    reading.renamed = {name: new for name, new in kept if name not in names}
    yield
    reading.visible, reading.renamed = outer


def is_body(block: Node) -> bool:
    """Whether a block is that of a function, where its parameters are declared as well."""
    return block.parent is not None and block.parent.type in _FUNCTIONS


def _declared(reading: Reading, statements: Iterable[Node | None]) -> dict[str, Node]:
    """The names that these statements declare, each with its place."""
    found: dict[str, Node] = {}
    stack = [node for node in statements if node is not None]
    while stack:
        node = stack.pop()
        kind = node.type
        if kind in _VARIABLES:
            stack.extend(node.named_children)
            continue
        names: list[Node] = []
        if kind in _SPECS:
            names = node.children_by_field_name("name")
        elif kind == "short_var_declaration" or _binds(node):
            left = node.child_by_field_name("left")
            names = left.named_children if left is not None else []
        for name in names:
            text = text_of(reading, name) if name.type == "identifier" else "_"
            if text != "_" and not is_error_name(text):
                found[text] = name
    return found


def _binds(node: Node) -> bool:
    """Whether it is the head of a loop that declares what it goes through."""
    return node.type == "range_clause" and any(child.type == ":=" for child in node.children)
