"""Namespaces, and which of them a file opens."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_statement
from auditor.languages.objects.packages import package
from auditor.languages.objects.reading import Reading
from auditor.languages.reading import line_of, text_of
from auditor.model.facts import Assign, Expr, Import, Name, Stmt


def lower_using(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``using A.B;``, ``using static A.B;``, ``using X = A.B.C;``."""
    line = line_of(reading, node)
    words = [c for c in node.named_children if c.type in ("identifier", "qualified_name")]
    if not words:
        return
    path = "".join(text_of(reading, words[-1]).split())
    alias = node.child_by_field_name("name")
    if alias is None:
        out.append(Import(path, 0, (("*", "*"),), None, False, line))
        return
    held: Expr | None = None
    module, _, last = path.rpartition(".")
    if module:
        out.append(Import(module, 0, ((last, text_of(reading, alias)),), None, False, line))
        return
    held = Name(last, line)
    out.append(Assign((Name(text_of(reading, alias), line),), held, None, "", line))


def lower_namespace(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``namespace A.B { ... }`` and ``namespace A.B;``: what is in it, in order."""
    name = node.child_by_field_name("name")
    line = line_of(reading, node)
    if name is not None:
        out.append(package("".join(text_of(reading, name).split()), line))
    body = node.child_by_field_name("body")
    for child in (body or node).named_children:
        if child is not name and child != name:
            lower_statement(reading, child, out)


HANDLERS = {
    "using_directive": lower_using,
    "namespace_declaration": lower_namespace,
    "file_scoped_namespace_declaration": lower_namespace,
}
