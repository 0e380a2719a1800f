"""Names that a block declares although they are declared around it: they get names of their own.

The facts know the variables of a function, not those of a block. So where ``let text`` stands in a
``catch`` beside the ``text`` outside, the inner one gets a name that no source can contain. Names
that hide none keep theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from tree_sitter import Node

from auditor.languages.reading import Reading, line_of, text_of


@dataclass(slots=True)
class BlockReading(Reading):
    """One file of a language whose blocks have names of their own.

    ``visible`` are the names that are declared here or around, ``renamed`` what those of blocks are
    called that hide one of them.
    """

    visible: frozenset[str] = frozenset()
    renamed: dict[str, str] = field(default_factory=dict)


def name_of(reading: BlockReading, node: Node) -> str:
    """What a variable is called in the facts."""
    name = text_of(reading, node)
    return reading.renamed.get(name, name) if reading.renamed else name


@contextmanager
def declaring(reading: BlockReading, names: Mapping[str, Node]) -> Iterator[None]:
    """While a block is lowered that declares these names, each at its place."""
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
