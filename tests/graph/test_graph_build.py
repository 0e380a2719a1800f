from __future__ import annotations

import pytest

from auditor.graph.build import UNREACHED, build_call_graph, build_vendor_graph
from auditor.graph.focus import focus_on
from auditor.model.errors import AuditorError
from auditor.model.program import Evidence
from tests.report import sample


def edges(graph) -> set[tuple[str, str]]:
    return set(graph.edges)


def test_a_call_lies_between_its_workflow_and_its_vendor():
    graph = build_call_graph(sample.report())
    assert {
        ("workflow:w-reply", "step:app/routes.py:25"),
        ("step:app/routes.py:25", "call:c-reply"),
        ("call:c-reply", "model:acme-large"),
        ("model:acme-large", "platform:acme-api"),
        ("platform:acme-api", "vendor:acme"),
    } <= edges(graph)
    assert graph.nodes["vendor:acme"] == {"kind": "vendor", "label": "Acme AI"}
    assert graph.nodes["call:c-reply"]["label"] == "app/replies.py:48 chat"


def test_a_gateway_stands_before_the_model():
    call = sample.call("c", "a.py", 1, gateways=("hub",))
    graph = build_call_graph(sample.report(calls=(call,), workflows=()))
    assert {("call:c", "gateway:hub"), ("gateway:hub", "model:acme-large")} <= edges(graph)


def test_several_models_of_one_vendor_make_several_ways():
    call = sample.call("c", "a.py", 1, models=("m1", "m2"))
    graph = build_call_graph(sample.report(calls=(call,), workflows=()))
    assert edges(graph) == {
        ("call:c", "model:m1"),
        ("call:c", "model:m2"),
        ("model:m1", "platform:acme-api"),
        ("model:m2", "platform:acme-api"),
        ("platform:acme-api", "vendor:acme"),
    }


def test_no_pairing_of_models_and_vendors_is_made_up():
    call = sample.call("c", "a.py", 1, ("acme", "bolt"))
    graph = build_call_graph(sample.report(calls=(call,), workflows=()))
    assert ("model:acme-large", "platform:bolt-api") not in edges(graph)
    assert {target for _, target in edges(graph)} == {
        "model:acme-large",
        "model:bolt-large",
        "platform:acme-api",
        "platform:bolt-api",
        "vendor:acme",
        "vendor:bolt",
    }
    assert {data["kind"] for _, _, data in graph.edges(data=True)} == {"may-ask"}


def test_a_call_that_asks_nobody_knows_whom_is_drawn_too():
    assert ("call:c-legacy", "vendor:unknown") in edges(build_call_graph(sample.report()))


def test_calls_in_tests_are_drawn_only_where_a_workflow_runs_them():
    assert "call:c-test" not in build_call_graph(sample.report())
    flow = sample.workflow("w", "w", "a.py", 1, ("c-test",))
    assert "call:c-test" in build_call_graph(sample.report(workflows=(flow,)))


def test_a_recursive_path_does_not_point_at_itself():
    step = Evidence("a.py", 5, "calls f")
    flow = sample.workflow("w", "w", "a.py", 1, ("c",), paths={"c": (step, step)})
    report = sample.report(calls=(sample.call("c", "a.py", 9),), workflows=(flow,))
    graph = build_call_graph(report)
    assert ("step:a.py:5", "step:a.py:5") not in edges(graph)


def test_the_vendor_level_counts_calls_and_says_what_a_loss_does():
    graph = build_vendor_graph(sample.report())
    assert graph.edges["workflow:w-search", "vendor:bolt"] == {
        "kind": "asks",
        "calls": 1,
        "on_loss": "degrades",
    }
    assert {data["kind"] for _, data in graph.nodes(data=True)} == {"workflow", "vendor"}


def test_calls_that_no_entry_reaches_are_not_dropped_from_the_vendor_level():
    graph = build_vendor_graph(sample.report())
    assert (UNREACHED, "vendor:unknown") in edges(graph)


@pytest.mark.parametrize("name", ["vendor:corvid", "Corvid", "CORVID-API"])
def test_focus_keeps_all_that_leads_to_a_node_and_from_it(name):
    graph = focus_on(build_call_graph(sample.report()), name)
    assert {"workflow:w-search", "call:c-search", "vendor:corvid"} <= set(graph)
    assert "call:c-embed" not in graph
    assert "workflow:w-reply" not in graph


def test_focus_may_be_limited_in_depth():
    graph = focus_on(build_call_graph(sample.report()), "vendor:corvid", depth=1)
    assert set(graph) == {"vendor:corvid", "platform:corvid-api"}


def test_focus_on_nothing_is_an_error_with_advice():
    graph = build_vendor_graph(sample.report())
    with pytest.raises(AuditorError) as error:
        focus_on(graph, "vendor:corvit")
    assert (error.value.hint or "").startswith("did you mean vendor:corvid")
    with pytest.raises(AuditorError, match="nothing in the graph"):
        focus_on(graph, "zzzzzz")


def test_an_empty_report_makes_an_empty_graph():
    assert not build_call_graph(sample.empty())
    assert not build_vendor_graph(sample.empty())
