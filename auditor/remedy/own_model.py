"""What stands in for a call is given a model of its own vendor."""

from __future__ import annotations

from typing import NamedTuple

import libcst as cst

from auditor.checks.refused import wrongly_named
from auditor.model.remedy import Edit, Patch
from auditor.model.report import CallReport
from auditor.remedy.bench import Bench
from auditor.remedy.equivalents import equivalent
from auditor.remedy.own_key import give_own_key
from auditor.remedy.source import CannotEdit
from auditor.remedy.timeouts import quicker
from auditor.remedy.widen import is_wide, widen


class Swap(NamedTuple):
    """A call that asks ``vendor`` for a model of somebody else's, and the model it should name."""

    bench: Bench
    leg: CallReport
    vendor: str
    wrong: str
    model: str

    def patch(self, edit: Edit) -> Patch:
        """The patch that makes the edit."""
        note = f"{self.model} is a proposal for {self.wrong}: compare their answers first"
        says = f"ask {self.bench.case.name(self.vendor)} for {self.model}"
        return Patch(self.bench.finding, "own-model", says, (edit,), (note,), is_safe=True)


def give_own_model(bench: Bench) -> Patch:
    """The second leg names the equivalent of the model that it asks for in vain.

    Raises ``CannotEdit`` where the leg shares its model with the first one, or none is known.
    """
    try:
        swap = swap_of(bench)
    except CannotEdit as error:
        return _of_the_list(bench, error)
    source = bench.source(swap.leg.path)
    value = _model_of(bench, swap.leg)
    quote = source.code(value)[0] if isinstance(value, cst.SimpleString) else '"'
    own = swap.patch(source.replaced(value, f"{quote}{swap.model}{quote}"))
    # Else what else is wrong with the fallback would be the next thing to find.
    return own.with_more(quicker(bench) if is_wide(bench) else widen(bench))


def _of_the_list(bench: Bench, error: CannotEdit) -> Patch:
    """Where the call itself lists who stands in: asked at the call's address, it has no such model.

    Raises the error where there is no such list.
    """
    try:
        return give_own_key(bench)
    except CannotEdit:
        raise error from None


def swap_of(bench: Bench) -> Swap:
    """What the second leg should ask for; raises ``CannotEdit`` where nobody knows."""
    call = bench.call()
    wrong = wrongly_named(bench.case, call)[0]
    leg = _leg_of(bench, call, wrong.platform)
    platform = bench.case.catalog.platforms.get(wrong.platform or "")
    vendor = platform.serves if platform else None
    if vendor is None or wrong.model is None:
        raise CannotEdit("nobody knows whose models stand in")
    return Swap(bench, leg, vendor, wrong.model, equivalent(bench.remedies, wrong.model, vendor))


def _leg_of(bench: Bench, call: CallReport, platform: str | None) -> CallReport:
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
