"""``auditor init``: commented settings and a pipeline to start from; nothing is overwritten."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import options
from auditor.cli.output import say, write_file, write_stdout
from auditor.model.errors import AuditorError

PIPELINES = ("auto", "github", "gitlab", "none")
_PLACES = {"github": ".github/workflows/auditor.yml", "gitlab": ".gitlab/auditor.yml"}
_STARTERS = Path(__file__).parent / "starters"


def init(
    path: options.Folder = ".",
    ci: Annotated[
        str,
        typer.Option(
            "--ci",
            envvar="AUDITOR_CI",
            metavar="|".join(PIPELINES),
            callback=options.one_of(PIPELINES),
            help="The pipeline to write; auto looks for the files of one.",
        ),
    ] = "auto",
) -> None:
    """Write commented settings and a pipeline; files that exist are left as they are."""
    root = Path(path)
    if not root.is_dir():
        raise AuditorError(f"there is no folder {path!r}", hint="name the top of your project")
    _write_settings(root)
    pipeline = _pipeline_of(root) if ci == "auto" else ci
    if pipeline in _PLACES:
        _write_pipeline(root, pipeline)
    elif ci == "auto":
        write_stdout("no pipeline   --ci github or --ci gitlab writes one\n")
    write_stdout("next          auditor scan, then auditor baseline to begin with what is known\n")


def _write_settings(root: Path) -> None:
    from auditor.settings.places import read_table

    if read_table(root / "pyproject.toml") is not None:
        write_stdout("kept          [tool.auditor] of pyproject.toml\n")
        return
    _write_new(root / "auditor.toml", _starter("auditor.toml"))


def _pipeline_of(root: Path) -> str:
    if (root / ".gitlab-ci.yml").is_file():
        return "gitlab"
    return "github" if (root / ".github").is_dir() else "none"


def _write_pipeline(root: Path, pipeline: str) -> None:
    from auditor.cli.origin import requirement

    package = requirement()
    target = root / _PLACES[pipeline]
    is_new = _write_new(target, _starter(f"{pipeline}.yml").replace("{package}", package))
    if is_new and pipeline == "gitlab":
        write_stdout(f"to add        include: {_PLACES['gitlab']}   # in .gitlab-ci.yml\n")
    if is_new and "==" in package:
        say(f"note: the pipeline installs {package}; change it if your pipelines find it elsewhere")


def _write_new(target: Path, text: str) -> bool:
    """Whether the file was written, since there was none."""
    if target.exists() or target.is_symlink():
        write_stdout(f"kept          {target}\n")
        return False
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AuditorError(
            f"{target.parent} cannot be made: {error.strerror or error}",
            hint="look for a file of that name, and at the rights of the folder above",
        ) from error
    write_file(target, text)
    write_stdout(f"written       {target}\n")
    return True


def _starter(name: str) -> str:
    return (_STARTERS / name).read_text(encoding="utf-8")
