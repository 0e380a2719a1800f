from __future__ import annotations

from pathlib import Path

import pytest

from auditor.checks.run import CHECKS
from auditor.model.catalog import CheckDoc
from auditor.model.severity import Severity
from auditor.rulebook.load import load_catalog
from auditor.rulebook.problems import RuleError
from auditor.suppress import run as suppress
from tests.shipped import shipped

PAGE = """---
title: Wet paint
severity: low
kind: upkeep
says: The paint is wet.
fix: wait
---
## Why

It stains.
"""


def write(root: Path, text: str) -> Path:
    (root / "checks").mkdir(parents=True)
    (root / "checks" / "wet-paint.md").write_text(text, encoding="utf-8")
    return root


def test_every_check_has_its_page_and_every_page_its_check() -> None:
    catalog, _ = shipped()
    assert set(catalog.checks) == {*CHECKS, *suppress.CHECKS}


def test_every_page_says_why_and_how_to_fix_it() -> None:
    catalog, _ = shipped()
    for doc in catalog.checks.values():
        assert {"## Why", "## Example", "## How to fix"} <= set(doc.text.splitlines()), doc.id
        assert doc.says.endswith("."), doc.id
        assert not doc.fix.endswith("."), doc.id


def test_a_page_is_front_matter_and_prose(tmp_path) -> None:
    assert load_catalog(write(tmp_path, PAGE)).checks["wet-paint"] == CheckDoc(
        id="wet-paint",
        title="Wet paint",
        severity=Severity.LOW,
        kind="upkeep",
        says="The paint is wet.",
        fix="wait",
        text="## Why\n\nIt stains.\n",
    )


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("severity: low", "severity: bad", "checks/wet-paint.md:3: severity: unknown 'bad'"),
        ("severity: low\n", "", "'severity' is missing"),
        ("kind: upkeep", "kind: paint", "checks/wet-paint.md:4: kind: 'paint' is none of"),
        ("fix: wait", "fixes: wait", "unknown key 'fixes'"),
        ("## Why\n\nIt stains.\n", "", "the page has no text"),
        (PAGE, "## Why\n", "'title' is missing"),
    ],
)
def test_a_mistake_in_a_page_is_told_with_its_line(tmp_path, old, new, says) -> None:
    with pytest.raises(RuleError) as error:
        load_catalog(write(tmp_path, PAGE.replace(old, new)))
    assert says in error.value.message
