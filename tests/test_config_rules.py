"""Runs every example in ``rules/configs``: what each must yield, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.examples.configs import format_problems
from auditor.model.catalog import Catalog
from auditor.rulebook.load import load_catalog
from auditor.rulebook.locate import find_rules
from auditor.settings import Settings

RULES = sorted(path.parent for path in find_rules().glob("configs/*/config.yaml"))


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """The rules are read once for all examples."""
    return load_catalog()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_yields_what_it_says_and_nothing_else(rule: Path, catalog: Catalog) -> None:
    assert format_problems(rule, Settings(), catalog) == []
