"""Stores of answers, as the names in code show them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from auditor.model.caching import CacheRule
from auditor.model.facts import Assign, Attr, Binary, Call, Expr, Index, Name
from auditor.model.nodes import last_name, nodes_in


class Stores:
    """What the rules say of names, for any node of a file."""

    def __init__(self, rules: Iterable[CacheRule]) -> None:
        known = list(rules)
        self._decorators = {name for rule in known for name in rule.decorators}
        self._stores = [re.compile(p) for rule in known for p in rule.stores]
        self._writes = [re.compile(p) for rule in known for p in rule.writes]
        self._reads = [re.compile(p) for rule in known for p in rule.reads]

    def keeps(self, decorator: Expr) -> bool:
        """Whether what the decorated function returns is kept."""
        return _last(decorator) in self._decorators

    def read(self, node: object) -> int:
        """The line on which something is taken out of a store, 0 for none."""
        match node:
            case Call(callee=callee) if self._is_used(callee, self._reads):
                return node.line
            case Binary(op="in", right=right, line=line) if self._is_store(right):
                return line
        return 0

    def written(self, node: object, name: str) -> int:
        """The line on which the value of a variable is put into a store, 0 for none."""
        match node:
            case Call(callee=callee, args=args) if self._is_used(callee, self._writes):
                return node.line if any(_holds(arg.value, name) for arg in args) else 0
            case Assign(targets=(Index(base=base),), value=value, line=line) if value is not None:
                return line if self._is_store(base) and _holds(value, name) else 0
        return 0

    def _is_used(self, callee: Expr, verbs: list[re.Pattern[str]]) -> bool:
        """A method of a store, or a function that says in its own name that it is about one."""
        name = _last(callee)
        if not any(verb.search(name) for verb in verbs):
            return False
        on_store = isinstance(callee, Attr) and self._is_store(callee.base)
        return on_store or "cache" in name.lower()

    def _is_store(self, expr: Expr) -> bool:
        return any(store.search(_last(expr)) for store in self._stores)


def _last(expr: Expr) -> str:
    while isinstance(expr, Call):
        expr = expr.callee
    return last_name(expr)


def _holds(value: Expr, name: str) -> bool:
    """Whether a variable is read in an expression."""
    return any(isinstance(node, Name) and node.id == name for node in nodes_in(value))
