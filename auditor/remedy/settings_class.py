"""A class of settings that a file has, and the one object that is made of it."""

from __future__ import annotations

from typing import NamedTuple

import libcst as cst

from auditor.model.remedy import Edit
from auditor.remedy.names import Names
from auditor.remedy.source import CannotEdit, Source, assigned, dotted

_BASES = ("pydantic_settings.BaseSettings", "pydantic.BaseSettings", "pydantic.v1.BaseSettings")


class Settings(NamedTuple):
    """The class, the name of its object, and where the line ends that makes that."""

    kind: cst.ClassDef
    instance: str
    made: int


def settings_in(source: Source) -> Settings | None:
    """The only class of settings at the top of a file of which one object is made there."""
    names = Names(source)
    kinds = [
        node
        for node in source.module.body
        if isinstance(node, cst.ClassDef)
        and any(names.meaning(dotted(base.value)) in _BASES for base in node.bases)
    ]
    if len(kinds) != 1:
        return None
    found = [
        Settings(kinds[0], name, source.range(line)[1])
        for line in source.module.body
        if isinstance(line, cst.SimpleStatementLine)
        for small in line.body
        if isinstance(small, cst.Assign) and _is_made(small.value, kinds[0].name.value)
        for name in assigned(small)
    ]
    return found[0] if len(found) == 1 else None


def _is_made(value: cst.BaseExpression, kind: str) -> bool:
    return isinstance(value, cst.Call) and dotted(value.func) == kind


def with_field(source: Source, settings: Settings, name: str, model: str) -> Edit:
    """One field more, below the last of the class, with the model as its default."""
    fields = [
        line
        for line in settings.kind.body.body
        if isinstance(line, cst.SimpleStatementLine)
        and len(line.body) == 1
        and isinstance(line.body[0], cst.AnnAssign)
        and isinstance(line.body[0].target, cst.Name)
    ]
    if not fields:
        raise CannotEdit(f"{settings.kind.name.value} in {source.path} has no field yet")
    start, end = source.range(fields[-1])
    indent = source.before(start)
    at = source.text.find("\n", end)
    if indent.strip() or at < 0:
        raise CannotEdit(f"{settings.kind.name.value} in {source.path} is not written line by line")
    return source.inserted(at + 1, f'{indent}{name}: str = "{model}"\n', rank=2)
