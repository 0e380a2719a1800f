"""``auditor baseline``: what is known on this day, so that only new findings fail."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli import options
from auditor.cli.memory import memory
from auditor.cli.output import say, write_file, write_stdout
from auditor.cli.processors import usual_jobs
from auditor.cli.progress import progress
from auditor.model.errors import AuditorError

if TYPE_CHECKING:
    from auditor.model.finding import Finding
    from auditor.suppress.baseline import Known


def baseline(
    path: options.Folder = ".",
    prune: Annotated[
        bool,
        typer.Option(
            "--prune",
            envvar="AUDITOR_BASELINE_PRUNE",
            help="Only drop what is found no more; add nothing.",
        ),
    ] = False,
    show: Annotated[
        bool,
        typer.Option(
            "--list",
            envvar="AUDITOR_BASELINE_LIST",
            help="Print what the baseline knows; write nothing.",
        ),
    ] = False,
    file: Annotated[
        str | None,
        typer.Option(
            "--baseline",
            envvar="AUDITOR_BASELINE",
            metavar="FILE",
            help="Where it lies. Default: .auditor-baseline.json in the scanned folder.",
        ),
    ] = None,
    config: options.Config = None,
    exclude: options.Exclude = None,
    include_tests: options.IncludeTests = None,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    cache_dir: options.CacheDir = None,
    no_progress: options.NoProgress = False,
) -> None:
    """Write down the findings of today; later scans count what is new."""
    from auditor.discover import root_of
    from auditor.model.means import Means
    from auditor.model.severity import Confidence, Severity
    from auditor.recall.run import audit_or_recall
    from auditor.settings import load_settings
    from auditor.suppress.baseline import NAME, known_of, read, write

    root = root_of([path])
    settings = load_settings(
        root,
        Path(config) if config else None,
        exclude=exclude,
        include_tests=include_tests,
        baseline=file,
        min_severity=Severity.INFO,
        min_confidence=Confidence.LOW,
        today=date.today(),
    )
    target = Path(settings.baseline) if settings.baseline else root / NAME
    if (prune or show) and not target.is_file():
        raise AuditorError(f"there is no baseline {target}", hint="make one: auditor baseline")
    with memory(no_cache, cache_dir, root) as cache, progress(wanted=not no_progress) as tell:
        means = Means(cache, jobs or usual_jobs())
        report = audit_or_recall([Path(path)], settings.without_baseline(), tell, means)
    findings = [finding for finding in report.findings if not finding.suppressions]
    if show:
        write_stdout(_listed(read(target), findings))
        return
    kept = _still_there(read(target), findings) if prune else known_of(findings)
    write_file(target, write(kept))
    say(f"written: {target} ({len(kept)} findings)")


def _still_there(known: tuple[Known, ...], findings: list[Finding]) -> tuple[Known, ...]:
    from auditor.suppress.baseline import gone_from

    gone = gone_from(known, findings)
    return tuple(one for one in known if one not in gone)


def _listed(known: tuple[Known, ...], findings: list[Finding]) -> str:
    """One line each, and whether it is still there."""
    from auditor.graph.text import plain
    from auditor.suppress.baseline import gone_from

    gone = set(gone_from(known, findings))
    lines = [
        f"{'gone ' if one in gone else 'known'}  {one.check}  {plain(f'{one.path}  {one.message}')}"
        for one in sorted(known)
    ]
    advice = "; drop them with --prune" if gone else ""
    return "\n".join([*lines, f"{len(known)} in the baseline, {len(gone)} gone{advice}"]) + "\n"
