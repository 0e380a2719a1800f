"""A fleet for machines; docs/fleet.md describes every key."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from auditor.configs.fleet_list import without_user
from auditor.graph.text import json_text
from auditor.model.fleet import Blast, FleetReport, Link, Member, Shared, Surviving
from auditor.model.report import SCHEMA_VERSION


def render(fleet: FleetReport) -> str:
    """The fleet as JSON, the same bytes for the same fleet."""
    return json_text(
        {
            "schema_version": SCHEMA_VERSION,
            "tool": asdict(fleet.tool),
            "workflows": fleet.workflows,
            "weight": fleet.weight,
            "survival": _surviving(fleet.surviving, fleet.weight),
            "losses": [_blast(one) for one in fleet.blasts],
            "repositories": [_member(one) for one in fleet.members],
            "shared": [_shared(one) for one in fleet.shared],
            "dependencies": [_link(one) for one in fleet.links],
            "unmet_dependencies": [_link(one) for one in fleet.unmet],
        }
    )


def _surviving(found: dict[str, Surviving], weight: int) -> dict[str, Any]:
    return {
        kind: {
            "workflows": one.workflows,
            "weight": one.weight,
            "share": round(one.weight / weight, 4) if weight else None,
        }
        for kind, one in found.items()
    }


def _blast(blast: Blast) -> dict[str, Any]:
    return {
        "domain": blast.domain,
        "kind": blast.kind,
        "name": blast.name,
        "share": round(blast.share, 4),
        **asdict(blast.toll),
        "repositories": list(blast.stopped),
        "beyond": list(blast.beyond),
    }


def _member(member: Member) -> dict[str, Any]:
    repository = member.repository
    return {
        "name": repository.name,
        "source": without_user(repository.source),
        "ref": repository.ref or None,
        "owner": repository.owner or None,
        "criticality": repository.criticality,
        "state": member.state,
        "why": member.why or None,
        "report": member.report or None,
        "revision": member.revision,
        "calls": member.calls,
        "workflows": member.workflows,
        "weight": member.weight,
        "losses": {domain: asdict(toll) for domain, toll in member.tolls.items()},
        "survival": _surviving(member.surviving, member.weight),
        "findings": dict(sorted(member.findings.items())),
        "gateways": list(member.gateways),
        "credentials": list(member.credentials),
    }


def _shared(shared: Shared) -> dict[str, Any]:
    return {
        "kind": shared.kind,
        "what": shared.what,
        "name": shared.name,
        "repositories": list(shared.repositories),
    }


def _link(link: Link) -> dict[str, Any]:
    return {"from": link.source, "to": link.target, "says": link.says}
