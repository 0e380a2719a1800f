"""Files that are only thought of are read as if they were there, unless they would be left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.discover.read import read_tree
from auditor.settings import Settings

MADE = {".env.example": b"KEY=\n"}


@pytest.mark.parametrize(
    ("ignored", "seen"),
    [("", True), ("*.log\n", True), (".env*\n", False), (".env*\n!.env.example\n", True)],
)
def test_a_file_that_would_be_left_out_is_not_read(
    tmp_path: Path, ignored: str, seen: bool
) -> None:
    (tmp_path / ".auditorignore").write_text(ignored, encoding="utf-8")
    assert read_tree([tmp_path], Settings(), MADE).configs == (MADE if seen else {})


def test_what_is_there_is_read_once_and_code_is_not_made(tmp_path: Path) -> None:
    (tmp_path / ".env.example").write_text("OTHER=\n", encoding="utf-8")
    found = read_tree([tmp_path], Settings(), {**MADE, "app.py": b"x = 1", "deep/.env": b"A=1"})
    assert (dict(found.configs), dict(found.code)) == (MADE, {})
