from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from auditor.cli.app import app
from auditor.model.report import AuditReport
from tests.report import sample

ENVIRONMENT = dict.fromkeys(
    (
        "COLUMNS",
        "NO_COLOR",
        "FORCE_COLOR",
        "AUDITOR_DEBUG",
        "AUDITOR_FORMAT",
        "TERM",
        "GITHUB_SERVER_URL",
        "GITHUB_REPOSITORY",
        "GITHUB_STEP_SUMMARY",
        "CI_PROJECT_URL",
    )
)


@pytest.fixture
def run() -> Callable[..., Result]:
    """Runs the command line in this process, as in a pipe."""

    def invoke(*args: str, **env: str) -> Result:
        return CliRunner().invoke(app, list(args), env={**ENVIRONMENT, **env})

    return invoke


@pytest.fixture
def audited(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Lets every audit end at once with ``report``, and keeps what it was asked."""
    asked: dict[str, Any] = {"report": sample.report()}

    def audit(
        paths: object,
        settings: object,
        progress: object = None,
        means: object = None,
        *,
        replay: bool = False,
    ) -> AuditReport:
        asked.update(paths=paths, settings=settings, progress=progress, replay=replay)
        if isinstance(asked["report"], BaseException):
            raise asked["report"]
        return asked["report"]

    monkeypatch.setattr("auditor.recall.run.audit_or_recall", audit)
    return asked
