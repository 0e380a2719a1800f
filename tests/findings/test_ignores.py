from __future__ import annotations

from datetime import date

import pytest

from auditor.model.report import AuditReport
from auditor.settings import IgnoreSetting, Settings
from tests.checks.trees import PLAIN, desk, found, the
from tests.linker.reading import AuditTree

TODAY = Settings(today=date(2026, 11, 22))
CALL = 'client.messages.create(model="claude-sonnet-4-6", max_tokens=9, messages=[text])'


def with_comment(comment: str, above: bool = False) -> dict[str, str]:
    """The desk, its one call with a comment behind it, or above it."""
    place = f"    {comment}\n    return {CALL}" if above else f"    return {CALL}  {comment}"
    return desk(PLAIN.replace(f"    return {CALL}", place))


def marks(report: AuditReport, check: str = "no-fallback") -> list[tuple[str, str, str | None]]:
    """How the one finding of a check is suppressed."""
    return [(s.kind, s.reason, s.until) for s in the(report.findings, check).suppressions]


@pytest.mark.parametrize("above", [False, True])
def test_a_comment_marks_the_finding_beside_it_with_its_reason(
    audit_tree: AuditTree, above
) -> None:
    comment = "# auditor: ignore[no-fallback] - re-run next night (until 2027-03-31)"
    report = audit_tree(with_comment(comment, above), TODAY)
    assert marks(report) == [("inline", "re-run next night", "2027-03-31")]
    assert report.gate is not None
    assert report.gate.outcome == "passed"


def test_an_ignore_without_names_means_every_check(audit_tree: AuditTree) -> None:
    report = audit_tree(with_comment("# auditor: ignore - a demo"))
    assert marks(report) == [("inline", "a demo", None)]


def test_an_ignore_of_another_check_changes_nothing_and_is_unused(audit_tree: AuditTree) -> None:
    report = audit_tree(with_comment("# auditor: ignore[shared-gateway] - none here"))
    assert marks(report) == []
    assert found(report, "unused-ignore") == ["low unused-ignore desk/llm.py:6"]


def test_a_misspelt_check_is_named_with_the_one_that_was_meant(audit_tree: AuditTree) -> None:
    report = audit_tree(with_comment("# auditor: ignore[no-falback] - a demo"))
    assert marks(report) == []
    unused = the(report.findings, "unused-ignore")
    assert unused.message == "There is no check 'no-falback' to ignore; did you mean no-fallback?"


def test_an_ignore_of_a_check_that_was_not_run_is_not_unused(audit_tree: AuditTree) -> None:
    settings = Settings(deselect=("no-fallback",))
    report = audit_tree(with_comment("# auditor: ignore[no-fallback] - a demo"), settings)
    assert found(report, "no-fallback", "unused-ignore") == []


def test_an_ignore_whose_day_has_passed_no_longer_works(audit_tree: AuditTree) -> None:
    comment = "# auditor: ignore[no-fallback] - Q3 (until 2026-11-21)"
    report = audit_tree(with_comment(comment), TODAY)
    assert marks(report) == []
    assert the(report.findings, "expired-ignore").message == (
        "The ignore of no-fallback was good until 2026-11-21"
    )
    assert found(report, "unused-ignore") == []


def test_the_last_day_still_counts(audit_tree: AuditTree) -> None:
    comment = "# auditor: ignore[no-fallback] - Q3 (until 2026-11-22)"
    report = audit_tree(with_comment(comment), TODAY)
    assert marks(report) == [("inline", "Q3", "2026-11-22")]
    assert found(report, "expired-ignore") == []


def test_a_missing_reason_is_a_finding_and_the_ignore_works(audit_tree: AuditTree) -> None:
    report = audit_tree(with_comment("# auditor: ignore[no-fallback]"))
    assert marks(report) == [("inline", "", None)]
    assert found(report, "unexplained-ignore") == ["low unexplained-ignore desk/llm.py:6"]


def test_no_ignore_counts_everything(audit_tree: AuditTree) -> None:
    comment = "# auditor: ignore[no-fallback, shared-gateway] - a demo"
    report = audit_tree(with_comment(comment), Settings(obey_ignores=False))
    assert marks(report) == []
    assert found(report, "unused-ignore") == []


def configured(tmp_path, **changes: object) -> Settings:
    ignore = IgnoreSetting(**{"check": "no-fallback", "reason": "known", "line": 7, **changes})
    return Settings(file=str(tmp_path / "repo" / "auditor.toml"), ignores=(ignore,))


@pytest.mark.parametrize("path", [None, "desk/llm.py", "desk/**", "*.py", "desk"])
def test_a_configured_ignore_means_its_path(audit_tree: AuditTree, tmp_path, path) -> None:
    report = audit_tree(desk(PLAIN), configured(tmp_path, path=path))
    assert marks(report) == [("config", "known", None)]
    [mark] = the(report.findings, "no-fallback").suppressions
    assert (mark.path, mark.line) == ("auditor.toml", 7)


def test_a_configured_ignore_of_another_path_is_unused(audit_tree: AuditTree, tmp_path) -> None:
    report = audit_tree(desk(PLAIN), configured(tmp_path, path="batch/**"))
    assert marks(report) == []
    assert found(report, "unused-ignore") == ["low unused-ignore auditor.toml:7"]


def test_paths_are_those_of_the_configuration_files_folder(audit_tree: AuditTree, tmp_path) -> None:
    above = IgnoreSetting("no-fallback", "known", path="repo/desk/**")
    report = audit_tree(
        desk(PLAIN), Settings(file=str(tmp_path / "auditor.toml"), ignores=(above,))
    )
    assert marks(report) == [("config", "known", None)]
