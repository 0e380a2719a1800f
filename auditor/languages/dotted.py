"""Dotted names, read without recursion: ``a.b.c``."""

from __future__ import annotations

from collections.abc import Callable, Collection

from tree_sitter import Node

from auditor.languages.reading import Reading, line_of, text_of
from auditor.model.facts import Attr, Expr, Name, Opaque

#: Names longer than this many members are cut; it also keeps a walk over all calls linear.
_MAX_MEMBERS = 20


def read_dotted(
    reading: Reading,
    node: Node,
    members: Collection[str],
    names: Collection[str],
    name_of: Callable[[Reading, Node], str] = text_of,
) -> Expr:
    """A dotted name; ``members`` are the types of ``a.b``, ``names`` those of ``a``."""
    read: list[Node] = []
    while node.type in members and len(read) < _MAX_MEMBERS:
        read.append(node.children[-1])
        node = node.children[0]
    line = line_of(reading, node)
    dotted: Expr = Opaque((), line)
    if node.type in names:
        dotted = Name(name_of(reading, node), line)
    for name in reversed(read):
        dotted = Attr(dotted, name_of(reading, name), line)
    return dotted
