"""The repair plan against every set of places there is, on small graphs."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.graph.repair import plan_repairs
from auditor.model.repair import Exposed, Place, Ways
from tests.report import sample

REPORT = sample.report(calls=tuple(sample.call(f"c{n}", "a.py", n) for n in range(4)))


def place(node: str, effort: str = "medium", height: int = 0) -> Place:
    kind = "add-fallback" if node.startswith("c") else "shared-fallback"
    calls = (node,) if node.startswith("c") else ()
    return Place(node, "a.py", 1, node, kind, effort, "change", calls, height)


def flow(name: str, start: str, *calls: str, weight: int = 2) -> Exposed:
    return Exposed(name, weight, start, frozenset(calls))


def plan(ways: Ways) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Per step the function or call, what it saves, and what remains."""
    return [(s.function, s.workflows, s.remaining) for s in plan_repairs(ways, REPORT)]


def test_a_call_that_several_workflows_share_comes_first():
    ways = Ways(
        (flow("w1", "f1", "c0"), flow("w2", "f2", "c0"), flow("w3", "f3", "c1")),
        (("f1", "c0"), ("f2", "c0"), ("f3", "c1")),
        (place("c0"), place("c1")),
    )
    assert plan(ways) == [("c0", ("w1", "w2"), ("w3",)), ("c1", ("w3",), ())]


def test_a_function_that_all_ways_lead_through_is_one_change_for_many_calls():
    ways = Ways(
        (flow("w1", "f1", "c0", "c1"), flow("w2", "f2", "c1", "c2")),
        (("f1", "f"), ("f2", "f"), ("f", "c0"), ("f", "c1"), ("f", "c2")),
        (place("c0"), place("c1"), place("c2"), place("f")),
    )
    assert plan(ways) == [("f", ("w1", "w2"), ())]


def test_of_two_such_functions_the_one_near_the_calls_is_taken():
    ways = Ways(
        (flow("w", "f1", "c0", "c1"),),
        (("f1", "far"), ("far", "near"), ("near", "c0"), ("near", "c1")),
        (place("c0"), place("c1"), place("far", height=2), place("near", height=1)),
    )
    assert plan(ways) == [("near", ("w",), ())]


def test_a_critical_workflow_comes_before_more_that_matter_less():
    ways = Ways(
        (flow("w1", "f1", "c0", weight=4), flow("w2", "f2", "c1", weight=1),
         flow("w3", "f3", "c1", weight=1)),
        (("f1", "c0"), ("f2", "c1"), ("f3", "c1")),
        (place("c0"), place("c1")),
    )  # fmt: skip
    assert [step[0] for step in plan(ways)] == ["c0", "c1"]


def test_a_workflow_that_nobody_can_save_is_said_to_remain():
    ways = Ways(
        (flow("w1", "f1", "c0"), flow("w2", "f2", "c9"), flow("w3", "f3")),
        (("f1", "c0"), ("f2", "c9")),
        (place("c0"),),
    )
    assert plan(ways) == [("c0", ("w1",), ("w2", "w3"))]


def test_less_effort_is_preferred_where_the_number_is_the_same():
    ways = Ways(
        (flow("w", "f1", "c0"),),
        (("f1", "f"), ("f", "c0")),
        (place("c0", "large"), place("f", "small")),
    )
    assert plan(ways) == [("f", ("w",), ())]


NODES = ("f0", "f1", "f2", "c0", "c1", "c2")
STARTS = ("s0", "s1", "s2")


@st.composite
def problems(draw: st.DrawFn) -> Ways:
    """Up to three workflows, three functions and three calls; edges lead only onwards."""
    order = (*STARTS, *NODES)
    possible = [
        (a, b) for n, a in enumerate(order) for b in order[n + 1 :]
        if not a.startswith("c") and not b.startswith("s")
    ]  # fmt: skip
    edges = draw(st.sets(st.sampled_from(possible), max_size=14))
    flows = []
    for start in STARTS:
        reached = sorted(node for node in reach({start}, edges, ()) if node.startswith("c"))
        if reached:
            calls = draw(st.sets(st.sampled_from(reached), min_size=1))
            flows.append(flow(f"w-{start}", start, *calls, weight=draw(st.integers(1, 4))))
    functions = draw(st.sets(st.sampled_from(NODES[:3])))
    nodes = [*sorted(functions), "c0", "c1", "c2"]
    return Ways(tuple(flows), tuple(sorted(edges)), tuple(map(place, nodes)))


def reach(start: set[str], edges, without) -> set[str]:
    seen = set(start) - set(without)
    while more := {b for a, b in edges if a in seen} - seen - set(without):
        seen |= more
    return seen


def saved(one: Exposed, edges, chosen) -> bool:
    return not one.calls & reach({one.start}, edges, chosen)


def fewest(ways: Ways) -> int:
    nodes = [one.node for one in ways.places]
    return next(
        size
        for size in range(len(nodes) + 1)
        for some in combinations(nodes, size)
        if all(saved(one, ways.edges, some) for one in ways.exposed)
    )


@settings(max_examples=300, deadline=None)
@given(problems())
def test_no_plan_is_shorter_and_every_step_says_the_truth(ways: Ways):
    steps = plan_repairs(ways, REPORT)
    assert len(steps) == fewest(ways)
    weights = {one.workflow: one.weight for one in ways.exposed}
    before: set[str] = set()
    for number, step in enumerate(steps, 1):
        chosen = {one.function for one in steps[:number]}
        now = {one.workflow for one in ways.exposed if saved(one, ways.edges, chosen)}
        assert set(step.workflows) == now - before
        assert set(step.remaining) == weights.keys() - now
        assert step.weight == sum(weights[name] for name in step.workflows)
        before = now
    assert before == weights.keys()
