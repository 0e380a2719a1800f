"""The cache as users meet it: on by default, never in the way."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from auditor import audit as audit_module
from auditor.cache.places import NAME

Run = Callable[..., Result]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "tree").mkdir()
    (tmp_path / "tree" / "app.py").write_text("import openai\nopenai.OpenAI().models.list()\n")
    return tmp_path / "tree"


def on(folder: Path) -> dict[str, str]:
    return {"AUDITOR_NO_CACHE": "0", "AUDITOR_CACHE_DIR": str(folder)}


def test_the_second_scan_reads_the_report_of_the_first(
    run: Run, tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("scan", str(tree), "--format", "json", **on(tmp_path / "kept"))

    def audit_sources(*_: object, **__: object) -> object:
        raise AssertionError("the tree was audited")

    monkeypatch.setattr(audit_module, "audit_sources", audit_sources)
    second = run("scan", str(tree), "--format", "json", **on(tmp_path / "kept"))
    assert (second.exit_code, second.stderr) == (first.exit_code, "")
    assert second.stdout == first.stdout
    for args in (["--no-cache"], ["--cache-dir", str(tmp_path / "other")]):
        third = run("scan", str(tree), *args, **on(tmp_path / "kept"))
        assert "the tree was audited" in third.stderr


def test_a_cache_inside_the_tree_is_not_used(run: Run, tree: Path) -> None:
    result = run("scan", str(tree), "--cache-dir", str(tree / "kept"), AUDITOR_NO_CACHE="0")
    assert result.exit_code == 0
    assert "note: the cache was not used" in result.stderr
    assert not (tree / "kept").exists()


def test_a_cache_that_cannot_be_written_is_a_note(run: Run, tree: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    plain = run("scan", str(tree), "--no-cache")
    result = run("scan", str(tree), **on(tmp_path / "file" / "kept"))
    assert (result.exit_code, result.stdout) == (plain.exit_code, plain.stdout)
    assert "note: the cache was not used" in result.stderr
    quiet = run("scan", str(tree), "--quiet", **on(tmp_path / "file" / "kept"))
    assert quiet.stderr == ""


def test_strict_is_not_bothered_by_a_broken_cache(run: Run, tree: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir(mode=0o700)
    (tmp_path / "kept" / NAME).write_text("broken " * 2000)
    result = run("scan", str(tree), "--strict", "--format", "json", **on(tmp_path / "kept"))
    assert result.exit_code == 0
    assert json.loads(result.stdout)["diagnostics"] == []


def test_dir_size_and_clear(run: Run, tree: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    assert run("cache", "dir", **on(folder)).stdout == f"{folder}\n"
    assert run("cache", "size", **on(folder)).stdout == "0.0 MB in 0 entries\n"
    run("scan", str(tree), **on(folder))
    assert " MB in 2 entries\n" in run("cache", "size", **on(folder)).stdout  # report and rules
    assert run("cache", "clear", **on(folder)).exit_code == 0
    assert not (folder / NAME).exists()
    assert run("cache", "size", **on(folder)).stdout == "0.0 MB in 0 entries\n"


@pytest.mark.parametrize(
    "args", [["explain", "openai"], ["replay", "--list"], ["outage", "openai", "."]]
)
def test_other_commands_say_the_same_with_it(
    run: Run, tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str]
) -> None:
    monkeypatch.chdir(tree)
    plain = run(*args, "--no-cache") if args[0] != "explain" else run(*args)
    for _ in range(2):
        result = run(*args, **on(tmp_path / "kept"))
        assert (result.exit_code, result.stdout) == (plain.exit_code, plain.stdout)
    assert (tmp_path / "kept" / NAME).exists()
