"""``auditor replay``: an outage that happened, happening again."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli import options
from auditor.cli.memory import memory
from auditor.cli.outage import Form
from auditor.cli.output import view_of_stdout, write_stdout
from auditor.cli.processors import usual_jobs
from auditor.cli.progress import progress
from auditor.graph.text import json_text
from auditor.model.errors import AuditorError

if TYPE_CHECKING:
    from auditor.model.catalog import Catalog, Incident


def replay(
    name: Annotated[
        str | None,
        typer.Argument(metavar="INCIDENT", help="Its id, as --list shows it."),
    ] = None,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Folders or files to read. Default: here."),
    ] = None,
    list_all: Annotated[
        bool,
        typer.Option(
            "--list",
            envvar="AUDITOR_REPLAY_LIST",
            help="List the incidents that can be replayed.",
        ),
    ] = False,
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
    """Let an outage that happened happen again, with the errors that callers saw."""
    from auditor.rulebook.load import load_catalog
    from auditor.settings import load_settings

    view = view_of_stdout(color, verbose=verbose)
    with memory(no_cache, cache_dir, Path(), quiet=True) as kept:
        catalog = load_catalog(memory=kept, settings=load_settings(Path()))
    if list_all or name is None:
        _list(catalog, form, view.width)
        return

    from auditor.audit import audit_loss
    from auditor.discover import root_of
    from auditor.model.means import Means
    from auditor.report import json_outage
    from auditor.report.terminal import incidents, outage
    from auditor.rulebook.fault_domains import DomainReader

    incident = _incident(catalog, name)
    reader = DomainReader(catalog)
    loss = reader.incident(incident)
    places = [Path(path) for path in paths or ["."]]
    root = root_of(places)
    settings = load_settings(root, exclude=exclude, include_tests=include_tests)
    with memory(no_cache, cache_dir, root) as kept, progress(wanted=not no_progress) as tell:
        report, effects = audit_loss(
            places, settings, loss, tell, Means(kept, jobs or usual_jobs())
        )
    if form == "json":
        write_stdout(json_outage.render(report, loss, effects, incident), utf8=True)
        return
    heading = incidents.heading(incident, loss, reader.title, view)
    write_stdout(outage.render(report, heading, loss, effects, view))


def _incident(catalog: Catalog, name: str) -> Incident:
    known = {incident.id: incident for incident in catalog.incidents}
    if name in known:
        return known[name]
    near = get_close_matches(name, sorted(known), n=3, cutoff=0.4)
    hint = f"did you mean {', '.join(near)}?" if near else "auditor replay --list shows them"
    raise AuditorError(f"the rules know no incident {name!r}", hint=hint)


def _list(catalog: Catalog, form: str, width: int) -> None:
    from auditor.report import View, json_outage
    from auditor.report.terminal import incidents

    found = sorted(catalog.incidents, key=lambda incident: (incident.start, incident.id))
    if form == "json":
        documents = [json_outage.incident_document(incident) for incident in found]
        write_stdout(json_text(documents), utf8=True)
    else:
        write_stdout(incidents.listing(found, View(width=width)))
