"""Where a command's report goes: any number of files, and the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import typer

from auditor.cli.output import say, write_file, write_stdout
from auditor.model.report import AuditReport
from auditor.report import SUFFIXES, View, format_of, render


def named_files(names: Sequence[str] | None) -> list[tuple[Path, str]]:
    """Each file and its format; a usage error for names that cannot be written to."""
    files: dict[Path, str] = {}
    for name in names or ():
        path = Path(name)
        form = format_of(path.name)
        if form is None:
            known = ", ".join(SUFFIXES)
            raise typer.BadParameter(f"{name!r} does not say its format; it may end in {known}")
        if not path.parent.is_dir():
            raise typer.BadParameter(f"the folder of {name!r} does not exist")
        files[path] = form
    return list(files.items())


def deliver(
    report: AuditReport, form: str, files: Sequence[tuple[Path, str]], view: View, *, quiet: bool
) -> None:
    """Write the files, then print the report unless ``quiet`` and there are files."""
    for path, file_form in files:
        write_file(path, render(report, file_form, replace(view, width=View().width, color=False)))
        if not quiet:
            say(f"written: {path}")
    if not (quiet and files):
        write_stdout(render(report, form, view), utf8=form != "terminal")
