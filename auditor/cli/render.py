"""``auditor render``: a saved report in another format, without reading the code again."""

from __future__ import annotations

from typing import Annotated

import typer

from auditor.cli import options
from auditor.cli.output import view_of_stdout
from auditor.cli.results import beside, deliver, named_files, open_report


def render(
    saved: Annotated[
        str,
        typer.Argument(
            metavar="REPORT.json", help="What auditor scan wrote with -o; - is standard input."
        ),
    ],
    form: options.Format = "terminal",
    output: options.Output = None,
    quiet: options.Quiet = False,
    compare: options.Compare = None,
    verbose: options.Verbose = False,
    color: options.Color = "auto",
) -> None:
    """Show a saved report in any format; the code itself is not read again."""
    files = named_files(output)
    report = open_report(saved)
    view = view_of_stdout(color, verbose=verbose, timings=bool(report.timings))
    deliver(report, form, files, beside(view, report, compare), quiet=quiet)
