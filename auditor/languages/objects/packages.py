"""Names with dots, and packages and namespaces, as front ends note them."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.model.facts import Assign, Attr, Const, Expr, Name

#: The name under which a file keeps the package that the types after it belong to.
PACKAGE = "<package>"


def dotted(names: Sequence[str], line: int) -> Expr:
    """``a.b.c`` from its names, of which there is at least one."""
    expr: Expr = Name(names[0], line)
    for name in names[1:]:
        expr = Attr(expr, name, line)
    return expr


def package(name: str, line: int) -> Assign:
    """The statement that says to which package the types after it belong."""
    return Assign((Name(PACKAGE, line),), Const(name, line), None, "", line)
