"""A client that waits too long is given a timeout and few retries."""

from __future__ import annotations

from auditor.model.catalog import Slot, Target
from auditor.model.remedy import Patch
from auditor.remedy.arguments import set_arguments
from auditor.remedy.bench import Bench
from auditor.remedy.names import Names
from auditor.remedy.source import CannotEdit, dotted

NOTE = "answers that take longer on a good day now fail: raise the timeout where they do"


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
            values = limits_of(bench, names.meaning(dotted(node.func)), words)
            if values:
                edits = tuple(set_arguments(source, node, values))
                said = " and ".join(f"{key}={value}" for key, value in values.items())
                return Patch(bench.finding, "timeout", f"set {said}", edits, (NOTE,))
    raise CannotEdit("the place where the wait could be ended is not understood")


def quicker(bench: Bench) -> Patch | None:
    """What lets the fallback of a finding's call come in time; None where it does already."""
    return end_the_wait(bench) if bench.is_slow() else None


def limits_of(bench: Bench, called: str, words: dict[str, str]) -> dict[str, str]:
    """The arguments that end the wait for what a constructor or function of that name gives.

    ``words`` are the timeout in seconds and the retries; what comes back has the units of the
    library, and is empty where that takes no timeout by name.
    """
    target = _target(bench, called)
    slots = {"timeout": target.timeout, "retries": target.retries} if target is not None else {}
    named = {word: slot for word, slot in slots.items() if slot is not None and _keyword(slot)}
    if "timeout" not in named:
        return {}
    return {_keyword(s): str(int(words[word]) * s.per_second) for word, s in named.items()}


def _target(bench: Bench, called: str) -> Target | None:
    call = bench.call()
    rule = bench.maker(call, called)
    if rule is not None:
        return rule.target
    sdk = bench.sdk(call)
    functions = sdk.functions if sdk is not None else ()
    return next((one.target for one in functions if called in one.names), None)


def _keyword(slot: Slot) -> str:
    """The first of a slot's arguments that has a name."""
    return next((arg for arg in slot.args if isinstance(arg, str)), "")
