"""Writes a small repository and audits it with the real rules, which are read once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

import pytest

from auditor import audit as audit_module
from auditor.model.report import AuditReport
from auditor.settings import Settings
from tests.linker.reading import AuditTree
from tests.shipped import audit_with_shipped


@pytest.fixture
def audit_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AuditTree:
    """Audits the given files, path to source. Line 1 is the first line with text on it."""
    audit_with_shipped(monkeypatch)

    def run(
        files: Mapping[str, str], settings: Settings | None = None, folder: str = "repo"
    ) -> AuditReport:
        root = tmp_path / folder
        for name, source in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(source).lstrip("\n"), encoding="utf-8")
        return audit_module.audit([root], settings or Settings())

    return run
