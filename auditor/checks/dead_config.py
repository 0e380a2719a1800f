"""A vendor's key or address that is configured, and that no code of the repository can use."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case
from auditor.checks.draft import Draft, Spot
from auditor.model.config import ConfigSite
from auditor.model.program import Evidence
from auditor.model.report import ConfigReport
from auditor.model.severity import Confidence


def find(case: Case) -> Iterator[Draft]:
    """One finding per platform. Where a call may ask anybody, nothing can be called dead."""
    calls = [call for call in case.report.calls if not call.in_tests]
    if not calls or any(not (c.vendors or c.platforms or c.gateways) for c in calls):
        return
    reached = {name for c in calls for name in (*c.vendors, *c.platforms, *c.gateways)}
    declared = {(d.path, d.line) for d in case.program.surroundings.declared}
    told: set[str] = set()
    for site in case.report.configs:
        platform = site.platform
        if platform is None or (site.path, site.line) not in declared or platform in told:
            continue
        if {platform, site.vendor} & reached or _serves_many(case, platform):
            continue
        told.add(platform)
        yield _draft(case, site, platform)


def _serves_many(case: Case, platform: str) -> bool:
    """Gateways and servers of your own may stand behind any address."""
    return case.is_own(f"platform:{platform}")


def _draft(case: Case, site: ConfigReport | ConfigSite, platform: str) -> Draft:
    name = case.name(f"platform:{platform}")
    return Draft(
        message=f"{site.key} configures {name}, which no code here asks",
        spot=Spot(site.path, site.line, site.line),
        subject=(site.key or "", platform),
        confidence=Confidence.LOW,
        domains=(f"platform:{platform}",),
        evidence=(Evidence(site.path, site.line, f"{site.key} is set here"),),
    )
