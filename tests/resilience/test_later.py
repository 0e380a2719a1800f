"""What nobody can look at any more is forgotten, and no answer hangs on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.audit import audit
from auditor.model.behaviour import Behaviour
from auditor.model.report import AuditReport
from auditor.resilience.later import Later
from auditor.resilience.states import States
from auditor.settings import Settings

SHAPES = Path(__file__).parent / "shapes"


def judged(report: AuditReport) -> tuple[object, ...]:
    """All that judging says: of calls, of workflows, and how it may be mended."""
    return report.calls, report.workflows, report.findings, report.repair_plan, report.scores


def test_forgetting_changes_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    forgetful = audit([SHAPES], Settings(), replay=True)

    def everything(_later: Later, _node: Behaviour, ends: States) -> States:
        return ends

    monkeypatch.setattr(Later, "kept", everything)
    mindful = audit([SHAPES], Settings(), replay=True)
    assert judged(forgetful) == judged(mindful)
    assert forgetful.replays == mindful.replays
