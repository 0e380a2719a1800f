"""What stands in for a call of a script is given a model of its own vendor."""

from __future__ import annotations

from auditor.languages.javascript.places import Part
from auditor.model.remedy import Patch
from auditor.model.report import CallReport
from auditor.remedy.bench import Bench
from auditor.remedy.own_model import swap_of
from auditor.remedy.scripts.options import member, options
from auditor.remedy.scripts.script import Script
from auditor.remedy.scripts.timeouts import quicker
from auditor.remedy.source import CannotEdit


def give_own_model(bench: Bench) -> Patch:
    """The second leg names the equivalent of the model that it asks for in vain.

    Raises ``CannotEdit`` where the leg shares its model with the first one, or none is known.
    """
    swap = swap_of(bench)
    script = bench.script(swap.leg.path)
    entry = _model_of(script, swap.leg)
    value = entry.get("value")
    quote = script.code(value)[0] if value is not None and value.kind == "string" else '"'
    said = f"{quote}{swap.model}{quote}"
    edit = script.replaced(value or entry, said if value is not None else f"model: {said}")
    return swap.patch(edit).with_more(quicker(bench))


def _model_of(script: Script, leg: CallReport) -> Part:
    """The entry with the model, which must be written where the call is."""
    for node in script.calls(leg.line, leg.column):
        holder = options(node)
        entry = member(script, holder, "model") if holder is not None else None
        if entry is not None:
            return entry
    raise CannotEdit(f"the call at {leg.path}:{leg.line} takes its model from elsewhere")
