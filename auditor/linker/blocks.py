"""Statements inside statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.model.facts import For, If, Match, Stmt, Try, While, With

#: Several hundred levels of blocks are written by machines only.
DEEPEST_BLOCK = 200


def flatten(body: Iterable[Stmt], depth: int = 0) -> Iterator[Stmt]:
    """Every statement of a block and of the blocks inside it, definitions not entered."""
    if depth > DEEPEST_BLOCK:
        return
    for stmt in body:
        yield stmt
        for block in blocks_of(stmt):
            yield from flatten(block, depth + 1)


def blocks_of(stmt: Stmt) -> Iterator[tuple[Stmt, ...]]:
    """The statement's own blocks; functions and classes have none."""
    match stmt:
        case While():
            yield stmt.body
            yield stmt.step
            yield stmt.orelse
        case If() | For():
            yield stmt.body
            yield stmt.orelse
        case With():
            yield stmt.body
        case Try():
            yield stmt.body
            for handler in stmt.handlers:
                yield handler.body
            yield stmt.orelse
            yield stmt.final
        case Match():
            for case in stmt.cases:
                yield case.body
        case _:
            return
