"""What only one vendor has: whoever stands in has to be given something built anew."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, either, verb_for, who_of
from auditor.checks.draft import Draft, Spot
from auditor.model.program import Evidence
from auditor.model.report import CallReport
from auditor.model.score import Bond


def find(case: Case) -> Iterator[Draft]:
    """One finding for each such thing of a library, however many lines use it."""
    optional = {feature.id for feature in case.catalog.features if feature.optional}
    by_feature: dict[tuple[str, str], list[Bond]] = {}
    for bond in case.report.scores.portability.bonds:
        if bond.feature not in optional and not _is_covered(case, bond):
            by_feature.setdefault((bond.feature, bond.sdk), []).append(bond)
    for (feature, sdk), bonds in sorted(by_feature.items()):
        yield _draft(case, feature, sdk, bonds)


def _is_covered(case: Case, bond: Bond) -> bool:
    """Whether another vendor answers all that is asked on the line when this one fails."""
    calls = _calls(case, [bond])
    return bool(calls) and all(call.verdict == "cross-vendor" for call in calls)


def _calls(case: Case, bonds: list[Bond]) -> list[CallReport]:
    ids = dict.fromkeys(call for bond in bonds for call in bond.calls)
    return [case.by_id[id] for id in ids if id in case.by_id]


def _draft(case: Case, feature: str, sdk: str, bonds: list[Bond]) -> Draft:
    first = bonds[0]
    calls = _calls(case, bonds)
    flows = case.flows_of(calls)
    vendors = sorted({vendor for call in calls for vendor in call.vendors})
    whose = f"of {either(map(case.name, vendors))}" if vendors else f"through {sdk}"
    who = who_of(flows) if flows else "The code"
    message = f"{who} {verb_for('uses', flows)} {first.name} {whose}, which no other vendor offers"
    return Draft(
        message=f"{message} in the same way",
        spot=Spot(first.path, first.line, first.line),
        subject=(feature, sdk),
        workflows=tuple(flow.id for flow in flows),
        calls=tuple(call.id for call in calls),
        domains=tuple(vendors),
        evidence=tuple(Evidence(bond.path, bond.line, bond.says) for bond in bonds),
    )
