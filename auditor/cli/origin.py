"""Where this installation came from, so that a pipeline can install the same."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution

from auditor import __version__


def requirement() -> str:
    """What pip must be told: the repository and commit, or the version on an index."""
    try:
        origin = distribution("auditor").read_text("direct_url.json")
    except PackageNotFoundError:
        origin = None
    return _from_repository(origin) or f"auditor=={__version__}"


def _from_repository(origin: str | None) -> str | None:
    """The requirement for what was installed from version control, as PEP 610 records it."""
    record = json.loads(origin) if origin else {}
    source = record.get("vcs_info")
    if not source:
        return None
    folder = f"#subdirectory={record['subdirectory']}" if record.get("subdirectory") else ""
    return f"auditor @ {source['vcs']}+{record['url']}@{source['commit_id']}{folder}"
