"""What a forge's pipeline tells its jobs through the environment."""

from __future__ import annotations

import os
from pathlib import Path

from auditor.model.errors import AuditorError

SUMMARY_LIMIT = 1024 * 1024
"""Bytes that GitHub takes as the summary of one step; it refuses longer ones altogether."""


def source_url() -> str:
    """The address under which files of a commit are shown, or nothing outside a pipeline."""
    server, repository = os.environ.get("GITHUB_SERVER_URL"), os.environ.get("GITHUB_REPOSITORY")
    if server and repository:
        return f"{server}/{repository}/blob"
    project = os.environ.get("CI_PROJECT_URL")
    return f"{project}/-/blob" if project else ""


def summary_page() -> Path | None:
    """The summary page of this step, where there is one."""
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    return Path(name) if name else None


def append_summary(page: Path, markdown: str) -> None:
    """Add to a summary page, as long as it has room."""
    data = markdown.encode("utf-8")
    try:
        taken = page.stat().st_size if page.exists() else 0
        if taken + len(data) <= SUMMARY_LIMIT:
            with page.open("ab") as file:
                file.write(data)
    except OSError as error:
        raise AuditorError(
            f"the step summary {page} cannot be written: {error.strerror or error}",
            hint="unset GITHUB_STEP_SUMMARY, or let it name a file that can be written",
        ) from error
