"""Packages and namespaces, as front ends note them."""

from __future__ import annotations

from auditor.model.facts import Assign, Const, Name

#: The name under which a file keeps the package that the types after it belong to.
PACKAGE = "<package>"


def package(name: str, line: int) -> Assign:
    """The statement that says to which package the types after it belong."""
    return Assign((Name(PACKAGE, line),), Const(name, line), None, "", line)
