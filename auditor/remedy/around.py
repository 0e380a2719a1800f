"""What is put around a call or its client, or in the place of the called name."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from auditor.model.remedy import Edit, Way
from auditor.remedy.arguments import given
from auditor.remedy.filled import Filled
from auditor.remedy.handed import handed, method_of
from auditor.remedy.names import Names
from auditor.remedy.source import CannotEdit, Source

_IT = "<<it>>"


def wrapped(filled: Filled, node: cst.Call, way: Way) -> Iterator[Edit]:
    """Something is put around the expression, or around one of its arguments."""
    if not way.wrap:
        return
    source = filled.source
    if way.argument:
        arg = given(node, way.argument) or next((a for a in node.args if not a.keyword), None)
        if arg is None or arg.star:
            raise CannotEdit(f"{way.argument} is not given where the client is built")
        start, end = source.range(arg.value)
    else:
        start, end = source.range(node)
    before, after = way.wrap.split(_IT)
    line = source.before(start)
    indent = line[: len(line) - len(line.lstrip())]
    if before:
        yield source.inserted(start, filled(before))
    yield source.inserted(end, filled(after.rstrip()).replace("\n", f"\n{indent}"), rank=1)


def led_through(filled: Filled, node: cst.Call, way: Way, name: str) -> Iterator[Edit]:
    """The called name gives way to a function that asks both, which is put below the imports."""
    if not way.function:
        return
    source = filled.source
    receiver = _receiver(source, method_of(node), name)
    function = filled(way.function)
    if (arg := handed(node)) is not None:
        yield source.replaced(arg.value, f"{function}, {receiver}")
    else:
        yield _called(source, node, function, receiver)
    if not _defines(source, function):
        at = Names(source).after_imports()
        below = len(source.text[at:]) - len(source.text[at:].lstrip("\n"))
        text = f"\n\n{filled(way.define).rstrip()}\n" + "\n" * max(0, 2 - below)
        yield source.inserted(at, text, rank=1)


def _called(source: Source, node: cst.Call, function: str, receiver: str) -> Edit:
    """The function in the place of the called name, the client before the other arguments."""
    start, end = source.range(node.func)
    opening = source.text.index("(", end) + 1
    first = source.range(node.args[0])[0] if node.args else opening
    gap = source.text[opening:first]  # where the arguments stand on lines of their own, so does it
    own_line = "\n" in gap and "#" not in gap
    said = f"{gap}{receiver}," if own_line else f"{receiver}, "
    return Edit(source.path, start, opening, 0, f"{function}({said}")


def _receiver(source: Source, inner: cst.BaseExpression, name: str) -> str:
    """The client on which the method is called."""
    for _ in name.split("."):
        if not isinstance(inner, cst.Attribute):
            raise CannotEdit("the client is not to be seen in the call")
        inner = inner.value
    return source.code(inner)


def _defines(source: Source, function: str) -> bool:
    """Whether a function of that name is there already, from an earlier patch."""
    return any(isinstance(n, cst.FunctionDef) and n.name.value == function
               for n in source.module.body)  # fmt: skip
