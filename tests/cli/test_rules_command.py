"""``auditor rules``: list, test, new."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_starter_passes_its_own_examples(run: Run, here: Path) -> None:
    for kind in ("vendor", "platform", "library", "framework", "format", "fallback"):
        assert run("rules", "new", kind, "acme-ai").exit_code == 0
    assert run("rules", "new", "gateway", "acme-gate").exit_code == 0
    (here / "auditor.toml").write_text('rules = ["llm-rules"]\n')
    result = run("rules", "test")
    assert result.exit_code == 0, result.output
    assert "4 rules with examples, none failed" in result.stdout
    listed = run("rules", "list", "--own").stdout.splitlines()
    assert "gateway    acme-gate  acme-gate  llm-rules/gateways/acme-gate.yaml" in listed
    assert len(listed) == 6


def test_an_example_that_is_not_met_fails(run: Run, here: Path) -> None:
    run("rules", "new", "library", "acme-ai")
    example = here / "llm-rules/sdks/python/acme-ai/calls.py"
    example.write_text(example.read_text().replace("kind=chat", "kind=image"))
    result = run("rules", "test", "llm-rules")
    assert result.exit_code == 1
    assert "FAILED  llm-rules/sdks/python/acme-ai" in result.stdout
    assert "calls.py: not found: line 8: kind=image platform=self-hosted" in result.stdout


def test_what_exists_is_kept(run: Run, here: Path) -> None:
    run("rules", "new", "vendor", "acme")
    (here / "llm-rules/vendors/acme.yaml").write_text("id: acme\nname: Mine\n")
    assert "kept" in run("rules", "new", "vendor", "acme").stdout
    assert "Mine" in (here / "llm-rules/vendors/acme.yaml").read_text()


def test_without_rules_there_is_nothing_to_test(run: Run) -> None:
    result = run("rules", "test")
    assert result.exit_code == 2
    assert "there are no rules to test" in result.stderr


def test_an_id_that_is_none_is_refused(run: Run) -> None:
    assert "is no id" in run("rules", "new", "vendor", "Acme AI").stderr


def test_the_list_can_be_cut_to_a_kind(run: Run) -> None:
    rows = run("rules", "list", "gateway").stdout.splitlines()
    assert rows
    assert {row.split()[0] for row in rows} == {"gateway"}
