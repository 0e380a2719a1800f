"""Arguments that a call takes from a mapping, where all that can be in it is to be seen."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from auditor.remedy.source import Source, assigned, dotted

#: Functions that write a mapping down and leave it as it is.
SHOWS = frozenset({"dumps", "len", "print", "repr", "str"})
#: Methods that leave a mapping as it is, or only take something out.
READS = frozenset({"get", "items", "keys", "values", "copy", "pop"})


def keys_given(source: Source, node: cst.Call) -> frozenset[str] | None:
    """The names of all arguments behind ``**`` in a call; None where there may be others."""
    found: set[str] = set()
    for arg in node.args:
        if arg.star == "**":
            keys = keys_of(source, arg.value, node)
            if keys is None:
                return None
            found |= keys
    return frozenset(found)


def keys_seen(source: Source, node: cst.Call) -> frozenset[str]:
    """The names of the arguments behind ``**`` as far as they are seen."""
    held = (keys_of(source, arg.value, node) for arg in node.args if arg.star == "**")
    return frozenset(key for keys in held for key in keys or ())


def keys_of(source: Source, value: cst.BaseExpression, node: cst.Call) -> set[str] | None:
    """The keys of a mapping that is handed to a call; None where there may be others."""
    written = _written(value)
    if written is not None or not isinstance(value, cst.Name):
        return written
    found: set[str] = set()
    made = False
    for name in _uses(source, value.value, node):
        keys = _done_with(source, name, node)
        if keys is None:
            return None
        made = made or _is_target(source, name)
        found |= keys
    # A parameter is made by somebody else.
    return found if made else None


def entries_of(value: cst.BaseExpression) -> dict[str, cst.BaseExpression]:
    """The entries of a mapping or object that is written out, by their names."""
    match value:
        case cst.Dict(elements=elements):
            pairs = [(_text(e.key), e.value) for e in elements if isinstance(e, cst.DictElement)]
            return {key: entry for key, entry in pairs if key is not None}
        case cst.Call(args=args) if _makes(value):
            return {arg.keyword.value: arg.value for arg in args if arg.keyword is not None}
    return {}


def values_of(
    source: Source, value: cst.BaseExpression, node: cst.Call
) -> dict[str, cst.BaseExpression]:
    """The entries of a mapping that is handed to a call, as far as each is written in one place."""
    if not isinstance(value, cst.Name):
        return entries_of(value)
    found: dict[str, cst.BaseExpression] = {}
    several: set[str] = set()
    for name in _uses(source, value.value, node):
        keys = _done_with(source, name, node) or set()
        several |= keys & found.keys()
        around = source.parent(source.parent(name) or name) if _is_target(source, name) else None
        made = getattr(around, "value", None)
        entries = entries_of(made) if isinstance(made, cst.BaseExpression) else {}
        several |= keys - entries.keys()
        found |= entries
    return {key: entry for key, entry in found.items() if key not in several}


def _uses(source: Source, name: str, node: cst.Call) -> Iterator[cst.Name]:
    """The mentions of a name, in the function around a call, that may matter to the call.

    Those are all of them, its parameters included, unless what the name holds is made anew on
    every way to the call: then those from there to the call, or to the end of a loop around it.
    """
    scope = next((n for n in source.above(node) if isinstance(n, cst.FunctionDef)), None)
    if scope is None:
        return
    start, end = _from_to(source, name, node) or source.range(scope)
    todo: list[cst.CSTNode] = [scope]
    while todo:
        here = todo.pop()
        named = isinstance(here, cst.Name) and here.value == name
        if named and (start <= source.range(here)[0] < end or _is_within(source, here, scope)):
            yield cst.ensure_type(here, cst.Name)
        todo.extend(here.children)


def _is_within(source: Source, node: cst.CSTNode, scope: cst.FunctionDef) -> bool:
    """Whether a node lies in a function inside the one that is looked at, run nobody knows when."""
    inner = (n for n in source.above(node) if isinstance(n, cst.FunctionDef | cst.Lambda))
    return next(inner, scope) is not scope


def _from_to(source: Source, name: str, node: cst.Call) -> tuple[int, int] | None:
    """From the last statement above a call, in a block around it, that makes the name anew."""
    here: cst.CSTNode = node
    end = source.range(node)[1]
    for around in source.above(node):
        if isinstance(around, cst.FunctionDef | cst.Lambda):
            return None
        if isinstance(around, cst.For | cst.While):
            end = source.range(around)[1]
        above = around.body if isinstance(around, cst.IndentedBlock) else ()
        for line in reversed(above[: above.index(here)] if here in above else ()):
            if isinstance(line, cst.SimpleStatementLine) and _makes_anew(line, name):
                return source.range(line)[0], end
        here = around
    return None


def _makes_anew(line: cst.SimpleStatementLine, name: str) -> bool:
    """Whether a statement gives the name, and nothing else, a mapping that is written out."""
    small = line.body[0]
    if len(line.body) > 1 or not isinstance(small, cst.Assign | cst.AnnAssign):
        return False
    several = isinstance(small, cst.Assign) and len(small.targets) > 1
    if several or assigned(small) != [name] or small.value is None:
        return False
    return isinstance(small.value, cst.Dict) or (
        isinstance(small.value, cst.Call) and _makes(small.value)
    )


def _done_with(source: Source, name: cst.Name, node: cst.Call) -> set[str] | None:
    """The keys that one mention of the mapping adds to it; None where that is not to be seen."""
    around = source.parent(name)
    match around:
        case cst.AssignTarget() | cst.AnnAssign() | cst.AugAssign(target=cst.Name()):
            whole = source.parent(around) if isinstance(around, cst.AssignTarget) else around
            value = getattr(whole, "value", None)
            return _written(value) if isinstance(value, cst.BaseExpression) else None
        case cst.Subscript(value=of, slice=[cst.SubscriptElement(slice=cst.Index(value=key))]):
            text = _text(key)
            return {text} if of is name and text is not None else None
        case cst.Attribute(value=of, attr=cst.Name(value=method)) if of is name:
            if isinstance(source.parent(around), cst.AssignTarget):
                return {method}
            return _by_method(source, around, method)
        case cst.Arg() if around.star == "**" or source.parent(around) is node:
            return set()
        case cst.Arg() if _only_shows(source, around):
            return set()
    return None


def _only_shows(source: Source, arg: cst.Arg) -> bool:
    """Whether a function is handed the mapping that does no more than write it down."""
    call = source.parent(arg)
    return isinstance(call, cst.Call) and dotted(call.func).rpartition(".")[2] in SHOWS


def _by_method(source: Source, method: cst.Attribute, name: str) -> set[str] | None:
    call = source.parent(method)
    if not isinstance(call, cst.Call) or call.func is not method:
        return None
    if name in READS:
        return set()
    if name == "setdefault":
        text = _text(call.args[0].value) if call.args else None
        return {text} if text is not None else None
    if name != "update":
        return None
    found = {arg.keyword.value for arg in call.args if arg.keyword is not None}
    for arg in call.args:
        keys = set() if arg.keyword is not None else _written(arg.value)
        if keys is None or arg.star:
            return None
        found |= keys
    return found


def _is_target(source: Source, name: cst.Name) -> bool:
    return isinstance(source.parent(name), cst.AssignTarget | cst.AnnAssign)


def _written(value: cst.BaseExpression) -> set[str] | None:
    """The keys of a mapping that is written out: ``{"a": 1}``, ``dict(a=1)``."""
    match value:
        case cst.Dict(elements=elements):
            keys = [_text(e.key) if isinstance(e, cst.DictElement) else None for e in elements]
            return None if None in keys else {key for key in keys if key is not None}
        case cst.Call(args=args) if _makes(value):
            named = [arg.keyword.value for arg in args if arg.keyword is not None]
            return set(named) if len(named) == len(args) else None
    return None


def _makes(call: cst.Call) -> bool:
    """Whether a call makes a mapping, or an object whose fields are its arguments."""
    name = dotted(call.func).rpartition(".")[2]
    return name == "dict" or name[:1].isupper()


def _text(value: cst.BaseExpression) -> str | None:
    if not isinstance(value, cst.SimpleString):
        return None
    found = value.evaluated_value
    return found if isinstance(found, str) else None
