"""What is kept comes back whole, or not at all, whatever happens to the file."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.cache import store as store_module
from auditor.cache.places import NAME
from auditor.cache.store import Store, clear, size_of

ROOT = Path(__file__).parent.parent.parent
VALUE = bytes(range(256)) * 40


def filled(folder: Path) -> Path:
    store = Store(folder)
    store.remember("report", "a", VALUE)
    store.close()
    return folder / NAME


Opened = Callable[..., Store]


@pytest.fixture
def opened() -> Iterator[Opened]:
    """Opens stores, and closes them when the test is over."""
    with ExitStack() as stack:
        yield lambda *where, **options: stack.enter_context(closing(Store(*where, **options)))


def test_a_value_comes_back_under_its_kind_and_key(opened: Opened, tmp_path: Path) -> None:
    store = opened(tmp_path / "new" / "folder")
    store.remember("report", "a", VALUE)
    store.remember("rules", "a", b"other")
    assert store.recall("report", "a") == VALUE
    assert store.recall("rules", "a") == b"other"
    assert store.recall("report", "b") is None
    assert store.problems == []


def test_asking_makes_no_file(opened: Opened, tmp_path: Path) -> None:
    assert opened(tmp_path / "new").recall("report", "a") is None
    assert not (tmp_path / "new").exists()


def test_the_folder_is_marked_as_a_cache_and_private(tmp_path: Path) -> None:
    filled(tmp_path / "new")
    assert (tmp_path / "new" / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172")
    assert (tmp_path / "new" / ".gitignore").read_text() == "*\n"
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0


def test_another_program_never_sees_it(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path)
    monkeypatch.setattr(store_module, "identity", lambda: "another")
    assert opened(tmp_path).recall("report", "a") is None


def test_it_stays_within_its_bounds_and_lets_the_oldest_go(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noise = [bytes((i * 7 + j * j) % 251 for j in range(1000)) for i in range(40)]
    clock = iter(range(10**6))
    monkeypatch.setattr(store_module.time, "time", lambda: next(clock))
    store = opened(tmp_path, largest=8000)
    for number, value in enumerate(noise):
        store.remember("report", str(number), value)
    there = [n for n, value in enumerate(noise) if store.recall("report", str(n)) == value]
    assert there == list(range(there[0], 40))  # the last ones, without a gap
    assert 2 <= len(there) < 40


def test_a_value_too_large_is_not_kept(opened: Opened, tmp_path: Path) -> None:
    store = opened(tmp_path, largest=400)
    store.remember("report", "a", bytes(i * i % 251 for i in range(1000)))
    assert store.recall("report", "a") is None
    assert store.problems == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_gives_the_value_or_none(tmp_path: Path, data: st.DataObject) -> None:
    path = filled(tmp_path)
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(0, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content[: data.draw(st.integers(0, len(content)))])
    store = Store(tmp_path)
    assert store.recall("report", "a") in (None, VALUE)
    store.remember("report", "b", b"new")
    assert store.recall("report", "b") in (None, b"new")
    store.close()
    clear(tmp_path)


def test_a_broken_file_is_replaced_by_the_next_run(opened: Opened, tmp_path: Path) -> None:
    path = filled(tmp_path)
    path.write_bytes(b"no database " * 1000)
    first = opened(tmp_path)
    assert first.recall("report", "a") is None
    assert len(first.problems) == 1
    second = opened(tmp_path)
    second.remember("report", "a", VALUE)
    assert second.recall("report", "a") == VALUE
    assert second.problems == []


def test_a_database_of_somebody_else_is_left_alone(opened: Opened, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / NAME) as base:
        base.execute("CREATE TABLE theirs (x)")
    base.close()
    before = (tmp_path / NAME).read_bytes()
    store = opened(tmp_path)
    store.remember("report", "a", VALUE)
    assert store.recall("report", "a") is None
    assert "not ours" in store.problems[0]
    assert (tmp_path / NAME).read_bytes() == before


def test_a_folder_that_cannot_be_made_is_one_problem(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = opened(tmp_path / "file" / "folder")
    store.remember("report", "a", VALUE)
    store.remember("report", "b", VALUE)
    assert store.recall("report", "a") is None
    assert len(store.problems) == 1


def test_size_and_clear(opened: Opened, tmp_path: Path) -> None:
    assert size_of(tmp_path) == (0, 0)
    path = filled(tmp_path)
    size, count = size_of(tmp_path)
    assert (size, count) == (path.stat().st_size, 1)
    assert clear(tmp_path) == size
    assert size_of(tmp_path) == (0, 0)
    assert clear(tmp_path) == 0


#: Writes values that say what they are, and reads them back, until it is stopped.
_WORKER = """
import sys, itertools
from pathlib import Path
from auditor.cache.store import Store
store = Store(Path(sys.argv[1]), largest=200_000)
for turn in range(int(sys.argv[2])) if sys.argv[2] != "-" else itertools.count():
    key = str(turn % 7)
    value = (key + ":").encode() + bytes((turn * i) % 251 for i in range(3000)) + key.encode()
    store.remember("report", key, value)
    found = store.recall("report", key)
    assert found is None or found.startswith((key + ":").encode()), found[:20]
    assert found is None or (len(found) == 3003 and found.endswith(key.encode()))
    if turn == 3:
        print("at work", flush=True)
assert not store.problems, store.problems
"""


def start(folder: Path, turns: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _WORKER, str(folder), turns]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdout=-1, stderr=-1)


def test_many_processes_at_once_meet_only_whole_values(tmp_path: Path) -> None:
    crew = [start(tmp_path, "60") for _ in range(4)]
    for one in crew:
        _, trouble = one.communicate(timeout=120)
        assert one.returncode == 0, trouble


def test_a_process_that_is_killed_leaves_a_file_that_can_be_read(tmp_path: Path) -> None:
    for turn in range(6):
        worker = start(tmp_path, "-")
        assert worker.stdout is not None
        worker.stdout.readline()
        time.sleep(0.013 * turn)
        worker.kill()
        worker.communicate()
        store = Store(tmp_path)
        for key in map(str, range(7)):
            found = store.recall("report", key)
            assert found is None or (len(found) == 3003 and found.endswith(key.encode()))
        store.remember("report", "mine", VALUE)
        assert store.recall("report", "mine") == VALUE
        assert store.problems == []
        store.close()
