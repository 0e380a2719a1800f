"""The small product to try the program on: inside an installed package, or in a checkout."""

from __future__ import annotations

from pathlib import Path

import typer

_PACKAGE = Path(__file__).resolve().parent.parent


def demo_folder() -> Path:
    """``auditor/_demo`` where a wheel carries it, else the sample of the checkout."""
    shipped = _PACKAGE / "_demo"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "sample_repos" / "support-desk"


def places(paths: list[str] | None, *, demo: bool) -> list[Path]:
    """What is to be read: the paths named, the sample, or the current folder.

    Raises ``typer.BadParameter`` for paths beside the sample.
    """
    if not demo:
        return [Path(path) for path in paths or ["."]]
    if paths:
        raise typer.BadParameter(f"--demo reads a sample, not {paths[0]!r}; leave one of them out")
    return [demo_folder()]
