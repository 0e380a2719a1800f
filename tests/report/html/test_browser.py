"""The page in a browser: the switch, the map, keys, search, addresses, tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from auditor.model.playbook import Playbook
from tests.report import sample
from tests.report.html import case
from tests.report.html.big import big

Show = Callable[..., Any]


def state_of(page: Any, name: str) -> str:
    """What the map shown says of a box: its mark and its state."""
    box = page.locator(".map:visible .box", has_text=name).first
    mark: str = box.locator(".mark").text_content()
    return f"{mark} {box.get_attribute('data-state') or ''}".strip()


def focused(page: Any) -> str:
    text: str = page.evaluate("document.activeElement.querySelector('text')?.textContent || ''")
    return text


def test_the_switch_shows_a_loss_everywhere(show: Show) -> None:
    page = show(case.report())
    assert state_of(page, "task summarise") == ""
    page.get_by_label("Bolt", exact=False).first.check()
    assert state_of(page, "task summarise") == "✗ stops"
    assert state_of(page, "GET /search") == "~ degrades"
    assert state_of(page, "cron tag_all") == "✓ survives"
    assert state_of(page, "Answer a ticket") == "untouched"
    assert state_of(page, "Bolt") == "✗ down"
    now = page.locator("nav .now").inner_text()
    assert "Without Bolt" in " ".join(now.split())
    assert page.locator(".result h3").all_inner_texts() == [
        "1 stops", "1 degrades", "1 survives", "1 does not use it",
    ]  # fmt: skip
    assert page.locator("th.now-lost").inner_text() == "Bolt"
    page.get_by_role("button", name="Bring it back").click()
    assert state_of(page, "task summarise") == ""
    assert page.locator(".result").is_hidden()


def test_the_arrow_keys_move_the_switch(show: Show) -> None:
    page = show(case.report())
    page.locator("input[name=loss]").first.focus()
    page.keyboard.press("ArrowDown")
    first = page.locator("nav .now b").inner_text()
    page.keyboard.press("ArrowDown")
    assert page.locator("nav .now b").inner_text() != first


def test_a_level_shows_its_map_and_keeps_the_loss(show: Show) -> None:
    page = show(case.report(), "#;if=vendor:bolt")
    assert page.locator(".map:visible").get_attribute("data-level") == "vendor"
    page.get_by_label("Calls", exact=True).check()
    assert page.locator(".map:visible").get_attribute("data-level") == "call"
    assert state_of(page, "app/summary.py:91") == "✗ stops"


def test_pointing_at_a_box_lights_its_ways_and_no_others(show: Show) -> None:
    page = show(case.report(), "#;level=call")
    page.locator(".map:visible .box", has_text="bolt-large").hover()
    lit = page.locator(".map:visible .box.lit").all_text_contents()
    assert any("summary.py:91" in text for text in lit)
    assert any("cron tag_all" in text for text in lit)
    assert not any("replies.py:48" in text or "corvid" in text for text in lit)


def test_a_click_pins_a_box_and_shows_its_proof(show: Show) -> None:
    page = show(case.report(), "#;level=call")
    page.locator(".map:visible .box", has_text="replies.py:48").click()
    drawer = page.locator("#drawer")
    assert "client.chat(model=MODEL)" in drawer.inner_text()
    assert "reached from" in drawer.inner_text()
    drawer.get_by_role("link", name="Answer a ticket").click()
    assert "calls answer_ticket" in drawer.inner_text()
    page.keyboard.press("Escape")
    assert drawer.is_hidden()
    assert page.locator(".box.pinned").count() == 0


def test_keys_walk_the_map(show: Show) -> None:
    page = show(case.report(), "#;level=call")
    page.locator(".map:visible .box", has_text="Answer a ticket").focus()
    page.keyboard.press("ArrowRight")
    assert focused(page) == "app/replies.py:48"
    page.keyboard.press("ArrowRight")
    assert focused(page) == "acme-large"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")
    assert focused(page) not in {"", "acme-large"}
    here = focused(page)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "drawer"
    page.keyboard.press("Escape")
    assert focused(page) == here


def test_only_one_box_of_a_map_is_on_the_way_of_the_tab_key(show: Show) -> None:
    page = show(case.report())
    assert page.locator(".map:visible .box[tabindex='0']").count() == 1


def test_the_search_finds_boxes(show: Show) -> None:
    page = show(case.report(), "#;level=workflow")
    page.keyboard.press("/")
    page.keyboard.type("tag_all")
    assert "1 of " in page.locator(".found").inner_text()
    assert page.locator(".map:visible .box.hit").count() == 1
    lit = " ".join(page.locator(".map:visible .box.lit").all_text_contents())
    assert "Bolt" in lit
    assert "Corvid" not in lit
    page.keyboard.press("Escape")
    assert page.locator(".map:visible .lit").count() == 0


def test_an_address_brings_back_what_was_shown(show: Show) -> None:
    page = show(case.report())
    page.get_by_label("Bolt", exact=False).first.check()
    page.get_by_label("Calls", exact=True).check()
    page.locator(".map:visible .box", has_text="summary.py:91").click()
    address = page.evaluate("location.hash")
    page.go(address)
    assert page.locator(".map:visible").get_attribute("data-level") == "call"
    assert state_of(page, "summary.py:91") == "✗ stops"
    assert "app/summary.py:91" in page.locator("#drawer h3").inner_text()


@pytest.mark.parametrize(
    ("hash", "title"),
    [
        ("#w-reply", "Answer a ticket"),
        ("#c-tags", "app/tags.py:57"),
        ("#f-f1", "Answer a ticket stops without Acme AI"),
        ("#f-f3", "cron tag_all waits for long"),
        ("#vendor:acme", "Acme AI"),
        ("#platform:bolt-api", "bolt-api"),
        ("#model:corvid-large", "corvid-large"),
    ],
)
def test_every_item_has_an_address(show: Show, hash: str, title: str) -> None:
    assert show(case.report(), hash).locator("#drawer h3").inner_text() == title


@pytest.mark.parametrize(
    "hash", ["#nothing", "#%E0%A4%A", "#;if=vendor:none", "#;level=none", "#;;=", "#map"]
)
def test_an_address_of_nothing_does_no_harm(show: Show, hash: str) -> None:
    page = show(case.report(), hash)
    assert page.locator("#drawer").is_hidden()
    assert page.locator(".map:visible").count() == 1


def test_tables_sort_by_a_column_both_ways(show: Show) -> None:
    page = show(case.report())
    calls = page.locator("#call-table")
    calls.get_by_role("button", name="Call").click()
    first = calls.locator("tbody tr td:first-child").all_inner_texts()
    assert first == sorted(first)
    calls.get_by_role("button", name="Call").click()
    assert calls.locator("tbody tr td:first-child").all_inner_texts() == first[::-1]
    flows = page.locator("#flow-table")
    flows.get_by_role("button", name="Corvid Labs").click()
    assert "GET /search" in flows.locator("tbody tr").first.inner_text()


def test_tables_filter_and_say_how_much_is_left(show: Show) -> None:
    page = show(case.report())
    page.get_by_label("Filter calls").fill("bolt embed")
    assert page.locator("#call-table tbody tr:visible").count() == 1
    assert page.locator("[data-for=call-table] .shown").inner_text() == "1 of 7 calls shown"


def test_a_table_is_downloaded_as_csv_in_which_nothing_is_a_formula(
    show: Show, tmp_path: Path
) -> None:
    evil = sample.workflow("w-evil", '=HYPERLINK("http://x","y")', "a.py", 1, ("c-reply",))
    odd = sample.workflow("w-odd", 'say "hi", twice', "@a.py", 1, ("c-reply",))
    page = show(case.report(workflows=(evil, odd, *sample.WORKFLOWS)), accept_downloads=True)
    with page.expect_download() as waiting:
        page.locator("[data-for=flow-table]").get_by_role("button", name="Download CSV").click()
    assert waiting.value.suggested_filename == "workflows.csv"
    waiting.value.save_as(tmp_path / "w.csv")
    text = (tmp_path / "w.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0][:3] == ["Workflow", "Begins at", "Kind"]
    assert '\'=HYPERLINK("http://x","y")' in [row[0] for row in rows]
    assert ['say "hi", twice', "'@a.py:1"] in [row[:2] for row in rows]
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r")]
    assert "stops" in rows[1]


def test_without_javascript_everything_is_there_to_read(show: Show) -> None:
    page = show(case.report(), java_script_enabled=False)
    assert page.locator(".map:visible svg").count() == 1
    page.get_by_text("Calls", exact=True).first.click()
    assert page.locator(".map:visible").get_attribute("data-level") == "call"
    assert page.locator("#flow-table tbody tr").count() == 4
    assert page.get_by_text("Answer a ticket stops without Acme AI").is_visible()
    assert (
        page.locator(
            ".table-tools:visible, .result:visible, #drawer:visible, #find:visible"
        ).count()
        == 0
    )
    page.locator("#c-reply summary").click()
    assert page.locator("#c-reply").get_by_text("client.chat(model=MODEL)").is_visible()


def test_nothing_stands_out_of_a_narrow_screen(show: Show) -> None:
    report, name = case.report(), "a_long_folder/" * 6
    report = replace(
        report,
        workflows=tuple(replace(w, name=f"python {name}{w.id}.py") for w in report.workflows),
        playbooks=(Playbook("no-fallback", "A second way", (), (f"See {name}main.py.",), ()),),
    )
    page = show(report, viewport={"width": 390, "height": 844})
    page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_address_of_one_place_shows_that_place_alone(show: Show) -> None:
    places = [case.finding(f"g{n}", "It stops", path=f"app/part{n}.py") for n in range(3)]
    page = show(case.report(findings=tuple(places)), "#f-g1")
    assert page.locator("#drawer h3").inner_text() == "It stops"
    said = page.locator("#drawer").inner_text()
    assert "app/part1.py:48" in said
    assert "app/part0.py:48" not in said
    assert "app/part2.py:48" not in said


def test_steps_lead_to_the_forge_where_it_is_known(show: Show) -> None:
    page = show(case.report(), "#w-reply", source_url="https://forge.example/o/r/blob")
    link = page.locator("#drawer .chain a").first.get_attribute("href")
    assert link == f"https://forge.example/o/r/blob/{'0' * 40}/app/routes.py#L22"


def test_hostile_names_stay_text(show: Show) -> None:
    act = "document.title='owned'"
    evil = f'<img src=x onerror="{act}"></script><script>{act}</script>'
    flow = replace(sample.WORKFLOWS[0], name=evil)
    page = show(case.report(workflows=(flow, *sample.WORKFLOWS[1:])), "#w-reply;if=vendor:acme")
    assert page.locator("#drawer h3").inner_text() == evil
    assert page.title().startswith("AI dependency audit")
    assert evil in page.locator(".result").inner_text()


def test_two_thousand_nodes_can_be_used(show: Show) -> None:
    page = show(big(2000), "#;level=call")
    page.locator("input[name=loss]").nth(1).check()
    assert "Without" in page.locator("nav .now").inner_text()
    assert page.locator(".map:visible .box").count() <= 41 * 5
    page.locator(".map:visible .box", has_text="calls in").first.click()
    assert page.locator("#drawer li").count() > 1
