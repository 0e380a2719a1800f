from __future__ import annotations

from pathlib import Path

import pytest

from auditor.report import FORMATS, SUFFIXES, View, format_of, render
from tests.report import sample


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.json").write_text(render(sample.report(), "json", View()), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("form", FORMATS)
def test_a_saved_report_prints_in_every_format(run, form):
    result = run("render", "r.json", "-f", form)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout


def test_json_comes_out_as_it_went_in(run, here):
    before = (here / "r.json").read_bytes()
    assert run("render", "r.json", "-f", "json", "-q", "-o", "s.json").exit_code == 0
    assert (here / "s.json").read_bytes() == before


def test_many_files_are_written_at_once(run, here):
    names = [f"out{suffix}" for suffix in SUFFIXES]
    result = run("render", "r.json", "-q", *(part for name in names for part in ("-o", name)))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert all((here / name).stat().st_size for name in names)


def test_standard_input_is_a_report_too(here):
    from typer.testing import CliRunner

    from auditor.cli.app import app

    result = CliRunner().invoke(app, ["render", "-"], input=(here / "r.json").read_bytes())
    assert "Answer a ticket" in result.stdout


def test_an_earlier_report_makes_it_before_and_after(run, here):
    old = render(sample.report(workflows=()), "json", View())
    (here / "old.json").write_text(old, encoding="utf-8")
    page = run("render", "r.json", "-f", "markdown", "--compare", "old.json").stdout
    assert "| Workflows that stop when one vendor is down | 0 of 0 | **3 of 4** |" in page
    assert run("render", "r.json", "-f", "markdown", AUDITOR_COMPARE="old.json").stdout == page
    assert run("render", "r.json", "--compare", "none.json").exit_code == 2


def test_github_gets_annotations_and_a_summary_page(run, here):
    (here / "r.json").write_text(
        render(sample.report(findings=sample.FINDINGS), "json", View()), encoding="utf-8"
    )
    (here / "page.md").write_text("before\n")
    env = {"GITHUB_SERVER_URL": "https://git.example", "GITHUB_REPOSITORY": "o/r"}
    result = run("render", "r.json", "-f", "github", GITHUB_STEP_SUMMARY="page.md", **env)
    assert result.stdout.startswith("::error file=")
    page = (here / "page.md").read_text(encoding="utf-8")
    assert page.startswith("before\n<!-- auditor -->\n")
    assert f"](https://git.example/o/r/blob/{'0' * 40}/app/replies.py#L48)" in page


def test_a_full_summary_page_is_left_alone(run, here):
    (here / "page.md").write_bytes(b"x" * 1024 * 1024)
    assert run("render", "r.json", "-f", "github", GITHUB_STEP_SUMMARY="page.md").exit_code == 0
    assert (here / "page.md").stat().st_size == 1024 * 1024


def test_a_summary_page_that_cannot_be_written_ends_with_2(run):
    result = run("render", "r.json", "-f", "github", GITHUB_STEP_SUMMARY="no/such/page.md")
    assert result.exit_code == 2
    assert "unset GITHUB_STEP_SUMMARY" in result.stderr


def test_links_lead_to_gitlab_too(run):
    page = run("render", "r.json", "-f", "markdown", CI_PROJECT_URL="https://git.example/g/p")
    assert "](https://git.example/g/p/-/blob/" in page.stdout


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "none.json cannot be read: No such file"),
        (b"\xff\xfe{\x00", "none.json is not UTF-8"),
        (b"# notes", "none.json is not JSON"),
        (b'{"schema_version": "9"}', "schema version 1"),
    ],
)
def test_what_cannot_be_read_ends_with_2_and_a_hint(run, here, content, says):
    if content is not None:
        (here / "none.json").write_bytes(content)
    result = run("render", "none.json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr
    assert "hint: " in result.stderr


def test_the_longest_suffix_says_the_format():
    assert [format_of(f"report{suffix}") for suffix in SUFFIXES] == list(SUFFIXES.values())
    assert format_of("a.b.JSON") == "json"
    assert [format_of(name) for name in (".json", "json", "report.docx", "report")] == [None] * 4
