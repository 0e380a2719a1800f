from __future__ import annotations

import json
from dataclasses import fields, replace

from auditor.model.report import AuditReport, CallReport, Coverage, WorkflowReport
from auditor.report import View, render
from tests.report import sample


def shown(report: AuditReport | None = None, **view: object) -> str:
    return render(report or sample.report(), "json", View(**view))  # type: ignore[arg-type]


def test_the_keys_stand_in_the_order_of_the_contract():
    document = json.loads(shown())
    assert list(document) == [
        "schema_version",
        "tool",
        "root",
        "prefix",
        "revision",
        "calls",
        "clients",
        "configs",
        "workflows",
        "findings",
        "gate",
        "checks",
        "repair_plan",
        "playbooks",
        "scores",
        "replays",
        "platforms",
        "names",
        "coverage",
        "diagnostics",
    ]
    assert (document["findings"], document["repair_plan"]) == ([], [])


def test_the_scores_are_explained():
    scores = json.loads(shown())["scores"]
    assert scores["weights"] == {"batch": 1, "critical": 4, "normal": 2}
    assert [one["kind"] for one in scores["survival"]] == ["vendor", "platform", "gateway"]
    [bolt] = [one for one in scores["exposure"] if one["domain"] == "bolt"]
    assert bolt == {
        "domain": "bolt",
        "kind": "vendor",
        "share": 0.25,
        "weight": 2,
        "stops": ["w-summary"],
        "degrades": ["w-search"],
        "unknown": [],
        "says": "1 of 4 workflows stop: weight 2 of 8",
    }


def test_every_field_of_the_report_is_there_in_its_order():
    document = json.loads(shown())
    assert list(document["calls"][0]) == [field.name for field in fields(CallReport)]
    assert list(document["workflows"][0]) == [field.name for field in fields(WorkflowReport)]
    assert list(document["coverage"]) == [field.name for field in fields(Coverage)]


def test_a_call_reads_like_this():
    (call,) = [call for call in json.loads(shown())["calls"] if call["id"] == "c-tags"]
    assert call == {
        "id": "c-tags",
        "path": "app/tags.py",
        "line": 57,
        "end_line": 57,
        "column": 4,
        "cell": 0,
        "function": "answer",
        "kind": "chat",
        "via": "vendor-sdk",
        "sdk": "bolt",
        "vendors": ["bolt", "acme"],
        "platforms": ["bolt-api", "acme-api"],
        "gateways": [],
        "models": ["bolt-large", "acme-large"],
        "dynamic": False,
        "verdict": "cross-vendor",
        "on_loss": {"acme": "survives", "bolt": "survives"},
        "leaks": [],
        "conditions": [],
        "failover_seconds": None,
        "confidence": "high",
        "in_tests": False,
        "evidence": [{"path": "app/tags.py", "line": 57, "says": "client.chat(model=MODEL)"}],
        "targets": [
            {
                "vendor": vendor,
                "platform": f"{vendor}-api",
                "gateways": [],
                "model": f"{vendor}-large",
                "standby": False,
                "region": None,
            }
            for vendor in ("bolt", "acme")
        ],
        "standby": False,
    }


def test_a_workflow_carries_the_way_to_each_call():
    (flow,) = [flow for flow in json.loads(shown())["workflows"] if flow["id"] == "w-reply"]
    assert flow["entry"] == {"path": "app/routes.py", "line": 22, "function": "handler"}
    assert flow["paths"]["c-reply"][1] == {
        "path": "app/routes.py",
        "line": 25,
        "says": "calls answer_ticket",
    }


def test_timings_are_left_out_unless_asked_for():
    assert "timings" not in json.loads(shown())
    assert json.loads(shown(timings=True))["timings"]["link"] == 1.0


def test_the_bytes_do_not_depend_on_the_order_of_dictionaries_or_the_screen():
    turned = replace(
        sample.WORKFLOWS[3],
        on_loss=dict(reversed(list(sample.WORKFLOWS[3].on_loss.items()))),
    )
    report = sample.report(workflows=(*sample.WORKFLOWS[:3], turned), timings={"link": 9.0})
    assert shown(report, width=60, color=True, verbose=True) == shown(sample.report())


def test_text_stays_readable_and_half_a_surrogate_pair_stays_valid():
    report = sample.report(root="füße/\udce9")
    text = shown(report)
    assert "füße/\\udce9" in text
    assert json.loads(text.encode("utf-8"))["root"] == "füße/\udce9"


def test_the_text_ends_in_one_newline():
    assert shown().endswith("}\n")
