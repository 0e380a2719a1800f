"""A report of an earlier run, where everything that it was made from is still the same."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

from auditor.discover import Sources, read_revision
from auditor.model.errors import AuditorError
from auditor.model.means import NOTHING, Memory
from auditor.model.report import AuditReport
from auditor.recall.inputs import Digest, digest_beside, digest_of_tree
from auditor.report.saved import read_report
from auditor.rulebook.own import digest_of_rules
from auditor.settings import Settings

_KIND = "report"


class KeptReport:
    """The place of one report in the memory. Its tree was read before, and is the one audited."""

    def __init__(
        self, memory: Memory, sources: Sources, settings: Settings, *, replay: bool
    ) -> None:
        self._memory = memory
        self._sources = sources
        self._settings = settings
        self._key: str | None = None
        self._rules: str | None = None
        if memory is NOTHING:
            return
        self._rules = digest_of_rules(settings)
        if self._rules is not None:
            self._beside = digest_beside(sources.discovery, settings)
            state = Digest()
            state.add(digest_of_tree(sources, settings, replay=replay), self._rules, self._beside)
            self._key = state.text()

    def recall(self) -> AuditReport | None:
        """The report, with the commit that the tree is at now; None where none holds."""
        kept = self._memory.recall(_KIND, self._key) if self._key is not None else None
        if kept is None:
            return None
        head, _, body = kept.partition(b"\n")
        try:
            first, last = json.loads(head)
            if not _is_between(first, self._settings.today, last):
                return None
            report = read_report(body.decode(), "the cache")
        except (ValueError, TypeError, AuditorError):
            return None  # of no use: it is made anew, and replaced
        return replace(report, revision=read_revision(Path(self._sources.discovery.absolute)))

    def remember(self, report: AuditReport, ends: Iterable[date]) -> None:
        """Keep a report whose findings change after ``ends``, unless it is old by now."""
        if self._key is None or report.tool.rules_digest != self._rules:
            return
        if digest_beside(self._sources.discovery, self._settings) != self._beside:
            return
        head = json.dumps(_days(self._settings.today, ends))
        body = json.dumps(asdict(replace(report, timings={})))
        self._memory.remember(_KIND, self._key, f"{head}\n{body}".encode())


def _days(today: date | None, ends: Iterable[date]) -> tuple[str | None, str | None]:
    """The days between which the same findings hold: after the first, up to the last, as ISO dates.

    An ignore holds on the day on which it ends, and no more on the next.
    """
    if today is None:
        return None, None
    days = list(ends)
    before = max((day for day in days if day < today), default=date.min)
    after = min((day for day in days if day >= today), default=date.max)
    return before.isoformat(), after.isoformat()


def _is_between(first: str | None, today: date | None, last: str | None) -> bool:
    if today is None or first is None or last is None:
        return today is None and first is None
    return date.fromisoformat(first) < today <= date.fromisoformat(last)
