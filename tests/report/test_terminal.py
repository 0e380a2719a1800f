from __future__ import annotations

import re
from dataclasses import replace
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from auditor.model.finding import Confidence, Finding, Severity, SourceLine, Suppression
from auditor.model.program import Evidence
from auditor.model.report import Coverage, Gate
from auditor.report import View, render
from tests.report import sample


def shown(report=None, **view) -> str:
    return render(report or sample.report(), "terminal", View(**view))


def lines_of(text: str) -> str:
    """The text without the indentation that the test's code gives it; | marks the left edge."""
    return "".join(line.partition("|")[2] + "\n" for line in dedent(text).strip().splitlines())


def test_the_whole_report_at_100_columns():
    assert shown(width=100) == lines_of(
        """
        | Workflow               Entry             Calls  Vendors       If one is down
        | ─────────────────────────────────────────────────────────────────────────────
        | Answer a ticket        app/routes.py:22      1  acme          ✗ stops
        | GET /search            app/routes.py:60      2  bolt, corvid  ✗ stops: corvid
        | task summarise_thread  app/jobs.py:9         1  bolt          ✗ stops
        | cron tag_all           app/jobs.py:31        1  bolt, acme    ✓ survives
        |
        | Vendor  Calls  Used by                          Workflows that stop without it
        | bolt        3  ███████████████░░░░░  3 of 4  1  task summarise_thread
        | acme        2  ██████████░░░░░░░░░░  2 of 4  1  Answer a ticket
        | corvid      1  █████░░░░░░░░░░░░░░░  1 of 4  1  GET /search
        |
        | If any one is lost  Survive        Degrade  Stop  Unknown  Worst
        | vendor               1 of 4   25%        ·     3        ·  acme: 1 of 4 stop
        | platform             4 of 4  100%        ·     ·        ·
        | gateway              4 of 4  100%        ·     ·        ·
        | Concentration 0.41 (1 is a single vendor); first asked: bolt 50%, acme 38%, corvid 12%
        |
        | 1 call is reached by nothing we recognise
        | app/legacy/old_prompts.py:12  any  unknown  app.legacy.old_prompts.run
        |
        |34 typescript files were not read: this version reads .ipynb, .py, .pyw
        |214 files read in 1.8 s (4 not read, 1 problem, 1 call with open target: -v)
        |6 LLM calls (1 more in tests) · 4 workflows
        """
    )


def test_the_tables_at_60_columns_are_cut_and_wrapped_but_complete():
    assert shown(width=60).split("\n\n")[:2] == lines_of(
        """
        | Workflow      Entry         Calls  Vendors      If one is
        |                                                 down
        | ───────────────────────────────────────────────────────────
        | Answer a ti…  …outes.py:22      1  acme         ✗ stops
        | GET /search   …outes.py:60      2  bolt,        ✗ stops:
        |                                    corvid       corvid
        | task summar…  …p/jobs.py:9      1  bolt         ✗ stops
        | cron tag_all  …/jobs.py:31      1  bolt, acme   ✓ survives
        |
        | Vendor  Calls  Used by              Workflows that stop
        |                                     without it
        | bolt        3  ██████░░  3 of 4  1  task summarise_thread
        | acme        2  ████░░░░  2 of 4  1  Answer a ticket
        | corvid      1  ██░░░░░░  1 of 4  1  GET /search
        """
    ).rstrip("\n").split("\n\n")


@pytest.mark.parametrize("width", [60, 80, 100, 200])
@pytest.mark.parametrize("verbose", [False, True])
def test_no_line_is_wider_than_the_screen(width, verbose):
    long = replace(sample.WORKFLOWS[0], name="票" * 90, entry=sample.Entry("p/" * 90, 1, "f"))
    report = sample.report(workflows=(*sample.WORKFLOWS, long))
    text = shown(report, width=width, verbose=verbose)
    assert max(map(cell_len, text.splitlines())) <= width


def test_there_is_no_colour_unless_asked_for_and_it_changes_no_word():
    plain, colored = shown(color=False), shown(color=True)
    assert "\x1b" not in plain
    assert "\x1b[31m✗ stops" in colored
    assert without_colors(colored) == plain


def without_colors(text: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", text)


def test_verbose_lists_what_was_not_read_and_not_understood():
    text = shown(verbose=True)
    assert (
        lines_of(
            """
            | Not read
            | .venv/            virtualenv
            | app/dump.py       too-large
            | app/generated.py  gitignored
            | third_party/      vendored
            |
            | Not decided
            | app/legacy/old_prompts.py:12  the model comes from a database
            |
            | Problems
            | app/broken.py:3  warning: cannot be understood from here on
            |
            | Slowest stages
            | link      1.00 s
            | read      0.50 s
            | discover  0.25 s
            """
        )
        in text
    )
    assert ": -v" not in text


def test_a_repository_without_any_call_gets_one_honest_line():
    assert shown(sample.empty()) == (
        "No LLM use found in 214 files (python 180, notebook 34)."
        " If that surprises you: auditor scan -v\n"
    )


def test_what_was_not_read_is_said_even_when_nothing_was_found():
    coverage = Coverage({"python": 1}, 10, sample.COVERAGE.left_out, (), ())
    assert shown(sample.empty(coverage=coverage)) == (
        "No LLM use found in 1 file (python 1) (4 not read)."
        " If that surprises you: auditor scan -v\n"
    )


def test_nothing_to_read_is_not_the_same_as_nothing_found():
    text = shown(sample.empty(coverage=Coverage({}, 0, (), (), ())))
    assert text.startswith("There was nothing to read in .")


def test_the_most_exposed_workflows_come_first_and_the_rest_is_counted():
    many = tuple(
        sample.workflow(
            f"w{number}",
            f"task {number:03}",
            "a.py",
            number,
            ("c-tags",),
            on_loss={"acme": "stops" if number >= 50 else "survives"},
        )
        for number in range(60)
    )
    text = shown(sample.report(workflows=many))
    first = text.splitlines()[2]
    assert "task 050" in first
    assert "✗ stops" in first
    assert "\n 20 more: -v\n" in text
    assert " more: -v" not in shown(sample.report(workflows=many), verbose=True)


def test_few_of_many_names_stand_beside_a_vendor():
    many = tuple(
        sample.workflow(f"w{number}", f"t{number}", "a.py", number, ("c-reply",))
        for number in range(8)
    )
    text = shown(sample.report(workflows=many))
    assert " 8  t0, t1, t2, t3, t4 and 3 more\n" in text


def test_ten_unreached_calls_are_listed_and_the_rest_is_counted():
    calls = tuple(sample.call(f"c{number:02}", "a.py", number) for number in range(13))
    coverage = replace(sample.COVERAGE, unreached=tuple(call.id for call in calls))
    text = shown(sample.report(calls=calls, workflows=(), coverage=coverage))
    assert "13 calls are reached by nothing we recognise" in text
    assert text.count(" a.py:") == 10
    assert "\n 3 more: -v\n" in text


def test_a_gateway_in_the_way_is_named_when_the_vendors_are_not_the_weak_point():
    flow = sample.workflow(
        "w",
        "task x",
        "a.py",
        1,
        ("c-tags",),
        ("acme", "bolt"),
        {"acme": "survives", "bolt": "survives", "gateway:hub": "stops"},
    )
    assert "✗ stops: gateway hub\n" in shown(sample.report(workflows=(flow,)))


def test_before_anything_is_judged_nothing_is_claimed_about_a_loss():
    unjudged = tuple(
        replace(flow, on_loss=dict.fromkeys(flow.on_loss, "unknown")) for flow in sample.WORKFLOWS
    )
    text = shown(sample.report(workflows=unjudged))
    assert "If one is down" not in text
    assert "stop" not in text
    assert " bolt        3  ███████████████░░░░░  3 of 4\n" in text


def test_without_workflows_the_vendors_are_still_listed():
    text = shown(sample.report(workflows=()))
    assert text.startswith(" Vendor  Calls\n bolt        3\n")
    assert "6 LLM calls (1 more in tests) · 0 workflows\n" in text


def test_a_full_bar_means_all_and_an_empty_one_none():
    flow = sample.WORKFLOWS[0]
    many = [replace(flow, id=f"w{n}", vendors=("acme",) if n else ("bolt",)) for n in range(60)]
    text = shown(sample.report(workflows=tuple(many)))
    assert f" {'█' * 19}░  59 of 60" in text
    assert f" █{'░' * 19}   1 of 60" in text
    assert f" {'░' * 20}   0 of 60" in text


def test_a_loss_whose_outcome_is_not_known_is_not_counted_as_harmless():
    unknown = replace(sample.WORKFLOWS[0], on_loss={"acme": "unknown"})
    text = shown(sample.report(workflows=(unknown, *sample.WORKFLOWS[1:])))
    assert "? unknown\n" in text
    assert " 0  not known of 1 workflow\n" in text


@pytest.mark.parametrize("verbose", [False, True])
def test_hostile_text_from_the_repository_is_shown_harmless(verbose):
    evil = (
        "\x1b[31mred\x1b]8;;http://x\x07link\x1b\\ \u202egnp.exe\r\n[bold]hi[/bold] :smile: \x9b2J"
    )
    report = sample.report(
        workflows=(replace(sample.WORKFLOWS[0], name=evil, vendors=(evil,)),),
        calls=tuple(replace(call, sdk=evil, function=evil, path=evil) for call in sample.CALLS),
        coverage=replace(
            sample.COVERAGE,
            left_out=(sample.LeftOut(evil, "x"),),
            unresolved=(Evidence(evil, 1, evil),),
        ),
        diagnostics=(sample.Diagnostic(evil, 1, "x", evil), sample.Diagnostic(".", 0, "x", evil)),
    )
    text = shown(report, width=200, verbose=verbose)
    assert not {"\x1b", "\r", "\x07", "\x9b", "\u202e"} & set(text)
    assert "[bold]hi[/bold] :smile:" in text
    assert "http://x" not in text


def finding(**changes) -> Finding:
    base = Finding(
        check="no-fallback",
        severity=Severity.HIGH,
        confidence=Confidence.HIGH,
        message='"Answer a ticket" stops when Acme AI is down',
        path="app/replies.py",
        line=48,
        end_line=50,
        column=12,
        cell=0,
        workflows=("w-reply",),
        calls=("c-reply",),
        domains=("acme",),
        evidence=(
            Evidence("app/routes.py", 22, "POST /tickets/{id}/reply starts here"),
            Evidence("app/replies.py", 48, "calls messages.create"),
            Evidence("app/settings.py", 11, 'MODEL = "acme-large"'),
        ),
        fix="ask another vendor when this call fails",
        fingerprint="f1",
        snippet=(SourceLine(48, "\treply = client.messages.create("), SourceLine(49, "\t\tx,")),
    )
    return replace(base, **changes)


def judged(*findings: Finding, says: str = "failed: 1 high finding", outcome: str = "failed"):
    return sample.report(findings=findings, gate=Gate("high", outcome, says))


def test_a_finding_shows_its_line_what_is_meant_in_it_why_and_the_next_step():
    text = shown(judged(finding(column=9)), width=100)
    assert text.startswith(
        lines_of(
            """
            | high  no-fallback  "Answer a ticket" stops when Acme AI is down
            | ┌ app/replies.py:48
            | │ 48 │   reply = client.messages.create(
            | │    │           ━━━━━━━━━━━━━━━━━━━━━━ chat · acme @ acme-api · acme-large
            | │ because  app/routes.py:22    POST /tickets/{id}/reply starts here
            | │          app/settings.py:11  MODEL = "acme-large"
            | └ fix      ask another vendor when this call fails · auditor explain no-fallback
            |
            | Workflow """
        ).rstrip("\n")
    )


def test_the_last_lines_count_the_findings_and_name_the_gate():
    ignored = Suppression("inline", "a demo", None, "a.py", 1)
    known = Suppression("baseline", "known", None, "b.json", 0)
    report = judged(
        finding(),
        finding(fingerprint="f2", severity=Severity.LOW),
        finding(fingerprint="f3", suppressions=(ignored,)),
        finding(fingerprint="f4", suppressions=(known,)),
        finding(fingerprint="f5", suppressions=(known,)),
    )
    assert shown(report).splitlines()[-2:] == [
        "2 findings: 1 high, 1 low (2 known already, 1 ignored)",
        "failed: 1 high finding",
    ]


def test_small_findings_take_one_line_and_information_waits_to_be_asked_for():
    low = finding(severity=Severity.LOW, path="app/low.py")
    info = finding(severity=Severity.INFO, path="app/info.py")
    text = shown(judged(low, info))
    assert ' low  no-fallback  app/low.py:48  "Answer a ticket" stops' in text
    assert "app/info.py" not in text
    assert "2 findings: 1 low, 1 info (info: -v)" in text
    assert "app/info.py:48" in shown(judged(low, info), verbose=True)


def test_without_findings_it_says_how_far_that_goes():
    passed = {"says": "passed: no finding", "outcome": "passed"}
    assert "\nNo findings\npassed: no finding\n" in shown(judged(**passed))
    safe = replace(judged(**passed), workflows=sample.WORKFLOWS[3:])
    assert "No findings: every workflow survives the loss of any one vendor" in shown(safe)


def test_source_cannot_paint_on_the_screen_or_push_it_apart():
    nasty = SourceLine(48, "x = \x1b[31mask(\u202e" + "票" * 200)
    text = shown(judged(finding(snippet=(nasty,), message="m\x1b[2J " * 30)), width=80)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert max(map(cell_len, text.splitlines())) <= 80


@given(st.text(max_size=60), st.integers(0, 80))
def test_any_line_with_any_column_can_be_shown(text, column):
    report = judged(finding(snippet=(SourceLine(1, text),), column=column))
    assert max(map(cell_len, shown(report, width=80).splitlines())) <= 80
