"""A client of a script that waits too long is given a timeout and few retries."""

from __future__ import annotations

from auditor.languages.javascript.places import Part
from auditor.model.catalog import Slot
from auditor.model.remedy import Patch
from auditor.remedy.bench import Bench
from auditor.remedy.scripts.imports import Imports
from auditor.remedy.scripts.options import set_options
from auditor.remedy.scripts.script import Script
from auditor.remedy.source import CannotEdit
from auditor.remedy.timeouts import NOTE, keyword, slots_of


def end_the_wait(bench: Bench) -> Patch:
    """Where the client is built, both are set.

    Raises ``CannotEdit`` where that place is not understood, or takes no timeout.
    """
    call = bench.call()
    words = bench.patience()
    for path, line in bench.client_lines(call):
        script = bench.script(path)
        for node in script.made(line):
            slots = _slots(bench, script, node)
            if any(word == "timeout" for word, _ in slots):
                values = {keyword(slot): _written(slot, words[word]) for word, slot in slots}
                edits = tuple(set_options(script, node, values))
                said = " and ".join(f"{key}: {value}" for key, value in values.items())
                return Patch(bench.finding, "timeout", f"set {said}", edits, (NOTE,))
    raise CannotEdit("the place where the wait could be ended is not understood")


def quicker(bench: Bench) -> Patch | None:
    """What lets the fallback of a finding's call come in time; None where it does already."""
    return end_the_wait(bench) if bench.is_slow() else None


def _slots(bench: Bench, script: Script, node: Part) -> list[tuple[str, Slot]]:
    made = node.get("constructor")
    name = Imports(script).meaning(script.dotted(made)) if made is not None else ""
    rule = bench.maker(bench.call(), name)
    return slots_of(rule.target) if rule is not None else []


def _written(slot: Slot, value: str) -> str:
    """A number in the slot's own unit."""
    return str(int(value) * slot.per_second)
