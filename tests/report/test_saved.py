from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from auditor.model.errors import AuditorError
from auditor.model.report import AuditReport
from auditor.report import FORMATS, View, render
from auditor.report.saved import read_report
from tests.report import sample
from tests.report.hostile import quickly, reports


def saved(**changes: Any) -> dict[str, Any]:
    document = json.loads(render(sample.report(), "json", View()))
    return {**document, **changes}


def refusal(text: str) -> AuditorError:
    with pytest.raises(AuditorError) as caught:
        read_report(text, "old.json")
    return caught.value


@quickly
@given(reports())
def test_what_was_written_is_read_back_unchanged(report: AuditReport):
    text = render(report, "json", View(timings=True))
    assert read_report(text, "r.json") == report
    assert render(read_report(text, "r.json"), "json", View(timings=True)) == text


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_the_same_from_a_saved_report(form):
    report = replace(sample.report(), timings={})
    again = read_report(render(report, "json", View()), "r.json")
    assert render(again, form, View()) == render(report, form, View())


def test_a_report_of_an_older_version_may_lack_what_came_later():
    document = saved()
    del document["platforms"], document["prefix"], document["repair_plan"]
    assert read_report(json.dumps(document), "r.json").platforms == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is not JSON"),
        ("{", "is not JSON"),
        ('{"schema_version": NaN}', "NaN is no number"),
        ("[" * 100_000, "is not JSON"),
        ("[]", "must be an object"),
        ("{}", "its schema_version is None; this version reads reports of schema version 1"),
        ('{"schema_version": "2"}', "its schema_version is '2'"),
        ('{"schema_version": "1"}', "tool is missing"),
        (json.dumps(saved(extra=1)), "extra is not a key of a report"),
        (json.dumps(saved(repair_plan=[1])), "repair_plan[0] must be an object"),
        (json.dumps(saved(scores={"weight": "a"})), "scores.weight must be a whole number"),
        (json.dumps(saved(root=None)), "root must be a text"),
        (json.dumps(saved(calls={})), "calls must be a list"),
        (json.dumps(saved(calls=[3])), "calls[0] must be an object"),
        (json.dumps(saved(names=[])), "names must be an object"),
        (json.dumps(saved(names={"a": 1})), "names.a must be a text"),
    ],
)
def test_what_is_no_report_is_refused_with_the_place(text, says):
    assert says in refusal(text).message
    assert "old.json" in refusal(text).message


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("line", True, "calls[0].line must be a whole number"),
        ("line", 1.0, "calls[0].line must be a whole number"),
        ("dynamic", 1, "calls[0].dynamic must be true or false"),
        ("failover_seconds", "long", "calls[0].failover_seconds must be a number"),
        ("evidence", [{"path": "a", "line": 1}], "calls[0].evidence[0].says is missing"),
    ],
)
def test_a_wrong_value_deep_inside_is_named(key, value, says):
    document = saved()
    document["calls"][0][key] = value
    error = refusal(json.dumps(document))
    assert says in error.message
    assert error.hint == "it says that auditor 0.1.0 made it"


def test_a_word_that_a_list_of_words_lacks_is_refused():
    document = saved()
    document["diagnostics"][0]["severity"] = "bad"
    assert "must be one of error, warning, info" in refusal(json.dumps(document)).message
