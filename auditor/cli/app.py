"""``auditor``: the program's front door."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from auditor import __version__
from auditor.cli.baseline import baseline
from auditor.cli.cache import cache
from auditor.cli.errors import Commands, project_url
from auditor.cli.explain import explain
from auditor.cli.fix import fix
from auditor.cli.fleet import fleet
from auditor.cli.graph import graph
from auditor.cli.init import init
from auditor.cli.outage import outage
from auditor.cli.output import write_stdout
from auditor.cli.render import render
from auditor.cli.replay import replay
from auditor.cli.rules import rules
from auditor.cli.scan import scan

app = typer.Typer(
    name="auditor",
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
COMMANDS: tuple[Callable[..., None], ...] = (
    scan, outage, replay, explain, fix, baseline, graph, render, fleet, init,
)  # fmt: skip
for command in COMMANDS:
    app.command()(command)
app.add_typer(rules, name="rules")
app.add_typer(cache, name="cache")

WELCOME = """\
auditor {version} finds every LLM call in a repository and shows what hangs on each vendor.

  auditor scan                        what this folder depends on, workflow by workflow
  auditor outage VENDOR               what stops if it is down, and what takes over
  auditor replay --list               outages that happened, to happen again here
  auditor explain app/replies.py:48   why that line counts, or does not
  auditor graph --format mermaid      the same as a picture
  auditor fix                         edits that close findings, as a diff

Commands: {commands}. More on each: auditor COMMAND --help
"""


def main() -> None:
    """Run the command line; the entry point of the installed program."""
    app()


@app.callback(invoke_without_command=True)
def _root(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Say which version this is, and stop.")
    ] = False,
) -> None:
    """Find every LLM call in a repository, and see which workflows hang on which vendor."""
    if version:
        write_stdout(f"auditor {__version__}\n")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        names = ", ".join((*(command.__name__ for command in COMMANDS), "rules", "cache"))
        write_stdout(WELCOME.format(version=__version__, commands=names))
        if docs := project_url("Documentation"):
            write_stdout(f"Docs: {docs}\n")
