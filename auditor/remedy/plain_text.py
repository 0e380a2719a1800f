"""Whether an argument is text and nothing else, as far as its file shows."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from auditor.remedy.source import Source, assigned

#: Methods of texts that give a text back.
_METHODS = frozenset({
    "format", "join", "strip", "lstrip", "rstrip", "replace", "lower", "upper", "title",
    "removeprefix", "removesuffix", "dedent", "dumps", "decode",
})  # fmt: skip
_FUNCTIONS = frozenset({"str", "repr", "dedent", "dumps"})
#: Names are followed from one to the next; a cycle of them ends here.
_MOST_STEPS = 8


def is_text(source: Source, value: cst.BaseExpression, node: cst.CSTNode, steps: int = 0) -> bool:
    """Whether a value that is used at ``node`` is seen to be a text, or a list of texts.

    Not where it is a parameter without a type: whoever calls may hand over anything.
    """
    if steps > _MOST_STEPS:
        return False

    def also(other: cst.BaseExpression) -> bool:
        return is_text(source, other, node, steps + 1)

    match value:
        case cst.SimpleString():
            return isinstance(value.evaluated_value, str)
        case cst.FormattedString() | cst.ConcatenatedString():
            return True
        case cst.BinaryOperation(operator=cst.Modulo()):
            return also(value.left)
        case cst.BinaryOperation(operator=cst.Add()):
            return also(value.left) or also(value.right)
        case cst.BooleanOperation():
            return also(value.left) and also(value.right)
        case cst.IfExp():
            return also(value.body) and also(value.orelse)
        case cst.Subscript(value=of, slice=[cst.SubscriptElement(slice=cst.Slice())]):
            return also(of)
        case cst.List(elements=elements):
            return all(isinstance(one, cst.Element) and also(one.value) for one in elements)
        case cst.Call(func=cst.Attribute(attr=cst.Name(value=name))):
            return name in _METHODS or _gives_text(source, value.func, name)
        case cst.Call(func=cst.Name(value=name)):
            return name in _FUNCTIONS or _gives_text(source, value.func, name)
        case cst.Name(value=name):
            return _is_named_text(source, name, node, steps + 1)
    return False


def _is_named_text(source: Source, name: str, node: cst.CSTNode, steps: int) -> bool:
    """Whether all that a name is given, where it is used, is text."""
    for scope in (*source.above(node), source.module):
        if not isinstance(scope, cst.FunctionDef | cst.Module):
            continue
        values = list(_given_to(scope, name))
        if values:
            return all(one is not None and is_text(source, one, node, steps) for one in values)
        if isinstance(scope, cst.FunctionDef) and name in (held := _parameters(scope)):
            return _says_text(held[name].annotation)
    return False


def _given_to(scope: cst.CSTNode, name: str) -> Iterator[cst.BaseExpression | None]:
    """What a name is given in a scope, None for what is not one value; functions inside apart."""
    for child in scope.children:
        if isinstance(child, cst.FunctionDef | cst.ClassDef | cst.Lambda):
            continue
        if isinstance(child, cst.Assign | cst.AnnAssign):
            if name in assigned(child):
                yield child.value
        elif isinstance(child, cst.AugAssign | cst.NamedExpr) and _is(child.target, name):
            yield child.value
        elif _binds(child, name):
            yield None
        yield from _given_to(child, name)


def _binds(child: cst.CSTNode, name: str) -> bool:
    """Whether a statement gives the name a part of something: a loop, a ``with``, a tuple."""
    match child:
        case cst.For(target=target) | cst.CompFor(target=target) | cst.AsName(name=target):
            return _mentions(target, name)
        case cst.AssignTarget(target=cst.Tuple() | cst.List() as target):
            return _mentions(target, name)
    return False


def _mentions(target: cst.CSTNode, name: str) -> bool:
    return _is(target, name) or any(_mentions(child, name) for child in target.children)


def _is(target: cst.CSTNode, name: str) -> bool:
    return isinstance(target, cst.Name) and target.value == name


def _parameters(function: cst.FunctionDef) -> dict[str, cst.Param]:
    held = function.params
    return {
        one.name.value: one for one in (*held.params, *held.kwonly_params, *held.posonly_params)
    }


def _gives_text(source: Source, func: cst.BaseExpression, name: str) -> bool:
    """Whether a function or method of this file says that it gives a text."""
    if isinstance(func, cst.Attribute) and not _is(func.value, "self"):
        return False
    found = [one for one in source.functions() if one.name.value == name]
    return bool(found) and all(_says_text(one.returns) for one in found)


def _says_text(annotation: cst.Annotation | None) -> bool:
    if annotation is None:
        return False
    said = annotation.annotation
    if isinstance(said, cst.SimpleString):
        return said.evaluated_value == "str"
    return _is(said, "str")
