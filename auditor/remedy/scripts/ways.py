"""A second vendor is put behind a call of a script, in a way that the rules know."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.languages.javascript.places import Part
from auditor.model.remedy import Edit, Patch, Way
from auditor.remedy.bench import SCRIPTS, Bench
from auditor.remedy.declare import declare
from auditor.remedy.places import first_way, name_in
from auditor.remedy.scripts.around import (
    called_instead,
    given_more,
    handed_over,
    led_through,
    put_around,
)
from auditor.remedy.scripts.filled import Filled
from auditor.remedy.scripts.fitting import has_all, refuse_call, refuse_file, refuse_object, sent
from auditor.remedy.scripts.imports import Imports
from auditor.remedy.scripts.script import Script
from auditor.remedy.second import Second
from auditor.remedy.source import CannotEdit

#: A time that code gives in milliseconds.
_MS = 1000


def add_second_vendor(bench: Bench) -> Patch:
    """The first way that knows the place.

    Raises ``CannotEdit`` where none does, or where this one must not be gone.
    """
    way, second, (script, node) = first_way(bench, SCRIPTS, _fitting, _sent)
    return _patch(bench, way, second, script, node)


def _patch(bench: Bench, way: Way, second: Second, script: Script, node: Part) -> Patch:
    refuse_file(script)
    call = bench.call()
    words = second.words | _in_scripts(second.words)
    filled = Filled(script, words, way.types)
    try:
        edits = list(_edits(filled, node, way))
    except CannotEdit as error:
        raise CannotEdit(str(error), filled.paste(way.define)) from error
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
        yield from given_more(filled, node, way)
        yield from put_around(filled, node, way.wrap)
        return
    refuse_call(script, node, way, filled.words.get("refuse", "").split())
    function = filled(way.function)
    if way.wrap:
        yield from handed_over(filled, node, way, function)
    elif way.address:
        yield from called_instead(filled, node, function)
    else:
        yield from led_through(filled, node, function, _name(way, script, node))
    if not filled.imports.declares(function):
        at = filled.imports.after()
        above = "\n" if at else ""
        below = "" if script.text[at : at + 1] == "\n" else "\n"
        yield script.inserted(at, f"{above}{filled(way.define).rstrip()}\n{below}", rank=1)


def _sent(way: Way, place: tuple[Script, Part]) -> list[str]:
    return sent(*place, way)


def _fitting(bench: Bench, way: Way, path: str, line: int) -> list[tuple[Script, Part]]:
    """The expressions on a line that the way may change."""
    script = bench.script(path)
    at_client = way.at == "client"
    nodes = script.made(line) if at_client else script.calls(line, bench.call().column)
    return [(script, n) for n in nodes if _name(way, script, n) and has_all(script, n, way.needs)]


def _name(way: Way, script: Script, node: Part) -> str:
    """Which of the way's names the called one ends with; empty if none."""
    called = node.get("function") or node.get("constructor")
    if called is None:
        return ""
    name = script.dotted(called)
    return name_in(way, name, Imports(script).meaning(name))
