"""The report for architects: one HTML file that opens from disk, with no network.

``page`` gathers what the templates show, ``scenarios`` what may be switched off. Style and script
are files beside the templates, written into the page.
"""

from __future__ import annotations

from markupsafe import Markup

from auditor.model.report import AuditReport
from auditor.report import View
from auditor.report.html.environment import environment, joined, source_of, style, tight
from auditor.report.html.page import page

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "script-src 'unsafe-inline'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
)


def render(report: AuditReport, view: View) -> str:
    """The whole page; of the view only the address of the sources matters."""
    source = source_of(report, view)
    text = (
        environment(report.names, source)
        .get_template("report.html.j2")
        .render(
            page(report, source),
            policy=Markup(POLICY),
            style=style(),
            script=joined("script", "js"),
        )
    )
    return tight(text)
