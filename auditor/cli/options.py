"""Arguments and options that several commands share. Each option has a twin in the environment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Annotated

import typer

from auditor.model.severity import Confidence, Severity
from auditor.report import FORMATS, SUFFIXES

COLORS = ("auto", "always", "never")
SEVERITIES = tuple(word.value for word in Severity)
BARS = (*SEVERITIES, "never")
CONFIDENCES = tuple(word.value for word in Confidence)


def one_of(choices: Iterable[str]) -> Callable[[str | None], str | None]:
    """A check that lets only these words pass, for ``typer.Option(callback=...)``."""
    known = tuple(choices)

    def check(value: str | None) -> str | None:
        if value is None or value in known:
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
        metavar="|".join(COLORS),
        callback=one_of(COLORS),
        help="When to use colours. auto also heeds NO_COLOR and FORCE_COLOR.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        envvar="AUDITOR_JOBS",
        metavar="N",
        help="Read the files of a large tree by so many processes. Default: one for each"
        " processor; small trees are read by one.",
        show_default=False,
    ),
]
NoCache = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        envvar="AUDITOR_NO_CACHE",
        help="Keep nothing of this run, and believe nothing that was kept.",
    ),
]
CacheDir = Annotated[
    str | None,
    typer.Option(
        "--cache-dir",
        envvar="AUDITOR_CACHE_DIR",
        metavar="FOLDER",
        help="Keep results here, not in the usual folder: auditor cache dir.",
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
Config = Annotated[
    str | None,
    typer.Option(
        "--config",
        envvar="AUDITOR_CONFIG",
        metavar="FILE",
        help="Read the settings from this file, not from the nearest one.",
    ),
]
NoRepoConfig = Annotated[
    bool,
    typer.Option(
        "--no-repo-config",
        envvar="AUDITOR_NO_REPO_CONFIG",
        help="Obey nothing that the scanned folder says: no settings, ignores, baseline or"
        " .auditorignore of its own. What --config and --baseline name still counts.",
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        envvar="AUDITOR_SELECT",
        metavar="CHECK",
        help="Run only this check; repeatable, or with commas.",
    ),
]
Deselect = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        envvar="AUDITOR_IGNORE",
        metavar="CHECK",
        help="Do not run this check; repeatable, or with commas.",
    ),
]
MinSeverity = Annotated[
    str | None,
    typer.Option(
        "--min-severity",
        envvar="AUDITOR_MIN_SEVERITY",
        metavar="|".join(SEVERITIES),
        callback=one_of(SEVERITIES),
        help="Show only findings that are at least so bad, and those that fail the gate.",
    ),
]
MinConfidence = Annotated[
    str | None,
    typer.Option(
        "--min-confidence",
        envvar="AUDITOR_MIN_CONFIDENCE",
        metavar="|".join(CONFIDENCES),
        callback=one_of(CONFIDENCES),
        help="Show and count only findings that are at least so sure.",
    ),
]
NoIgnore = Annotated[
    bool,
    typer.Option(
        "--no-ignore",
        envvar="AUDITOR_NO_IGNORE",
        help="Count findings that are ignored or in the baseline too.",
    ),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        envvar="AUDITOR_FAIL_ON",
        metavar="|".join(BARS),
        callback=one_of(BARS),
        help="Exit code 1 if a finding is as bad as this, or worse. Default: high.",
    ),
]
Baseline = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        envvar="AUDITOR_BASELINE",
        metavar="FILE",
        help="The findings known already. Default: .auditor-baseline.json in the scanned folder.",
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        envvar="AUDITOR_SINCE",
        metavar="REF",
        help="Count only what has become worse since this commit, branch or tag.",
    ),
]
Strict = Annotated[
    bool | None,
    typer.Option(
        "--strict/--no-strict",
        envvar="AUDITOR_STRICT",
        help="Exit code 2 if anything was not read, or an ignore has expired.",
        show_default=False,
    ),
]
ExitZero = Annotated[
    bool,
    typer.Option(
        "--exit-zero",
        envvar="AUDITOR_EXIT_ZERO",
        help="Exit code 0 whatever is found; the last line still says what the gate says.",
    ),
]
NoSource = Annotated[
    bool,
    typer.Option(
        "--no-source",
        envvar="AUDITOR_NO_SOURCE",
        help="Keep the lines of source code out of the report.",
    ),
]


def names(given: list[str] | None) -> list[str] | None:
    """Names that were given one by one, or with commas."""
    if given is None:
        return None
    return [name for part in given for name in part.replace(",", " ").split()]
