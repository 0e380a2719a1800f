"""The formats that pipelines read: GitLab's list, JUnit, GitHub's annotations."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

from hypothesis import given

from auditor.model.finding import Severity
from auditor.model.report import AuditReport, Gate
from auditor.report import View, render
from tests.report import sample
from tests.report.hostile import quickly, reports

FOUND = sample.report(findings=sample.FINDINGS)
COMMAND = re.compile(
    r"::(error|warning|notice) file=[^:,\s]*[^:,]*(,(line|endLine)=\d+)*,title=[^:,]*::.*"
)


def gitlab(report: AuditReport) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(render(report, "gitlab", View()))
    return entries


def junit(report: AuditReport) -> ET.Element:
    return ET.fromstring(render(report, "junit", View()).encode())


def github(report: AuditReport) -> list[str]:
    return render(report, "github", View()).splitlines()


class TestGitlab:
    def test_an_entry_has_exactly_what_the_widget_reads(self):
        entry = gitlab(FOUND)[0]
        assert entry.pop("fingerprint")
        assert entry == {
            "description": '"Answer a ticket" stops when Acme AI is down. Next: ask another vendor',
            "check_name": "no-fallback",
            "severity": "critical",
            "location": {"path": "app/replies.py", "lines": {"begin": 48}},
        }

    def test_what_is_suppressed_is_not_in_it(self):
        assert [entry["severity"] for entry in gitlab(FOUND)] == ["critical", "major", "info"]

    def test_no_findings_are_an_empty_list(self):
        assert gitlab(sample.report()) == []

    def test_equal_findings_have_fingerprints_of_their_own(self):
        twins = sample.report(findings=(sample.FINDINGS[1], sample.FINDINGS[1]))
        assert len({entry["fingerprint"] for entry in gitlab(twins)}) == 2

    def test_a_path_stays_relative_when_what_cannot_be_shown_is_gone(self):
        odd = replace(sample.FINDINGS[1], path="\x07/app/jobs.py")
        assert gitlab(sample.report(findings=(odd,)))[0]["location"]["path"] == "app/jobs.py"

    @quickly
    @given(reports())
    def test_any_report_keeps_to_the_format(self, report: AuditReport):
        entries = gitlab(report)
        assert len({entry["fingerprint"] for entry in entries}) == len(entries)
        for entry in entries:
            assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
            assert not entry["location"]["path"].startswith("/")
            assert entry["location"]["lines"]["begin"] >= 1
            assert entry["description"]


class TestJunit:
    def test_findings_fail_and_workflows_without_any_pass(self):
        suite = junit(FOUND).find("testsuite")
        assert suite is not None
        assert {key: suite.get(key) for key in ("tests", "failures", "errors", "skipped")} == {
            "tests": "6",
            "failures": "2",
            "errors": "0",
            "skipped": "2",
        }
        passed = [case.get("name") for case in suite if len(case) == 0]
        assert passed == ["GET /search", "cron tag_all"]

    def test_a_failure_tells_where_why_and_what_next(self):
        case = junit(FOUND).findall(".//testcase")[1]
        assert case.get("classname") == "no-fallback"
        failure = case.find("failure")
        assert failure is not None
        assert failure.get("type") == "high"
        assert (failure.text or "").splitlines() == [
            'app/replies.py:48  "Answer a ticket" stops when Acme AI is down',
            "  app/routes.py:22  POST /tickets/{id}/reply",
            "  app/replies.py:48  client.chat(model=MODEL)",
            "  fix: ask another vendor",
        ]

    def test_what_is_ignored_is_skipped_with_its_reason(self):
        messages = [case.get("message") for case in junit(FOUND).iter("skipped")]
        assert messages == ["inline: re-run next night", "for information"]
        texts = [case.text or "" for case in junit(FOUND).iter("skipped")]
        assert all(text.startswith("app/") for text in texts)

    def test_equal_names_are_numbered(self):
        twins = sample.report(findings=(sample.FINDINGS[1], sample.FINDINGS[1]), workflows=())
        names = [case.get("name", "") for case in junit(twins).iter("testcase")]
        assert names[1] == f"{names[0]} (2)"

    @quickly
    @given(reports())
    def test_any_report_is_well_formed(self, report: AuditReport):
        cases = junit(report).findall(".//testcase")
        assert len(cases) >= len(report.findings)
        assert all(case.get("name") and case.get("classname") for case in cases)

    def test_nothing_is_written_that_the_strictest_reader_refuses(self):
        """The schema of Jenkins' xUnit plugin, by hand: what each element may carry."""
        allowed = {
            "testsuites": {"name", "tests", "failures", "errors", "time"},
            "testsuite": {"name", "tests", "failures", "errors", "skipped", "time"},
            "testcase": {"name", "classname", "time"},
            "failure": {"type", "message"},
            "skipped": {"type", "message"},
        }
        for element in junit(FOUND).iter():
            assert set(element.attrib) <= allowed[element.tag]


class TestGithub:
    def test_a_finding_is_an_annotation(self):
        assert github(FOUND)[0] == (
            "::error file=app/replies.py,line=48,endLine=50,title=no-fallback (high)::"
            '"Answer a ticket" stops when Acme AI is down%0ANext: ask another vendor'
        )

    def test_the_last_line_counts_everything(self):
        assert github(FOUND)[-1] == ("auditor: 3 findings (1 suppressed), 7 LLM calls, 4 workflows")

    def test_what_the_gate_says_is_the_last_line(self):
        gate = Gate("high", "failed", "failed: 1 high finding is at or above --fail-on high")
        lines = github(replace(FOUND, gate=gate))
        assert lines[-1] == f"auditor: {gate.says}"

    def test_signs_with_a_meaning_are_escaped(self):
        finding = replace(
            sample.FINDINGS[1], path="a,b:c%.py", message="50%\r\n::error::mine", fix=""
        )
        line = github(sample.report(findings=(finding,)))[0]
        assert line == (
            "::error file=a%2Cb%3Ac%25.py,line=48,endLine=50,title=no-fallback (high)"
            "::50%25 ::error::mine"
        )

    def test_only_as_many_as_are_shown_and_the_worst_of_them(self):
        many = tuple(
            sample.finding("c", severity, f"{n}.py", n + 1)
            for n in range(12)
            for severity in (Severity.LOW, Severity.HIGH)
        )
        lines = github(sample.report(findings=many))
        assert [line.split()[0] for line in lines[:-1]] == ["::error"] * 10 + ["::notice"] * 10
        assert lines[-1].startswith("auditor: 24 findings, 4 of them without an annotation")

    @quickly
    @given(reports())
    def test_no_text_becomes_a_command(self, report: AuditReport):
        lines = github(report)
        commands = [line for line in lines if line.startswith("::")]
        assert len(commands) == len([f for f in report.findings if not f.suppressions])
        for command in commands:
            assert COMMAND.fullmatch(command), command
        rest = lines[len(commands) :]
        assert len(rest) == (1 if report.gate is None else 2)
        assert all(line.startswith("auditor: ") for line in rest)
