"""Files that the prefilter passes over hold nothing: parsing them all gives the same report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from auditor.audit import audit
from auditor.model.means import Means
from auditor.settings import load_settings
from tests.shipped import audit_with_shipped

ROOT = Path(__file__).parent.parent
TREES = sorted(path for path in (ROOT / "sample_repos").iterdir() if path.is_dir())


@pytest.mark.parametrize("tree", [*TREES, ROOT / "rules"], ids=lambda path: path.name)
def test_nothing_is_lost(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    audit_with_shipped(monkeypatch)
    settings = load_settings(tree)
    chosen = audit([tree], settings)
    whole = audit([tree], settings, means=Means(choosy=False))
    for part in ("calls", "workflows", "clients", "configs", "findings", "repair_plan", "scores"):
        assert getattr(chosen, part) == getattr(whole, part), part
    assert replace(chosen.coverage, lines_read=0, unreached=()) == replace(
        whole.coverage, lines_read=0, unreached=()
    )
