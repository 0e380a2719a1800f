"""What outcomes and verdicts are called on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from auditor.graph.targets import targets_of
from auditor.model.report import AuditReport, CallReport, Target
from auditor.report.words import listed

SAID = {
    "stops": "stops",
    "unknown": "not known",
    "degrades": "degrades",
    "survives": "survives",
    "untouched": "does not use it",
}
VERDICTS = {
    "none": "the error goes on; nothing stands in",
    "degraded": "there is no answer, or a prepared one",
    "manual-switch": "a setting chooses the vendor; nothing changes by itself",
    "gateway-spof": "everything goes through one gateway that somebody else runs",
    "same-vendor": "another model of the same vendor answers",
    "same-vendor-other-platform": "the same vendor answers on another platform",
    "cross-vendor": "another vendor answers",
    "unknown": "not known",
}
_MANY = {
    "stops": "stop",
    "degrades": "degrade",
    "survives": "survive",
    "untouched": "do not use it",
}
FEW, WAYS = 4, 8


def verb(word: str, number: int) -> str:
    """``stops`` of one workflow, ``stop`` of several."""
    return SAID[word] if number == 1 else _MANY.get(word, SAID[word])


def some(names: Sequence[str]) -> str:
    """The first few names, and how many more there are."""
    return listed(names, FEW) if names else "not known"


def ways_of(call: CallReport, report: AuditReport) -> list[str]:
    """Whom the call may ask, a vendor's models in one line; of very many, how many there are."""
    targets = targets_of(call)
    shown = groupby(targets[:WAYS], key=lambda target: replace(target, model=""))
    ways = [_way([target.model for target in run], where, report) for where, run in shown]
    return ways if len(targets) <= WAYS else [*ways, f"{WAYS} of {len(targets)} targets shown"]


def _way(models: Sequence[str], target: Target, report: AuditReport) -> str:
    names = report.names
    model = " or ".join(model or "a model that is not known" for model in models)
    maker = names.get(target.vendor, target.vendor) or "a vendor that is not known"
    where = names.get(target.platform, target.platform) or "a platform that is not known"
    through = "".join(f", through {names.get(id, id)}" for id in target.gateways)
    last = "; only after another has failed" if target.standby else ""
    return f"{model} of {maker} on {where}{through}{last}"
