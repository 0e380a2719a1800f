"""The state of lowering one Go file, and of the function that is being lowered."""

from __future__ import annotations

from dataclasses import dataclass, field

from tree_sitter import Node

from auditor.languages.inner_names import BlockReading, name_of
from auditor.languages.limits import MAX_DEPTH
from auditor.languages.reading import line_of, mark_deep, span_of, text_of

__all__ = [
    "MAX_DEPTH", "SILENT", "Reading", "Scope", "claim", "line_of", "mark_deep", "name_of",
    "named", "span_of", "text_of",
]  # fmt: skip

#: Nodes that may stand between any two others and mean nothing.
SILENT = frozenset({"comment", "ERROR", "\n", ";"})


@dataclass(slots=True)
class Scope:
    """The innermost function while it is lowered.

    ``declared`` are its own names, ``assigned`` those it assigns without declaring them.
    ``fails`` when its last result is an error, ``results`` the names of its results.
    ``makes_errors`` when it is there to put an error together, ``silent`` when it has no result.
    ``caught`` are the errors inside of whose handlers we are, ``noted`` those of which a name says
    whether they happened, ``watched`` those that a check further out will see. ``within`` when it
    is a function and not the package.
    """

    declared: set[str] = field(default_factory=set)
    assigned: set[str] = field(default_factory=set)
    results: tuple[str, ...] = ()
    fails: bool = False
    makes_errors: bool = False
    silent: bool = False
    caught: list[str] = field(default_factory=list)
    noted: set[str] = field(default_factory=set)
    watched: list[str] = field(default_factory=list)
    within: bool = False


@dataclass(slots=True)
class Reading(BlockReading):
    """One file.

    ``in_switch`` where a plain ``break`` leaves a switch and not a loop. ``copies`` is how often
    the statements around stand in what is lowered, once for each way that leads to them.
    """

    scope: Scope = field(default_factory=Scope)
    in_switch: bool = False
    copies: int = 1


def named(node: Node) -> list[Node]:
    """The children that mean something."""
    return [child for child in node.named_children if child.type not in SILENT]


def claim(reading: Reading, targets: list[Node], *, declares: bool) -> None:
    """Note the names among the targets as declared by the innermost function, or assigned in it."""
    names = {name_of(reading, t) for t in targets if t.type == "identifier"} - {"_"}
    (reading.scope.declared if declares else reading.scope.assigned).update(names)
