"""``auditor scan``: read, link, print."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import options
from auditor.cli.output import say, view_of_stdout, write_file, write_stdout
from auditor.cli.progress import progress
from auditor.report import FORMATS, SUFFIXES, View


def scan(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Folders or files to read. Default: here."),
    ] = None,
    exclude: options.Exclude = None,
    include_tests: options.IncludeTests = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            envvar="AUDITOR_FORMAT",
            metavar="|".join(FORMATS),
            callback=options.one_of(FORMATS),
            help="What is printed.",
        ),
    ] = "terminal",
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            envvar="AUDITOR_OUTPUT",
            metavar="FILE",
            help=f"Write a file too; its suffix ({', '.join(SUFFIXES)}) is the format; repeatable.",
        ),
    ] = None,
    quiet: Annotated[
        bool,
        typer.Option(
            "--quiet",
            "-q",
            envvar="AUDITOR_QUIET",
            help="No talk on stderr; with --output nothing on stdout either.",
        ),
    ] = False,
    verbose: options.Verbose = False,
    color: options.Color = "auto",
    no_progress: options.NoProgress = False,
    timings: Annotated[
        bool,
        typer.Option(
            "--timings",
            envvar="AUDITOR_TIMINGS",
            help="Say how long each stage took, in JSON too.",
        ),
    ] = False,
) -> None:
    """Find every LLM call, and say what stops when its vendor is down."""
    files = [(Path(name), _format_of(name)) for name in output or ()]
    view = view_of_stdout(color, verbose=verbose, timings=timings)

    from auditor.audit import audit
    from auditor.discover import root_of
    from auditor.report import render
    from auditor.settings import load_settings

    places = [Path(path) for path in paths or ["."]]
    settings = load_settings(root_of(places), exclude=exclude, include_tests=include_tests)
    with progress(wanted=not (quiet or no_progress)) as tell:
        report = audit(places, settings, tell)
    for path, file_form in files:
        write_file(path, render(report, file_form, View(verbose=verbose, timings=timings)))
        if not quiet:
            say(f"written: {path}")
    if not (quiet and files):
        write_stdout(render(report, form, view), utf8=form != "terminal")


def _format_of(name: str) -> str:
    suffix = Path(name).suffix.lower()
    if suffix not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise typer.BadParameter(f"{name!r} does not say its format; it may end in {known}")
    if not Path(name).parent.is_dir():
        raise typer.BadParameter(f"the folder of {name!r} does not exist")
    return SUFFIXES[suffix]
