"""Arguments and options that several commands share. Each option has a twin in the environment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Annotated

import typer

from auditor.report import FORMATS, SUFFIXES


def one_of(choices: Iterable[str]) -> Callable[[str], str]:
    """A check that lets only these words pass, for ``typer.Option(callback=...)``."""
    known = tuple(choices)

    def check(value: str) -> str:
        if value in known:
            return value
        near = get_close_matches(value, known, n=1)
        advice = f"did you mean {near[0]}?" if near else f"choose from {', '.join(known)}"
        raise typer.BadParameter(f"there is no {value!r}; {advice}")

    return check


Folder = Annotated[str, typer.Argument(metavar="PATH", help="The folder to read.")]
Exclude = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude",
        envvar="AUDITOR_EXCLUDE",
        metavar="GLOB",
        help="Leave these paths out, written as in .gitignore; repeatable."
        " Replaces exclude of the configuration file.",
    ),
]
IncludeTests = Annotated[
    bool | None,
    typer.Option(
        "--include-tests/--no-include-tests",
        envvar="AUDITOR_INCLUDE_TESTS",
        help="Judge the calls in test code too; else they are only listed.",
        show_default=False,
    ),
]
NoProgress = Annotated[
    bool,
    typer.Option(
        "--no-progress", envvar="AUDITOR_NO_PROGRESS", help="Show no progress bar on stderr."
    ),
]
Verbose = Annotated[
    bool,
    typer.Option(
        "--verbose",
        "-v",
        envvar="AUDITOR_VERBOSE",
        help="Also list what was not read or not understood; show tracebacks.",
    ),
]
Color = Annotated[
    str,
    typer.Option(
        "--color",
        envvar="AUDITOR_COLOR",
        metavar="auto|always|never",
        callback=one_of(("auto", "always", "never")),
        help="When to use colours. auto also heeds NO_COLOR and FORCE_COLOR.",
    ),
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        envvar="AUDITOR_FORMAT",
        metavar="|".join(FORMATS),
        callback=one_of(FORMATS),
        autocompletion=lambda: list(FORMATS),
        help="What is printed.",
    ),
]
Output = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        envvar="AUDITOR_OUTPUT",
        metavar="FILE",
        help=f"Write a file too; its suffix ({', '.join(SUFFIXES)}) is the format; repeatable.",
    ),
]
Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet",
        "-q",
        envvar="AUDITOR_QUIET",
        help="No talk on stderr; with --output nothing on stdout either.",
    ),
]
Compare = Annotated[
    str | None,
    typer.Option(
        "--compare",
        envvar="AUDITOR_COMPARE",
        metavar="OLD.json",
        help="An earlier report: markdown and github then say what changed.",
    ),
]
