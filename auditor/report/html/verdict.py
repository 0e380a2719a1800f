"""The first lines of the page: what a loss does to the whole, in a sentence and in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model.loss import RANK
from auditor.model.report import AuditReport
from auditor.report.html.scenarios import OUTCOMES, UNTOUCHED, Scenario
from auditor.report.words import count, is_judged


@dataclass(frozen=True, slots=True)
class Verdict:
    """``shares`` are the workflows by the worst that the loss of any one thing does to them."""

    sentence: str
    then: str
    shares: tuple[tuple[str, int], ...]


def verdict(report: AuditReport, scenarios: Sequence[Scenario]) -> Verdict:
    """What the architect says first in the meeting."""
    if not report.workflows or not is_judged(report.workflows):
        return Verdict(_without_judgement(report), "", ())
    counts = Counter(_worst(flow.id, scenarios) for flow in report.workflows)
    shares = tuple((word, counts[word]) for word in RANK)
    return Verdict(_sentence(counts, len(report.workflows)), _largest(scenarios), shares)


def _worst(flow: str, scenarios: Sequence[Scenario]) -> str:
    """The worst that any single loss does; what no loss touches survives them all."""
    found = min((scenario.workflows[flow] for scenario in scenarios), key=OUTCOMES.index)
    return "survives" if found == UNTOUCHED else found


def _without_judgement(report: AuditReport) -> str:
    calls = sum(not call.in_tests for call in report.calls)
    if not report.calls:
        files = count(sum(report.coverage.files_read.values()), "file")
        return f"No use of a language model was found in {files}."
    if not report.workflows:
        return f"{count(calls, 'LLM call')}, and no entry point that we recognise leads to one."
    return f"{count(len(report.workflows), 'workflow')}; what a loss does to them is not known."


def _sentence(counts: Counter[str], total: int) -> str:
    lost = "when one vendor, platform or gateway is lost"
    if number := counts["stops"]:
        said = _of(number, total)
        return f"{said[0].upper()}{said[1:]} {_verb(number, 'stop')} {lost}."
    if number := counts["unknown"]:
        return f"No workflow is known to stop {lost}; for {_of(number, total)} it is not known."
    if number := counts["degrades"]:
        return f"No workflow stops {lost}; {_of(number, total)} {_verb(number, 'degrade')}."
    return "Every workflow survives the loss of any one vendor, platform or gateway."


def _of(number: int, total: int) -> str:
    if number == total:
        return f"all {total:,} workflows" if total > 1 else "the only workflow"
    return f"{number:,} of {total:,} workflows"


def _verb(number: int, verb: str) -> str:
    return f"{verb}s" if number == 1 else verb


def _largest(scenarios: Sequence[Scenario]) -> str:
    """The one thing whose loss stops most; a vendor rather than its platform where they tie."""
    if not scenarios:
        return ""
    first = max(scenarios, key=lambda scenario: scenario.counts["stops"])
    number = first.counts["stops"]
    if not number:
        return ""
    noun = "" if first.kind == "vendor" else f" ({first.kind})"
    stopped = f"{count(number, 'workflow')} {_verb(number, 'stop')} without it"
    return f"Most hangs on {first.title}{noun}: {stopped}."
