from __future__ import annotations

from auditor.graph.build import build_vendor_graph
from auditor.graph.export import export
from auditor.graph.small import build_small_graph
from auditor.model.report import AuditReport
from tests.report import sample


def big(workflows: int, vendors: int) -> AuditReport:
    """Every workflow asks two vendors; every third survives."""
    calls, flows = [], []
    for number in range(workflows):
        pair = (f"v{number % vendors:02}", f"v{(number + 1) % vendors:02}")
        word = "survives" if number % 3 == 0 else "stops"
        calls.append(sample.call(f"c{number}", "a.py", number + 1, pair))
        losses = dict.fromkeys(pair, word)
        flow = sample.workflow(
            f"w{number}", f"flow {number:03}", "a.py", 1, (f"c{number}",), pair, losses
        )
        flows.append(flow)
    coverage = sample.empty().coverage
    return sample.report(calls=tuple(calls), workflows=tuple(flows), coverage=coverage)


def test_a_small_graph_is_left_as_it_is():
    report = sample.report()
    small, whole = build_small_graph(report), build_vendor_graph(report)
    assert export(small, "json") == export(whole, "json")


def test_a_big_one_has_at_most_twelve_nodes_and_every_call_is_in_it():
    for workflows, vendors in ((40, 2), (40, 30), (11, 11), (2, 30), (300, 3)):
        graph = build_small_graph(big(workflows, vendors))
        assert graph.number_of_nodes() <= 12
        assert sum(data["calls"] for *_, data in graph.edges(data=True)) == 2 * workflows


def test_what_is_drawn_as_one_node_is_counted():
    graph = build_small_graph(big(40, 2))
    labels = [data["label"] for _, data in graph.nodes(data=True)]
    assert "31 more workflows" in labels
    assert len(labels) == 12


def test_workflows_that_stop_keep_nodes_of_their_own():
    graph = build_small_graph(big(12, 2))
    own = {data["label"] for _, data in graph.nodes(data=True) if data["kind"] == "workflow"}
    assert {f"flow {n:03}" for n in range(12) if n % 3} < own
    assert "flow 009" not in own


def test_no_outcome_is_claimed_for_many_at_once():
    graph = build_small_graph(big(40, 2))
    many = [data for source, _, data in graph.edges(data=True) if source == "workflow:..."]
    assert many
    assert {data["on_loss"] for data in many} == {"unknown"}
