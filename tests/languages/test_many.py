"""Several processes read the same as one, and none of them outlives the run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from auditor.discover import read_tree
from auditor.languages import many
from auditor.settings import Settings
from tests.deadline import within

ROOT = Path(__file__).parent.parent.parent


def read_or_die(load: list[many.Piece]) -> object:
    if any(path.endswith("deadly.py") for _, path, _ in load):
        os._exit(9)
    return [many._read_piece(piece) for piece in load]


def read_aloud(load: list[many.Piece]) -> object:
    print(os.getpid(), flush=True)
    return many._read_load(load)


@pytest.fixture
def worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "WORTH", 1)
    monkeypatch.setattr(many, "LOAD", 2000)


@pytest.mark.usefixtures("worth_it")
def test_facts_and_their_order_are_those_of_one_process() -> None:
    sources = read_tree([ROOT / "sample_repos"], Settings())
    files = sources.discovery.files
    told: list[tuple[str, int, int]] = []
    alone = many.read_files(files, sources.code, 1)
    crowd = many.read_files(files, sources.code, 3, lambda *said: told.append(said))
    assert crowd == alone
    assert [facts.path for facts in crowd] == [file.path for file in files]
    assert told[-1] == ("parse", len(files), len(files))


@pytest.mark.usefixtures("worth_it")
def test_a_process_that_dies_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.py", "deadly.py", "z.py"):
        (tmp_path / name).write_text("x = 1\n" * 400)
    monkeypatch.setattr(many, "_read_load", read_or_die)
    sources = read_tree([tmp_path], Settings())
    files = sources.discovery.files
    assert many.read_files(files, sources.code, 2) == many.read_files(files, sources.code, 1)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups here")
def test_an_interrupt_ends_all_of_them_without_a_fuss(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"m{number}.py").write_text("import openai\n" + "a(b, c=[d])\n" * 20_000)
    code = (
        # Whoever runs the tests in the background has them ignore it, and their children too.
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import auditor.languages.many as many; many.WORTH = many.LOAD = 100_000\n"
        "from tests.languages.test_many import read_aloud; many._read_load = read_aloud\n"
        "import auditor.cli.app\n"
        "auditor.cli.app.main()\n"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", code, "scan", str(tmp_path), "--jobs", "2"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    group = os.getpgid(run.pid)
    assert run.stdout is not None
    with within(60):
        at_work: set[int] = set()
        while len(at_work) < 2:
            at_work.add(int(run.stdout.readline()))
    os.killpg(group, signal.SIGINT)
    _, said = run.communicate(timeout=60)
    assert run.returncode == 2
    assert said.decode().strip() == "interrupted"
    with within(30):
        while is_there(group):  # they come to the end of what they read at the moment
            time.sleep(0.05)


def is_there(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
