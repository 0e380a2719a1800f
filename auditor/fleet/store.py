"""The folder in which a fleet's reports lie, one after the other as they are made.

Each file is there whole or not at all, so a run can be stopped at any moment and gone on with.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from auditor.configs.fleet_list import is_address
from auditor.discover import read_revision
from auditor.fleet.digest import digest
from auditor.fleet.work import Done
from auditor.model.errors import AuditorError
from auditor.model.fleet import Member, Relations, Repository
from auditor.model.report import Tool
from auditor.report.saved import read_report

_ORIGIN = ".origin.json"
Write = Callable[[Path, str], None]


class Store:
    """Reports by the name of their repository, below ``folder``."""

    def __init__(self, folder: Path, write: Write) -> None:
        self.folder = folder
        self._write = write
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise AuditorError(
                f"{folder} cannot be made: {error.strerror or error}",
                hint="name a folder that you may write to: --store",
            ) from error

    def keep(self, done: Done) -> None:
        """Write down what became of a repository; a report that it had before is replaced."""
        name = file_name(done.member.repository)
        for suffix, text in done.texts.items():
            self._write(self.folder / f"{name}{suffix}", text)
        if done.texts:
            relations = done.member.relations
            record = {
                "source": done.member.repository.source,
                "ref": done.member.repository.ref,
                "components": relations.components,
                "offers": relations.offers,
                "needs": relations.needs,
            }
            self._write(self.folder / f"{name}{_ORIGIN}", json.dumps(record) + "\n")

    def kept(self, repository: Repository, tool: Tool, suffixes: Iterable[str]) -> Member | None:
        """The member as an earlier run left it, where its report still holds.

        It does if the same program with the same rules made it of the same source; a folder must
        be at the same commit too.
        """
        name = file_name(repository)
        try:
            record = json.loads((self.folder / f"{name}{_ORIGIN}").read_text(encoding="utf-8"))
            text = (self.folder / f"{name}.json").read_text(encoding="utf-8")
            report = read_report(text, f"{name}.json")
            relations = Relations(
                tuple(record["components"]), tuple(record["offers"]), tuple(record["needs"])
            )
            same = (record["source"], record["ref"]) == (repository.source, repository.ref)
        except (OSError, ValueError, KeyError, TypeError, AuditorError):
            return None  # nothing whole is there: it is audited again
        whole = all((self.folder / f"{name}{suffix}").is_file() for suffix in suffixes)
        if report.tool != tool or not same or not whole:
            return None
        if not is_address(repository.source):
            now = read_revision(Path(repository.source))
            if now is None or now != report.revision:
                return None
        return replace(digest(repository, report, f"{name}.json", relations), state="kept")


def file_name(repository: Repository) -> str:
    """The repository's name as that of a file: letters, digits and a few signs."""
    kept = "".join(
        c if c.isascii() and (c.isalnum() or c in "-_.") else "-" for c in repository.name
    )
    return kept.strip(".-")[:120] or "repository"
