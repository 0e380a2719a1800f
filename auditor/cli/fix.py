"""``auditor fix``: edits that close findings, as a diff or in the files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli import options
from auditor.cli.memory import memory
from auditor.cli.output import say, view_of_stdout, write_file, write_stdout
from auditor.cli.progress import progress
from auditor.model.errors import AuditorError

if TYPE_CHECKING:
    from auditor.model.catalog import Catalog

FORMATS = ("diff", "json")


def fix(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Folders or files to read. Default: here."),
    ] = None,
    check: Annotated[
        list[str] | None,
        typer.Option(
            "--check",
            envvar="AUDITOR_FIX_CHECK",
            metavar="CHECK",
            help="Mend only what this check finds; repeatable, or with commas.",
        ),
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option(
            "--to",
            envvar="AUDITOR_FIX_TO",
            metavar="VENDOR",
            help="Who may stand in; repeatable. Default: the vendors that the policy approves.",
        ),
    ] = None,
    unsafe: Annotated[
        bool,
        typer.Option(
            "--unsafe-fixes",
            envvar="AUDITOR_FIX_UNSAFE",
            help="Also edits that need a look: second vendors, timeouts.",
        ),
    ] = False,
    apply: Annotated[
        bool,
        typer.Option(
            "--apply/--diff",
            envvar="AUDITOR_FIX_APPLY",
            help="Write the files, or (the default) print the diff.",
            show_default=False,
        ),
    ] = False,
    force: Annotated[
        bool,
        typer.Option(
            "--force",
            envvar="AUDITOR_FIX_FORCE",
            help="Write though git knows of changes, or there is no git.",
        ),
    ] = False,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            envvar="AUDITOR_FIX_FORMAT",
            metavar="|".join(FORMATS),
            callback=options.one_of(FORMATS),
            help="What is printed.",
        ),
    ] = "diff",
    config: options.Config = None,
    exclude: options.Exclude = None,
    include_tests: options.IncludeTests = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    no_cache: options.NoCache = False,
    cache_dir: options.CacheDir = None,
    no_progress: options.NoProgress = False,
) -> None:
    """Print or make the edits that close findings; each is proven by another scan."""
    from auditor.discover import root_of
    from auditor.mend import Wish, mend
    from auditor.report import fixes, json_fixes
    from auditor.rulebook.load import load_catalog
    from auditor.settings import load_settings

    places = [Path(path) for path in paths or ["."]]
    root = root_of(places)
    settings = load_settings(
        root,
        Path(config) if config else None,
        exclude=exclude,
        include_tests=include_tests,
        today=date.today(),
    )
    with memory(no_cache, cache_dir, root, quiet=quiet) as kept:
        catalog = load_catalog(memory=kept, settings=settings)
    wish = Wish(_checks(check), _vendors(to, catalog), unsafe)
    if apply and not force:
        _refuse_unclean(root)
    with progress(wanted=not (quiet or no_progress)) as tell:
        report, mended = mend(places, settings, wish, tell, catalog)
    if apply:
        for path, text in mended.after.items():
            write_file(root / path, text)
    if form == "json":
        write_stdout(json_fixes.render(report, mended), utf8=True)
    elif not apply:
        write_stdout(fixes.diff(mended), utf8=True)
    if not quiet:
        view = view_of_stdout(verbose=verbose)
        say(fixes.told(report, mended, view, applied=apply).rstrip("\n"))


def _checks(given: list[str] | None) -> tuple[str, ...] | None:
    """The ids, each of which must be one."""
    from auditor.checks.run import CHECKS

    names = options.names(given)
    for name in names or ():
        options.one_of(sorted(CHECKS))(name)
    return tuple(names) if names is not None else None


def _vendors(given: list[str] | None, catalog: Catalog) -> tuple[str, ...]:
    """The ids of the vendors, by id or by what people call them."""
    from auditor.rulebook.fault_domains import vendors_by_name

    known = vendors_by_name(catalog)
    found = []
    for name in options.names(given) or ():
        options.one_of(sorted(known))(name.casefold())
        found.append(known[name.casefold()])
    return tuple(found)


def _refuse_unclean(root: Path) -> None:
    """Writing over what git has not kept could not be taken back."""
    from auditor.discover.changes import uncommitted

    changed = uncommitted(root)
    if changed is None:
        raise AuditorError(f"{root} is in no git repository", hint="write all the same: --force")
    if changed:
        raise AuditorError(
            f"git has not kept all of {root}: {changed[0]} is changed",
            hint="commit or stash first, so that the edits can be taken back; or --force",
        )
