"""What is put around a call of a script or its client, or in the place of the called name."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.languages.javascript.places import Part
from auditor.model.remedy import Edit, Way
from auditor.remedy.scripts.filled import Filled
from auditor.remedy.scripts.options import add_members, member, members, options, value_of
from auditor.remedy.source import CannotEdit

_IT, _ARGUMENT = "<<it>>", "<<argument>>"


def given_more(filled: Filled, node: Part, way: Way) -> Iterator[Edit]:
    """What the object is given where it is not told."""
    holder = options(node)
    if holder is None:
        raise CannotEdit("what the model is built with is not written there")
    wanted = {k: v for k, v in way.missing.items() if member(filled.script, holder, k) is None}
    texts = [f"{key}: {filled(text)}" for key, text in wanted.items()]
    yield from add_members(filled.script, holder, texts)


def put_around(filled: Filled, node: Part, wrap: str) -> Iterator[Edit]:
    """Something is put around the expression."""
    script = filled.script
    before, after = wrap.split(_IT)
    indent = script.indent(node.start)
    if before:
        yield script.inserted(node.start, filled(before), rank=-1)
    yield script.inserted(node.end, filled(after.rstrip()).replace("\n", f"\n{indent}"), rank=2)


def handed_over(filled: Filled, node: Part, way: Way, function: str) -> Iterator[Edit]:
    """The call is handed to a function of the rules, which chooses one of its arguments."""
    script = filled.script
    holder = options(node)
    entry = member(script, holder, way.argument) if holder is not None else None
    if holder is None or entry is None:
        raise CannotEdit(f"{way.argument} is not given where the call is")
    inside = members(holder)
    if any(one.kind == "spread_element" for one in inside[inside.index(entry) :]):
        raise CannotEdit("the call takes over what others set")
    yield script.replaced(entry, filled(way.instead))
    filled.words["function"] = function
    opening, rest = way.wrap.split(_ARGUMENT)
    middle, closing = rest.split(_IT)
    said = script.code(value_of(entry))
    yield script.inserted(node.start, filled(opening) + said + filled(middle), rank=-1)
    yield script.inserted(node.end, filled(closing), rank=2)


def called_instead(filled: Filled, node: Part, function: str) -> Iterator[Edit]:
    """The called name gives way to a function that takes the same and asks both."""
    called = node.get("function")
    if called is not None:
        yield filled.script.replaced(called, function)


def led_through(filled: Filled, node: Part, function: str, name: str) -> Iterator[Edit]:
    """The called name gives way to a function that asks both, and takes the client first."""
    script = filled.script
    called, given = node.get("function"), node.get("arguments")
    holder = options(node)
    if called is None or given is None or holder is None:
        raise CannotEdit("what the call sends is not written there")
    receiver = called
    for _ in name.split("."):
        inner = receiver.get("object")
        if inner is None:
            raise CannotEdit("the client is not to be seen in the call")
        receiver = inner
    said = f"{function}({script.code(receiver)}, "
    yield Edit(script.path, called.start, holder.start, 0, said)
