"""Runs every example in ``rules/configs``: what each must yield, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.examples.configs import format_problems
from auditor.rulebook.locate import find_rules
from auditor.settings import Settings
from tests.shipped import shipped

RULES = sorted(path.parent for path in find_rules().glob("configs/*/config.yaml"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_yields_what_it_says_and_nothing_else(rule: Path) -> None:
    assert format_problems(rule, Settings(), shipped()[0]) == []
