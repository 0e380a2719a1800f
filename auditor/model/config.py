"""What configuration files say: settings with the lines on which they stand.

Every syntax is read into the same tree: a file is a list of documents, a document a ``Node``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from auditor.model.source import Diagnostic

#: Stands in a text for what could not be worked out, such as a template.
HOLE = "\x00"
#: What a configuration line may be, as docs/report.md explains.
KINDS = (
    "endpoint",
    "model",
    "credential",
    "gateway-route",
    "fallback",
    "dependency-manifest",
    "ci-action",
    "agent-config",
)


class Entry(NamedTuple):
    """One member of a mapping or list: its key (``0``, ``1`` ... in a list), line and value."""

    key: str
    line: int
    node: Node


class Node(NamedTuple):
    """A mapping (``map``), a list (``list``) or a scalar (``value``) of a configuration file.

    ``line`` is the 1-based line on which it begins. ``text`` is a scalar's text, None for null.
    ``first`` is the line of the file on which the first line of the text stands, where the text
    is written as a block and its lines are lines of the file; else 0.
    """

    kind: str
    line: int
    end_line: int
    text: str | None = None
    entries: tuple[Entry, ...] = ()
    first: int = 0

    def get(self, key: str) -> Node | None:
        """The value under ``key``, the last one where it stands twice."""
        for entry in reversed(self.entries):
            if entry.key == key:
                return entry.node
        return None


NULL = Node("value", 0, 0)


class Leaf(NamedTuple):
    """A scalar with the keys that lead to it. ``line`` is that of its own key.

    ``parent`` holds it, None where it is all there is.
    """

    keys: tuple[str, ...]
    line: int
    node: Node
    parent: Node | None = None


def leaves(node: Node) -> Iterator[Leaf]:
    """Every scalar of a tree, in the order of the file."""
    stack: list[Leaf] = [Leaf((), node.line, node)]
    while stack:
        here = stack.pop()
        if here.node.kind == "value":
            yield here
        else:
            stack.extend(
                Leaf((*here.keys, entry.key), entry.line, entry.node, here.node)
                for entry in reversed(here.node.entries)
            )


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """One configuration file, read. ``path`` is POSIX and relative to the scanned root."""

    path: str
    syntax: str
    documents: tuple[Node, ...]
    problems: tuple[Diagnostic, ...] = ()
    in_tests: bool = False


@dataclass(frozen=True, slots=True, order=True)
class ConfigSite:
    """A line that names a vendor, model, endpoint or credential; ``what`` is one of ``KINDS``.

    ``key`` is the setting's key or the name of the variable. Values of credentials are not kept.
    """

    path: str
    line: int
    what: str
    vendor: str | None = None
    platform: str | None = None
    model: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Declared:
    """An environment variable that a deployment file sets or asks for.

    ``value`` is None where the file leaves it open, and for everything that may be a secret.
    ``example`` where the file only shows what may be set.
    """

    name: str
    path: str
    line: int
    value: str | None = None
    example: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Dependency:
    """A package that a manifest asks for. ``ecosystem`` is a language, as in ``rules/sdks``.

    ``locked`` in lock files, which also list what others need.
    """

    package: str
    ecosystem: str
    path: str
    line: int
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What configuration files say around the code, before the code is linked."""

    declared: tuple[Declared, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    by_name: dict[str, tuple[Declared, ...]] = field(default_factory=dict)

    def names(self) -> frozenset[str]:
        """Every variable that some deployment file declares, examples included."""
        return frozenset(d.name for d in self.declared)

    def packages(self) -> frozenset[str]:
        """Every package that some manifest asks for, as the manifest writes it."""
        return frozenset(d.package for d in self.dependencies)
