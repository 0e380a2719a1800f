"""The page as a file: what it says, and what it must never hold. How it behaves: test_browser."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.model.program import Evidence
from auditor.model.repair import Repair
from auditor.model.report import AuditReport, Replay, Target
from auditor.report import View, render
from tests.report import sample
from tests.report.hostile import quickly, reports
from tests.report.html import case
from tests.report.html.big import big, with_findings

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:;"
    " base-uri 'none'; form-action 'none'"
)


class Reader(HTMLParser):
    """Tags with the names of their attributes, ids, and the text outside of style and script."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.shape: Counter[tuple[str, ...]] = Counter()
        self.ids: list[str] = []
        self.words: list[str] = []
        self.links: list[str] = []
        self.data = ""
        self.metas: dict[str, str] = {}
        self._inside: dict[str, str | None] = {}
        self._tag = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.shape[(tag, *(name for name, _ in attrs))] += 1
        self._tag, self._inside = tag, known
        if known.get("id"):
            self.ids.append(str(known["id"]))
        if "href" in known:
            self.links.append(str(known["href"]))
        if tag == "meta" and "http-equiv" in known:
            self.metas[str(known["http-equiv"])] = str(known["content"])

    def handle_endtag(self, tag: str) -> None:
        self._tag = ""

    def handle_data(self, data: str) -> None:
        if self._tag == "script":
            self.data += data if self._inside.get("id") == "data" else ""
        elif self._tag != "style":
            self.words.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.words))


def shown(report: AuditReport) -> str:
    return render(report, "html", View())


def read(report: AuditReport) -> Reader:
    return Reader(shown(report))


def test_the_page_allows_no_network_and_asks_for_none() -> None:
    text = shown(case.report())
    assert Reader(text).metas == {"Content-Security-Policy": POLICY}
    assert not re.search(r"(?:src|srcset|action|data|poster)=[\"']?(?!image)\w+:", text)
    assert not re.search(r"url\(|@import|<link|<img|<iframe|fetch\(|XMLHttpRequest|WebSocket", text)


def test_links_stay_on_the_page_and_lead_somewhere() -> None:
    page = read(case.report())
    assert {link[0] for link in page.links} == {"#"}
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_an_id_stands_once() -> None:
    assert [id for id, number in Counter(read(case.report()).ids).items() if number > 1] == []


def test_the_same_report_gives_the_same_bytes_whatever_the_view() -> None:
    report = case.report()
    turned = replace(report, names=dict(reversed(list(report.names.items()))))
    assert render(turned, "html", View(width=40, color=True, verbose=True)) == shown(report)


def test_verdict_workflows_findings_and_debt_are_told() -> None:
    text = read(case.report()).text
    assert "3 of 4 workflows stop when one vendor, platform or gateway is lost." in text
    assert "4 workflows · 6 LLM calls and 1 more in tests · 3 vendors · 1 platform" in text
    for flow in sample.WORKFLOWS:
        assert flow.name in text
    assert "Answer a ticket stops without Acme AI" in text
    assert "Give it a second vendor." in text
    assert "a person answers then" in text
    assert "2027-03-31" in text
    assert "the model comes from a database" in text
    assert "34 typescript files were not read" in text


def test_what_all_findings_of_a_check_share_stands_once() -> None:
    more = tuple(case.finding(f"g{n}", f"flow {n} stops") for n in range(3))
    text = shown(case.report(findings=(*case.FINDINGS, *more)))
    assert text.count("Give it a second vendor.") == 2  # of no-fallback, and of no-timeout
    assert text.index("flow 2 stops") < text.index("GET /search has no timeout")


def test_what_is_true_of_several_places_is_told_once() -> None:
    more = tuple(
        case.finding(f"g{n}", "A ticket has no answer", path=f"app/part{n}.py", evidence=())
        for n in range(3)
    )
    page = read(case.report(findings=(*more, case.finding("h", "Another has none"))))
    assert page.text.count("A ticket has no answer") == 1
    assert {"f-g0", "f-g1", "f-g2", "f-h"} <= set(page.ids)
    told = "app/part0.py:48 proof, confidence high Link to this place app/part1.py:48"
    assert told in " ".join(page.text.split())
    assert "Concerns 1 workflow Answer a ticket" in " ".join(page.text.split())


def test_the_lines_of_a_call_stand_with_the_call() -> None:
    steps = (Evidence("app/replies.py", 48, "calls chat"), Evidence("app/ai.py", 3, "built here"))
    calls = tuple(replace(c, evidence=steps) if c.id == "c-reply" else c for c in sample.CALLS)
    start = Evidence("app/routes.py", 22, "the route starts here")
    same = case.finding("g1", "It stops", evidence=(start, *steps))
    other = case.finding("g2", "It waits", evidence=(start, steps[0]))
    text = read(case.report(calls=calls, findings=(same, other))).text
    assert "the route starts here then the 2 lines of its call" in text
    assert "the route starts here app/replies.py:48 calls chat Concerns" in text


def test_many_workflows_are_listed_once() -> None:
    flows = ("w-reply", "w-search", "w-summary")
    found = [case.finding(f"g{n}", f"It stops {n}", line=n, workflows=flows) for n in (1, 2)]
    page = read(case.report(findings=(*found, case.finding("h", "It waits", line=9))))
    assert "Concerns the same 3 workflows as app/replies.py:1 " in page.text
    assert page.text.count("Concerns Answer a ticket , GET /search , task summarise") == 1
    assert "#f-g1" in page.links


def test_the_repair_plan_says_what_each_step_leaves() -> None:
    first = Repair(
        path="app/replies.py", line=48, function="answer", kind="add-fallback", effort="small",
        change="ask another vendor when the call fails", calls=("c-reply",), domains=("acme",),
        workflows=("w-reply",), weight=2, remaining=("w-search", "w-summary"), remaining_weight=4,
    )  # fmt: skip
    second = replace(
        first, path="app/summary.py", workflows=("w-summary",), remaining=("w-search",)
    )
    text = read(case.report(repair_plan=(first, second))).text
    assert "2 changes cover 2 of 3 exposed workflows" in text
    assert (
        "1 ask another vendor when the call fails app/replies.py:48 small Answer a ticket 2" in text
    )
    assert "Repair plan" not in read(case.report()).text


REPLAYS = tuple(
    Replay(
        id=f"incident-{n}", title=f"Outage {n}", start=f"2026-0{n}-01", minutes=50 * n,
        domains=("vendor:acme",), uncertain=(), outcomes=outcomes, failed=("c-reply",),
    )
    for n, outcomes in enumerate([{"w-reply": "stops"}, {"w-tags": "unknown"}, {}], start=1)
)  # fmt: skip


def test_outages_that_happened_and_would_be_felt_can_be_chosen() -> None:
    page = read(case.report(replays=REPLAYS))
    assert "Outages that happened 2 of 3 would be felt here" in page.text
    assert page.text.index("Outage 2") < page.text.index("Outage 1")
    assert "Outage 3" not in page.text
    data = json.loads(page.data)
    losses = {loss["key"]: loss for loss in data["losses"]}
    first = losses["incident:incident-1"]["workflows"][data["workflows"].index("w-reply")]
    assert data["outcomes"][int(first)] == "stops"
    other = losses["incident:incident-1"]["workflows"][data["workflows"].index("w-summary")]
    assert data["outcomes"][int(other)] == "untouched"
    tags = losses["incident:incident-2"]["calls"][data["calls"].index("c-tags")]
    assert data["outcomes"][int(tags)] == "survives"
    assert "Outages that happened" not in read(case.report()).text


def test_outages_that_happened_change_no_verdict() -> None:
    before, after = read(case.report()).text, read(case.report(replays=REPLAYS)).text
    assert before.split("What if")[0] == after.split("What if")[0]


def test_places_are_links_only_where_the_forge_is_known() -> None:
    text = render(case.report(), "html", View(source_url="https://forge.example/o/r/blob"))
    address = f"https://forge.example/o/r/blob/{'0' * 40}/app/replies.py#L48"
    assert address in Reader(text).links
    assert json.loads(Reader(text).data)["source"] == f"https://forge.example/o/r/blob/{'0' * 40}/"
    assert "javascript:" not in render(case.report(), "html", View(source_url="javascript:x"))
    unknown = case.report(revision=None)
    assert "forge.example" not in render(unknown, "html", View(source_url="https://forge.example"))


def test_a_suppressed_finding_is_debt_and_no_finding() -> None:
    text = shown(case.report())
    findings = text[text.index("<section id=findings>") : text.index("<section id=single")]
    assert "cron tag_all waits for long" not in findings
    assert "1 high" in findings
    assert "1 known or ignored" in findings


@pytest.mark.parametrize(
    ("losses", "sentence"),
    [
        (["stops", "stops"], "All 2 workflows stop when one"),
        (["stops", "survives"], "1 of 2 workflows stops when one"),
        (["unknown", "survives"], "is lost; for 1 of 2 workflows it is not known."),
        (["degrades", "survives"], "is lost; 1 of 2 workflows degrades."),
        (["survives", "survives"], "Every workflow survives the loss of any one vendor"),
        (["unknown", "unknown"], "2 workflows; what a loss does to them is not known."),
    ],
)
def test_the_verdict_in_a_sentence(losses: list[str], sentence: str) -> None:
    flows = tuple(
        sample.workflow(f"w{n}", f"flow {n}", "a.py", n + 1, ("c-reply",), on_loss={"acme": word})
        for n, word in enumerate(losses)
    )
    assert sentence in read(sample.report(workflows=flows)).text


def test_no_use_of_a_model_is_said_so() -> None:
    assert "No use of a language model was found in 214 files." in read(sample.empty()).text


def test_untouched_is_claimed_only_where_every_target_is_known() -> None:
    """A call whose vendor is open may be asking the very vendor that is lost."""
    legacy = sample.workflow("w-old", "old prompts", "app/old.py", 3, ("c-legacy",), (), {})
    page = read(sample.report(workflows=(*sample.WORKFLOWS, legacy)))
    data = json.loads(page.data)
    place = data["workflows"].index("w-old")
    losses = {
        loss["key"]: data["outcomes"][int(loss["workflows"][place])] for loss in data["losses"]
    }
    assert losses["vendor:acme"] == "unknown"
    reply = data["workflows"].index("w-reply")
    [bolt] = [loss for loss in data["losses"] if loss["key"] == "vendor:bolt"]
    assert data["outcomes"][int(bolt["workflows"][reply])] == "untouched"


def test_each_target_keeps_its_platform() -> None:
    targets = (
        Target("acme", "acme-api", (), "m1"),
        Target("bolt", "bolt-api", ("gate",), "m2", True),
    )
    call = sample.call("c-two", "a.py", 1, ("acme", "bolt"), targets=targets)
    text = read(sample.report(calls=(*sample.CALLS, call))).text
    assert "m1 of Acme AI on acme-api" in text
    assert "m2 of Bolt on bolt-api, through gate; only after another has failed" in text


def test_two_hundred_nodes_and_their_findings_fit_into_300_kilobytes() -> None:
    report = big(200)
    found = with_findings(report)
    assert len(found.findings) == 35
    assert len(shown(found).encode()) < 300_000


def test_two_thousand_nodes_are_drawn_together_and_all_are_listed() -> None:
    report = big(2000)
    page = read(report)
    assert re.search(r"\d+ workflows are drawn as \d+ boxes, by f", page.text)
    assert re.search(r"\d+ models that are used least share one box", page.text)
    assert "Nothing is left out; the tables below list everything one by one." in page.text
    assert {flow.id for flow in report.workflows} <= set(page.ids)
    assert {call.id for call in report.calls} <= set(page.ids)


def test_every_workflow_is_in_a_box_at_every_level() -> None:
    report = big(2000)
    data = json.loads(read(report).data)
    for level in data["maps"].values():
        first = [box for box in level["boxes"] if box and isinstance(box[0], int)]
        members = Counter(n for box in first for n in box)
        assert set(range(len(report.workflows))) <= set(members)


HOSTILE = st.one_of(
    st.text(min_size=1),
    st.sampled_from(
        [
            "</script><script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "\"><svg onload=alert(1)>",
            "' onmouseover='alert(1)",
            "{{ 7*7 }}{% raw %}",
            "<!--",
            "]]>",
            "&lt;b&gt;",
            "javascript:alert(1)",
            "\u202eevil\u2066",
            "a\ud800b",
            "\x1b]8;;https://x\x07y",
            "</style><style>*{display:none}",
        ]
    ),
)  # fmt: skip


@quickly
@given(reports())
def test_any_report_becomes_a_page_with_no_more_scripts_than_its_own(report: AuditReport) -> None:
    page = read(report)
    assert [tag for tag in page.shape if tag[0] == "script"] == [
        ("script", "type", "id"),
        ("script", "type"),
    ]
    assert not [name for tag in page.shape for name in tag[1:] if name.startswith("on")]
    assert not [link for link in page.links if not link.startswith("#")]
    json.loads(page.data)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(evil=HOSTILE)
def test_strings_of_a_repository_change_no_tag(evil: str) -> None:
    """Wherever the text stands, the page has the tags and attributes it has with harmless text."""
    page, harmless = read(poisoned(evil)), tame()
    assert page.shape.keys() == harmless.shape.keys()
    assert page.shape[("script", "type", "id")] == page.shape[("script", "type")] == 1
    assert json.loads(page.data).keys() == json.loads(harmless.data).keys()
    page.text.encode("utf-8")


@cache
def tame() -> Reader:
    return read(poisoned("harmless"))


def poisoned(text: str) -> AuditReport:
    """A report with this text in every place that a repository can fill."""
    steps = (Evidence(text, 1, text), Evidence("b.py", 2, text))
    call = sample.call(
        "c-evil",
        text,
        3,
        function=text,
        vendors=("acme",),
        models=(text,),
        targets=(Target("acme", "acme-api", (), text), Target("", text, (text,), "")),
        conditions=(text,),
        leaks=(text,),
        on_loss={"acme": "stops", f"gateway:{text}": "stops"},
        evidence=steps,
    )
    flow = sample.workflow(
        "w-evil", text, text, 1, ("c-evil",), owner=text, criticality=text, kind=text,
        on_loss={"acme": "stops", f"gateway:{text}": "stops"},
        single_points=("vendor:acme", f"gateway:{text}"), paths={"c-evil": steps},
    )  # fmt: skip
    found = case.finding("f-evil", text, path=text, fix=text, evidence=steps, workflows=("w-evil",))
    decision = replace(case.DECISION, reason=text, path=text)
    coverage = replace(
        sample.COVERAGE, unresolved=(Evidence(text, 1, text),), files_read={text: 3}, unreached=()
    )
    return sample.report(
        root=text,
        calls=(call,),
        workflows=(flow,),
        clients=(replace(sample.report().clients[0], path=text),),
        findings=(found, replace(found, fingerprint="f-debt", suppressions=(decision,))),
        coverage=coverage,
        diagnostics=(replace(sample.report().diagnostics[0], path=text, message=text),),
        names={"acme": text},
    )
