"""``auditor fleet``: many repositories, each by itself, and what they come to together."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli import options
from auditor.cli.output import say, view_of_stdout, write_file, write_stdout
from auditor.cli.processors import usual_jobs
from auditor.cli.progress import progress
from auditor.cli.results import named_files
from auditor.report import View

if TYPE_CHECKING:
    from auditor.fleet.survey import Tell
    from auditor.model.fleet import FleetReport, Member

FORMATS = ("terminal", "json", "html")
SUFFIXES = {".json": "json", ".html": "html", ".txt": "terminal"}


def fleet(
    source: Annotated[
        str,
        typer.Argument(
            metavar="LIST",
            help="A folder with repositories in it, a file with a folder or git address on each"
            " line, or a manifest (.yaml) that says more of each.",
        ),
    ],
    store: Annotated[
        str,
        typer.Option(
            "--store",
            envvar="AUDITOR_STORE",
            metavar="DIR",
            help="Where the report of each repository is kept.",
        ),
    ] = ".auditor-fleet",
    resume: Annotated[
        bool,
        typer.Option(
            "--resume",
            envvar="AUDITOR_RESUME",
            help="Keep the reports in the store that still hold: same program, rules and source;"
            " of a folder the same commit.",
        ),
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            min=1,
            envvar="AUDITOR_JOBS",
            metavar="N",
            help="Audit so many at a time. Default: one for each processor.",
            show_default=False,
        ),
    ] = None,
    seconds: Annotated[
        float,
        typer.Option(
            "--time-limit",
            min=1,
            envvar="AUDITOR_TIME_LIMIT",
            metavar="SECONDS",
            help="Give a repository up after so long.",
        ),
    ] = 900,
    scheduler: Annotated[
        str | None,
        typer.Option(
            "--scheduler",
            envvar="AUDITOR_SCHEDULER",
            metavar="ADDRESS",
            help="Let a Dask cluster do the work: tcp://host:8786. Its workers need the same"
            " version, and must reach the sources.",
        ),
    ] = None,
    pages: Annotated[
        bool,
        typer.Option(
            "--pages", envvar="AUDITOR_PAGES", help="Write the HTML of each repository too."
        ),
    ] = False,
    config: options.Config = None,
    no_repo_config: options.NoRepoConfig = False,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            envvar="AUDITOR_FLEET_FORMAT",
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
            envvar="AUDITOR_FLEET_OUTPUT",
            metavar="FILE",
            help=f"Write a file too; its suffix ({', '.join(SUFFIXES)}) is the format; repeatable.",
        ),
    ] = None,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict",
            envvar="AUDITOR_FLEET_STRICT",
            help="Exit code 2 if any repository could not be audited.",
        ),
    ] = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    color: options.Color = "auto",
    no_progress: options.NoProgress = False,
) -> None:
    """Audit many repositories, and say what stops in all of them if a vendor is down."""
    files = named_files(output, SUFFIXES)
    view = view_of_stdout(color, verbose=verbose)

    from auditor.configs.fleet_list import read_fleet
    from auditor.fleet.pools import cluster, processes
    from auditor.fleet.store import Store
    from auditor.fleet.survey import Orders, survey

    repositories = read_fleet(Path(source))
    kept_in = Store(Path(store), write_file)
    orders = Orders(date.today(), config, seconds, resume, pages, trusting=not no_repo_config)
    here = nullcontext(processes(jobs or usual_jobs()))
    with (
        progress(wanted=not (quiet or no_progress)) as show,
        cluster(scheduler) if scheduler else here as pool,
    ):
        report = survey(repositories, kept_in, orders, pool, _told(show, quiet=quiet))
    for path, file_form in files:
        folder = os.path.relpath(store, path.parent).replace(os.sep, "/") + "/" if pages else ""
        write_file(path, _render(report, file_form, View(verbose=True), folder))
        if not quiet:
            say(f"written: {path}")
    if not (quiet and files):
        write_stdout(_render(report, form, view), utf8=form != "terminal")
    failed = sum(member.state == "failed" for member in report.members)
    raise typer.Exit(2 if failed and (strict or failed == len(report.members)) else 0)


def _told(show: Callable[[str, int, int], None] | None, *, quiet: bool) -> Tell:
    """Progress for those who watch, and a line for each repository that cannot be audited."""

    def tell(member: Member, done: int, of: int) -> None:
        if show is not None:
            show("audit", done, of)
        if member.state == "failed" and not quiet:
            say(f"not audited: {member.repository.name}: {member.why}")

    return tell


def _render(report: FleetReport, form: str, view: View, folder: str = "") -> str:
    """The fleet in one of ``FORMATS``; ``folder`` leads to the repositories' own pages."""
    if form == "json":
        from auditor.report import json_fleet

        return json_fleet.render(report)
    if form == "html":
        from auditor.report.html import fleet as page

        return page.render(report, folder)
    from auditor.report.terminal import fleet as screen

    return screen.render(report, view)
