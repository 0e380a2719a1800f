"""What a check is for; part of what ``catalog.py`` gathers."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.severity import Severity


@dataclass(frozen=True, slots=True)
class CheckDoc:
    """One page of ``rules/checks``.

    ``severity`` is that of its findings where nothing makes them better or worse, ``says`` what is
    wrong in one sentence, ``fix`` the next step, ``text`` the prose of the page in Markdown.
    """

    id: str
    title: str
    severity: Severity
    kind: str
    says: str
    fix: str
    text: str
