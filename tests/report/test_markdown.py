from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from auditor.compare import compare
from auditor.model.repair import Repair
from auditor.model.report import AuditReport, Gate
from auditor.report import View, render
from auditor.report.markdown.text import code, text
from tests.report import sample
from tests.report.hostile import TEXT, quickly, reports

FOUND = sample.report(findings=sample.FINDINGS)
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OUR_HTML = re.compile(
    r"<!-- (auditor|unchanged) -->|<!-- -->|</?code>|</?sub>"
    r"|(<details><summary>[\w ]+</summary>|</details>)"
)
ACTIVE = re.compile(r"@\w|#\w|https?://\w|www\.\w|mailto:", re.IGNORECASE)


def shown(report: AuditReport = FOUND, **view: object) -> str:
    return render(report, "markdown", View(**view))  # type: ignore[arg-type]


def tokens(markdown: str) -> list[Token]:
    found: list[Token] = []
    for token in READER.parse(markdown):
        found += [token, *(token.children or ())]
    return found


def harmless(markdown: str) -> None:
    """Only our own HTML, no link, no picture, nothing that a forge makes active."""
    for token in tokens(markdown):
        assert token.type not in {"image", "link_open", "hr"}, markdown
        if token.type in {"html_inline", "html_block"}:
            assert OUR_HTML.fullmatch(token.content.strip()), token.content
        if token.type == "text":
            assert not ACTIVE.search(token.content), token.content


def test_it_begins_with_a_mark_to_find_it_again_and_a_sentence():
    lines = shown().splitlines()
    assert lines[0] == "<!-- auditor -->"
    assert lines[1] == "### AI dependency audit: 3 of 4 workflows stop when one vendor is down"


def test_findings_say_where_why_and_what_next():
    assert (
        "**High · no-fallback** – `app/replies.py:48`: "
        '"Answer a ticket" stops when Acme AI is down\n'
        "- `app/routes.py:22` POST /tickets/{id}/reply\n"
        "- `app/replies.py:48` client.chat\\(model=MODEL\\)\n"
        "\nNext: ask another vendor\n"
    ) in shown()
    assert "re-run next night" not in shown()
    assert "3 findings · 1 suppressed" in shown()


def test_workflows_are_a_table_and_a_picture():
    assert "| GET /search | `app/routes.py:60` | bolt, corvid | ✗ stops: corvid |" in shown()
    assert "| cron tag\\_all | `app/jobs.py:31` | bolt, acme | ✓ survives |" in shown()
    assert "```mermaid\nflowchart LR\n" in shown()


def test_lines_are_links_where_the_forge_is_known():
    page = shown(source_url="https://git.example/o/r/blob")
    there = f"https://git.example/o/r/blob/{'0' * 40}/app/replies.py#L48"
    assert f"[`app/replies.py:48`]({there})" in page
    assert "](" not in shown(replace(FOUND, revision=None), source_url="https://git.example")


def test_without_any_call_it_says_so():
    assert "### AI dependency audit: no LLM use found\n" in shown(sample.empty())


def test_before_and_after_stand_side_by_side():
    *others, tags = sample.WORKFLOWS
    broken = replace(tags, on_loss={**tags.on_loss, "bolt": "stops"})
    after = sample.report(workflows=(*others, broken), findings=sample.FINDINGS)
    page = shown(after, change=compare(sample.report(findings=sample.FINDINGS[:1]), after))
    assert "### AI dependency audit: 1 workflow got worse\n" in page
    assert "| Workflows that stop when one vendor is down | 3 of 4 | **4 of 4** |" in page
    assert "| LLM calls | 6 | 6 |" in page
    assert "- cron tag\\_all, if bolt is down: stops (before: survives)" in page
    assert "**Medium · same-vendor-fallback**" not in page, "it was known before"
    assert "**High · no-fallback**" in page
    assert "2 new · 0 gone" in page


def test_a_change_that_changes_nothing_is_marked_so():
    same = shown(FOUND, change=compare(FOUND, FOUND))
    assert same.splitlines()[:2] == ["<!-- auditor -->", "<!-- unchanged -->"]
    other = shown(FOUND, change=compare(sample.report(), FOUND))
    assert "<!-- unchanged -->" not in other + shown()


def test_an_improvement_is_said_in_the_same_place():
    *others, tags = sample.WORKFLOWS
    broken = replace(tags, on_loss={**tags.on_loss, "bolt": "stops"})
    before = sample.report(workflows=(*others, broken))
    page = shown(sample.report(), change=compare(before, sample.report()))
    assert "### AI dependency audit: 1 workflow got better\n" in page
    assert "- cron tag\\_all, if bolt is down: survives (before: stops)" in page


def test_the_repair_plan_says_where_and_what():
    step = Repair(
        path="app/replies.py", line=48, function="answer", kind="catch", effort="medium",
        change="ask another vendor when the call fails", calls=("c-reply",), domains=("acme",),
        workflows=("w-reply",), weight=1, remaining=("w-search", "w-summary"), remaining_weight=2,
    )  # fmt: skip
    page = shown(replace(FOUND, repair_plan=(step,)))
    assert (
        "| 1 | `app/replies.py:48` | ask another vendor when the call fails | medium | 1 | 2 |\n"
    ) in page


def test_what_the_gate_says_stands_at_the_end():
    gate = Gate("high", "failed", "failed: 1 high finding is at or above --fail-on high")
    foot = shown(replace(FOUND, gate=gate)).splitlines()[-1]
    assert "3 findings · 1 suppressed · failed: 1 high finding is at or above" in foot


def test_a_long_report_stays_short_enough_for_a_comment_and_says_so():
    name = "x " * 140
    flows = tuple(sample.workflow(f"w{n}", f"{n}{name}", "a.py", n + 1, ()) for n in range(500))
    many = tuple(
        replace(sample.FINDINGS[1], message=name, evidence=sample.FINDINGS[1].evidence * 9)
        for _ in range(500)
    )
    page = shown(sample.report(workflows=flows, findings=many))
    assert len(page) <= 65_536
    assert "480 more findings are in the full report." in page
    assert "460 more workflows are in the full report." in page


def test_a_section_that_does_not_fit_is_named(monkeypatch):
    monkeypatch.setattr("auditor.report.markdown.LONGEST", 1_000)
    page = shown()
    assert len(page) <= 1_100
    assert "Too long for a comment, see the full report: workflows, map." in page


@quickly
@given(TEXT)
def test_any_text_shows_as_it_is_and_does_nothing(words: str):
    for page in (f"a {text(words)} b", f"a {code(words)} b", f"|h|\n|---|\n| {code(words)} |\n"):
        harmless(page)
        assert "\n" not in text(words) + code(words)
    cells = [
        token for token in tokens(f"|h|\n|---|\n| {text(words)} |\n") if token.type == "td_open"
    ]
    assert len(cells) == 1


@quickly
@given(reports(), reports())
def test_any_report_is_harmless(report: AuditReport, earlier: AuditReport):
    harmless(shown(report))
    harmless(shown(report, change=compare(earlier, report)))
