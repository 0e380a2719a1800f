"""The baseline: findings that were known on one day, by fingerprint."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from auditor.model.errors import AuditorError
from auditor.model.finding import Finding

NAME = ".auditor-baseline.json"
VERSION = 1


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A finding that the baseline knows; only ``check`` and ``fingerprint`` decide."""

    check: str
    path: str
    message: str
    fingerprint: str

    @property
    def key(self) -> tuple[str, str]:
        """What tells findings apart."""
        return self.check, self.fingerprint


def known_of(findings: Iterable[Finding]) -> tuple[Known, ...]:
    """What a baseline of these findings holds, sorted."""
    return tuple(sorted(Known(f.check, f.path, f.message, f.fingerprint) for f in findings))


def write(known: Iterable[Known]) -> str:
    """The baseline's text: no line numbers and no dates, so that it changes with findings only."""
    document = {"version": VERSION, "findings": [asdict(one) for one in sorted(known)]}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def read(path: Path) -> tuple[Known, ...]:
    """The findings in a baseline; ``AuditorError`` where the file is none."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise AuditorError(f"{path} cannot be read: {error}", hint=_AGAIN) from error
    version = document.get("version") if isinstance(document, dict) else None
    if version != VERSION:
        raise AuditorError(
            f"{path} is no baseline that can be read: its version is {version!r}", hint=_AGAIN
        )
    try:
        return tuple(Known(**entry) for entry in document["findings"])
    except (KeyError, TypeError) as error:
        raise AuditorError(f"{path} is no baseline: {error}", hint=_AGAIN) from error


def gone_from(known: Iterable[Known], findings: Iterable[Finding]) -> tuple[Known, ...]:
    """What a baseline knows and no scan finds any more."""
    there = Counter(finding.key for finding in findings)
    gone = []
    for one in known:
        if not there[one.key]:
            gone.append(one)
        there[one.key] -= 1
    return tuple(gone)


_AGAIN = "make it again with: auditor baseline"
