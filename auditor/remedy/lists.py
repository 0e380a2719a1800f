"""One entry more in a list that is handed to a call."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from auditor.model.remedy import Edit
from auditor.remedy.arguments import add_arguments, add_behind, given
from auditor.remedy.source import CannotEdit, Source, assigned, dotted


def append_to(source: Source, node: cst.Call, entries: dict[str, str]) -> Iterator[Edit]:
    """The edits that put an entry into each of the lists, by the names of the arguments.

    A list that is not given is made. Raises ``CannotEdit`` where one is written elsewhere than in
    the call, or in the one statement that makes the name it is given by.
    """
    missing = []
    for name, text in entries.items():
        arg = given(node, name)
        if arg is None:
            missing.append(f"{name}=[{text}]")
        else:
            yield from _behind(source, list_of(source, arg.value, name), text)
    if missing:
        yield from add_arguments(source, node, missing)


def list_of(source: Source, value: cst.BaseExpression, name: str) -> cst.List:
    """The list as it is written."""
    if isinstance(value, cst.List):
        return value
    if isinstance(value, cst.Name):
        found = list(made(source, value.value))
        if len(found) == 1 and isinstance(found[0], cst.List):
            return found[0]
    raise CannotEdit(f"the list {name} is not written where it is handed over")


def made(source: Source, name: str) -> Iterator[cst.BaseExpression | None]:
    """What is assigned to a name, or to ``self.NAME``, anywhere in the file.

    A name in a class is given to its objects too.
    """
    plain = name.removeprefix("self.")
    for line in source.lines():
        own = plain == name or isinstance(source.parent(source.parent(line) or line), cst.ClassDef)
        for small in line.body:
            if isinstance(small, cst.Assign | cst.AnnAssign) and (
                (own and plain in assigned(small)) or name in _targets(small)
            ):
                yield small.value


def _targets(small: cst.Assign | cst.AnnAssign) -> list[str]:
    """The dotted names to which a statement assigns."""
    several = small.targets if isinstance(small, cst.Assign) else [small]
    targets = [one.target for one in several]
    return [dotted(target) for target in targets if isinstance(target, cst.Attribute)]


def _behind(source: Source, holder: cst.List, text: str) -> list[Edit]:
    """The entry behind the last one, on a line of its own where that has one."""
    if not holder.elements:
        return [source.replaced(holder, f"[{text}]")]
    close = source.range(holder)[1] - 1
    return add_behind(source, holder.elements[-1].value, close, [text])
