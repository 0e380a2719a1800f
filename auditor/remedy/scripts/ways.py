"""A second vendor is put behind a call of a script, in a way that the rules know."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.languages.javascript.places import Part
from auditor.model.remedy import Edit, Patch, Way
from auditor.model.report import CallReport
from auditor.remedy.bench import SCRIPTS, Bench
from auditor.remedy.declare import declare
from auditor.remedy.scripts.filled import Filled
from auditor.remedy.scripts.fitting import has_all, refuse_call, refuse_file, refuse_object
from auditor.remedy.scripts.imports import Imports
from auditor.remedy.scripts.options import add_members, member, members, options, value_of
from auditor.remedy.scripts.script import Script
from auditor.remedy.second import Second, second_for
from auditor.remedy.source import CannotEdit

IT, ARGUMENT = "<<it>>", "<<argument>>"
#: A time that code gives in milliseconds.
_MS = 1000


def add_second_vendor(bench: Bench) -> Patch:
    """The first way that knows the place.

    Raises ``CannotEdit`` where none does, or where this one must not be gone.
    """
    call = bench.call()
    if any(bench.case.may_not_leave(flow) for flow in bench.case.flows(call)):
        raise CannotEdit("the policy forbids that another vendor sees these data")
    reason = CannotEdit(f"the rules know no way to put a second vendor behind {call.sdk}")
    for way in bench.remedies.ways(SCRIPTS, call.sdk):
        try:
            script, node = _place(bench, call, way)
        except CannotEdit as error:
            reason = error
        else:
            second = second_for(bench, call, way.grammar, way.to)
            return _patch(bench, way, second, script, node)
    raise reason


def _patch(bench: Bench, way: Way, second: Second, script: Script, node: Part) -> Patch:
    refuse_file(script)
    call = bench.call()
    words = second.words | _in_scripts(second.words)
    filled = Filled(script, words, way.types)
    try:
        edits = list(_edits(filled, node, way))
    except CannotEdit as error:
        raise CannotEdit(str(error), _to_paste(filled, way)) from error
    end = f"each try now ends after {second.words['timeout']} s"
    caveats = [said for said in (way.caveat, words.get("caveat", "")) if said]
    package = words.get("package", "")
    more = declare(bench, call, second.key, package, words.get("version", ""))
    new = f"{package} is new in package.json: install a release that goes with the others"
    notes = [*second.notes, f"{end}: raise that where answers take longer", *caveats]
    notes += [new] if package and any(package in edit.text for edit in more) else []
    says = f"ask {second.name} when {bench.whom(call)} fails"
    every = (*edits, *filled.edits, *more)
    return Patch(bench.finding, "second-vendor", says, every, tuple(notes))


def _to_paste(filled: Filled, way: Way) -> str:
    """The function that asks both, below the lines that import what it needs."""
    if not way.define:
        return ""
    function = filled(way.define)
    lines = [edit.text for edit in filled.edits if edit.text.endswith("\n")]
    return "".join(dict.fromkeys(lines)) + function


def _in_scripts(words: dict[str, str]) -> dict[str, str]:
    """Times in milliseconds, ``both`` tries together included, and the vendor as part of a name."""
    each = int(words["timeout"]) * _MS
    return {
        "timeout": str(each),
        "both": str(each * (int(words["retries"]) + 1)),
        "VendorId": "".join(part.capitalize() for part in words["vendor_id"].split("_")),
    }


def _edits(filled: Filled, node: Part, way: Way) -> Iterator[Edit]:
    script = filled.script
    if way.at == "client":
        refuse_object(script, node)
        yield from _missing(filled, node, way)
        yield from _around(filled, node, way.wrap)
        return
    refuse_call(script, node, (*way.refuse, *filled.words.get("refuse", "").split()))
    function = filled(way.function)
    if way.wrap:
        yield from _handed_over(filled, node, way, function)
    else:
        yield from _called(filled, node, way, function)
    if not filled.imports.declares(function):
        at = filled.imports.after()
        gap = "" if script.text[at : at + 1] == "\n" else "\n"
        yield script.inserted(at, f"\n{filled(way.define).rstrip()}\n{gap}", rank=1)


def _place(bench: Bench, call: CallReport, way: Way) -> tuple[Script, Part]:
    """The expression that the way changes."""
    places = bench.client_lines(call) if way.at == "client" else [(call.path, call.line)]
    for path, line in places:
        script = bench.script(path)
        fits = script.made(line) if way.at == "client" else script.calls(line, call.column)
        found = [n for n in fits if _name(way, script, n) and has_all(script, n, way.needs)]
        if len(found) == 1:
            return script, found[0]
    what = "call" if way.at == "call" else "place where the client is built"
    raise CannotEdit(f"the {what} has not the usual shape ({' or '.join(way.names[:2])})")


def _name(way: Way, script: Script, node: Part) -> str:
    """Which of the way's names the called one ends with; empty if none."""
    called = node.get("function") or node.get("constructor")
    if called is None:
        return ""
    name = script.dotted(called)
    tried = (f".{name}", f".{Imports(script).meaning(name)}")
    return next((end for end in way.names if any(one.endswith(f".{end}") for one in tried)), "")


def _missing(filled: Filled, node: Part, way: Way) -> Iterator[Edit]:
    """What the object is given where it is not told."""
    holder = options(node)
    if holder is None:
        raise CannotEdit("what the model is built with is not written there")
    wanted = {k: v for k, v in way.missing.items() if member(filled.script, holder, k) is None}
    texts = [f"{key}: {filled(text)}" for key, text in wanted.items()]
    yield from add_members(filled.script, holder, texts)


def _around(filled: Filled, node: Part, wrap: str) -> Iterator[Edit]:
    """Something is put around the expression."""
    script = filled.script
    before, after = wrap.split(IT)
    indent = script.indent(node.start)
    if before:
        yield script.inserted(node.start, filled(before), rank=-1)
    yield script.inserted(node.end, filled(after.rstrip()).replace("\n", f"\n{indent}"), rank=2)


def _handed_over(filled: Filled, node: Part, way: Way, function: str) -> Iterator[Edit]:
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
    opening, rest = way.wrap.split(ARGUMENT)
    middle, closing = rest.split(IT)
    said = script.code(value_of(entry))
    yield script.inserted(node.start, filled(opening) + said + filled(middle), rank=-1)
    yield script.inserted(node.end, filled(closing), rank=2)


def _called(filled: Filled, node: Part, way: Way, function: str) -> Iterator[Edit]:
    """The called name gives way to a function that asks both, and takes the client first."""
    script = filled.script
    called, given = node.get("function"), node.get("arguments")
    holder = options(node)
    if called is None or given is None or holder is None:
        raise CannotEdit("what the call sends is not written there")
    receiver = called
    for _ in _name(way, script, node).split("."):
        inner = receiver.get("object")
        if inner is None:
            raise CannotEdit("the client is not to be seen in the call")
        receiver = inner
    said = f"{function}({script.code(receiver)}, "
    yield Edit(script.path, called.start, holder.start, 0, said)
