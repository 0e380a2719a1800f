"""Where reports come from and go to: saved files, the screen, a pipeline's summary page."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from auditor.cli.forge import append_summary, source_url, summary_page
from auditor.cli.output import say, write_file, write_stdout
from auditor.model.errors import AuditorError
from auditor.report import SUFFIXES, View, format_of, render

if TYPE_CHECKING:
    from auditor.model.report import AuditReport


def named_files(
    names: Sequence[str] | None, suffixes: Mapping[str, str] = SUFFIXES
) -> list[tuple[Path, str]]:
    """Each file and its format; a usage error for names that cannot be written to."""
    files: dict[Path, str] = {}
    for name in names or ():
        path = Path(name)
        form = format_of(path.name, suffixes)
        if form is None:
            known = ", ".join(suffixes)
            raise typer.BadParameter(f"{name!r} does not say its format; it may end in {known}")
        if not path.parent.is_dir():
            raise typer.BadParameter(f"the folder of {name!r} does not exist")
        files[path] = form
    return list(files.items())


def open_report(name: str) -> AuditReport:
    """The report saved in a file; ``-`` is standard input."""
    from auditor.report.saved import read_report

    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return read_report(data.decode("utf-8-sig"), name)
    except OSError as error:
        raise AuditorError(
            f"{name} cannot be read: {error.strerror or error}",
            hint="make one with: auditor scan -o report.json",
        ) from error
    except UnicodeDecodeError as error:
        raise AuditorError(
            f"{name} is not UTF-8",
            hint="a shell's > may change the encoding; auditor scan -o report.json does not",
        ) from error


def beside(view: View, report: AuditReport, earlier: str | None) -> View:
    """The view with what else renderers may show: what changed, and links to the code."""
    from auditor.compare import compare

    change = compare(open_report(earlier), report) if earlier else None
    return replace(view, change=change, source_url=source_url())


def deliver(
    report: AuditReport, form: str, files: Sequence[tuple[Path, str]], view: View, *, quiet: bool
) -> None:
    """Write the files, then print the report unless ``quiet`` and there are files."""
    on_paper = replace(view, width=View().width, color=False)
    for path, file_form in files:
        write_file(path, render(report, file_form, on_paper))
        if not quiet:
            say(f"written: {path}")
    if not (quiet and files):
        write_stdout(render(report, form, view), utf8=form != "terminal")
    if form == "github" and (page := summary_page()):
        append_summary(page, render(report, "markdown", on_paper))
