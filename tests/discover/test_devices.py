"""Files beside the code that are no files: reading one could take for ever."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from auditor.audit import audit
from auditor.settings import Settings

CODE = 'import openai\n\nopenai.OpenAI().chat.completions.create(model="gpt-4o")\n'


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize(
    "name",
    ["package.json", "tsconfig.json", "setup.cfg", "pyproject.toml", "go.mod", "CODEOWNERS",
     "catalog-info.yaml", ".git/HEAD", ".gitignore", "requirements.txt", "compose.yaml"],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["pipe", "endless"])
def test_a_pipe_or_device_in_the_place_of_a_file_is_passed_over(
    tmp_path: Path, name: str, kind: str
) -> None:
    place = tmp_path / name
    place.parent.mkdir(exist_ok=True)
    if kind == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to("/dev/zero")
    (tmp_path / "app.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "page.ts").write_text("export {}\n", encoding="utf-8")
    (tmp_path / "main.go").write_text("package main\n", encoding="utf-8")
    report = audit([tmp_path], Settings())
    assert [call.vendors for call in report.calls] == [("openai",)]
