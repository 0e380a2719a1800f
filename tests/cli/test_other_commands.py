from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.main import get_command

from auditor import __version__
from auditor.cli.app import app


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_alone_it_shows_three_examples_and_the_commands(run):
    result = run()
    assert result.exit_code == 0
    for words in ("auditor scan", "auditor explain", "auditor graph", "--help"):
        assert words in result.stdout
    assert f"Commands: {', '.join(get_command(app).commands)}." in result.stdout


def test_no_link_is_shown_that_the_package_does_not_have(run, monkeypatch):
    assert "Docs:" not in run().stdout
    monkeypatch.setattr("auditor.cli.app.project_url", lambda label: "https://docs.example")
    assert run().stdout.endswith("Docs: https://docs.example\n")


def test_the_version_is_one_line(run):
    assert run("--version").stdout == f"auditor {__version__}\n"


def _commands(group, before=()):
    """Every command as it is typed, ``("rules", "list")``, with what typer made of it."""
    for name, command in group.commands.items():
        words = (*before, name)
        if hasattr(command, "commands"):
            yield from _commands(command, words)
        else:
            yield pytest.param(words, command, id=" ".join(words))


@pytest.mark.parametrize(("words", "command"), list(_commands(get_command(app))))
def test_every_option_is_explained_and_has_a_twin_in_the_environment(run, words, command):
    assert run(*words, "--help").exit_code == 0
    options = [param for param in command.params if param.param_type_name == "option"]
    for option in options:
        assert option.help, option.name
        assert str(option.envvar or "").startswith("AUDITOR_"), option.name


def test_a_graph_is_printed_in_the_language_asked_for(run, audited):
    assert run("graph").stdout.startswith("flowchart LR")
    assert run("graph", "--format", "dot").stdout.startswith("digraph")
    assert {"nodes", "edges"} == set(json.loads(run("graph", "-f", "json").stdout))


def test_a_graph_can_be_detailed_and_cut(run, audited):
    text = run("graph", "--level", "call", "--focus", "Corvid", "--depth", "2").stdout
    assert "corvid-large" in text
    assert "acme" not in text


def test_focus_on_a_name_that_is_not_there_ends_with_2(run, audited):
    result = run("graph", "--focus", "nobody-at-all")
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_line_is_explained_from_the_folder_or_from_the_root(run, audited, here, monkeypatch):
    (here / "svc/app").mkdir(parents=True)
    (here / "svc/app/replies.py").write_text("")
    assert run("explain", "app/replies.py:48", "svc").stdout.startswith("app/replies.py:48  chat")
    assert run("explain", "svc/app/replies.py:48:3", "svc").stdout.startswith("app/replies.py:48")
    monkeypatch.chdir(here / "svc")
    assert run("explain", "app/replies.py:48").stdout.startswith("app/replies.py:48  chat")
    assert run("explain", str(here / "svc/app/replies.py") + ":48").exit_code == 0


def test_a_line_without_a_call_is_an_answer_not_an_error(run, audited, here):
    (here / "a.py").write_text("")
    result = run("explain", "a.py:3")
    assert (result.exit_code, result.stdout) == (0, "There is no LLM call in a.py.\n")


def test_a_line_of_no_file_or_of_a_file_elsewhere_ends_with_2(run, audited, here):
    (here / "a.py").write_text("")
    (here / "svc").mkdir()
    for args in (("nowhere.py:3",), ("a.py:3", "svc")):
        result = run("explain", *args)
        assert result.exit_code == 2
        assert "hint: " in result.stderr


def test_a_name_the_rules_do_not_know_ends_with_2_and_the_nearest_names(run):
    result = run("explain", "anthropik")
    assert result.exit_code == 2
    assert "did you mean anthropic" in result.stderr


def test_vendors_platforms_gateways_and_libraries_are_explained(run):
    text = run("explain", "anthropic").stdout
    assert "Anthropic (anthropic), a vendor\n" in text
    assert "a python library\n" in text
    assert ", a platform\n" in run("explain", "aws-bedrock").stdout
    assert ", a gateway\n" in run("explain", "OpenRouter").stdout


def test_long_lists_are_cut_unless_all_is_asked_for(run):
    assert " more: -v" in run("explain", "openai").stdout
    assert " more: -v" not in run("explain", "openai", "-v").stdout


def test_a_check_is_explained_by_its_page(run):
    result = run("explain", "no-fallback")
    assert result.exit_code == 0
    assert result.stdout.startswith("no-fallback: Nothing stands behind the call (high)\n")
    assert "## How to fix" in result.stdout
    assert "did you mean no-fallback" in run("explain", "no-falback").stderr
