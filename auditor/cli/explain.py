"""``auditor explain``: why a line counts, or what the rules know of a name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import options
from auditor.cli.memory import memory
from auditor.cli.output import view_of_stdout, write_stdout
from auditor.cli.progress import progress
from auditor.model.errors import AuditorError
from auditor.model.means import Memory
from auditor.report import View

_LOCATION = re.compile(r"(?P<file>.+?):(?P<line>\d+)(?::\d+)?")


def explain(
    what: Annotated[
        str,
        typer.Argument(
            metavar="NAME|FILE:LINE",
            help="A check, vendor, platform, gateway or SDK; or a line of code.",
        ),
    ],
    path: options.Folder = ".",
    verbose: options.Verbose = False,
    color: options.Color = "auto",
    no_cache: options.NoCache = False,
    cache_dir: options.CacheDir = None,
) -> None:
    """Say why a line is a call or is none, with the evidence; or what a name means."""
    view = view_of_stdout(color, verbose=verbose)
    from auditor.discover import root_of

    location = _LOCATION.fullmatch(what)
    if location is not None:
        root = root_of([path])
        with memory(no_cache, cache_dir, root) as kept:
            file, line = location["file"], int(location["line"])
            text = _explain_line(file, line, path, root, kept, view)
    else:
        with memory(no_cache, cache_dir, Path()) as kept:
            text = _explain_name(what, kept, view)
    write_stdout(text)


def _explain_name(name: str, kept: Memory, view: View) -> str:
    from auditor.cli.known import describe, page
    from auditor.rulebook.load import load_catalog
    from auditor.settings import load_settings

    catalog = load_catalog(memory=kept, settings=load_settings(Path()))
    check = catalog.checks.get(name.casefold())
    return page(check) if check is not None else describe(catalog, name, view)


def _explain_line(file: str, line: int, path: str, root: Path, kept: Memory, view: View) -> str:
    from auditor.model.means import Means
    from auditor.recall.run import audit_or_recall
    from auditor.report.terminal.explain import explain_line
    from auditor.settings import load_settings

    place = _place_in(root, file, path)
    with progress(wanted=True) as tell:
        report = audit_or_recall([Path(path)], load_settings(root), tell, Means(kept))
    return explain_line(report, place, line, view)


def _place_in(root: Path, file: str, path: str) -> str:
    """The file's path as the report has it."""
    found = [place for place in (Path(file), root / file) if place.is_file()]
    if not found:
        raise AuditorError(f"there is no file {file!r}", hint="write FILE:LINE, then the folder")
    for place in found:
        real = place.parent.resolve() / place.name
        if real.is_relative_to(root):
            return real.relative_to(root).as_posix()
    raise AuditorError(
        f"{file!r} does not lie in {path!r}",
        hint=f"name the folder to read: auditor explain {file}:1 {Path(file).parent}",
    )
