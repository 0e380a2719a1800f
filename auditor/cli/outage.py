"""``auditor outage``: what stops if something is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli import options
from auditor.cli.memory import memory
from auditor.cli.output import say, view_of_stdout, write_stdout
from auditor.cli.processors import usual_jobs
from auditor.cli.progress import progress
from auditor.model.errors import AuditorError

if TYPE_CHECKING:
    from auditor.rulebook.fault_domains import DomainReader

FORMATS = ("terminal", "json")
Form = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        envvar="AUDITOR_OUTAGE_FORMAT",
        metavar="|".join(FORMATS),
        callback=options.one_of(FORMATS),
        help="What is printed.",
    ),
]


def outage(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="LOST... [PATH]...",
            help="What is lost, all at once: a company by its name, or vendor:X, platform:X,"
            " gateway:X, model:X, infra:X, credential:X. Then the folders to read (default: here)."
            " A word is a folder if it holds a slash or is '.', or names one and nothing that"
            " the rules know.",
        ),
    ],
    form: Form = "terminal",
    exclude: options.Exclude = None,
    include_tests: options.IncludeTests = None,
    verbose: options.Verbose = False,
    color: options.Color = "auto",
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    cache_dir: options.CacheDir = None,
    no_progress: options.NoProgress = False,
) -> None:
    """Say what stops, degrades or falls back if something is lost, workflow by workflow."""
    from auditor.audit import audit_loss
    from auditor.discover import root_of
    from auditor.model.loss import Loss
    from auditor.model.means import Means
    from auditor.report import json_outage
    from auditor.report.terminal import outage as screen
    from auditor.rulebook.fault_domains import DomainReader
    from auditor.rulebook.load import load_catalog
    from auditor.settings import load_settings

    with memory(no_cache, cache_dir, Path(), quiet=True) as kept:
        reader = DomainReader(load_catalog(memory=kept, settings=load_settings(Path())))
    lost, places = _told_apart(words, reader)
    domains = tuple(dict.fromkeys(domain for word in lost for domain in reader.read(word)))
    named = " and ".join(dict.fromkeys(reader.name(reader.read(word)[0]) for word in lost))
    loss = Loss(f"If {named} {'are' if len(lost) > 1 else 'is'} lost", domains, assumed=True)
    view = view_of_stdout(color, verbose=verbose)
    root = root_of(places)
    settings = load_settings(root, exclude=exclude, include_tests=include_tests)
    with memory(no_cache, cache_dir, root) as kept, progress(wanted=not no_progress) as tell:
        report, effects = audit_loss(
            places, settings, loss, tell, Means(kept, jobs or usual_jobs())
        )
    if form == "json":
        write_stdout(json_outage.render(report, loss, effects, None), utf8=True)
        return
    heading = [loss.title, f"lost: {', '.join(reader.title(domain) for domain in domains)}"]
    write_stdout(screen.render(report, heading, loss, effects, view))


def _told_apart(words: list[str], reader: DomainReader) -> tuple[list[str], list[Path]]:
    """The fault domains and the folders among the words."""
    lost: list[str] = []
    places: list[Path] = []
    for word in words:
        if reader.knows(word):
            lost.append(word)
            if Path(word).exists():
                say(f"{word} is taken for what is lost; for the folder write ./{word}")
        elif "/" in word or "\\" in word or word.startswith((".", "~")) or Path(word).exists():
            places.append(Path(word).expanduser())
        else:
            reader.read(word)  # says what is wrong with it
    if not lost:
        raise AuditorError(
            "nothing to lose is named",
            hint="name a vendor, or platform:X, gateway:X, model:X, before the folder",
        )
    return lost, places or [Path()]
