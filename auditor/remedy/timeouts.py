"""A client that waits too long is given a timeout and few retries."""

from __future__ import annotations

import libcst as cst

from auditor.model.catalog import Slot, Target
from auditor.model.remedy import Edit, Patch
from auditor.model.report import CallReport
from auditor.remedy.arguments import set_arguments
from auditor.remedy.bench import Bench
from auditor.remedy.names import Names
from auditor.remedy.source import CannotEdit, Source, dotted


def end_the_wait(bench: Bench) -> Patch:
    """Where the client is built, or at the call where there is none, both are set.

    Raises ``CannotEdit`` where neither place is understood.
    """
    call = bench.call()
    words = bench.patience()
    for path, line in (*bench.client_lines(call), (call.path, call.line)):
        source = bench.source(path)
        names = Names(source)
        for node in source.calls(line):
            slots = _slots(bench, call, names.meaning(dotted(node.func)))
            edits = _edits(source, node, slots, words)
            if edits:
                said = " and ".join(f"{key}={value}" for key, value in _said(slots, words))
                return Patch(bench.finding, "timeout", f"set {said}", edits, (NOTE,))
    raise CannotEdit("the place where the wait could be ended is not understood")


def quicker(bench: Bench) -> Patch | None:
    """What lets the fallback of a finding's call come in time; None where it does already."""
    return end_the_wait(bench) if bench.is_slow() else None


NOTE = "answers that take longer on a good day now fail: raise the timeout where they do"


def slots_of(target: Target) -> list[tuple[str, Slot]]:
    """Where timeout and retries are taken from, as far as these have names."""
    slots = (("timeout", target.timeout), ("retries", target.retries))
    return [(word, slot) for word, slot in slots if slot is not None and keyword(slot)]


def _slots(bench: Bench, call: CallReport, name: str) -> list[tuple[str, Slot]]:
    """Where the constructor or function of that name takes its timeout and retries from."""
    rule = bench.maker(call, name)
    if rule is not None:
        target = rule.target
    else:
        sdk = bench.sdk(call)
        functions = sdk.functions if sdk is not None else ()
        found = next((one for one in functions if name in one.names), None)
        if found is None:
            return []
        target = found.target
    return slots_of(target)


def _edits(
    source: Source, node: cst.Call, slots: list[tuple[str, Slot]], words: dict[str, str]
) -> tuple[Edit, ...]:
    if not any(word == "timeout" for word, _ in slots):
        return ()
    return tuple(set_arguments(source, node, {keyword(s): words[word] for word, s in slots}))


def _said(slots: list[tuple[str, Slot]], words: dict[str, str]) -> list[tuple[str, str]]:
    return [(keyword(slot), words[word]) for word, slot in slots]


def keyword(slot: Slot) -> str:
    """The first of a slot's arguments that has a name."""
    return next((arg for arg in slot.args if isinstance(arg, str)), "")
