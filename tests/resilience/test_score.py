"""Scores, worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.model.report import Target
from auditor.resilience.score import score
from tests.report import sample


def exposures(report) -> dict[str, float]:
    return {one.domain: one.share for one in score(report).exposure}


def survival(report, kind: str):
    return next(one for one in score(report).survival if one.kind == kind)


def test_exposure_is_the_share_that_stops_and_names_who():
    # Four normal workflows, weight 2 each: each vendor stops one of them.
    assert exposures(sample.report()) == {
        "acme": 0.25, "bolt": 0.25, "corvid": 0.25, "platform:bolt-api": 0.0,
    }  # fmt: skip


def test_critical_workflows_weigh_more():
    critical = replace(sample.WORKFLOWS[0], criticality="critical")
    batch = replace(sample.WORKFLOWS[2], criticality="batch")
    report = sample.report(workflows=(critical, sample.WORKFLOWS[1], batch, sample.WORKFLOWS[3]))
    # 4 + 2 + 1 + 2 = 9; acme stops the critical one, bolt the batch one.
    assert exposures(report)["acme"] == pytest.approx(4 / 9, abs=1e-4)
    assert exposures(report)["bolt"] == pytest.approx(1 / 9, abs=1e-4)
    [acme] = [one for one in score(report).exposure if one.domain == "acme"]
    assert acme.says == "1 of 4 workflows stop: weight 4 of 9"


def test_survival_counts_the_worst_loss_of_each_workflow():
    vendor = survival(sample.report(), "vendor")
    assert vendor.survives == ("w-tags",)
    assert vendor.stops == ("w-reply", "w-search", "w-summary")
    assert vendor.share == 0.25
    assert survival(sample.report(), "gateway").share == 1.0


def test_degrading_is_not_surviving():
    flow = replace(sample.WORKFLOWS[0], on_loss={"acme": "degrades"})
    vendor = survival(sample.report(workflows=(flow,)), "vendor")
    assert (vendor.share, vendor.degrades) == (0.0, ("w-reply",))


def test_a_workflow_that_asks_nobody_known_is_not_said_to_survive():
    flow = sample.workflow("w-old", "old", "a.py", 1, ("c-legacy",), (), {})
    vendor = survival(sample.report(workflows=(flow,)), "vendor")
    assert (vendor.share, vendor.unknown) == (0.0, ("w-old",))


def test_one_open_way_among_known_ones_is_enough_to_be_unknown():
    call = sample.call(
        "c-open", "a.py", 3,
        targets=(Target("acme", "acme-api", (), "m"), Target("", "", (), "")),
    )  # fmt: skip
    flow = sample.workflow("w", "w", "a.py", 1, ("c-open",), ("acme",), {"acme": "survives"})
    report = sample.report(calls=(call,), workflows=(flow,))
    assert survival(report, "vendor").unknown == ("w",)
    assert survival(report, "platform").unknown == ("w",)


def test_concentration_looks_at_who_is_asked_first():
    first = sample.call("c-1", "a.py", 3, ("acme",))
    second = sample.call("c-2", "a.py", 5, ("bolt",), standby=True)
    flow = sample.workflow(
        "w", "w", "a.py", 1, ("c-1", "c-2"), ("acme", "bolt"),
        {"acme": "survives", "bolt": "survives"},
    )  # fmt: skip
    found = score(sample.report(calls=(first, second), workflows=(flow,))).concentration
    assert (found.hhi, found.shares) == (1.0, {"acme": 1.0})
    assert found.says == "1.00² = 1.00"


def test_three_vendors_with_a_workflow_each_are_a_third():
    flows = tuple(
        sample.workflow(f"w-{name}", name, "a.py", line, (f"c-{name}",), (name,))
        for line, name in enumerate(("acme", "bolt", "corvid"), 1)
    )
    calls = tuple(sample.call(f"c-{n}", "a.py", 9, (n,)) for n in ("acme", "bolt", "corvid"))
    scores = score(sample.report(calls=calls, workflows=flows))
    assert scores.concentration.hhi == pytest.approx(1 / 3, abs=1e-4)
    assert [one.share for one in scores.exposure] == pytest.approx([1 / 3] * 3, abs=1e-4)


def test_without_workflows_nothing_is_claimed():
    scores = score(sample.empty())
    assert scores.exposure == ()
    assert [one.share for one in scores.survival] == [None, None, None]
    assert scores.concentration.hhi is None
