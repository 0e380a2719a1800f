"""``auditor render``: a saved report in another format, without reading the code again."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import options
from auditor.cli.output import view_of_stdout
from auditor.cli.results import deliver, named_files
from auditor.model.errors import AuditorError


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
    verbose: options.Verbose = False,
    color: options.Color = "auto",
) -> None:
    """Show a saved report in any format; the code itself is not read again."""
    from auditor.report.saved import read_report

    files = named_files(output)
    report = read_report(_text_of(saved), saved)
    view = view_of_stdout(color, verbose=verbose, timings=bool(report.timings))
    deliver(report, form, files, view, quiet=quiet)


def _text_of(name: str) -> str:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode("utf-8-sig")
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
