"""A fleet's work goes on whatever happens to those who do it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from auditor.fleet.pools import cluster, processes
from auditor.fleet.run import run
from auditor.fleet.work import work
from auditor.model.errors import AuditorError
from tests.fleet.workers import KILLER, RAISER, die_once, pretend, task

CODE = 'import anthropic\n\nanthropic.Anthropic().messages.create(model="claude-opus-4-5")\n'


def test_a_repository_that_kills_its_worker_costs_no_other() -> None:
    names = ["a", "b", KILLER, "c", "d", RAISER, "e", f"{KILLER}-2", "f"]
    start, jobs = processes(2)
    done = [one.member for one in run(map(task, names), pretend, start, jobs)]
    assert Counter(member.repository.name for member in done) == Counter(names)
    failed = {member.repository.name: member.why for member in done if member.state == "failed"}
    assert set(failed) == {KILLER, f"{KILLER}-2", RAISER}
    assert "worker died" in failed[KILLER]
    assert "cannot even say" in failed[RAISER]


def test_few_repositories_are_in_flight_at_a_time() -> None:
    taken = []

    def tasks():
        for number in range(30):
            taken.append(number)
            yield task(str(number))

    start, jobs = processes(1)
    results = run(tasks(), pretend, start, jobs)
    next(results)
    assert len(taken) <= 4
    assert len(list(results)) == 29


def test_what_is_wrong_with_a_repository_is_said() -> None:
    done = work(task("gone", "/there/is/nothing/here"))
    assert done.member.state == "failed"
    assert "/there/is/nothing/here is no folder" in done.member.why


def test_a_cluster_does_the_same_and_survives_a_killed_worker(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    repositories = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "app.py").write_text(CODE)
        repositories.append(task(name, str(tmp_path / name)))
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None
        ) as workers,
        cluster(workers.scheduler_address) as (start, threads),
    ):
        assert threads == 2
        done = [one.member for one in run(repositories, die_once, start, threads)]
    assert {member.repository.name: member.calls for member in done} == {"first": 1, "second": 1}
    assert all("anthropic" in member.tolls for member in done)


def test_a_scheduler_that_is_not_there_is_an_error() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(AuditorError, match="no Dask scheduler"), cluster("tcp://127.0.0.1:1"):
        pass
