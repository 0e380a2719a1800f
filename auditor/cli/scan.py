"""``auditor scan``: read, link, print."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import options
from auditor.cli.demo import places
from auditor.cli.memory import memory
from auditor.cli.output import view_of_stdout
from auditor.cli.processors import usual_jobs
from auditor.cli.progress import progress
from auditor.cli.results import beside, deliver, named_files


def scan(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Folders or files to read. Default: here."),
    ] = None,
    demo: Annotated[
        bool,
        typer.Option(
            "--demo",
            envvar="AUDITOR_DEMO",
            help="Read a small product that comes with the program.",
        ),
    ] = False,
    config: options.Config = None,
    no_repo_config: options.NoRepoConfig = False,
    exclude: options.Exclude = None,
    include_tests: options.IncludeTests = None,
    select: options.Select = None,
    ignore: options.Deselect = None,
    min_severity: options.MinSeverity = None,
    min_confidence: options.MinConfidence = None,
    no_ignore: options.NoIgnore = False,
    fail_on: options.FailOn = None,
    baseline: options.Baseline = None,
    since: options.Since = None,
    strict: options.Strict = None,
    exit_zero: options.ExitZero = False,
    no_source: options.NoSource = False,
    form: options.Format = "terminal",
    output: options.Output = None,
    quiet: options.Quiet = False,
    compare: options.Compare = None,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    cache_dir: options.CacheDir = None,
    verbose: options.Verbose = False,
    color: options.Color = "auto",
    no_progress: options.NoProgress = False,
    replay: Annotated[
        bool,
        typer.Option(
            "--replay",
            envvar="AUDITOR_REPLAY",
            help="Also replay every outage the rules know, for the HTML and JSON reports; slower.",
        ),
    ] = False,
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
    chosen = places(paths, demo=demo)
    files = named_files(output)
    view = view_of_stdout(color, verbose=verbose, timings=timings)

    from auditor.discover import root_of
    from auditor.findings.gate import exit_code
    from auditor.model.means import Means
    from auditor.recall.run import audit_or_recall
    from auditor.settings import load_settings
    from auditor.since import audit_since

    root = root_of(chosen)
    settings = load_settings(
        root,
        Path(config) if config else None,
        exclude=exclude,
        include_tests=include_tests,
        select=options.names(select),
        deselect=options.names(ignore),
        min_severity=min_severity,
        min_confidence=min_confidence,
        obey_ignores=not no_ignore,
        fail_on=fail_on,
        baseline=baseline,
        strict=strict,
        exit_zero=exit_zero,
        show_source=not no_source,
        today=date.today(),
        trust_repository=not no_repo_config,
    )
    with (
        memory(no_cache, cache_dir, root, quiet=quiet) as kept,
        progress(wanted=not (quiet or no_progress)) as tell,
    ):
        means = Means(kept, jobs or usual_jobs())
        if since is None:
            report, change = audit_or_recall(chosen, settings, tell, means, replay=replay), None
        else:
            report, change = audit_since(chosen, settings, since, tell, means, replay=replay)
    view = beside(view, report, compare)
    deliver(report, form, files, replace(view, change=change or view.change), quiet=quiet)
    raise typer.Exit(exit_code(report.gate, settings))
