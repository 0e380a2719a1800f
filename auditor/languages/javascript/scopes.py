"""Which names blocks, functions and whole scripts declare: see ``inner_names``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager

from tree_sitter import Node

from auditor.languages.inner_names import declaring
from auditor.languages.javascript.reading import Reading, text_of

_DEFINITIONS = frozenset(
    {"function_declaration", "class_declaration", "generator_function_declaration"}
)
_OF_BLOCKS = frozenset({"lexical_declaration", "using_declaration"})
_OF_FUNCTIONS = frozenset(
    {*_DEFINITIONS, *_OF_BLOCKS, "variable_declaration", "export_statement", "import_statement"}
)
_NAMES = frozenset({"identifier", "shorthand_property_identifier_pattern"})
#: The name stands first, and behind it a value; or last, and before it a key.
_FIRST = frozenset({"variable_declarator", "assignment_pattern", "object_assignment_pattern"})
_LAST = frozenset({"pair_pattern", "import_specifier"})
_ALL = frozenset({
    *_OF_FUNCTIONS, "object_pattern", "array_pattern", "rest_pattern", "formal_parameters",
    "required_parameter", "optional_parameter", "import_clause", "named_imports",
    "namespace_import",
})  # fmt: skip


def block_scope(
    reading: Reading, statements: Iterable[Node], *patterns: Node | None
) -> AbstractContextManager[None]:
    """While a block of these statements is lowered, behind a head that binds these patterns."""
    declares = [node for node in statements if node.type in _OF_BLOCKS]
    bound = [node for node in patterns if node is not None]
    return declaring(reading, _bound(reading, [*declares, *bound]))


@contextmanager
def function_scope(
    reading: Reading, statements: Iterable[Node], parameters: Node | None = None
) -> Iterator[None]:
    """While a function is lowered, or a whole script. The facts keep its variables apart."""
    declares = [node for node in statements if node.type in _OF_FUNCTIONS]
    names = _bound(reading, [*declares, *([parameters] if parameters is not None else [])])
    outer = reading.visible, reading.renamed
    reading.visible = reading.visible | names.keys()
    if not reading.renamed.keys().isdisjoint(names):
        given = reading.renamed.items()
        reading.renamed = {name: new for name, new in given if name not in names}
    yield
    reading.visible, reading.renamed = outer


def _bound(reading: Reading, nodes: list[Node]) -> dict[str, Node]:
    """The names that declarations and patterns bind, each with its place."""
    names: dict[str, Node] = {}
    stack = nodes
    while stack:
        node = stack.pop()
        kind = node.type
        if kind in _NAMES:
            names[text_of(reading, node)] = node
        elif kind in _DEFINITIONS:
            stack.extend(node.children_by_field_name("name"))
        elif kind in _FIRST:
            stack.extend(node.named_children[:1])
        elif kind in _LAST:
            stack.extend(node.named_children[-1:])
        elif kind in _ALL:
            stack.extend(node.named_children)
    return names
