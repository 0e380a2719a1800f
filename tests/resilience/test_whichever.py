"""Calls of which nobody knows whom they ask first, in workflows that ask more than that."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.audit import audit
from auditor.model.report import CallReport
from auditor.settings import Settings

CODE = """
import fastapi
from langchain_anthropic import ChatAnthropic
from langchain_openai import ChatOpenAI

app = fastapi.FastAPI()
gpt = ChatOpenAI(model="gpt-4o")
claude = ChatAnthropic(model="claude-sonnet-4-5")
resting = {}


def ask(text, name):
    BODY


@app.get("/ask")
def answer(text: str, name: str):
    found = ask(text, name)
    return found, gpt.invoke("What is " + text)
"""
WHOEVER_IS_WELL = """for model in [gpt, claude]:
        if model.name in resting:
            if resting[model.name] > len(text):
                continue
            else:
                del resting[model.name]
        try:
            return model.invoke(text)
        except Exception:
            resting[model.name] = 9
    raise RuntimeError("nobody answers")"""
EITHER = """model = gpt if name == "gpt" else claude
    return model.invoke(text)"""
OR_SORRY = """model = gpt if name == "gpt" else claude
    try:
        return model.invoke(text)
    except Exception:
        return "Sorry."
"""


def asking_both(tmp_path: Path, body: str) -> CallReport:
    """The line that asks either of the two models."""
    (tmp_path / "app.py").write_text(CODE.replace("BODY", body))
    calls = audit([tmp_path], Settings()).calls
    (found,) = [call for call in calls if len(call.vendors) > 1]
    return found


def test_what_else_the_workflow_asks_is_no_matter_of_the_call(tmp_path: Path) -> None:
    assert asking_both(tmp_path, WHOEVER_IS_WELL).verdict == "cross-vendor"


@pytest.mark.parametrize("body", [EITHER, OR_SORRY])
def test_who_chooses_one_of_them_is_not_covered(tmp_path: Path, body: str) -> None:
    assert asking_both(tmp_path, body).verdict != "cross-vendor"
