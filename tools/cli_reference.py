"""docs/cli.md: every command, argument and option, from the command line itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from auditor.cli.app import app
from tools.tables import cell, table

TARGET = Path(__file__).parent.parent / "docs" / "cli.md"

HEAD = """\
# The command line

<!-- Generated: python -m tools -->

Results go to stdout, talk to stderr. A switch in the environment is set by `1`, a list is divided
by blanks. A flag counts more than the environment, the environment more than the
[configuration file](configuration.md).

Colours follow `--color`, then `NO_COLOR` and `FORCE_COLOR`, then whether stdout is a terminal.
`AUDITOR_DEBUG=1` adds a traceback to the message of a crash.
`auditor --install-completion` teaches your shell to complete commands and options.
"""


def build() -> str:
    """The page as it should stand in ``TARGET``."""
    group: Any = get_command(app)
    parts = [HEAD]
    for name, command in group.commands.items():
        inner = getattr(command, "commands", None)
        if inner is None:
            parts += [f"\n## auditor {name}", *_command(name, command)]
            continue
        parts += [f"\n## auditor {name}", f"\n{command.help}"]
        for word, one in inner.items():
            parts += [f"\n### auditor {name} {word}", *_command(f"{name} {word}", one)]
    return "\n".join(part.rstrip("\n") for part in parts) + "\n"


def _command(name: str, command: Any) -> Iterator[str]:  # noqa: ANN401 - click's types
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option"]
    shape = " ".join(_usage(one) for one in arguments)
    yield f"\n{command.help}\n\n```\nauditor {name} [OPTION]... {shape}\n```"
    if arguments:
        rows = [[f"`{_usage(one)}`", cell(one.help or "")] for one in arguments]
        yield "\n" + table(["Argument", ""], rows)
    rows = [[_names(one), f"`{one.envvar}`", _default(one), cell(one.help)] for one in options]
    yield "\n" + table(["Option", "In the environment", "Default", ""], rows)


def _usage(argument: Any) -> str:  # noqa: ANN401 - click's types
    word = argument.metavar or argument.name.upper()
    if "..." in word:
        return str(word)
    word = word if argument.required else f"[{word}]"
    return f"{word}..." if argument.nargs == -1 else word


def _names(option: Any) -> str:  # noqa: ANN401 - click's types
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    if option.is_flag:
        return names
    return f"{names} `{cell(option.metavar or option.type.name.upper())}`"


def _default(option: Any) -> str:  # noqa: ANN401 - click's types
    value = option.default
    return "" if value is None or isinstance(value, bool) or not str(value) else f"`{value}`"
