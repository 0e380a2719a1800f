"""An audit's result as text. A renderer only words what the report says; it judges nothing.

To add a format, write a module with ``render(report, view) -> str`` and name it in ``FORMATS``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.model.change import Change
    from auditor.model.report import AuditReport


FORMATS = {
    "terminal": "auditor.report.terminal",
    "json": "auditor.report.json_report",
    "sarif": "auditor.report.sarif",
    "markdown": "auditor.report.markdown",
    "github": "auditor.report.github",
    "gitlab": "auditor.report.gitlab",
    "junit": "auditor.report.junit",
    "cyclonedx": "auditor.report.ml_bom",
    "html": "auditor.report.html",
}
SUFFIXES = {
    ".txt": "terminal",
    ".json": "json",
    ".html": "html",
    ".sarif": "sarif",
    ".sarif.json": "sarif",
    ".md": "markdown",
    ".gitlab.json": "gitlab",
    ".junit.xml": "junit",
    ".cdx.json": "cyclonedx",
}
"""The format that a file name asks for; the longest suffix that fits counts."""


@dataclass(frozen=True, slots=True)
class View:
    """How the reader looks at it: columns of the screen, colours or not, and how much to tell.

    ``change`` is what became of an earlier report. ``source_url`` is the address under which a
    forge shows the files of a commit, empty where that is not known.
    """

    width: int = 100
    color: bool = False
    verbose: bool = False
    timings: bool = False
    change: Change | None = None
    source_url: str = ""


def render(report: AuditReport, form: str, view: View) -> str:
    """The report in one of ``FORMATS``, ending in a newline."""
    text: str = import_module(FORMATS[form]).render(report, view)
    return text


def format_of(name: str, suffixes: Mapping[str, str] = SUFFIXES) -> str | None:
    """The format that a file of this name holds, or None where its suffix says nothing."""
    lowered = name.lower()
    fitting = [suffix for suffix in suffixes if lowered.endswith(suffix) and lowered != suffix]
    return suffixes[max(fitting, key=len)] if fitting else None
