"""What a call sends, by the names of its arguments, and whether others would understand it."""

from __future__ import annotations

from collections.abc import Mapping

import libcst as cst

from auditor.model.remedy import Way
from auditor.remedy.arguments import given
from auditor.remedy.lists import made
from auditor.remedy.mappings import entries_of, keys_given, keys_of, keys_seen, values_of
from auditor.remedy.plain_text import is_text
from auditor.remedy.source import CannotEdit, Source, dotted

_EVERYTHING = "the call takes arguments from a list or mapping, which may be anything"


def sent(source: Source, node: cst.Call, way: Way) -> frozenset[str]:
    """The names of what a call sends, as far as they are seen, without those of usual values."""
    if way.body:
        body = given(node, way.body)
        names = keys_of(source, body.value, node) or () if body else ()
        values = values_of(source, body.value, node) if body else {}
        return frozenset(names) - _usual(source, way, values)
    held = given(node, way.within) if way.within else None
    within = keys_of(source, held.value, node) if held else None
    named = {arg.keyword.value: arg.value for arg in node.args if arg.keyword is not None}
    if held is not None:
        named |= entries_of(held.value)
    names = {*named, *(within or ()), *keys_seen(source, node)}
    return frozenset(names - _usual(source, way, named))


def _usual(source: Source, way: Way, values: Mapping[str, cst.BaseExpression]) -> set[str]:
    """Which have a value that changes nothing."""
    return {name for name, value in values.items() if way.usual.get(name) == _plain(source, value)}


def refuse_unseen(source: Source, node: cst.Call, way: Way, *, ignores: bool) -> str:
    """Raises ``CannotEdit`` where others than those that are seen may be among the arguments.

    With ``ignores`` the second vendor leaves out what it does not know: then what a person has to
    look at is given.
    """
    if any(arg.star == "*" for arg in node.args):
        raise CannotEdit(_EVERYTHING)
    if way.body:
        _refuse_body(source, node, way)
    elif way.within or way.text:
        _refuse_unclear(source, node, way)
    elif keys_given(source, node) is None:
        if not ignores:
            raise CannotEdit(_EVERYTHING)
        spot = f"{source.path}:{source.line(node)}"
        return f"what {spot} takes from a mapping goes to both: look whether the second needs it"
    return ""


def _refuse_unclear(source: Source, node: cst.Call, way: Way) -> None:
    """Raises ``CannotEdit`` where more may be sent than is seen, or something else than text."""
    if any(arg.star for arg in node.args):
        raise CannotEdit(_EVERYTHING)
    held = given(node, way.within) if way.within else None
    if held is not None and keys_of(source, held.value, node) is None:
        raise CannotEdit(f"what is in {source.code(held.value)} is not all to be seen")
    said = _by_name_or_place(node, way) if way.text else None
    if said is not None and not is_text(source, said.value, node):
        raise CannotEdit(f"{way.text} is not seen to be text alone")


def _by_name_or_place(node: cst.Call, way: Way) -> cst.Arg | None:
    """The argument that must be text."""
    plain = [arg for arg in node.args if arg.keyword is None]
    by_place = dict(zip(way.positional, plain, strict=False)).get(way.text)
    return given(node, way.text) or by_place


def refuse_built(source: Source, node: cst.Call, way: Way) -> None:
    """Raises ``CannotEdit`` where a client is built with what another vendor would not get."""
    if any(arg.star for arg in node.args):
        raise CannotEdit(f"how {source.code(node.func)} is built is not all to be seen")
    names = {arg.keyword.value for arg in node.args if arg.keyword is not None}
    held = given(node, way.within) if way.within else None
    within = keys_of(source, held.value, node) if held is not None else set()
    if within is None:
        raise CannotEdit(f"what is in {way.within} is not all to be seen")
    bad = sorted((names | within) & set(way.built))
    if bad:
        raise CannotEdit(f"what asks is built with {' and '.join(bad)}, which others would not get")


def refuse_address(source: Source, node: cst.Call, way: Way) -> None:
    """Raises ``CannotEdit`` where a request does not go to an address such as the way's."""
    asked = given(node, "url") or next((arg for arg in node.args if not arg.keyword), None)
    address = _text_of(source, asked.value) if asked is not None else ""
    if not address.endswith(way.address):
        raise CannotEdit(
            f"others take requests at {way.address} alone: this address is not seen to end so"
        )


def _refuse_body(source: Source, node: cst.Call, way: Way) -> None:
    body = given(node, way.body)
    if body is None:
        raise CannotEdit(f"what is sent is not given as {way.body}=")
    if keys_of(source, body.value, node) is None:
        raise CannotEdit(f"what is in {source.code(body.value)} is not all to be seen")


def _text_of(source: Source, value: cst.BaseExpression) -> str:
    """How a text ends, as far as it is written in this file."""
    if isinstance(value, cst.Name) or dotted(value).partition(".")[0] == "self":
        values = list(made(source, dotted(value)))
        only = values[0] if len(values) == 1 else None
        return _text_of(source, only) if only is not None else ""
    if isinstance(value, cst.FormattedString) and value.parts:
        last = value.parts[-1]
        return last.value if isinstance(last, cst.FormattedStringText) else ""
    if isinstance(value, cst.BinaryOperation):
        return _text_of(source, value.right)
    return _plain(source, value)


def _plain(source: Source, value: cst.BaseExpression) -> str:
    """A text without its quotes, anything else as it is written."""
    text = value.evaluated_value if isinstance(value, cst.SimpleString) else None
    return text if isinstance(text, str) else source.code(value)
