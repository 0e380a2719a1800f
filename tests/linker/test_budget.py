"""Limits of the work that following values may take: every one that is met is said."""

from __future__ import annotations

import pytest

from auditor.linker import budget
from auditor.model.report import AuditReport
from auditor.settings import Settings
from tests.linker.reading import AuditTree, only, openai

#: The second way is taken by one route, and by the other it is not.
TWO_WAYS = {
    "app.py": """
    import anthropic
    import openai
    from fastapi import FastAPI

    app = FastAPI()

    def ask(text, spare):
        try:
            return openai.OpenAI().responses.create(model="gpt-4o", input=text)
        except Exception:
            if spare:
                return anthropic.Anthropic().messages.create(
                    model="claude-sonnet-4-5", max_tokens=9, messages=[]
                )
            raise

    @app.get("/a")
    def with_spare():
        return ask("a", True)

    @app.get("/b")
    def without():
        return ask("b", False)
    """
}


def codes(report: AuditReport) -> list[str]:
    """The codes of what was cut short."""
    return [problem.code for problem in report.diagnostics]


def test_what_is_not_run_again_is_said_and_never_covered(
    audit_tree: AuditTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = audit_tree(TWO_WAYS)
    assert codes(whole) == []
    monkeypatch.setattr(budget, "STEPS_IN_ALL", 4)
    short = audit_tree(TWO_WAYS)
    assert codes(short) == ["work-limit"]
    assert [call.id for call in short.calls] == [call.id for call in whole.calls]
    assert short.diagnostics[0].line == 7
    assert "ask is not run again" in short.diagnostics[0].message
    lost = {flow.name: flow.on_loss["openai"] for flow in short.workflows}
    assert lost["GET /a"] in ("survives", "unknown")
    assert lost["GET /b"] == "unknown"


def test_every_function_is_run_once_whatever_is_spent(
    audit_tree: AuditTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    chain = "".join(f"def f{n}(x):\n    return f{n + 1}(x)\n\n\n" for n in range(20))
    source = f"import litellm\n\n\n{chain}def f20(x):\n    litellm.completion(model='gpt-4o')\n"
    monkeypatch.setattr(budget, "STEPS_OF_ONE", 0)
    report = audit_tree({"app.py": f"{source}\n\nif __name__ == '__main__':\n    f0(1)\n"})
    assert only(report) == openai("gpt-4o")
    assert [flow.name for flow in report.workflows if flow.kind != "library"] == ["python app.py"]


def test_a_strict_scan_does_not_take_work_that_was_not_done(
    audit_tree: AuditTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    strict = Settings(strict=True, fail_on=None)
    whole = audit_tree(TWO_WAYS, strict)
    monkeypatch.setattr(budget, "STEPS_IN_ALL", 4)
    short = audit_tree(TWO_WAYS, strict)
    outcomes = [report.gate.outcome for report in (whole, short) if report.gate]
    assert outcomes == ["passed", "refused"]


def test_a_function_called_in_too_many_ways_is_said(audit_tree: AuditTree) -> None:
    calls = "".join(f"ask('gpt-4o-{n}')\n" for n in range(60))
    report = audit_tree(
        {
            "app.py": "import litellm\n\n\ndef ask(model):\n"
            f"    return litellm.completion(model=model, messages=[])\n\n\n{calls}"
        }
    )
    assert codes(report) == ["too-many-contexts"]
    assert report.diagnostics[0].line == 4


def test_a_model_that_may_be_more_than_is_told_apart_is_said(audit_tree: AuditTree) -> None:
    names = "".join(f'    "task-{n}": "gpt-4o-{n}",\n' for n in range(60))
    source = (
        f"import litellm\n\nMODELS = {{\n{names}}}\n\n\ndef ask(task):\n"
        "    return litellm.completion(model=MODELS[task], messages=[])\n"
    )
    report = audit_tree({"app.py": source}, Settings(strict=True, fail_on=None))
    assert codes(report) == ["too-many-choices"]
    assert report.diagnostics[0].line == source.count("\n")
    assert report.calls[0].dynamic
    assert report.gate is not None
    assert report.gate.outcome == "refused"


def test_objects_beyond_those_that_are_tried_are_said(audit_tree: AuditTree) -> None:
    made = "".join(f"ASK_{n} = Ask('gpt-4o-{n}')\n" for n in range(7))
    report = audit_tree(
        {
            "app.py": "import litellm\n\n\nclass Ask:\n"
            "    def __init__(self, model):\n        self.model = model\n\n"
            "    def answer(self, text):\n"
            f"        return litellm.completion(model=self.model, messages=[text])\n\n\n{made}"
        }
    )
    assert codes(report) == ["too-many-choices"]
    assert report.diagnostics[0].line == 8
