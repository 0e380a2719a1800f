from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from auditor.model.errors import AuditorError
from auditor.model.report import Gate
from auditor.model.severity import Severity
from auditor.report import FORMATS
from tests.report import sample


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_report_goes_to_stdout_and_nothing_to_stderr(run, audited):
    result = run("scan")
    assert result.exit_code == 0
    assert "Answer a ticket" in result.stdout
    assert result.stderr == ""
    assert [str(path) for path in audited["paths"]] == ["."]


def test_there_are_no_colours_in_a_pipe_unless_asked_for(run, audited):
    assert "\x1b" not in run("scan").stdout
    assert "\x1b" in run("scan", "--color", "always").stdout
    assert "\x1b" in run("scan", FORCE_COLOR="1").stdout
    assert "\x1b" in run("scan", AUDITOR_COLOR="always").stdout
    assert "\x1b" not in run("scan", FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b" not in run("scan", "--color", "never", FORCE_COLOR="1").stdout


def test_json_is_the_machines_format(run, audited):
    result = run("scan", "-f", "json")
    assert json.loads(result.stdout)["schema_version"] == "1"
    assert run("scan", AUDITOR_FORMAT="json").stdout == result.stdout
    assert "timings" in json.loads(run("scan", "-f", "json", "--timings").stdout)


def test_files_are_written_beside_the_screen(run, audited, here):
    result = run("scan", "-o", "a.json", "-o", "b.txt")
    assert json.loads((here / "a.json").read_text())["root"] == "."
    assert (here / "b.txt").read_text() == result.stdout
    assert result.stderr == "written: a.json\nwritten: b.txt\n"
    assert sorted(path.name for path in here.iterdir()) == ["a.json", "b.txt"]


def test_quiet_with_files_says_nothing_at_all(run, audited):
    result = run("scan", "-q", "-o", "a.json")
    assert (result.stdout, result.stderr) == ("", "")


def test_quiet_alone_still_prints_the_result(run, audited):
    assert "Answer a ticket" in run("scan", "-q").stdout


def test_an_existing_file_is_replaced_and_keeps_its_rights(run, audited, here):
    (here / "a.json").write_text("old")
    (here / "a.json").chmod(0o640)
    run("scan", "-o", "a.json")
    assert (here / "a.json").read_text().startswith("{")
    assert stat.S_IMODE((here / "a.json").stat().st_mode) == 0o640


def test_a_linked_file_is_written_through_the_link(run, audited, here):
    (here / "real.json").write_text("old")
    (here / "link.json").symlink_to(here / "real.json")
    run("scan", "-o", "link.json")
    assert (here / "link.json").is_symlink()
    assert (here / "real.json").read_text().startswith("{")


def test_a_failed_audit_leaves_the_old_file_alone(run, audited, here):
    (here / "a.json").write_text("old")
    audited["report"] = AuditorError("no rules", "mend them")
    result = run("scan", "-o", "a.json")
    assert result.exit_code == 2
    assert result.stderr == "error: no rules\nhint: mend them\n"
    assert (here / "a.json").read_text() == "old"


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("scan", "nowhere"), "there is no 'nowhere' here"),
        (("scan", "-f", "jsn"), "did you mean json?"),
        (("scan", "--color", "red"), "choose from auto, always, never"),
        (("scan", "-o", "report.docx"), "does not say its format"),
        (("scan", "-o", "no/such/folder.json"), "does not exist"),
        (("scan", "--frmat", "json"), "--frmat"),
        (("scna",), "scan"),
        (("explain",), "argument"),
        (("graph", "--depth", "0"), "--depth"),
        (("scan", "--fail-on", "hihg"), "did you mean high?"),
        (("scan", "--min-confidence", "sure"), "choose from high, medium, low"),
        (("graph", "--level", "module"), "choose from vendor, call"),
    ],
)
def test_a_wrong_command_line_ends_with_2_and_says_why(run, audited, args, says):
    result = run(*args)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stdout == ""


def test_a_mistake_in_the_configuration_ends_with_2(run, audited, here):
    (here / "auditor.toml").write_text("exlude = []")
    result = run("scan")
    assert result.exit_code == 2
    assert "did you mean 'exclude'?" in result.stderr


def test_settings_come_from_the_file_then_the_environment_then_flags(run, audited, here):
    (here / "auditor.toml").write_text("exclude = ['a']\ninclude-tests = true")
    run("scan")
    assert (audited["settings"].exclude, audited["settings"].include_tests) == (("a",), True)
    run("scan", AUDITOR_EXCLUDE="b c", AUDITOR_INCLUDE_TESTS="0")
    assert (audited["settings"].exclude, audited["settings"].include_tests) == (("b", "c"), False)
    run("scan", "--exclude", "d", "--include-tests", AUDITOR_EXCLUDE="b", AUDITOR_INCLUDE_TESTS="0")
    assert (audited["settings"].exclude, audited["settings"].include_tests) == (("d",), True)


def test_a_crash_is_an_apology_with_2_and_no_traceback(run, audited):
    audited["report"] = KeyError("x\x1b[31m")
    result = run("scan")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: sorry, auditor itself failed (KeyError: 'x")
    assert "AUDITOR_DEBUG=1" in result.stderr
    assert "Traceback" not in result.stderr
    assert "\x1b" not in result.stderr
    assert "Traceback" in run("scan", AUDITOR_DEBUG="1").stderr


def test_without_a_repository_at_hand_there_is_one_to_try(run, audited):
    run("scan", "--demo")
    (folder,) = audited["paths"]
    assert (folder / "desk" / "assistant.py").is_file()
    refused = run("scan", "--demo", "src")
    assert refused.exit_code == 2
    assert "leave one of them out" in " ".join(refused.stderr.replace("│", " ").split())


def test_an_interrupted_audit_ends_with_2(run, audited):
    audited["report"] = KeyboardInterrupt()
    result = run("scan")
    assert (result.exit_code, result.stderr) == (2, "interrupted\n")


def test_no_calls_at_all_is_success(run, audited):
    audited["report"] = sample.empty()
    result = run("scan")
    assert result.exit_code == 0
    assert result.stdout.startswith("No LLM use found in 214 files")


def test_verbose_tells_everything(run, audited):
    assert "Not read" in run("scan", "-v").stdout
    assert "Not read" in run("scan", AUDITOR_VERBOSE="1").stdout


def test_the_width_follows_the_environment(run, audited):
    assert len(max(run("scan", COLUMNS="60").stdout.splitlines(), key=len)) <= 60


def test_the_exit_code_is_the_same_in_every_format(run, audited):
    for outcome, code in (("passed", 0), ("failed", 1), ("refused", 2)):
        audited["report"] = sample.report(gate=Gate("high", outcome, "because"))
        assert {run("scan", "-f", form).exit_code for form in FORMATS} == {code}
        assert run("scan", "-q", "-o", "a.json").exit_code == code


def test_exit_zero_spares_findings_but_not_a_refused_scan(run, audited):
    audited["report"] = sample.report(gate=Gate("high", "failed", "because"))
    assert run("scan", "--exit-zero").exit_code == 0
    assert run("scan", AUDITOR_EXIT_ZERO="1").exit_code == 0
    audited["report"] = sample.report(gate=Gate("high", "refused", "because"))
    assert run("scan", "--exit-zero").exit_code == 2


def test_flags_of_the_gate_reach_the_settings_and_have_twins(run, audited, here):
    (here / "auditor.toml").write_text("fail-on = 'low'\nmin-severity = 'medium'")
    run("scan")
    assert audited["settings"].fail_on is Severity.LOW
    run("scan", "--fail-on", "never", "--select", "no-fallback,shared-gateway", "--strict")
    settings = audited["settings"]
    assert (settings.fail_on, settings.strict) == (None, True)
    assert settings.select == ("no-fallback", "shared-gateway")
    assert settings.min_severity is Severity.MEDIUM
    run("scan", AUDITOR_FAIL_ON="critical", AUDITOR_IGNORE="no-fallback", AUDITOR_STRICT="1")
    settings = audited["settings"]
    assert (settings.fail_on, settings.strict) == (Severity.CRITICAL, True)
    assert settings.deselect == ("no-fallback",)


def test_another_configuration_file_may_be_named(run, audited, here):
    (here / "auditor.toml").write_text("fail-on = 'low'")
    (here / "strict.toml").write_text("fail-on = 'info'")
    run("scan", "--config", "strict.toml")
    assert audited["settings"].fail_on is Severity.INFO
    assert "there is no configuration file" in run("scan", "--config", "none.toml").stderr


def test_outages_are_replayed_only_if_asked_for(run, audited):
    run("scan")
    assert audited["replay"] is False
    run("scan", "--replay")
    assert audited["replay"] is True
