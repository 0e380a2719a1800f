"""What a user sees when something goes wrong, and the exit code that goes with it.

0: done. 1: reserved for findings that fail a gate. 2: the audit could not be done.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, metadata
from typing import Any

import typer
from typer.core import TyperGroup

from auditor.cli.output import mute_stdout, say
from auditor.model.errors import AuditorError

COULD_NOT = 2


class Commands(TyperGroup):
    """The commands of the program; whatever one of them raises ends here."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - click's types, or typer's own copy of them
        """Run the chosen command."""
        with told_plainly():
            return super().invoke(ctx)


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn exceptions into a sentence on stderr and an exit code."""
    try:
        yield
    except AuditorError as error:
        say(f"error: {error.message}")
        if error.hint:
            say(f"hint: {error.hint}")
        raise typer.Exit(COULD_NOT) from error
    except KeyboardInterrupt as error:
        say("interrupted")
        raise typer.Exit(COULD_NOT) from error
    except BrokenPipeError as error:  # the reader has seen enough: that is no failure of ours
        mute_stdout()
        raise typer.Exit(0) from error
    except Exception as error:
        if isinstance(error, typer.Exit | typer.Abort) or hasattr(error, "exit_code"):
            raise  # typer's own, usage errors among them
        _apologise(error)
        raise typer.Exit(COULD_NOT) from error


def project_url(label: str) -> str | None:
    """A link of the installed package's metadata, such as ``Issues``."""
    try:
        links = metadata("auditor").get_all("Project-URL") or []
    except PackageNotFoundError:
        return None
    named = dict(link.split(", ", 1) for link in links if ", " in link)
    return named.get(label)


def _apologise(error: Exception) -> None:
    if _wants_traceback():
        traceback.print_exception(error, file=sys.stderr)
    issues = project_url("Issues")
    where = f"at {issues}" if issues else "to the project"
    message = f"{type(error).__name__}: {error}"[:200]
    say(
        f"error: sorry, auditor itself failed ({message}). Your code is not at fault."
        f" Please report it {where}, with what AUDITOR_DEBUG=1 adds to this message."
    )


def _wants_traceback() -> bool:
    return bool(os.environ.get("AUDITOR_DEBUG")) or bool({"-v", "--verbose"} & set(sys.argv[1:]))
