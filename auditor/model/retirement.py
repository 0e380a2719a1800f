"""Models that a platform has taken back, or will."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Retirement:
    """From the day ``on`` requests to ``platform`` for these models fail.

    ``models`` are globs over model ids in lower case, ``sources`` the pages that give the day.
    """

    platform: str
    on: date
    models: tuple[str, ...]
    sources: tuple[str, ...]
