"""The package of a file, and what it imports."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.imports import imported
from auditor.languages.objects.packages import package
from auditor.languages.objects.reading import Reading
from auditor.languages.reading import line_of, text_of
from auditor.model.facts import Stmt


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
    everything = any(c.type == "asterisk" for c in node.children)
    parts = _compact(reading, path).split(".")
    out.extend(imported(parts, everything=everything, line=line))


def _compact(reading: Reading, node: Node) -> str:
    return "".join(text_of(reading, node).split())


HANDLERS = {"package_declaration": lower_package, "import_declaration": lower_import}
