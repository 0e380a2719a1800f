"""``auditor graph``: the dependencies as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import options
from auditor.cli.memory import memory
from auditor.cli.output import write_stdout
from auditor.cli.processors import usual_jobs
from auditor.cli.progress import progress

FORMATS = ("mermaid", "dot", "svg", "json")
LEVELS = ("vendor", "call")


def graph(
    path: options.Folder = ".",
    form: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            envvar="AUDITOR_GRAPH_FORMAT",
            metavar="|".join(FORMATS),
            callback=options.one_of(FORMATS),
            help="The language the picture is written in.",
        ),
    ] = "mermaid",
    level: Annotated[
        str,
        typer.Option(
            "--level",
            envvar="AUDITOR_GRAPH_LEVEL",
            metavar="|".join(LEVELS),
            callback=options.one_of(LEVELS),
            help="Workflows and vendors only, or everything in between.",
        ),
    ] = "vendor",
    focus: Annotated[
        str | None,
        typer.Option(
            "--focus",
            envvar="AUDITOR_GRAPH_FOCUS",
            metavar="NAME",
            help="Only what leads to a node, or what it leads to: its id, or a part of its name.",
        ),
    ] = None,
    depth: Annotated[
        int | None,
        typer.Option(
            "--depth",
            envvar="AUDITOR_GRAPH_DEPTH",
            min=1,
            metavar="N",
            help="At most this many steps from --focus.",
        ),
    ] = None,
    exclude: options.Exclude = None,
    include_tests: options.IncludeTests = None,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    cache_dir: options.CacheDir = None,
    no_progress: options.NoProgress = False,
) -> None:
    """Draw which workflow depends on which vendor, as mermaid, dot, svg or json."""
    from auditor.discover import root_of
    from auditor.graph.build import build_call_graph, build_vendor_graph
    from auditor.graph.export import export
    from auditor.graph.focus import focus_on
    from auditor.model.means import Means
    from auditor.recall.run import audit_or_recall
    from auditor.settings import load_settings

    place = Path(path)
    root = root_of([place])
    settings = load_settings(root, exclude=exclude, include_tests=include_tests)
    with memory(no_cache, cache_dir, root) as kept, progress(wanted=not no_progress) as tell:
        report = audit_or_recall([place], settings, tell, Means(kept, jobs or usual_jobs()))
    drawn = build_call_graph(report) if level == "call" else build_vendor_graph(report)
    if focus is not None:
        drawn = focus_on(drawn, focus, depth)
    write_stdout(export(drawn, form), utf8=True)
