"""How many processes a machine has room for."""

from __future__ import annotations

import os


def usual_jobs() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
