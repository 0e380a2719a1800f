"""Requests that are sent by plain HTTP: their address, and the object that is their body."""

from __future__ import annotations

from auditor.languages.javascript.places import Part
from auditor.model.remedy import Way
from auditor.remedy.scripts.options import arguments, member, members, options, value_of
from auditor.remedy.scripts.script import Script
from auditor.remedy.source import CannotEdit

_WRITES = "JSON.stringify"
#: A request that somebody else may end would be ended for both vendors.
_OWN_END = "signal"
_ENVIRONMENT = "process.env"


def holder_of(script: Script, node: Part, way: Way) -> Part | None:
    """The object with what a call sends, None where it is written elsewhere."""
    if not way.body:
        return options(node)
    request = _request(node)
    entry = member(script, request, way.body) if request is not None else None
    value = value_of(entry) if entry is not None else None
    called = value.get("function") if value is not None else None
    if value is None or called is None or script.code(called) != _WRITES:
        return None
    given = arguments(value)
    if len(given) == 1 and given[0].kind == "identifier":
        return _only_object(script, script.code(given[0]))
    return options(value)


def refuse_request(script: Script, node: Part, way: Way) -> None:
    """Raises ``CannotEdit`` where another vendor could not be sent the same request."""
    given, request = arguments(node), _request(node)
    if request is None:
        raise CannotEdit("the request is not written where it is sent")
    if not _ends(script, given[0]).endswith(way.address):
        raise CannotEdit(
            f"others take requests at {way.address} alone: this address is not seen to end so"
        )
    if member(script, request, _OWN_END) is not None:
        raise CannotEdit("the request may be ended by a signal of its own")
    if _ENVIRONMENT not in script.text:
        raise CannotEdit(f"{script.path} reads no key from {_ENVIRONMENT}: say where the second is")


def _request(node: Part) -> Part | None:
    """The second argument, where it is an object that takes over nothing."""
    given = arguments(node)
    found = given[1] if len(given) == 2 else None
    if found is None or found.kind != "object":
        return None
    return None if any(one.kind == "spread_element" for one in members(found)) else found


def _only_object(script: Script, name: str) -> Part | None:
    """The object that a name stands for, where nobody does more with it than hand it over."""
    uses = [one for one in script.of_kind("identifier") if script.code(one) == name]
    handed = all(_is(script, one, "arguments") for one in uses if not _declares(script, one))
    value = _value_of(script, name)
    return value if handed and value is not None and value.kind == "object" else None


def _value_of(script: Script, name: str) -> Part | None:
    """What the one declaration of a name sets it to."""
    names = (one for one in script.of_kind("identifier") if script.code(one) == name)
    made = [one for one in names if _declares(script, one)]
    return _around(script, made[0]).get("value") if len(made) == 1 else None


def _declares(script: Script, name: Part) -> bool:
    return _is(script, name, "variable_declarator") and _around(script, name).get("name") is name


def _around(script: Script, part: Part) -> Part:
    return script.parent(part) or part


def _is(script: Script, part: Part, kind: str) -> bool:
    around = script.parent(part)
    return around is not None and around.kind == kind


def _ends(script: Script, value: Part) -> str:
    """How a text ends, as far as it is written in this file."""
    if value.kind == "identifier":
        text = _value_of(script, script.code(value))
        return _ends(script, text) if text is not None else ""
    if value.kind == "template_string":
        return script.code(value).rstrip("`")
    return script.string(value) or ""
