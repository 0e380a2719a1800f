"""The configuration file, and over it what the command line and the environment say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypedDict, Unpack

from auditor.model.errors import AuditorError
from auditor.model.severity import Confidence, Severity
from auditor.settings.places import nearest_table, read_table
from auditor.settings.records import Settings
from auditor.settings.tables import from_table


class Flags(TypedDict, total=False):
    """What was said on the command line; None, or nothing, where it was not."""

    exclude: Sequence[str] | None
    include_tests: bool | None
    select: Sequence[str] | None
    deselect: Sequence[str] | None
    min_severity: str | None
    min_confidence: str | None
    fail_on: str | None
    strict: bool | None
    exit_zero: bool | None
    baseline: str | None
    obey_ignores: bool | None
    show_source: bool | None
    today: date | None
    trust_repository: bool | None


def load_settings(root: Path, file: Path | None = None, **flags: Unpack[Flags]) -> Settings:
    """The settings for a scan of ``root``: a flag overrides the file.

    ``file`` is the configuration file to read in place of the nearest one.
    """
    if file is not None:
        settings = _from_named(file)
    elif flags.get("trust_repository") is False:
        settings = Settings()
    else:
        settings = _from_nearest(root)
    given: dict[str, Any] = {key: value for key, value in flags.items() if value is not None}
    for key in ("exclude", "select", "deselect"):
        if key in given:
            given[key] = tuple(given[key])
    if "exclude" in given:
        given["exclude_base"] = ""
    if "fail_on" in given:
        given["fail_on"] = None if given["fail_on"] == "never" else Severity(given["fail_on"])
    if "min_severity" in given:
        given["min_severity"] = Severity(given["min_severity"])
    if "min_confidence" in given:
        given["min_confidence"] = Confidence(given["min_confidence"])
    return replace(settings, **given)


def _from_nearest(root: Path) -> Settings:
    found = nearest_table(root)
    return from_table(*found) if found is not None else Settings()


def _from_named(path: Path) -> Settings:
    if not path.is_file():
        raise AuditorError(f"there is no configuration file {str(path)!r}")
    table = read_table(path)
    if table is None:
        raise AuditorError(
            f"{path} says nothing of auditor", hint="it needs a table [tool.auditor]"
        )
    return from_table(table, path.resolve())
