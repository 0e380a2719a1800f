"""Before and after in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.model.change import Change, Figures, Turn
from auditor.report.markdown.text import text
from auditor.report.words import count, domain

SHOWN = 20


def headline(change: Change) -> str:
    """What the change does to the workflows, in one sentence."""
    worse = len({turn.workflow for turn in change.worse})
    better = len({turn.workflow for turn in change.better})
    if worse and better:
        return f"{count(worse, 'workflow')} got worse, {better} got better"
    if worse:
        return f"{count(worse, 'workflow')} got worse"
    if better:
        return f"{count(better, 'workflow')} got better"
    return "no workflow got worse"


def figures(before: Figures | None, after: Figures) -> Iterator[str]:
    """The numbers as a table, side by side where there is a before."""
    old = [*_figures(before)] if before else []
    yield "| | Before | After |" if old else "| | |"
    yield "|---|---|---|" if old else "|---|---|"
    for place, (name, value) in enumerate(_figures(after)):
        if not old:
            yield f"| {name} | {value} |"
        else:
            was = old[place][1]
            yield f"| {name} | {was} | {value if was == value else f'**{value}**'} |"


def turns(change: Change) -> Iterator[str]:
    """Each workflow that takes a loss otherwise than before."""
    for title, found in (("Worse", change.worse), ("Better", change.better)):
        if found:
            yield f"\n**{title}**\n"
            yield from _turns(found)


def _turns(found: Sequence[Turn]) -> Iterator[str]:
    for turn in found[:SHOWN]:
        after = turn.after or "does not depend on it"
        before = turn.before or "did not depend on it"
        lost = text(domain(turn.domain))
        yield f"- {text(turn.workflow)}, if {lost} is down: {text(after)} (before: {text(before)})"
    if len(found) > SHOWN:
        yield f"- and {len(found) - SHOWN} more"


def _figures(figures: Figures) -> Iterator[tuple[str, str]]:
    exposed = f"{figures.exposed} of {figures.workflows}"
    yield "Workflows that stop when one vendor is down", exposed
    yield "LLM calls", str(figures.calls)
    yield "Vendors", ", ".join(text(vendor) for vendor in figures.vendors) or "none"
    yield "Findings", str(figures.findings)
