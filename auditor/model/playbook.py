"""What people have to do where no edit closes a finding."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaybookRule:
    """The steps for findings of one check, with holes such as ``<<gateways>>`` for names.

    ``sources`` are addresses that the steps rest on.
    """

    check: str
    title: str
    steps: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Playbook:
    """The same with the repository's own names, for the findings with these fingerprints."""

    check: str
    title: str
    findings: tuple[str, ...]
    steps: tuple[str, ...]
    sources: tuple[str, ...]
