"""Which names blocks and functions declare: see ``inner_names``.

Errors keep their names in blocks, too: what is done about them is told by their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager

from tree_sitter import Node

from auditor.languages.go.errors import is_error_name
from auditor.languages.go.reading import Reading, text_of
from auditor.languages.inner_names import declaring

_FUNCTIONS = frozenset({"function_declaration", "method_declaration", "func_literal"})
_VARIABLES = frozenset({"var_declaration", "var_spec_list", "const_declaration"})
_SPECS = frozenset({"var_spec", "const_spec"})


def block_scope(
    reading: Reading, statements: Iterable[Node | None]
) -> AbstractContextManager[None]:
    """While a block of these statements is lowered, or what is governed by a head with them."""
    return declaring(reading, _declared(reading, statements))


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
