"""Whether code of a script may be changed at all, and why not."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.languages.javascript.places import Part
from auditor.model.remedy import Way
from auditor.remedy.scripts.options import arguments, key_of, member, members, options, value_of
from auditor.remedy.scripts.posted import holder_of, refuse_request
from auditor.remedy.scripts.script import FUNCTIONS, Script
from auditor.remedy.source import CannotEdit

#: Other ways to the environment, and signs of code that runs where no key may be.
_ELSEWHERE = ("import.meta.env", "Deno.env")
_BROWSER = "dangerouslyAllowBrowser"
#: What may be done with a promise, and with a model behind which another one stands.
_OF_PROMISES = frozenset({"then", "catch", "finally"})
_OF_MODELS = frozenset({"invoke", "stream", "batch", "pipe"})


def refuse_file(script: Script) -> None:
    """Raises ``CannotEdit`` where keys are not read from ``process.env``."""
    for sign in _ELSEWHERE:
        if sign in script.text:
            raise CannotEdit(f"{script.path} reads {sign}: say where the second key comes from")
    if _BROWSER in script.text:
        raise CannotEdit(f"{script.path} runs in browsers, where another key would be public")


def sent(script: Script, node: Part, way: Way) -> list[str]:
    """The names of what a call sends, as far as they are seen, without those of usual values."""
    holder = holder_of(script, node, way)
    entries = {key_of(script, one): value_of(one) for one in members(holder)} if holder else {}
    return [
        key
        for key, value in entries.items()
        if way.usual.get(key) != (script.string(value) or script.code(value))
    ]


def refuse_call(script: Script, node: Part, way: Way, more: Iterable[str]) -> None:
    """Raises ``CannotEdit`` where a second vendor would not understand what is sent."""
    holder = holder_of(script, node, way)
    if way.address:
        refuse_request(script, node, way)
    if holder is None:
        raise CannotEdit("what the call sends is not written there")
    if len(arguments(node)) > 1 + bool(way.address):
        raise CannotEdit("the call has options of its own beside what it sends")
    names = sent(script, node, way)
    bad = [word for word in (*way.refuse, *more) if word in names]
    if bad:
        raise CannotEdit(f"another vendor takes {' and '.join(bad)} in another form")
    if any(one.kind == "spread_element" or not key_of(script, one) for one in members(holder)):
        raise CannotEdit("the call takes arguments from elsewhere, which may be anything")
    if _waits(holder):
        raise CannotEdit("something is awaited inside the arguments of the call")
    around = script.parent(node)
    name = around.get("property") if around is not None else None
    if name is not None and script.code(name) not in _OF_PROMISES:
        raise CannotEdit(f"the code takes {script.code(name)} of the request before it is sent")


def has_all(script: Script, node: Part, needs: Iterable[str]) -> bool:
    """Whether a call is given all of these as plainly ``true``."""
    holder = options(node)
    entries = [member(script, holder, key) if holder is not None else None for key in needs]
    return all(one is not None and value_of(one).kind == "true" for one in entries)


def _waits(part: Part) -> bool:
    """Whether code of this very function waits inside a part."""
    if part.kind in ("await_expression", "yield_expression"):
        return True
    return part.kind not in FUNCTIONS and any(_waits(below) for below in part.parts)


def refuse_object(script: Script, node: Part) -> None:
    """Raises ``CannotEdit`` where a model is used for more than its answers.

    What stands for several models has no other methods of a model, as binding tools.
    """
    around = script.parent(node)
    if around is not None and around.kind == "variable_declarator":
        _refuse_uses(script, around)
    elif around is None or not _only_asked(script, node):
        raise CannotEdit("the model is handed on as it is built: nobody sees what is done with it")


def _refuse_uses(script: Script, declarator: Part) -> None:
    name = declarator.get("name")
    holder = script.parent(script.parent(declarator) or declarator)
    if name is None or name.kind != "identifier":
        raise CannotEdit("the model has no plain name")
    local = script.code(name)
    if holder is not None and holder.kind == "export_statement":
        raise CannotEdit(f"{local} is exported: other files may bind tools to it")
    if any(part.kind == "type_annotation" for part in declarator.parts):
        raise CannotEdit(f"{local} is declared with a type that a chain of models has not")
    for use in script.of_kind("identifier", "shorthand_property_identifier", "export_specifier"):
        if use is not name and script.code(use) == local and not _only_asked(script, use):
            line = script.line(use)
            raise CannotEdit(f"{script.path}:{line} does more with {local} than ask it")


def _only_asked(script: Script, use: Part) -> bool:
    """``model.invoke(...)`` or ``chain.pipe(model)``."""
    around = script.parent(use)
    if around is None:
        return False
    if around.kind == "member_expression":
        name = around.get("property")
        return name is not None and script.code(name) in _OF_MODELS
    call = script.parent(around) if around.kind == "arguments" else None
    called = call.get("function") if call is not None else None
    name = called.get("property") if called is not None else None
    return name is not None and script.code(name) == "pipe"
