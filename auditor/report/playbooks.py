"""Playbooks as plain lines, for formats that show text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from textwrap import wrap

from auditor.graph.text import plain
from auditor.model.playbook import Playbook


def chosen(playbooks: Sequence[Playbook], fingerprints: Collection[str]) -> list[Playbook]:
    """Those about any of the findings with these fingerprints."""
    return [one for one in playbooks if set(one.findings) & set(fingerprints)]


def told(playbook: Playbook, width: int) -> Iterator[str]:
    """The title, and the steps below it with their numbers."""
    yield f" {plain(playbook.title)} ({playbook.check})"
    for number, step in enumerate(playbook.steps, 1):
        lead = f"  {number}. "
        yield from wrap(plain(step), max(width, 40), initial_indent=lead, subsequent_indent="     ")
