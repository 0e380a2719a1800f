"""Many tasks over a pool of workers, of which any may die at any time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait

from auditor.fleet.work import Done, Task, failed

Work = Callable[[Task], Done]
#: What is in flight for each worker: one that it does, one that waits for it.
PER_WORKER = 2


def run(
    tasks: Iterable[Task], work: Work, pool: Callable[[], Executor], workers: int
) -> Iterator[Done]:
    """What becomes of each task, in the order in which they are done.

    Few are in flight at a time, so that memory does not grow with the number of tasks. When a
    worker dies, all that was in flight is done again one by one: so the one that kills its worker
    is known, and costs no other its result.
    """
    waiting, suspects = iter(tasks), deque[Task]()
    crew = _Crew(work, pool)
    try:
        while True:
            alone = bool(suspects)
            if alone:
                crew.take(suspects.popleft())
            while not alone and len(crew.running) < PER_WORKER * workers:
                task = next(waiting, None)
                if task is None:
                    break
                crew.take(task)
            if not crew.running:
                return
            done, lost = crew.wait()
            yield from done
            if lost and alone:
                yield failed(lost[0], "its worker died: perhaps it ran out of memory")
            else:
                suspects.extend(lost)
    finally:
        crew.dismiss()


class _Crew:
    """The pool that is at work now, and what it works on."""

    def __init__(self, work: Work, pool: Callable[[], Executor]) -> None:
        self.running: dict[Future[Done], Task] = {}
        self._work = work
        self._pool = pool
        self._executor = pool()

    def take(self, task: Task) -> None:
        """Have a task done."""
        try:
            future = self._executor.submit(self._work, task)
        except BrokenExecutor as error:
            future = Future()
            future.set_exception(error)
        self.running[future] = task

    def wait(self) -> tuple[list[Done], list[Task]]:
        """What is done next; and what was in flight when a worker died, then with a new pool."""
        done: list[Done] = []
        lost: list[Task] = []
        for future in wait(self.running, return_when=FIRST_COMPLETED).done:
            task = self.running.pop(future)
            try:
                done.append(future.result())
            except BrokenExecutor:
                lost.append(task)
            except Exception as error:  # noqa: BLE001 - whatever a worker raises is that task's
                done.append(failed(task, f"its worker failed: {type(error).__name__}: {error}"))
        if lost:
            lost += self.running.values()
            self.dismiss()
            self.running.clear()
            self._executor = self._pool()
        return done, lost

    def dismiss(self) -> None:
        """Wait for nobody, and let nothing more begin."""
        for future in self.running:
            future.cancel()
        self._executor.shutdown(wait=False)
