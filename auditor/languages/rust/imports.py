"""``use`` and ``mod``: which names of which modules a file speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from auditor.languages.objects.reading import Reading
from auditor.languages.reading import line_of, text_of
from auditor.model.facts import Import, Stmt

Names = tuple[str, ...]


def lower_use(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``use a::b::{self, C as D, e::*};``: one import for each name."""
    argument = node.child_by_field_name("argument")
    line = line_of(reading, node)
    for path, local in _used(reading, argument, ()) if argument is not None else ():
        if local == "*":
            out.append(Import(".".join(path), 0, (("*", "*"),), None, False, line))
        elif len(path) > 1:
            out.append(Import(".".join(path[:-1]), 0, ((path[-1], local),), None, False, line))
        elif path and local != path[0]:
            out.append(Import(path[0], 0, None, local, False, line))
        elif path:
            out.append(Import(path[0], 0, None, None, False, line))


def _used(reading: Reading, node: Node, before: Names) -> Iterator[tuple[Names, str]]:
    match node.type:
        case "use_list":
            for child in node.named_children:
                yield from _used(reading, child, before)
        case "scoped_use_list":
            path, names = node.child_by_field_name("path"), node.child_by_field_name("list")
            start = (*before, *_segments(reading, path))
            for child in names.named_children if names is not None else ():
                yield from _used(reading, child, start)
        case "use_as_clause":
            path, alias = node.child_by_field_name("path"), node.child_by_field_name("alias")
            if path is not None and alias is not None:
                whole = (*before, *_segments(reading, path))
                whole = whole[:-1] if len(whole) > 1 and whole[-1] == "self" else whole
                yield whole, text_of(reading, alias)
        case "use_wildcard":
            path = node.named_children[0] if node.named_children else None
            yield (*before, *_segments(reading, path)), "*"
        case "self" if before:
            yield before, before[-1]
        case "identifier" | "scoped_identifier" | "crate" | "self" | "super":
            whole = (*before, *_segments(reading, node))
            if whole:
                yield whole, whole[-1]
        case _:
            pass


def _segments(reading: Reading, node: Node | None) -> Names:
    """``a::b::c`` as its names."""
    if node is None:
        return ()
    words = text_of(reading, node).replace("r#", "").split("::")
    return tuple(word.strip() for word in words if word.strip().isidentifier())


HANDLERS = {"use_declaration": lower_use}
