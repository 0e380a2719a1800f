"""Ignores in the configuration file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from pathspec import GitIgnoreSpec

from auditor.model.errors import AuditorError
from auditor.model.finding import Finding
from auditor.settings import IgnoreSetting, Settings
from auditor.suppress.ignore import Ignore


def read_configured(settings: Settings, root: Path) -> Iterator[Ignore]:
    """The ``[[ignore]]`` tables; their paths are relative to the configuration file's folder."""
    if not settings.ignores:
        return
    file = Path(settings.file)
    shown = Path(os.path.relpath(file, root)).as_posix()
    way = os.path.relpath(root, file.parent)
    for setting in settings.ignores:
        yield _ignore(setting, shown, way)


def _ignore(setting: IgnoreSetting, shown: str, way: str) -> Ignore:
    """``way`` leads from the configuration file's folder to the scanned root."""
    try:
        spec = GitIgnoreSpec.from_lines([setting.path]) if setting.path else None
    except ValueError as error:
        raise AuditorError(f"path {setting.path!r} of an [[ignore]] is no pattern") from error

    def reaches(finding: Finding) -> bool:
        place = Path(os.path.normpath(Path(way) / finding.path)).as_posix()
        return spec is None or spec.match_file(place)

    return Ignore(
        kind="config",
        checks=(setting.check,),
        reason=setting.reason,
        until=setting.until,
        path=shown,
        line=setting.line,
        reaches=reaches,
    )
