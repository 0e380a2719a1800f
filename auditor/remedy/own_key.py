"""What stands in for a call in a list of its own is given its own key and address."""

from __future__ import annotations

from contextlib import suppress

import libcst as cst

from auditor.model.catalog import Platform
from auditor.model.remedy import Edit, Patch, Way
from auditor.model.report import CallReport
from auditor.remedy.arguments import given
from auditor.remedy.bench import LANGUAGE, Bench
from auditor.remedy.declare import declare
from auditor.remedy.filled import Filled
from auditor.remedy.lists import append_to, list_of
from auditor.remedy.mappings import entries_of
from auditor.remedy.names import Names
from auditor.remedy.places import name_in
from auditor.remedy.second import key_of, refuse_forbidden, second_for
from auditor.remedy.source import CannotEdit, Source, dotted
from auditor.remedy.timeouts import quicker


def give_own_key(bench: Bench) -> Patch:
    """Each entry for another platform names the variable with its key, and not the call's address.

    Raises ``CannotEdit`` where the library of the call takes no such entries, or where one of them
    is not written out.
    """
    call = bench.call()
    way, source, node = _place(bench, call)
    arg = given(node, way.entries)
    if arg is None:
        raise CannotEdit(f"{way.entries} is not given in the call")
    first = {attempt.platform for attempt in bench.case.attempts(call)}
    filled = Filled(source, {})
    edits: list[Edit] = []
    keys: list[str] = []
    unsaid = ""
    for element in list_of(source, arg.value, way.entries).elements:
        said = _model(source, element.value)
        platform = _platform(bench, way, said)
        if platform is None or platform.id in first:
            unsaid = unsaid or (said if platform is None else "")
            continue
        keys.append(key_of(bench, platform))
        filled.words = {"it": f'"{said}"', "key": keys[-1], "inherited": _inherited(way, node)}
        edits.append(source.replaced(element.value, filled(way.entry)))
        edits += declare(bench, call, keys[-1], "")
    if not edits:
        raise CannotEdit(f"{unsaid or 'no entry'} does not say that another platform is asked")
    names = " and ".join(dict.fromkeys(keys))
    says = f"send {names} with what stands in, not the key of the first"
    note = f"provide {names} in every deployment"
    own = Patch(bench.finding, "own-key", says, (*filled.edits, *edits), (note,), is_safe=True)
    return own.with_more(quicker(bench))


def list_another(bench: Bench) -> Patch:
    """The list gets an entry for another vendor, or those it has for others are mended.

    Raises ``CannotEdit`` as ``give_own_key`` does, and where nobody else may be asked.
    """
    with suppress(CannotEdit):
        return give_own_key(bench)
    call = bench.call()
    way, source, node = _place(bench, call)
    refuse_forbidden(bench, call)
    second = second_for(bench, call, way.grammar, {})
    words = {"it": f'"{second.words["model"]}"', "key": second.key}
    filled = Filled(source, words | {"inherited": _inherited(way, node)})
    edits = list(append_to(source, node, {way.entries: filled(way.entry)}))
    edits += declare(bench, call, second.key, "")
    says = f"ask {second.name} when {bench.whom(call)} fails"
    own = Patch(bench.finding, "second-vendor", says, (*filled.edits, *edits), second.notes)
    return own.with_more(quicker(bench))


def _place(bench: Bench, call: CallReport) -> tuple[Way, Source, cst.Call]:
    """The way whose entries can be mended, and the call."""
    ways = [way for way in bench.remedies.ways(LANGUAGE, call.sdk) if way.entries]
    if not ways:
        raise CannotEdit("no edit of the code alone can close it")
    source = bench.source(call.path)
    for node in source.calls(call.line, call.column):
        name = dotted(node.func)
        for way in ways:
            if name_in(way, name, Names(source).meaning(name)):
                return way, source, node
    raise CannotEdit("the call has not the usual shape")


def _model(source: Source, entry: cst.BaseExpression) -> str:
    """The model that an entry names: by a text, or in a mapping that says nothing else."""
    held = entries_of(entry)
    named = held.get("model") if set(held) == {"model"} else entry
    text = named.evaluated_value if isinstance(named, cst.SimpleString) else None
    if not isinstance(text, str):
        raise CannotEdit(f"what {source.code(entry)} asks is not written there")
    return text


def _platform(bench: Bench, way: Way, model: str) -> Platform | None:
    """The platform that a model's prefix names; None where it has none that is known."""
    separator = bench.case.catalog.grammars[way.grammar].separator
    prefix, found, _ = model.partition(separator)
    for platform in bench.case.catalog.platforms.values() if found else ():
        if prefix in platform.prefixes.get(way.grammar, ()):
            return platform
    return None


def _inherited(way: Way, node: cst.Call) -> str:
    """What an entry says so that it does not take over an argument of the call."""
    return "".join(f', "{name}": {way.inherited[name]}' for name in way.inherited
                   if given(node, name) is not None)  # fmt: skip
