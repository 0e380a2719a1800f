"""The package of a file, and what it imports."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.imports import imported
from auditor.languages.objects.packages import package
from auditor.languages.objects.reading import Reading, child_of
from auditor.languages.reading import line_of, text_of
from auditor.model.facts import Stmt


def lower_package(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``package a.b``."""
    parts = _parts(reading, node)
    if parts:
        out.append(package(".".join(parts), line_of(reading, node)))


def lower_import(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``import a.b.C``, ``import a.b.*``, ``import a.b.f as g``."""
    everything = any(child.type == "*" for child in node.children)
    alias = next((text_of(reading, c) for c in node.children if c.type == "identifier"), None)
    parts = _parts(reading, node)
    out.extend(imported(parts, everything=everything, line=line_of(reading, node), alias=alias))


def _parts(reading: Reading, node: Node) -> list[str]:
    path = child_of(node, "qualified_identifier")
    names = path.named_children if path is not None else ()
    return [text_of(reading, n).strip("`") for n in names if n.type == "identifier"]


HANDLERS = {"package_header": lower_package, "import": lower_import}
