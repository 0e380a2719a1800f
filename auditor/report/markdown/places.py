"""Places in Markdown: shown as code, and a link where the forge is known."""

from __future__ import annotations

from auditor.graph.text import place
from auditor.model.report import AuditReport
from auditor.report import View
from auditor.report.links import source_link
from auditor.report.markdown.text import code, link


def linked(report: AuditReport, view: View, path: str, line: int, cell: int = 0) -> str:
    """The place, with a link to the line on the forge where that is known."""
    return link(code(place(path, line, cell)), source_link(report, view.source_url, path, line))
