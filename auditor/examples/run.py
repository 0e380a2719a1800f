"""Runs the examples of a folder of rules."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.examples.code import (
    calls_of,
    entries_of,
    fallback_problems,
    framework_problems,
    library_problems,
)
from auditor.examples.configs import format_problems
from auditor.model.catalog import Catalog
from auditor.settings import Settings


@dataclass(frozen=True, slots=True)
class Tested:
    """One rule with examples, as its path below the rules, and what is wrong with these."""

    rule: str
    problems: tuple[str, ...]


def run_examples(rules: Path, settings: Settings, catalog: Catalog) -> tuple[Tested, ...]:
    """Every rule with examples below ``rules``, tested; the settings and catalogue hold them.

    Vendors, platforms, gateways and tables have no examples: they are checked by being read.
    """
    found: list[Tested] = []
    libraries = _with_file(rules, "sdks/*/*/sdk.yaml")
    fallbacks = _with_file(rules, "fallbacks/*/fallback.yaml")
    frameworks = _with_file(rules, "entrypoints/*/entrypoint.yaml")

    def add(rule: Path, problems: Sequence[str]) -> None:
        found.append(Tested(rule.relative_to(rules).as_posix(), tuple(problems)))

    with tempfile.TemporaryDirectory(prefix="auditor-") as place:
        root = Path(place)
        if libraries:
            patterns = ["calls.*", "not_calls.*"]
            calls = calls_of(libraries, patterns, root / "sdks", settings, catalog)
            for rule in libraries:
                add(rule, library_problems(rule, calls))
        if fallbacks:
            patterns = ["*.py", "*.ts"]
            calls = calls_of(fallbacks, patterns, root / "fallbacks", settings, catalog)
            for rule in fallbacks:
                add(rule, fallback_problems(rule, calls))
        if frameworks:
            entries = entries_of(frameworks, root / "entrypoints", settings, catalog)
            for rule in frameworks:
                add(rule, framework_problems(rule, entries))
    for rule in _with_file(rules, "configs/*/config.yaml"):
        add(rule, format_problems(rule, settings, catalog))
    return tuple(sorted(found, key=lambda tested: tested.rule))


def _with_file(rules: Path, pattern: str) -> list[Path]:
    return sorted(path.parent for path in rules.glob(pattern))
