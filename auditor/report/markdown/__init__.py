"""Markdown for one comment under a change, or for a summary page of a pipeline.

It begins with a hidden mark, so that a pipeline can find its own comment and edit it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.compare import figures_of
from auditor.model.change import Figures
from auditor.model.report import AuditReport
from auditor.report import View
from auditor.report.findings import standing
from auditor.report.markdown.change import figures, headline, turns
from auditor.report.markdown.findings import findings
from auditor.report.markdown.playbooks import playbooks
from auditor.report.markdown.repairs import repairs
from auditor.report.markdown.text import text
from auditor.report.markdown.workflows import picture, workflows
from auditor.report.words import count

MARK = "<!-- auditor -->"
UNCHANGED = "<!-- unchanged -->"
"""Below the mark where an earlier report says the same, so that nobody needs to be told."""
LONGEST = 60_000
"""Characters; forges refuse comments of more than 65,536."""


def render(report: AuditReport, view: View) -> str:
    """The report; sections that would make it too long are left out and named."""
    change = view.change
    now = figures_of(report)
    head = [MARK, UNCHANGED] if change and change.is_nothing else [MARK]
    head += [f"### AI dependency audit: {_title(report, now, view)}", ""]
    head += figures(change.before if change else None, now)
    if change:
        head += turns(change)
    sections = [
        ("findings", [*findings(report, view)]),
        ("repair plan", _folded("Where a change helps most", repairs(report, view))),
        ("playbooks", _folded("What no edit can do", playbooks(report))),
        ("workflows", _folded("Workflows", workflows(report, view))),
        ("map", _folded("Map", picture(report))),
    ]
    foot = ["", f"<sub>{_foot(report, view)}</sub>"]
    return _joined(head, sections, foot)


def _title(report: AuditReport, now: Figures, view: View) -> str:
    if view.change:
        return headline(view.change)
    if not report.calls:
        return "no LLM use found"
    verb = "stops" if now.exposed == 1 else "stop"
    return f"{now.exposed} of {count(now.workflows, 'workflow')} {verb} when one vendor is down"


def _folded(title: str, lines: Iterable[str]) -> list[str]:
    inner = list(lines)
    if not inner:
        return []
    return ["", f"<details><summary>{title}</summary>", "", *inner, "", "</details>"]


def _foot(report: AuditReport, view: View) -> str:
    counting = len(standing(report))
    parts = [count(counting, "finding")]
    if suppressed := len(report.findings) - counting:
        parts.append(f"{suppressed} suppressed")
    if view.change:
        parts += [f"{len(view.change.appeared)} new", f"{len(view.change.gone)} gone"]
    if report.gate is not None:
        parts.append(text(report.gate.says))
    files = sum(report.coverage.files_read.values())
    left = len(report.coverage.left_out)
    parts.append(count(files, "file") + " read" + (f", {left} not read" if left else ""))
    parts.append(f"{text(report.tool.name)} {text(report.tool.version)}")
    return " · ".join(parts)


def _joined(head: list[str], sections: list[tuple[str, list[str]]], foot: list[str]) -> str:
    body, lost = [*head], []
    for name, lines in sections:
        if _length([*body, *lines, *foot]) > LONGEST:
            lost.append(name)
        else:
            body += lines
    if lost:
        body += ["", f"Too long for a comment, see the full report: {', '.join(lost)}."]
    return "\n".join(_flat([*body, *foot])) + "\n"


def _length(lines: Iterable[str]) -> int:
    return sum(len(line) + 1 for line in lines)


def _flat(lines: Iterable[str]) -> Iterator[str]:
    """Never two empty lines in a row."""
    empty = False
    for line in "\n".join(lines).split("\n"):
        if line or not empty:
            yield line
        empty = not line
