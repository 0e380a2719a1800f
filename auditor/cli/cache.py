"""``auditor cache``: where results are kept, how much they take, and how to be rid of them."""

from __future__ import annotations

import typer

from auditor.cli import options
from auditor.cli.memory import folder_of
from auditor.cli.output import write_stdout
from auditor.model.errors import AuditorError

cache = typer.Typer(help="Show or clear what is kept from one run to the next.")


@cache.command("dir")
def show_dir(cache_dir: options.CacheDir = None) -> None:
    """Print the folder of the cache."""
    write_stdout(f"{folder_of(cache_dir)}\n")


@cache.command("size")
def show_size(cache_dir: options.CacheDir = None) -> None:
    """Print how much the cache holds."""
    from auditor.cache.store import size_of

    size, count = size_of(folder_of(cache_dir))
    write_stdout(f"{_shown(size)} in {count} {'entry' if count == 1 else 'entries'}\n")


@cache.command("clear")
def clear_all(cache_dir: options.CacheDir = None) -> None:
    """Remove everything that is kept; the next run starts afresh."""
    from auditor.cache.store import clear

    folder = folder_of(cache_dir)
    try:
        freed = clear(folder)
    except OSError as error:
        raise AuditorError(f"{folder} cannot be cleared: {error.strerror or error}") from error
    write_stdout(f"{_shown(freed)} freed in {folder}\n")


def _shown(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
