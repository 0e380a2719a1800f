"""What stands in for a call of a script is given a model of its own vendor."""

from __future__ import annotations

from auditor.checks.refused import wrongly_named
from auditor.languages.javascript.places import Part
from auditor.model.remedy import Patch
from auditor.model.report import CallReport
from auditor.remedy.bench import Bench
from auditor.remedy.equivalents import equivalent
from auditor.remedy.own_model import leg_of
from auditor.remedy.scripts.options import member, options
from auditor.remedy.scripts.script import Script
from auditor.remedy.scripts.timeouts import quicker
from auditor.remedy.source import CannotEdit


def give_own_model(bench: Bench) -> Patch:
    """The second leg names the equivalent of the model that it asks for in vain.

    Raises ``CannotEdit`` where the leg shares its model with the first one, or none is known.
    """
    call = bench.call()
    wrong = wrongly_named(bench.case, call)[0]
    leg = leg_of(bench, call, wrong.platform)
    platform = bench.case.catalog.platforms.get(wrong.platform or "")
    vendor = platform.serves if platform else None
    if vendor is None or wrong.model is None:
        raise CannotEdit("nobody knows whose models stand in")
    model = equivalent(bench.remedies, wrong.model, vendor)
    script = bench.script(leg.path)
    entry = _model_of(script, leg)
    value = entry.get("value")
    quote = script.code(value)[0] if value is not None and value.kind == "string" else '"'
    said = f"{quote}{model}{quote}"
    edit = script.replaced(value or entry, said if value is not None else f"model: {said}")
    note = f"{model} is a proposal for {wrong.model}: compare their answers first"
    says = f"ask {bench.case.name(vendor)} for {model}"
    own = Patch(bench.finding, "own-model", says, (edit,), (note,), is_safe=True)
    return own.with_more(quicker(bench))


def _model_of(script: Script, leg: CallReport) -> Part:
    """The entry with the model, which must be written where the call is."""
    for node in script.calls(leg.line, leg.column):
        holder = options(node)
        entry = member(script, holder, "model") if holder is not None else None
        if entry is not None:
            return entry
    raise CannotEdit(f"the call at {leg.path}:{leg.line} takes its model from elsewhere")
