"""The repair plan of whole repositories."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from auditor.audit import audit
from auditor.model.report import AuditReport
from auditor.settings import Settings

SAMPLES = Path(__file__).parents[2] / "sample_repos"

SWITCH = """
import os

import anthropic
import openai
from fastapi import FastAPI

app = FastAPI()


def by_openai(text):
    return openai.OpenAI().chat.completions.create(model="gpt-4o", messages=text)


def by_anthropic(text):
    return anthropic.Anthropic().messages.create(
        model="claude-haiku-4-5", max_tokens=9, messages=text
    )


def ask(text, provider):
    if provider == "openai":
        return by_openai(text)
    return by_anthropic(text)


@app.get("/answer")
def answer(text: str, provider: str):
    return ask(text, provider)


@app.get("/title")
def title(text: str, provider: str):
    return ask("title: " + text, provider)


@app.get("/guarded")
def guarded(text: str):
    try:
        return by_openai(text)
    except Exception:
        return "later"


@app.get("/chain")
def chain(text: str):
    return anthropic.Anthropic().completions.create(model="claude-2.1", prompt=text)
"""


@pytest.fixture
def planned(tmp_path: Path):
    def run(source: str) -> AuditReport:
        (tmp_path / "app.py").write_text(dedent(source).lstrip("\n"), encoding="utf-8")
        return audit([tmp_path], Settings())

    return run


def names(report: AuditReport, ids: tuple[str, ...]) -> set[str]:
    by_id = {flow.id: flow.name for flow in report.workflows}
    return {by_id[one] for one in ids}


def test_a_switch_between_vendors_is_one_place_for_all_workflows_behind_it(planned):
    report = planned(SWITCH)
    first, *others = report.repair_plan
    assert (first.kind, first.function, first.line) == ("shared-fallback", "ask", 22)
    assert names(report, first.workflows) == {"GET /answer", "GET /title"}
    assert names(report, first.remaining) == {"GET /chain"}
    assert len(first.calls) == 2
    [last] = others
    assert (last.kind, last.function) == ("add-fallback", "chain")
    assert (names(report, last.workflows), last.remaining) == ({"GET /chain"}, ())


def test_what_degrades_needs_no_repair(planned):
    report = planned(SWITCH)
    assert "GET /guarded" not in {
        name for step in report.repair_plan for name in names(report, step.workflows)
    }


def test_embeddings_need_a_second_index(planned):
    report = planned("""
        import openai

        if __name__ == "__main__":
            openai.OpenAI().embeddings.create(model="text-embedding-3-small", input="a")
        """)
    [step] = report.repair_plan
    assert (step.kind, step.effort, step.line) == ("second-index", "large", 4)


@pytest.mark.parametrize("sample", ["support-desk", "monorepo"])
def test_a_plan_frees_every_workflow_that_has_a_single_point(sample):
    report = audit([SAMPLES / sample], Settings())
    exposed = {flow.id for flow in report.workflows if flow.single_points}
    freed = [flow for step in report.repair_plan for flow in step.workflows]
    assert sorted(freed) == sorted(exposed)
    assert report.repair_plan[-1].remaining == ()


def test_what_only_a_gateway_stops_needs_a_way_around_it(tmp_path: Path):
    proxy = """
        model_list:
          - model_name: chat
            litellm_params: {model: openai/gpt-4o, api_key: os.environ/OPENAI_API_KEY}
          - model_name: spare
            litellm_params:
              model: anthropic/claude-haiku-4-5
              api_key: os.environ/ANTHROPIC_API_KEY
        litellm_settings:
          fallbacks: [{chat: [spare]}]
    """
    (tmp_path / "config.yaml").write_text(dedent(proxy).lstrip("\n"), encoding="utf-8")
    plan = {step.line: step for step in audit([tmp_path], Settings()).repair_plan}
    assert (plan[2].kind, plan[2].domains) == ("second-route", ("gateway:litellm-proxy",))
    assert plan[4].kind == "add-fallback", "nothing stands behind the spare"


def test_nothing_to_repair_is_no_plan(planned):
    assert planned("print(1)\n").repair_plan == ()
