"""Who does the work: processes of this machine, or a cluster."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager

from auditor.model.errors import AuditorError

#: A process is replaced after so many repositories, so that what it holds cannot pile up.
TASKS_PER_PROCESS = 50

Pool = tuple[Callable[[], Executor], int]


def processes(jobs: int) -> Pool:
    """How to start a pool of processes here, and how many they are.

    They are started afresh, not forked: a fork copies locks that other threads hold.
    """
    context = multiprocessing.get_context("spawn")
    return (
        lambda: ProcessPoolExecutor(jobs, context, max_tasks_per_child=TASKS_PER_PROCESS),
        jobs,
    )


@contextmanager
def cluster(address: str) -> Iterator[Pool]:
    """How to hand work to a Dask cluster, and how many threads it has.

    Raises ``AuditorError`` where Dask is not installed or nobody answers at ``address``.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise AuditorError(
            "--scheduler needs Dask", hint="install it with: pip install 'auditor[dask]'"
        ) from error
    try:
        client = Client(address, timeout=10)
    except (OSError, ValueError) as error:
        raise AuditorError(f"no Dask scheduler answers at {address}") from error
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise AuditorError(f"the Dask cluster at {address} has no workers")
        yield client.get_executor, threads
