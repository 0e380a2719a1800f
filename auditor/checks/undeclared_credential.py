"""A key that the code reads, and that no deployment file of the repository sets or asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from auditor.checks.case import Case, either, verb_for, who_of
from auditor.checks.draft import Draft, about_call
from auditor.model.behaviour import attempts_of
from auditor.model.program import Evidence, LlmCall
from auditor.model.report import CallReport
from auditor.model.severity import Confidence


def find(case: Case) -> Iterator[Draft]:
    """One finding per call; none at all where the repository declares no key of any call."""
    declared = case.program.surroundings.by_name
    needed = {name for call in case.program.calls for keys in _keys(call) for name in keys}
    known = sorted(needed & declared.keys())
    if not known:
        return
    for shown in case.calls():
        if shown.cell:
            continue  # whoever runs a notebook brings a key along
        missing = missing_keys(case, shown)
        if not missing:
            continue
        flows = case.flows(shown)
        who = who_of(flows)
        verb = verb_for("needs", flows)
        names = " and ".join(either(keys) for keys in missing)
        one = declared[known[0]][0]
        elsewhere = Evidence(one.path, one.line, f"{one.name} is declared here")
        draft = about_call(
            shown, f"{who} {verb} {names}, which no deployment file declares", flows,
            more=(elsewhere,),
        )  # fmt: skip
        subject = (*draft.subject, *missing[0])
        yield replace(draft, subject=subject, confidence=Confidence.MEDIUM)


def missing_keys(case: Case, shown: CallReport) -> list[tuple[str, ...]]:
    """The keys that a call needs and nobody declares: of each, the variables that may hold it."""
    declared = case.program.surroundings.by_name
    return sorted({keys for keys in _keys(case.found[shown.id]) if not declared.keys() & set(keys)})


def _keys(call: LlmCall) -> set[tuple[str, ...]]:
    """For each way the call may go, the variables of which one must hold the key."""
    return {a.credentials for ask in call.asks for a in attempts_of(ask) if a.credentials}
