"""Requests that a run has made, by identity: an ask of hundreds of models is slow to compare."""

from __future__ import annotations

from auditor.model.behaviour import Ask, Request

#: The call that was made, and whom it asked.
Asked = tuple[str, Ask]


class Requests:
    """A set of request nodes."""

    def __init__(self) -> None:
        self._nodes: dict[int, Request] = {}

    def add(self, node: Request) -> None:
        """Put a request in."""
        self._nodes[id(node)] = node

    def found(self) -> frozenset[Asked]:
        """What the requests ask, equal ones once."""
        return frozenset((node.call, node.ask) for node in self._nodes.values())
