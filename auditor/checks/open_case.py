"""Puts together what the checks are asked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.checks.case import Case
from auditor.meaning.kept_answers import kept_answers
from auditor.meaning.literals import models_in_calls
from auditor.meaning.rehearsals import Rehearsals
from auditor.model.caching import KeptAnswer
from auditor.model.catalog import Catalog
from auditor.model.facts import FileFacts
from auditor.model.program import Evidence, Program
from auditor.model.report import AuditReport
from auditor.resilience.judge import Judgement
from auditor.settings import Settings


def open_case(
    report: AuditReport,
    program: Program,
    judgement: Judgement,
    catalog: Catalog,
    settings: Settings,
    facts: Sequence[tuple[FileFacts, bool]],
    tests: Rehearsals,
) -> Case:
    """The case of one audit; ``facts`` are of its files, each with whether it is in tests."""
    kept = tuple(_kept(report, facts, catalog))
    named = tuple(_named(report, facts))
    return Case(report, program, judgement, catalog, settings, tests, kept, named)


def _named(
    report: AuditReport, facts: Sequence[tuple[FileFacts, bool]]
) -> Iterator[tuple[str, Evidence]]:
    """The models that are named in calls themselves, with the places."""
    asked: dict[str, dict[int, set[str]]] = {}
    for call in report.calls:
        if not call.in_tests:
            asked.setdefault(call.path, {}).setdefault(call.line, set()).update(call.models)
    for file, _ in facts:
        if file.path in asked:
            yield from models_in_calls(file, asked[file.path])


def _kept(
    report: AuditReport, facts: Sequence[tuple[FileFacts, bool]], catalog: Catalog
) -> Iterator[KeptAnswer]:
    """What is kept of answers that the code makes up while a vendor is down."""
    lines: dict[str, set[int]] = {}
    for call in report.calls:
        if call.verdict == "degraded":
            lines.setdefault(call.path, set()).add(call.line)
    for file, _ in facts:
        if file.path in lines:
            yield from kept_answers(file, lines[file.path], catalog.caches)
