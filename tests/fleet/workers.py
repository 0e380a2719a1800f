"""What the pools of the tests run: they are other processes, so these stand in a module."""

from __future__ import annotations

import os
import signal
from datetime import date
from pathlib import Path

from auditor.fleet.work import Done, Task
from auditor.fleet.work import work as really
from auditor.model.fleet import Member, Repository

KILLER, RAISER = "killer", "raiser"


def task(name: str, source: str = "/nowhere") -> Task:
    """A repository to audit."""
    return Task(Repository(name, source), f"{name}.json", None, 60, date(2026, 1, 1), {})


def pretend(one: Task) -> Done:
    """An audit that takes no time; one of its repositories kills whoever audits it."""
    if one.repository.name.startswith(KILLER):
        os.kill(os.getpid(), signal.SIGKILL)
    if one.repository.name.startswith(RAISER):
        raise ValueError("a worker that cannot even say what is wrong")
    return Done(Member(one.repository, "audited"), {})


def die_once(one: Task) -> Done:
    """A real audit by a worker that is killed the first time it is asked for this repository."""
    mark = Path(one.repository.source) / "died"
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return really(one)
