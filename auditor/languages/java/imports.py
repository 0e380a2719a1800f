"""The package of a file, and what it imports."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.packages import package
from auditor.languages.objects.reading import Reading
from auditor.languages.reading import line_of, text_of
from auditor.model.facts import Assign, Attr, Expr, Import, Name, Stmt


def lower_package(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``package a.b;``."""
    line = line_of(reading, node)
    name = next((n for n in node.named_children if "identifier" in n.type), None)
    if name is not None:
        out.append(package(_compact(reading, name), line))


def lower_import(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``import a.b.C;``, ``import a.b.*;``, ``import static a.b.C.d;``."""
    line = line_of(reading, node)
    path = next((n for n in node.named_children if "identifier" in n.type), None)
    if path is None:
        return
    parts = _compact(reading, path).split(".")
    everything = any(c.type == "asterisk" for c in node.children)
    top = next((n for n, part in enumerate(parts) if part[:1].isupper()), len(parts))
    module = ".".join(parts[:top])
    if top == len(parts):
        if everything:
            out.append(Import(module, 0, (("*", "*"),), None, False, line))
        elif len(parts) > 1:
            symbol = (parts[-1], parts[-1])
            out.append(Import(".".join(parts[:-1]), 0, (symbol,), None, False, line))
        return
    outer, inner = parts[top], parts[top + 1 :]
    if everything:
        # The members of a type are looked up in it where a name is bound nowhere else.
        out.append(Import(".".join((module, outer)), 0, (("*", "*"),), None, False, line))
        return
    if not inner:
        out.append(Import(module, 0, ((outer, outer),), None, False, line))
        return
    kept = f"<{outer}>"
    out.append(Import(module, 0, ((outer, kept),), None, False, line))
    held: Expr = Name(kept, line)
    for name in inner:
        held = Attr(held, name, line)
    out.append(Assign((Name(inner[-1], line),), held, None, "", line))


def _compact(reading: Reading, node: Node) -> str:
    return "".join(text_of(reading, node).split())


HANDLERS = {"package_declaration": lower_package, "import_declaration": lower_import}
