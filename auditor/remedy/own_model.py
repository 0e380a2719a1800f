"""What stands in for a call is given a model of its own vendor."""

from __future__ import annotations

import libcst as cst

from auditor.checks.refused import wrongly_named
from auditor.model.remedy import Patch
from auditor.model.report import CallReport
from auditor.remedy.bench import Bench
from auditor.remedy.equivalents import equivalent
from auditor.remedy.source import CannotEdit
from auditor.remedy.timeouts import quicker
from auditor.remedy.widen import is_wide, widen


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
    source = bench.source(leg.path)
    value = _model_of(bench, leg)
    quote = source.code(value)[0] if isinstance(value, cst.SimpleString) else '"'
    edit = source.replaced(value, f"{quote}{model}{quote}")
    name = bench.case.name(vendor)
    note = f"{model} is a proposal for {wrong.model}: compare their answers first"
    says = f"ask {name} for {model}"
    own = Patch(bench.finding, "own-model", says, (edit,), (note,), is_safe=True)
    # Else what else is wrong with the fallback would be the next thing to find.
    return own.with_more(quicker(bench) if is_wide(bench) else widen(bench))


def leg_of(bench: Bench, call: CallReport, platform: str | None) -> CallReport:
    """The call in a handler that asks the platform for the wrong model."""
    asked = [bench.case.by_id.get(i) for h in bench.case.handlers(call) for i in h.asks]
    for other in asked:
        if other and other.path and platform in other.platforms and other.via != "wrapper":
            return other
    raise CannotEdit("the fallback is no call of its own: one function makes both")


def _model_of(bench: Bench, leg: CallReport) -> cst.BaseExpression:
    """The argument with the model, which must be written where the call is."""
    source = bench.source(leg.path)
    for node in source.calls(leg.line, leg.column):
        for arg in node.args:
            if arg.keyword is not None and arg.keyword.value == "model":
                return arg.value
    raise CannotEdit(f"the call at {leg.path}:{leg.line} takes its model from elsewhere")
