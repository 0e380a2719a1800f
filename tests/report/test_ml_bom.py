from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from hypothesis import given

from auditor.model.report import AuditReport, PlatformReport, Target
from auditor.report import View, render
from tests.report import sample
from tests.report.hostile import quickly, reports

ACME = PlatformReport(
    "acme-api", "Acme API", "platform", "acme", False,
    ("api.acme.example", "{region}.acme.example"), (), None,
)  # fmt: skip
LOCAL = PlatformReport("box", "Box", "local", None, False, (), (8080,), None)
PROXY = PlatformReport("proxy", "Proxy", "gateway", None, True, (), (), None)


def bom(report: AuditReport) -> dict[str, Any]:
    text = render(report, "cyclonedx", View())
    problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    assert problem is None, problem
    document: dict[str, Any] = json.loads(text)
    return document


def asking(*targets: Target, **changes: Any) -> AuditReport:
    call = sample.call("c1", "app/a.py", 7, function="run", targets=targets, **changes)
    known = sample.report(platforms=(ACME, LOCAL, PROXY), prefix="svc/")
    return replace(known, calls=(call,), workflows=())


def edges(document: dict[str, Any]) -> dict[str, list[str]]:
    return {one["ref"]: one.get("dependsOn", []) for one in document["dependencies"]}


def refs(document: object) -> list[str]:
    if isinstance(document, list):
        return [ref for one in document for ref in refs(one)]
    if isinstance(document, dict):
        own = [document["bom-ref"]] if "bom-ref" in document else []
        return own + [ref for one in document.values() for ref in refs(one)]
    return []


def test_a_model_has_its_maker_and_the_lines_that_ask_it():
    document = bom(asking(Target("acme", "acme-api", (), "acme-large")))
    (model,) = document["components"]
    assert (model["type"], model["name"]) == ("machine-learning-model", "acme-large")
    assert model["supplier"] == {"name": "Acme AI"}
    (place,) = model["evidence"]["occurrences"]
    assert (place["location"], place["line"], place["symbol"]) == ("svc/app/a.py", 7, "run")


def test_a_platform_is_a_service_with_operator_and_whole_addresses():
    document = bom(asking(Target("acme", "acme-api", (), "acme-large")))
    (service,) = document["services"]
    assert service["name"] == "acme-api"
    assert service["provider"] == {"name": "Acme AI"}
    assert service["endpoints"] == ["https://api.acme.example"]
    assert service["x-trust-boundary"] is True
    hosts = [one["value"] for one in service["properties"] if one["name"] == "auditor:host"]
    assert hosts == ["api.acme.example", "{region}.acme.example"]


def test_what_the_team_runs_itself_is_inside_its_boundary():
    document = bom(asking(Target("", "box", ("proxy",), "small")))
    services = {service["bom-ref"]: service for service in document["services"]}
    assert services["service:box"]["endpoints"] == ["http://localhost:8080"]
    assert [services[f"service:{id}"]["x-trust-boundary"] for id in ("box", "proxy")] == [False] * 2


def test_the_code_needs_the_gateway_the_gateway_the_model_the_model_its_platform():
    document = bom(asking(Target("acme", "acme-api", ("proxy",), "acme-large")))
    assert edges(document) == {
        "app": ["service:proxy"],
        "service:proxy": ["model:acme/acme-large"],
        "model:acme/acme-large": ["service:acme-api"],
        "service:acme-api": [],
    }


def test_a_model_that_is_not_known_is_said_to_be_unknown():
    document = bom(asking(Target("acme", "acme-api", (), "")))
    (model,) = document["components"]
    assert (model["name"], model["bom-ref"]) == ("unknown model", "model:acme/?")
    assert model["description"] == "Which model is asked could not be decided."


def test_a_model_of_unknown_make_has_no_supplier():
    (model,) = bom(asking(Target("local", "box", (), "small")))["components"]
    assert "supplier" not in model


def test_nothing_known_and_nothing_in_tests_is_nothing():
    assert "components" not in bom(asking(Target("", "", (), "")))
    assert "components" not in bom(asking(Target("acme", "", (), "m"), in_tests=True))


def test_equal_reports_give_equal_bytes_and_others_another_serial_number():
    one, two = asking(Target("acme", "", (), "m")), asking(Target("acme", "", (), "n"))
    assert render(one, "cyclonedx", View()) == render(one, "cyclonedx", View())
    assert bom(one)["serialNumber"] != bom(two)["serialNumber"]
    assert "timestamp" not in bom(one)["metadata"]


@quickly
@given(reports())
def test_any_report_fits_the_standard_and_its_references_hold(report: AuditReport):
    document = bom(report)
    known = refs(document)
    assert len(known) == len(set(known))
    for ref, others in edges(document).items():
        assert {ref, *others} <= set(known)
