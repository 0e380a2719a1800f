"""Arguments of a call: what is given, and how one more is written."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from auditor.model.remedy import Edit
from auditor.remedy.mappings import keys_given
from auditor.remedy.source import CannotEdit, Source


def given(node: cst.Call, name: str) -> cst.Arg | None:
    """The keyword argument of that name."""
    for arg in node.args:
        if arg.keyword is not None and arg.keyword.value == name:
            return arg
    return None


def set_arguments(source: Source, node: cst.Call, values: dict[str, str]) -> list[Edit]:
    """The edits that give keyword arguments a value, whether or not they are there.

    Raises ``CannotEdit`` where arguments come from a mapping that may hold them already.
    """
    there = {name: arg for name in values if (arg := given(node, name)) is not None}
    edits = [source.replaced(arg.value, values[name]) for name, arg in there.items()]
    new = [f"{name}={value}" for name, value in values.items() if name not in there]
    return [*edits, *add_arguments(source, node, new)] if new else edits


def add_arguments(source: Source, node: cst.Call, texts: Sequence[str]) -> list[Edit]:
    """More arguments behind the others, on lines of their own where these have such."""
    held = keys_given(source, node)
    if held is None or any(text.partition("=")[0] in held for text in texts):
        raise CannotEdit(f"the call at {source.path}:{source.line(node)} takes ** arguments")
    end = source.range(node)[1] - 1
    if not node.args:
        return [source.inserted(end, ", ".join(texts))]
    last = node.args[-1]
    if isinstance(last.value, cst.GeneratorExp) and not last.value.lpar:
        raise CannotEdit("its only argument is a generator")
    return add_behind(source, last, end, texts)


def add_behind(source: Source, last: cst.CSTNode, close: int, texts: Sequence[str]) -> list[Edit]:
    """More entries between the last one and the closing sign, on lines of their own if need be."""
    behind = source.range(last)[1]
    comma = source.text[behind:close].lstrip().startswith(",")
    if "\n" in source.text[behind:close]:
        return _below(source, last, texts, comma=comma)
    if comma:
        behind = source.text.index(",", behind) + 1
        return [source.inserted(behind, f" {', '.join(texts)}")]
    return [source.inserted(behind, f", {', '.join(texts)}")]


def _below(source: Source, last: cst.CSTNode, texts: Sequence[str], *, comma: bool) -> list[Edit]:
    """Each text on a line below the last entry, and below what a comment says of that."""
    start, behind = source.range(last)
    before = source.before(start)
    lead = f"\n{before}" if not before.strip() else " "
    edits = [] if comma else [source.inserted(behind, ",")]
    line_end = source.text.index("\n", behind)
    at = line_end - (source.text[line_end - 1] == "\r")
    return [*edits, source.inserted(at, "".join(f"{lead}{text}," for text in texts), rank=1)]
