"""Every shape in ``shapes/`` is judged as the comment above it says.

Each file holds small functions that look alike and differ in the one thing that decides. The
comments were written from the code, by asking what happens to the caller when the vendor is down.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from auditor.audit import audit
from auditor.examples.annotations import Expectation, read_calls
from auditor.model.report import CallReport
from auditor.settings import Settings

SHAPES = Path(__file__).parent / "shapes"
FILES = sorted(path.name for path in SHAPES.glob("*.py"))


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> list[CallReport]:
    root = tmp_path_factory.mktemp("shapes") / "app"
    shutil.copytree(SHAPES, root)
    return list(audit([root], Settings()).calls)


@pytest.mark.parametrize("name", FILES)
def test_every_shape_gets_the_verdict_that_its_comment_says(
    name: str, calls: list[CallReport]
) -> None:
    wrong = [
        f"{name}:{wish.line} expected {wish.words}, found {described}"
        for wish in read_calls(SHAPES / name)
        if (described := _found(wish, name, calls)) != dict(wish.words)
    ]
    assert not wrong, "\n".join(wrong)


def _found(wish: Expectation, name: str, calls: list[CallReport]) -> dict[str, str]:
    """What the report says of the call at that line, in the words of the annotation."""
    here = [c for c in calls if c.path == name and c.line <= wish.line <= c.end_line]
    assert len(here) == 1, f"{len(here)} calls at {name}:{wish.line}"
    found = {
        "verdict": here[0].verdict,
        "leaks": [c for c in ("connect", "timeout", "5xx", "529") if c in here[0].leaks],
        "conditions": here[0].conditions,
    }
    return {
        k: v if isinstance(v, str) else ",".join(v)
        for k, v in found.items()
        if k in dict(wish.words)
    }
