"""What one worker does: get a repository, audit it, and hand back the report.

All of it goes between processes, or machines: plain records in, plain records and text out.
"""

from __future__ import annotations

import pickle
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from auditor.audit import audit
from auditor.configs.backstage import NAMES, read_relations
from auditor.configs.fleet_list import without_user
from auditor.fleet.digest import digest
from auditor.fleet.obtain import folder_of
from auditor.model.errors import AuditorError
from auditor.model.fleet import Member, Relations, Repository
from auditor.report import View, render
from auditor.settings import load_settings, read_small


@dataclass(frozen=True, slots=True)
class Task:
    """One repository to audit. ``config`` are settings for all, ``seconds`` the time it may take.

    ``forms`` are the formats, by suffix of their files, in which its own report is wanted.
    ``rules`` are the shipped ones and those of ``config``, pickled: to read them takes longer than
    a small repository does.
    """

    repository: Repository
    file: str
    config: str | None
    seconds: float | None
    today: date
    forms: dict[str, str]
    trusting: bool = True
    rules: bytes = b""


@dataclass(frozen=True, slots=True)
class Done:
    """A member of the fleet, and the texts of its report by suffix."""

    member: Member
    texts: dict[str, str]


class _OutOfTime(BaseException):
    """Not an ``Exception``: nothing on the way may take it for trouble with one file."""


def work(task: Task) -> Done:
    """Audit one repository; whatever is wrong with it is said in the member, never raised."""
    try:
        with _limited(task.seconds), folder_of(task.repository, task.seconds) as folder:
            return _audited(task, folder)
    except AuditorError as error:
        return failed(task, error.message)
    except _OutOfTime:
        return failed(task, f"the audit took longer than {task.seconds:g} s")
    except RecursionError:
        return failed(task, "the audit went too deep")
    except MemoryError:
        return failed(task, "the audit needed more memory than there is")
    except Exception as error:  # noqa: BLE001 - one repository never costs the others
        return failed(task, f"the audit failed: {type(error).__name__}: {error}")


def failed(task: Task, why: str) -> Done:
    """The member that stands for a repository of which there is no report."""
    return Done(Member(task.repository, "failed", why), {})


def _audited(task: Task, folder: Path) -> Done:
    config = Path(task.config) if task.config else None
    settings = load_settings(folder, config, today=task.today, trust_repository=task.trusting)
    has_own = not task.config and (settings.rules or settings.wrappers)
    catalog = pickle.loads(task.rules) if task.rules and not has_own else None
    found = audit([folder], settings, catalog=catalog)
    # A clone lies in a folder that is soon gone: its address says more.
    report = replace(found, root=without_user(task.repository.source))
    texts = {suffix: render(report, form, View()) for suffix, form in task.forms.items()}
    return Done(digest(task.repository, report, task.file, _relations(folder)), texts)


def _relations(folder: Path) -> Relations:
    for name in NAMES:
        try:
            text = read_small(folder / name)
        except (OSError, UnicodeDecodeError):
            continue  # the audit itself reports files that it cannot read
        return read_relations(text)
    return Relations()


@contextmanager
def _limited(seconds: float | None) -> Iterator[None]:
    """Stop what takes longer; only where the system has such a clock, in a process of our own."""
    able = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if seconds is None or not able:
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(*_: object) -> None:
    raise _OutOfTime
