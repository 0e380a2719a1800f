"""Runs every example in ``rules/configs``: what each must yield, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from auditor import audit as audit_module
from auditor.examples.configs import format_problems
from auditor.rulebook.load import load_catalog
from auditor.rulebook.locate import find_rules
from auditor.rulebook.match import Matcher
from auditor.settings import Settings

RULES = sorted(path.parent for path in find_rules().glob("configs/*/config.yaml"))


@pytest.fixture(scope="module", autouse=True)
def one_catalog() -> Iterator[None]:
    """The rules are read once for all examples."""
    catalog = load_catalog(languages=frozenset(audit_module.LANGUAGES))
    matcher = Matcher(catalog)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(audit_module, "load_catalog", lambda **_: catalog)
        patch.setattr(audit_module, "Matcher", lambda _: matcher)
        yield


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_yields_what_it_says_and_nothing_else(rule: Path) -> None:
    assert format_problems(rule, Settings()) == []
