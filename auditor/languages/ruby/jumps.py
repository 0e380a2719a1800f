"""What leaves a place instead of giving a value: ``return``, ``next``, ``raise`` and their like."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from auditor.languages.objects.reading import Reading, Sink
from auditor.languages.objects.values import evaluated
from auditor.languages.reading import text_of
from auditor.model.facts import Const, Stmt

JUMPS = frozenset({"return", "next", "break", "redo", "retry"})
#: Functions that raise, and those that end the program.
RAISES = frozenset({"raise", "fail"})
ENDS = frozenset({"exit", "exit!", "abort"})
BLOCKS = frozenset({"block", "do_block"})
#: Methods whose block is run for each item, in which ``break`` and ``next`` are those of a loop.
LOOPS = frozenset({
    "each", "each_with_index", "each_pair", "each_entry", "each_key", "each_value", "reverse_each",
    "find_each", "each_slice", "each_cons", "cycle", "times", "upto", "downto", "step", "loop",
})  # fmt: skip
_PLAIN_LOOPS = frozenset({"while", "until", "for", "while_modifier", "until_modifier"})


def called(reading: Reading, node: Node) -> str:
    """The name of what a call runs; empty where it has none."""
    name = node.child_by_field_name("method")
    return text_of(reading, name) if name is not None else ""


def bare_name(reading: Reading, node: Node) -> str:
    """The function that is called by its bare name; empty for anything else."""
    if node.type == "identifier":
        return text_of(reading, node)
    if node.type != "call" or node.child_by_field_name("receiver") is not None:
        return ""
    return called(reading, node)


def is_jump(reading: Reading, node: Node) -> bool:
    """Whether a value is never there."""
    return node.type in JUMPS or bare_name(reading, node) in RAISES | ENDS


def is_loop(reading: Reading, node: Node) -> bool:
    """Whether a call runs its block for each item of something."""
    block = node.child_by_field_name("block") if node.type == "call" else None
    if block is None or called(reading, node) not in LOOPS:
        return False
    return (node.child_by_field_name("receiver") is None) == (called(reading, node) == "loop")


def in_loop(reading: Reading, node: Node) -> bool:
    """Whether what is left by ``break`` and ``next`` is a loop, and not a function."""
    around = node.parent
    while around is not None:
        if around.type in _PLAIN_LOOPS:
            return True
        if around.type in BLOCKS:
            return around.parent is not None and is_loop(reading, around.parent)
        if around.type in ("method", "singleton_method", "lambda"):
            return False
        around = around.parent
    return False


def jumps_in(node: Node, kinds: frozenset[str], *, past: frozenset[str]) -> Iterator[Node]:
    """The jumps of these kinds below a node, but for those inside of nodes that are passed over."""
    todo = list(node.named_children)
    while todo:
        current = todo.pop()
        if current.type in kinds:
            yield current
        if current.type not in past:
            todo.extend(current.named_children)


#: What a ``break`` or ``next`` below belongs to.
OWNERS = _PLAIN_LOOPS | BLOCKS | {"method", "singleton_method", "lambda"}


def nothing(sink: Sink, line: int) -> tuple[Stmt, ...]:
    """``nil`` where a value is asked for and none is given."""
    return () if sink is evaluated else (sink(Const(None, line), line),)
