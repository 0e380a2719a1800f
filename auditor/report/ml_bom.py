"""CycloneDX 1.6: the models as components, whoever answers as services, and how they hang together.

What is not known is left out. The document has no time in it, so that equal reports give equal
bytes; its serial number comes from its content.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import Property, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.component_evidence import ComponentEvidence, Occurrence
from cyclonedx.model.contact import OrganizationalEntity
from cyclonedx.model.service import Service
from cyclonedx.output.json import JsonV1Dot6

from auditor.graph.text import json_text, plain
from auditor.model.report import AuditReport, CallReport, PlatformReport
from auditor.report import View
from auditor.report.json_report import as_document
from auditor.report.links import from_top
from auditor.report.supply import Supply, supply_of

NO_MAKER = "local"
"""The vendor of models on the team's own servers whose maker is not known."""
VERSION_LENGTH = 1024
"""Characters that the standard allows a version."""


def render(report: AuditReport, view: View) -> str:  # noqa: ARG001 - every format takes a view
    """The bill of materials as JSON."""
    supply = supply_of(report)
    app = _app(report)
    parts: dict[str, Component | Service] = {
        **{ref: _model(report, supply, ref) for ref in supply.models},
        **{ref: _service(report, supply, ref) for ref in supply.services},
    }
    bom = Bom(
        components=[part for part in parts.values() if isinstance(part, Component)],
        services=[part for part in parts.values() if isinstance(part, Service)],
        metadata=BomMetaData(component=app, tools=[]),
        serial_number=uuid5(NAMESPACE_URL, _digest(report)),
    )
    bom.register_dependency(app, [parts[ref] for ref in sorted(supply.direct)])
    for ref, part in parts.items():
        bom.register_dependency(part, [parts[other] for other in sorted(supply.behind[ref])])
    return _written(bom, report)


def _written(bom: Bom, report: AuditReport) -> str:
    document: dict[str, Any] = json.loads(JsonV1Dot6(bom).output_as_string())
    metadata = document["metadata"]
    del metadata["timestamp"]
    tool = {"type": "application", "name": plain(report.tool.name)}
    metadata["tools"] = {"components": [{**tool, "version": _version(report.tool.version)}]}
    first = {key: document.pop(key) for key in ("bomFormat", "specVersion", "serialNumber")}
    return json_text({**first, **document})


def _digest(report: AuditReport) -> str:
    return sha256(json.dumps(as_document(report)).encode()).hexdigest()


def _app(report: AuditReport) -> Component:
    place = PurePosixPath(plain(report.prefix) or plain(report.root))
    return Component(
        type=ComponentType.APPLICATION,
        name=place.name or "scanned repository",
        version=_version(report.revision) if report.revision else None,
        bom_ref="app",
    )


def _version(text: str) -> str:
    return plain(text)[:VERSION_LENGTH]


def _model(report: AuditReport, supply: Supply, ref: str) -> Component:
    target = supply.models[ref]
    maker = plain(report.names.get(target.vendor, target.vendor))
    maker = "" if target.vendor == NO_MAKER else maker
    known = bool(plain(target.model))
    return Component(
        type=ComponentType.MACHINE_LEARNING_MODEL,
        name=plain(target.model) or "unknown model",
        description=None if known else "Which model is asked could not be decided.",
        bom_ref=ref,
        supplier=OrganizationalEntity(name=maker) if maker else None,
        evidence=ComponentEvidence(
            occurrences=_occurrences(report, ref, supply.calls[ref].values())
        ),
        properties=[Property(name="auditor:kind", value=kind) for kind in _kinds(supply, ref)],
    )


def _occurrences(report: AuditReport, ref: str, calls: Iterable[CallReport]) -> list[Occurrence]:
    return [
        Occurrence(
            bom_ref=f"{ref}#{number}",
            location=from_top(report, call.path),
            line=call.line,
            symbol=plain(call.function) or None,
        )
        for number, call in enumerate(calls, start=1)
    ]


def _kinds(supply: Supply, ref: str) -> list[str]:
    return sorted({plain(call.kind) for call in supply.calls[ref].values()})


def _service(report: AuditReport, supply: Supply, ref: str) -> Service:
    id = supply.services[ref]
    known = next((one for one in report.platforms if one.id == id), None)
    calls = supply.calls[ref].values()
    used = [("auditor:call", f"{from_top(report, call.path)}:{call.line}") for call in calls]
    hosts = known.hosts if known else ()
    facts = [("auditor:host", host) for host in hosts] + used
    operator = plain(known.operator or "") if known else ""
    return Service(
        name=plain(report.names.get(id, id)) or "unknown",
        bom_ref=ref,
        provider=_provider(report, operator),
        endpoints=_endpoints(known) if known else None,
        x_trust_boundary=_is_outside(known),
        properties=[Property(name=name, value=plain(value)) for name, value in facts],
    )


def _provider(report: AuditReport, operator: str) -> OrganizationalEntity | None:
    if not operator:
        return None
    return OrganizationalEntity(name=plain(report.names.get(operator, operator)))


def _endpoints(platform: PlatformReport) -> list[XsUri]:
    """Addresses that are whole; a host with a placeholder in it is only named."""
    hosts = [plain(host) for host in platform.hosts]
    urls = [f"https://{host}" for host in hosts if host and not set(host) & set('{}<> "\\^`|')]
    return [XsUri(url) for url in (*urls, *(f"http://localhost:{p}" for p in platform.ports))]


def _is_outside(platform: PlatformReport | None) -> bool | None:
    """Whether asking it leaves what the team runs itself; None where that is not known."""
    if platform is None:
        return None
    return not (platform.self_hosted or platform.role == "local")
