"""Namespaces, what a file uses of others, and the files that it includes."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_statement
from auditor.languages.objects.packages import package
from auditor.languages.objects.reading import Reading, child_of
from auditor.languages.reading import line_of, text_of
from auditor.model.facts import Assign, Import, Name, Stmt

#: What stands before the name of a file that is included, where imports have a module.
INCLUDED = "<include>"


def lower_namespace(reading: Reading, node: Node, out: list[Stmt]) -> None:
    r"""``namespace A\B;`` and ``namespace A\B { ... }``."""
    name = node.child_by_field_name("name")
    dotted = _dotted(reading, name) if name is not None else ""
    out.append(package(dotted, line_of(reading, node)))
    body = node.child_by_field_name("body")
    for child in body.named_children if body is not None else ():
        lower_statement(reading, child, out)


def lower_use(reading: Reading, node: Node, out: list[Stmt]) -> None:
    r"""``use A\B;``, ``use A\B as C;``, ``use A\{B, C as D};``, ``use function A\f;``."""
    group = node.child_by_field_name("body")
    prefix = ""
    clauses = [c for c in node.named_children if c.type == "namespace_use_clause"]
    if group is not None:
        held = child_of(node, "namespace_name")
        prefix = _dotted(reading, held) + "." if held is not None else ""
        clauses = [c for c in group.named_children if c.type == "namespace_use_clause"]
    for clause in clauses:
        alias = clause.child_by_field_name("alias")
        path = next(
            (c for c in clause.named_children
             if c != alias and c.type in ("qualified_name", "name", "namespace_name")), None
        )  # fmt: skip
        if path is None:
            continue
        full = prefix + _dotted(reading, path)
        module, _, last = full.rpartition(".")
        local = text_of(reading, alias) if alias is not None else last
        line = line_of(reading, clause)
        if module:
            out.append(Import(module, 0, ((last, local),), None, False, line))
        else:
            # ``use Exception;``: a name that belongs to no namespace.
            out.append(Assign((Name(local, line),), Name(f"\\{last}", line), None, "", line))


def lower_include(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``require __DIR__ . '/x.php'``: what the file binds is seen from then on."""
    text = text_of(reading, node)
    quoted = [part for sign in "'\"" for part in text.split(sign)[1::2] if part.endswith(".php")]
    if quoted:
        module = INCLUDED + quoted[-1].lstrip("./")
        out.append(Import(module, 0, (("*", "*"),), None, False, line_of(reading, node)))


def _dotted(reading: Reading, node: Node) -> str:
    return "".join(text_of(reading, node).split()).strip("\\").replace("\\", ".")


HANDLERS = {"namespace_definition": lower_namespace, "namespace_use_declaration": lower_use}
