from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.graph.layout import HEAD, lay_out
from auditor.graph.levels import LEVELS, draw_level
from auditor.graph.measure import fit, text_width
from auditor.graph.picture import Box, Line, Picture
from tests.report import sample
from tests.report.html.big import big


def picture(sizes: list[int], lines: list[tuple[int, int]]) -> Picture:
    boxes = [Box(f"b{c}-{n}", "call", c, f"box {n}") for c, size in enumerate(sizes)
             for n in range(size)]  # fmt: skip
    return Picture(
        titles=tuple(f"column {c}" for c in range(len(sizes))),
        boxes=tuple(boxes),
        lines=tuple(Line(a, b, "asks") for a, b in lines),
        chains=tuple(lines),
    )


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    """Boxes in one to five columns, with lines that lead to the right."""
    sizes = draw(st.lists(st.integers(1, 8), min_size=1, max_size=5))
    column = [c for c, size in enumerate(sizes) for _ in range(size)]
    pairs = [
        (a, b) for a in range(len(column)) for b in range(len(column)) if column[a] < column[b]
    ]
    lines = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return picture(sizes, lines)


@settings(max_examples=100, deadline=None)
@given(pictures())
def test_no_box_stands_over_another_or_outside(drawn: Picture) -> None:
    layout = lay_out(drawn)
    assert len(layout.places) == len(drawn.boxes)
    for a, b in combinations(layout.places, 2):
        assert a.x + a.width <= b.x or b.x + b.width <= a.x or (
            a.y + a.height <= b.y or b.y + b.height <= a.y
        )  # fmt: skip
    for place in layout.places:
        assert HEAD <= place.y <= place.y + place.height <= layout.height
        assert 0 <= place.x <= place.x + place.width <= layout.width


def test_lines_that_can_be_straight_are_straight() -> None:
    """Three boxes each ask the one opposite, and are given in the wrong order."""
    layout = lay_out(picture([3, 3], [(0, 5), (1, 4), (2, 3)]))
    for source, target in ((0, 5), (1, 4), (2, 3)):
        assert layout.places[source].y == layout.places[target].y


def test_a_single_target_stands_level_with_the_middle_of_its_askers() -> None:
    layout = lay_out(picture([5, 1], [(n, 5) for n in range(5)]))
    assert layout.places[5].y == layout.places[2].y


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("report", [sample.report(), sample.empty(), big(2000)])
def test_every_level_of_any_report_can_be_laid_out(level: str, report: object) -> None:
    drawn = draw_level(report, level)  # type: ignore[arg-type]
    columns = [box.column for box in drawn.boxes]
    assert all(columns.count(c) <= 41 for c in set(columns))
    assert len(lay_out(drawn).places) == len(drawn.boxes)
    for line in drawn.lines:
        assert drawn.boxes[line.source].column < drawn.boxes[line.target].column


def test_calls_that_share_a_model_do_not_share_its_platforms() -> None:
    """Ways are kept one by one: nobody is shown to depend on what only a neighbour uses."""
    drawn = draw_level(sample.report(), "call")
    names = [box.key for box in drawn.boxes]
    ways = {tuple(names[n] for n in chain) for chain in drawn.chains}
    assert ("call:c-reply", "model:acme-large", "platform:acme-api", "vendor:acme") in ways
    assert ("call:c-legacy", "vendor:unknown") in ways
    assert len([way for way in ways if way[0] == "call:c-tags"]) == 2


def test_a_call_with_two_targets_may_ask_each() -> None:
    drawn = draw_level(sample.report(), "call")
    names = [box.key for box in drawn.boxes]
    kinds = {(names[line.source], names[line.target]): line.kind for line in drawn.lines}
    assert kinds["call:c-tags", "model:acme-large"] == "may-ask"
    assert kinds["call:c-reply", "model:acme-large"] == "asks"
    assert kinds["workflow:w-reply", "call:c-reply"] == "reaches"
    assert kinds["workflow:", "call:c-legacy"] == "reaches"


def test_workflows_with_the_same_fate_share_a_box_at_the_vendor_level() -> None:
    twin = sample.workflow("w-twin", "Answer again", "app/routes.py", 90, ("c-reply",))
    drawn = draw_level(sample.report(workflows=(*sample.WORKFLOWS, twin)), "vendor")
    assert [box.members for box in drawn.boxes if len(box.members) == 2] == [("w-reply", "w-twin")]


@given(st.text(), st.floats(20, 200), st.booleans())
def test_text_is_cut_to_its_room(text: str, room: float, from_the_start: bool) -> None:
    shown = fit(text, 12, room, cut_start=from_the_start)
    assert shown == text or ("…" in shown and text_width(shown, 12) <= room)
