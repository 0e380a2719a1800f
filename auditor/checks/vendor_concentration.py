"""Too much of what matters hangs on one vendor."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case
from auditor.checks.draft import Draft, about_workflow
from auditor.model.program import Evidence
from auditor.model.severity import Severity
from auditor.settings import USUAL_SHARE

#: Of a single workflow the share is always all or nothing.
FEWEST = 2


def find(case: Case) -> Iterator[Draft]:
    """One finding for each vendor that stops more of the critical workflows than is allowed."""
    critical = [flow for flow in case.report.workflows if flow.criticality == "critical"]
    if len(critical) < FEWEST:
        return
    said = case.settings.policy.max_vendor_share
    allowed = USUAL_SHARE if said is None else said
    vendors = sorted({vendor for flow in critical for vendor in case.outside(flow, "stops")})
    for vendor in vendors:
        stopped = [flow for flow in critical if flow.on_loss.get(vendor) == "stops"]
        share = len(stopped) / len(critical)
        if share <= allowed:
            continue
        message = (
            f"{len(stopped)} of {len(critical)} critical workflows stop when {case.name(vendor)}"
            f" is down: {share:.0%}, and {allowed:.0%} is allowed"
        )
        draft = about_workflow(
            stopped[0],
            message,
            severity=Severity.MEDIUM if said is None else Severity.HIGH,
            domains=(vendor,),
            evidence=tuple(
                Evidence(flow.entry.path, flow.entry.line, f"{flow.name} stops") for flow in stopped
            ),
        )
        yield draft.for_all(tuple(flow.id for flow in stopped), (vendor,))
