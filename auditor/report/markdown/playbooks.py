"""Playbooks in Markdown: what people have to do where no edit does it."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.report import AuditReport
from auditor.report.markdown.text import text


def playbooks(report: AuditReport) -> Iterator[str]:
    """Each with its steps in order."""
    for number, playbook in enumerate(report.playbooks):
        yield from [""] * bool(number)
        yield f"**{text(playbook.title)}** ({text(playbook.check)})"
        yield ""
        for place, step in enumerate(playbook.steps, 1):
            yield f"{place}. {text(step)}"
