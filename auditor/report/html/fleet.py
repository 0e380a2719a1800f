"""The fleet for architects: one HTML file without any script, that opens from disk."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from auditor.configs.fleet_list import without_user
from auditor.graph.text import plain
from auditor.model.fleet import Blast, FleetReport, Member
from auditor.report.fleet import NOTE_ON_CREDENTIALS, losses, shares, states, verdict, worst
from auditor.report.html.environment import environment, style, tight
from auditor.report.words import count, listed

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
ROWS, NAMES = 1000, 12
"""Repositories that the table has, and names that one cell has, before the rest is counted."""


def render(fleet: FleetReport, folder: str = "") -> str:
    """The whole page; ``folder`` leads from the page to the repositories' own reports.

    Empty where the page lies elsewhere: then there are no links.
    """
    template = environment({}, lambda *_: "").get_template("fleet.html.j2")
    return tight(template.render(_page(fleet, folder), policy=Markup(POLICY), style=style()))


def _page(fleet: FleetReport, folder: str) -> dict[str, Any]:
    audited = [member for member in fleet.members if member.state != "failed"]
    return {
        "fleet": fleet,
        "sentence": verdict(fleet),
        "states": states(fleet),
        "facts": f"{count(fleet.workflows, 'workflow')} that ask models",
        "shares": shares(fleet),
        "has_beyond": any(blast.beyond for blast in fleet.blasts),
        "has_owner": any(member.repository.owner for member in audited),
        "losses": [_loss(blast, fleet) for blast in losses(fleet)],
        "repositories": [_repository(member, folder) for member in audited[:ROWS]],
        "left": max(len(audited) - ROWS, 0),
        "failed": [
            (member.repository.name, without_user(member.repository.source), member.why)
            for member in fleet.members
            if member.state == "failed"
        ],
        "gateways": [(one.name, listed(one.repositories, NAMES)) for one in fleet.shared
                     if one.kind == "gateway"],
        "credentials": [(one.name, listed(one.repositories, NAMES)) for one in fleet.shared
                        if one.kind == "credential"],
        "note_on_credentials": NOTE_ON_CREDENTIALS,
    }  # fmt: skip


def _loss(blast: Blast, fleet: FleetReport) -> dict[str, Any]:
    toll = blast.toll
    rest = fleet.workflows - toll.stops - toll.degrades - toll.unknown
    return {
        "name": blast.name,
        "kind": blast.kind,
        "toll": toll,
        "share": f"{blast.share:.0%}",
        "parts": [("stops", toll.stops), ("unknown", toll.unknown), ("degrades", toll.degrades),
                  ("untouched", rest)],
        "stopped": listed(blast.stopped, NAMES),
        "repositories": len(blast.stopped),
        "beyond": listed(blast.beyond, NAMES),
    }  # fmt: skip


def _repository(member: Member, folder: str) -> dict[str, Any]:
    vendor, toll = worst(member)
    surviving = member.surviving.get("vendor")
    return {
        "name": member.repository.name,
        "page": plain(f"{folder}{member.report.removesuffix('.json')}.html") if folder else "",
        "owner": member.repository.owner,
        "criticality": member.repository.criticality,
        "calls": member.calls,
        "workflows": member.workflows,
        "survive": surviving.workflows if surviving else 0,
        "vendor": member.names.get(vendor, vendor),
        "stops": toll.stops,
        "findings": member.findings.get("critical", 0) + member.findings.get("high", 0),
    }
