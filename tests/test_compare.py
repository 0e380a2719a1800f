from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from auditor.audit import audit
from auditor.compare import compare, figures_of
from auditor.model.change import Turn
from auditor.model.report import AuditReport
from auditor.settings import Settings
from tests.report import sample

DESK = sample.report(findings=sample.FINDINGS)


def with_loss(word: str | None) -> AuditReport:
    """The help desk with one workflow that takes the loss of one vendor like this."""
    losses = {} if word is None else {"acme": word}
    return sample.report(workflows=(sample.workflow("w", "W", "a.py", 1, (), on_loss=losses),))


def test_a_report_in_numbers():
    figures = figures_of(DESK)
    assert (figures.calls, figures.workflows, figures.exposed) == (6, 4, 3)
    assert figures.vendors == ("acme", "bolt", "corvid")
    assert figures.findings == 3


def test_a_platform_is_no_vendor():
    flow = sample.workflow("w", "W", "a.py", 1, (), on_loss={"platform:x": "stops"})
    assert figures_of(sample.report(workflows=(flow,))).exposed == 0


def test_nothing_changed_is_nothing():
    change = compare(DESK, DESK)
    assert (change.worse, change.better, change.appeared, change.gone) == ((), (), (), ())


@pytest.mark.parametrize(
    ("before", "after", "side"),
    [
        ("survives", "stops", "worse"),
        ("survives", "degrades", "worse"),
        ("survives", "unknown", "worse"),
        (None, "stops", "worse"),
        ("stops", "survives", "better"),
        ("stops", "degrades", "better"),
        ("stops", None, "better"),
        ("unknown", "survives", None),
        ("stops", "unknown", None),
        (None, "survives", None),
    ],
)
def test_a_loss_that_is_taken_otherwise_is_worse_or_better(before, after, side):
    change = compare(with_loss(before), with_loss(after))
    turn = Turn("W", "acme", before or "", after or "")
    assert change.worse == ((turn,) if side == "worse" else ())
    assert change.better == ((turn,) if side == "better" else ())


def test_a_new_workflow_that_stops_is_worse_and_one_that_goes_is_better():
    without = sample.report(workflows=())
    assert compare(without, with_loss("stops")).worse == (Turn("W", "acme", "", "stops"),)
    assert compare(with_loss("stops"), without).better == (Turn("W", "acme", "stops", ""),)


def test_findings_are_known_by_fingerprint_wherever_they_stand():
    moved = tuple(replace(finding, line=finding.line + 200) for finding in sample.FINDINGS)
    change = compare(DESK, sample.report(findings=moved))
    assert (change.appeared, change.gone) == ((), ())


def test_a_second_equal_finding_is_new_and_a_suppressed_one_does_not_count():
    twice = sample.report(findings=(*sample.FINDINGS, sample.FINDINGS[1]))
    assert compare(DESK, twice).appeared == (sample.FINDINGS[1],)
    assert compare(twice, DESK).gone == (sample.FINDINGS[1],)
    ignored = replace(sample.FINDINGS[1], suppressions=(sample.IGNORED,))
    change = compare(DESK, sample.report(findings=(sample.FINDINGS[0], ignored)))
    assert change.appeared == ()
    assert sample.FINDINGS[1] in change.gone


def test_work_that_is_no_longer_done_in_the_background_makes_its_route_worse(tmp_path):
    """The call, its handler and the file they stand in stay as they are."""
    product = Path(__file__).parent.parent / "sample_repos" / "support-desk"
    shutil.copytree(product, tmp_path / "desk")
    before = audit([tmp_path / "desk"], Settings())
    routes = tmp_path / "desk" / "desk" / "api" / "tickets.py"
    text = routes.read_text(encoding="utf-8")
    changed = text.replace("background.add_task(triage, ", "triage(")
    assert changed != text
    routes.write_text(changed, encoding="utf-8")
    change = compare(before, audit([tmp_path / "desk"], Settings()))
    assert Turn("POST /api/tickets", "anthropic", "degrades", "stops") in change.worse
    assert {turn.workflow for turn in change.worse} == {"POST /api/tickets"}
    assert change.better == ()
    assert change.after.exposed == change.before.exposed + 1
