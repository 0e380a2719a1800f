"""Runs every example in ``rules/``: what each must find, and what each must leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.examples.code import (
    Calls,
    Entries,
    calls_of,
    entries_of,
    fallback_problems,
    framework_problems,
    library_problems,
)
from auditor.rulebook.locate import find_rules
from auditor.settings import Settings
from tests.shipped import shipped

RULES = find_rules()
SDKS = sorted(path.parent for path in RULES.glob("sdks/*/*/sdk.yaml"))
FALLBACKS = sorted(path.parent for path in RULES.glob("fallbacks/*/fallback.yaml"))
FRAMEWORKS = sorted(path.parent for path in RULES.glob("entrypoints/*/entrypoint.yaml"))


def name(rule: Path) -> str:
    """``python/acme`` for a library, ``acmeweb`` for a framework."""
    return rule.relative_to(RULES).as_posix().split("/", 1)[1]


@pytest.fixture(scope="session")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Calls:
    """The calls found in all SDK examples, by path."""
    root = tmp_path_factory.mktemp("rules") / "sdks"
    return calls_of(SDKS, ["calls.*", "not_calls.*"], root, Settings(), shipped()[0])


@pytest.fixture(scope="session")
def entries(tmp_path_factory: pytest.TempPathFactory) -> Entries:
    """The entry points found in all framework examples, by path."""
    root = tmp_path_factory.mktemp("rules") / "entrypoints"
    return entries_of(FRAMEWORKS, root, Settings(), shipped()[0])


@pytest.fixture(scope="session")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Calls:
    """The calls found in the examples of all fallbacks, by path."""
    root = tmp_path_factory.mktemp("rules") / "fallbacks"
    return calls_of(FALLBACKS, ["*.py", "*.ts", "*.rb"], root, Settings(), shipped()[0])


def test_there_are_rules() -> None:
    assert SDKS
    assert FRAMEWORKS


@pytest.mark.parametrize("rule", SDKS, ids=name)
def test_expected_calls_are_found_and_no_others(rule: Path, calls: Calls) -> None:
    assert library_problems(rule, calls) == []
    assert list(rule.glob("not_calls.*")), "look-alikes belong beside every library"


@pytest.mark.parametrize("rule", FALLBACKS, ids=name)
def test_fallbacks_are_judged_as_their_examples_say(rule: Path, judged: Calls) -> None:
    assert fallback_problems(rule, judged) == []


@pytest.mark.parametrize("rule", FRAMEWORKS, ids=name)
def test_expected_entry_points_are_found_and_no_others(rule: Path, entries: Entries) -> None:
    assert framework_problems(rule, entries) == []
