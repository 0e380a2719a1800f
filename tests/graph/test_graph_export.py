from __future__ import annotations

import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from auditor.graph.build import build_call_graph, build_vendor_graph
from auditor.graph.export import FORMATS, export
from tests.report import sample

EVIL = (
    '"] --> x["; click n1 "javascript:alert(1)"\n%%{init: {}}%% <b>&amp; `md` #quot; \\" \x1b[31m'
)


def small():
    call = sample.call("c", "a.py", 7, gateways=("hub",))
    flow = sample.workflow("w", "GET /a", "a.py", 1, ("c",))
    coverage = replace(sample.COVERAGE, unreached=())
    return sample.report(calls=(call,), workflows=(flow,), coverage=coverage)


def test_mermaid_by_call():
    assert (
        export(build_call_graph(small()), "mermaid")
        == """\
flowchart LR
  n1(["GET /a"])
  n2["a.py:7 chat"]
  n3{{"hub"}}
  n4("acme-large")
  n5[["acme-api"]]
  n6[("Acme AI")]
  n1 --> n2
  n2 --> n3
  n3 --> n4
  n4 --> n5
  n5 --> n6
"""
    )


def test_mermaid_by_vendor():
    assert (
        export(build_vendor_graph(small()), "mermaid")
        == """\
flowchart LR
  n1(["GET /a"])
  n2[("Acme AI")]
  n1 -->|"1 call, stops"| n2
"""
    )


def test_dot_by_vendor():
    assert (
        export(build_vendor_graph(small()), "dot")
        == """\
digraph auditor {
  rankdir=LR;
  n1 [label="GET /a", shape=oval];
  n2 [label="Acme AI", shape=cylinder];
  n1 -> n2 [style=solid, label="1 call, stops"];
}
"""
    )


def test_json_has_all_that_is_known_of_nodes_and_edges():
    document = json.loads(export(build_vendor_graph(small()), "json"))
    assert document == {
        "nodes": [
            {"id": "workflow:w", "kind": "workflow", "label": "GET /a"},
            {"id": "vendor:acme", "kind": "vendor", "label": "Acme AI"},
        ],
        "edges": [
            {
                "source": "workflow:w",
                "target": "vendor:acme",
                "kind": "asks",
                "calls": 1,
                "on_loss": "stops",
            }
        ],
    }


def test_what_is_not_certain_is_drawn_with_a_broken_line():
    report = sample.report(calls=(sample.call("c", "a.py", 1, ("acme", "bolt")),), workflows=())
    assert "n1 -.-> n2" in export(build_call_graph(report), "mermaid")
    assert "n1 -> n2 [style=dashed];" in export(build_call_graph(report), "dot")


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_report_gives_the_same_text_whatever_its_order(form):
    report = sample.report()
    turned = replace(report, calls=report.calls[::-1], workflows=report.workflows[::-1])
    for build in (build_call_graph, build_vendor_graph):
        assert export(build(report), form) == export(build(turned), form)


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_graph_is_valid_text(form):
    assert export(build_call_graph(sample.empty()), form).strip()


def hostile():
    call = sample.call("c", EVIL, 7, gateways=(EVIL,), models=(EVIL,), kind=EVIL)
    flow = sample.workflow("w", EVIL, EVIL, 1, ("c",))
    return build_call_graph(sample.report(calls=(call,), workflows=(flow,), names={}))


def test_hostile_names_cannot_leave_their_quotes_in_mermaid():
    text = export(hostile(), "mermaid")
    for line in text.splitlines()[1:]:
        assert line.count('"') in (0, 2), line
        inside = line.partition('"')[2].rpartition('"')[0]
        assert not set(inside) & set('"<>`%\\\x1b')
        assert re.fullmatch(r"(?:[^#&;]|#\d+;)*", inside), line
    assert "%%" not in text


@pytest.mark.parametrize(
    ("name", "shown"),
    [("1. Answer", "1#46; Answer"), ("- all", "#45; all"), ("v1. x", "v1. x"), ("", "#160;")],
)
def test_no_name_is_taken_for_a_list_by_mermaid(name, shown):
    flow = sample.workflow("w", name, "a.py", 1, ("c-reply",))
    text = export(build_vendor_graph(sample.report(workflows=(flow,))), "mermaid")
    assert f'(["{shown}"])' in text


def test_hostile_names_cannot_leave_their_quotes_in_dot():
    text = export(hostile(), "dot")
    for line in text.splitlines()[2:-1]:
        assert re.fullmatch(
            r'  n\d+ (?:-> n\d+ )?\[(?:label="(?:[^"\\]|\\["\\])*", shape=\w+|style=\w+)\];', line
        ), line


def test_hostile_names_stay_text_in_json():
    labels = [node["label"] for node in json.loads(export(hostile(), "json"))["nodes"]]
    assert any("javascript:alert(1)" in label for label in labels)
    assert not any("\x1b" in label or "\n" in label for label in labels)


def test_svg_has_a_box_for_each_node_and_a_line_for_each_edge():
    graph = build_call_graph(sample.report())
    root = ElementTree.fromstring(export(graph, "svg"))
    boxes = root.findall(".//{*}a[@class]")
    assert len(boxes) == len(graph)
    assert len(root.findall(".//{*}path")) == graph.number_of_edges()
    shown = ["".join(box.itertext()) for box in boxes]
    assert any("Answer a ticket" in text for text in shown)
    titles = [text.text for text in root.findall(".//{*}g[@class='titles']/{*}text")]
    assert titles == ["Workflow", "Step", "Call", "Model", "Platform", "Vendor"]


def test_hostile_names_stay_text_in_svg():
    root = ElementTree.fromstring(export(hostile(), "svg"))
    tags = {element.tag.partition("}")[2] for element in root.iter()}
    assert tags == {"svg", "style", "g", "text", "path", "a", "title", "rect"}
    assert not [name for element in root.iter() for name in element.attrib if name[:2] == "on"]
