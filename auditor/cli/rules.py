"""``auditor rules``: what is known, rules of one's own, and whether these do what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli import options
from auditor.cli.output import say, write_file, write_stdout
from auditor.model.errors import AuditorError

if TYPE_CHECKING:
    from auditor.model.catalog import Catalog

rules = typer.Typer(help="List the rules, begin some of your own, and test these.")

KINDS = ("vendor", "platform", "gateway", "library", "framework", "format", "fallback")
#: Where rules of each kind lie below a folder of rules.
_PLACES = {
    "vendor": "vendors/{id}.yaml",
    "platform": "platforms/{id}.yaml",
    "gateway": "gateways/{id}.yaml",
    "library": "sdks/python/{id}/",
    "framework": "entrypoints/{id}/",
    "format": "configs/{id}/",
    "fallback": "fallbacks/{id}/",
}
_STARTERS = Path(__file__).parent / "starters" / "rules"
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_FAILED = 1


@rules.command("list")
def list_rules(
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar=f"[{'|'.join(KINDS)}]",
            callback=options.one_of(KINDS),
            help="Only rules of this kind.",
        ),
    ] = None,
    own: Annotated[
        bool, typer.Option("--own", envvar="AUDITOR_OWN", help="Only those of your own.")
    ] = False,
    config: options.Config = None,
) -> None:
    """List what the rules know, those of your own with the files they stand in."""
    from auditor.rulebook.load import load_catalog
    from auditor.rulebook.own import own_names
    from auditor.settings import load_settings

    settings = load_settings(Path(), Path(config) if config else None)
    places = own_names(settings)
    rows = [
        (what, name, title, places.get(file, ""))
        for what, name, title, file in _rows(load_catalog(settings=settings))
        if kind in (None, what) and (file in places or not own)
    ]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    for row in sorted(rows):
        cells = (text.ljust(width) for text, width in zip(row, (*widths, 0), strict=True))
        write_stdout("  ".join(cells).rstrip() + "\n")
    if not rows:
        say('there are none; rules = ["FOLDER"] in the configuration file names some')


def _rows(catalog: Catalog) -> Iterator[tuple[str, str, str, str]]:
    """Kind, id, name and file of every rule."""
    from auditor.model.catalog import Role

    for vendor in catalog.vendors.values():
        yield "vendor", vendor.id, vendor.name, f"vendors/{vendor.id}.yaml"
    for platform in catalog.platforms.values():
        kind = "gateway" if platform.role is Role.GATEWAY else "platform"
        yield kind, platform.id, platform.name, f"{kind}s/{platform.id}.yaml"
    for sdk in catalog.sdks:
        yield "library", sdk.id, sdk.name, f"sdks/{sdk.language}/{sdk.id}/sdk.yaml"
    for one in catalog.frameworks:
        yield "framework", one.id, one.name, f"entrypoints/{one.id}/entrypoint.yaml"
    for form in catalog.configs:
        yield "format", form.id, form.name, f"configs/{form.id}/config.yaml"


@rules.command("test")
def try_rules(
    folders: Annotated[
        list[str] | None,
        typer.Argument(metavar="FOLDER...", help="Folders of rules; without any, the configured."),
    ] = None,
    config: options.Config = None,
) -> None:
    """Read the rules of your own, and run the examples beside them."""
    from dataclasses import replace

    from auditor.examples.run import run_examples
    from auditor.rulebook.load import load_catalog
    from auditor.settings import load_settings

    settings = load_settings(Path(), Path(config) if config else None)
    wanted = [Path(name).resolve() for name in folders or settings.rules]
    for folder in wanted:
        if not folder.is_dir():
            raise AuditorError(f"there is no folder {str(folder)!r}", hint="auditor rules new")
    if not wanted and not settings.wrappers:
        raise AuditorError(
            "there are no rules to test",
            hint='name their folder: auditor rules test llm-rules, or rules = ["llm-rules"]',
        )
    every = dict.fromkeys((*settings.rules, *map(str, wanted)))
    settings = replace(settings, rules=tuple(every), exclude=())
    catalog = load_catalog(settings=settings)
    found = [(folder, one) for folder in wanted for one in run_examples(folder, settings, catalog)]
    for folder, one in found:
        write_stdout(f"{'FAILED' if one.problems else 'ok'}  {folder.name}/{one.rule}\n")
        for problem in one.problems:
            write_stdout(f"    {problem}\n")
    failed = sum(bool(one.problems) for _, one in found)
    write_stdout(f"{len(found)} rules with examples, {failed or 'none'} failed\n")
    if failed:
        raise typer.Exit(_FAILED)


@rules.command("new")
def new_rule(
    kind: Annotated[
        str, typer.Argument(metavar="|".join(KINDS), callback=options.one_of(KINDS), help="What.")
    ],
    name: Annotated[str, typer.Argument(metavar="ID", help="Its id, such as acme-ai.")],
    folder: Annotated[
        str,
        typer.Option(
            "--folder",
            envvar="AUDITOR_RULES_FOLDER",
            metavar="FOLDER",
            help="The folder of your rules.",
        ),
    ] = "llm-rules",
) -> None:
    """Write a rule to start from, with examples; files that exist are left as they are."""
    if not _ID.fullmatch(name):
        raise AuditorError(f"{name!r} is no id", hint="small letters, digits and dashes: acme-ai")
    place = Path(folder) / _PLACES[kind].format(id=name)
    starter = _STARTERS / kind
    pairs = (
        [(starter.with_suffix(".yaml"), place)] if not starter.is_dir()
        else [(one, place / one.relative_to(starter)) for one in sorted(starter.rglob("*.*"))]
    )  # fmt: skip
    for source, target in pairs:
        _write_starter(
            source, target.with_name(_filled(target.name.removesuffix(".txt"), name)), name
        )
    write_stdout(
        f'next          rules = ["{folder}"] in the configuration file, then auditor rules test\n'
    )


def _write_starter(source: Path, target: Path, name: str) -> None:
    if target.exists() or target.is_symlink():
        write_stdout(f"kept          {target}\n")
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    write_file(target, _filled(source.read_text(encoding="utf-8"), name))
    write_stdout(f"written       {target}\n")


def _filled(text: str, name: str) -> str:
    module = name.replace("-", "_")
    for mark, word in (("__id__", name), ("__module__", module), ("__ID__", module.upper())):
        text = text.replace(mark, word)
    return text
