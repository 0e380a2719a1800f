"""The whole of it: what has to be done, who does it, where it is kept, and what it comes to."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from auditor.fleet.join import join
from auditor.fleet.pools import Pool
from auditor.fleet.run import run
from auditor.fleet.store import Store, file_name
from auditor.fleet.work import Task, work
from auditor.model.fleet import FleetReport, Member, Repository
from auditor.rulebook.load import load_catalog
from auditor.settings import load_settings
from auditor.summary import tool_of

Tell = Callable[[Member, int, int], None]


@dataclass(frozen=True, slots=True)
class Orders:
    """How every repository is audited.

    ``config`` are settings for all of them, instead of their own. ``seconds`` is the time that
    each may take. ``resume`` keeps reports of earlier runs that hold; ``pages`` writes HTML too.
    ``trusting`` False: no repository's own settings and excuses count.
    """

    today: date
    config: str | None = None
    seconds: float | None = None
    resume: bool = False
    pages: bool = False
    trusting: bool = True


def survey(
    repositories: Iterable[Repository],
    store: Store,
    orders: Orders,
    pool: Pool,
    tell: Tell | None = None,
) -> FleetReport:
    """Audit them all, and join what is found; ``tell`` hears of each, of how many are done, of all.

    Each report is in the store before the next is waited for: what is stopped can be resumed.
    """
    shared = load_settings(Path(), Path(orders.config)) if orders.config else None
    catalog = load_catalog(settings=shared)
    tool, rules = tool_of(catalog), pickle.dumps(catalog)
    forms = {".json": "json", **({".html": "html"} if orders.pages else {})}
    members: list[Member] = []
    tasks: list[Task] = []
    for repository in repositories:
        kept = store.kept(repository, tool, forms) if orders.resume else None
        if kept is not None:
            members.append(kept)
        else:
            tasks.append(_task(repository, orders, forms, rules))
    start, workers = pool
    for number, done in enumerate(run(tasks, work, start, workers), 1):
        store.keep(done)
        members.append(done.member)
        if tell is not None:
            tell(done.member, number, len(tasks))
    return join(members, tool)


def _task(repository: Repository, orders: Orders, forms: dict[str, str], rules: bytes) -> Task:
    file = f"{file_name(repository)}.json"
    return Task(
        repository, file, orders.config, orders.seconds, orders.today, forms, orders.trusting, rules
    )
