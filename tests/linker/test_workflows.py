"""What is a workflow and what is none, and which calls no workflow reaches."""

from __future__ import annotations

from textwrap import dedent

import pytest

from auditor.settings import Settings, WorkflowSetting
from tests.linker.modules import CALL, LLM
from tests.linker.reading import AuditTree, anthropic, kinds, openai, targets, unreached, workflows


def test_a_call_that_no_entry_point_reaches_is_listed_as_such(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from flask import Flask
                from openai import OpenAI

                app = Flask(__name__)
                client = OpenAI()


                @app.get("/")
                def index():
                    return client.responses.create(model="gpt-4o", input="used")


                def _forgotten():
                    return client.responses.create(model="gpt-4o-mini", input="unused")


                def exported():
                    return client.responses.create(model="gpt-4.1", input="for others")
            """
        }
    )
    assert unreached(report) == ["app.py:14", "app.py:18"]
    assert workflows(report) == {"GET /": ["app.py:10"], "exported": ["app.py:18"]}
    assert kinds(report)["exported"] == "library"


def test_a_public_function_that_another_one_calls_is_no_workflow_of_its_own(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "kit.py": """
                from openai import OpenAI


                def send(prompt):
                    return OpenAI().responses.create(model="gpt-4o", input=prompt)


                def summarise(text):
                    return send(f"summarise {text}")
            """
        }
    )
    assert workflows(report) == {"summarise": ["kit.py:5"]}


def test_the_order_of_definitions_does_not_make_a_function_public(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "kit.py": """
                from openai import OpenAI


                def summarise(text):
                    return send(f"summarise {text}")


                def send(prompt):
                    return OpenAI().responses.create(model="gpt-4o", input=prompt)
            """
        }
    )
    assert workflows(report) == {"summarise": ["kit.py:9"]}


def test_an_entry_point_that_asks_no_model_is_not_listed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "app.py": """
                from flask import Flask

                from llm import ask

                app = Flask(__name__)


                @app.get("/health")
                def health():
                    return "ok"


                @app.get("/ask")
                def answer():
                    return ask("hello")
            """,
        }
    )
    assert workflows(report) == {"GET /ask": CALL}


TESTED = {
    "llm.py": LLM,
    "app.py": """
        from flask import Flask

        from llm import ask

        app = Flask(__name__)


        @app.get("/ask")
        def answer():
            return ask("hello")
    """,
    "tests/test_llm.py": """
        from anthropic import Anthropic

        from llm import ask


        def test_ask():
            assert ask("hello")


        def test_judge():
            verdict = Anthropic().messages.create(
                model="claude-haiku-4-5", messages=[], max_tokens=9
            )
            assert verdict


        if __name__ == "__main__":
            test_judge()
    """,
}


def test_calls_in_tests_are_marked_and_form_no_workflow(audit_tree: AuditTree) -> None:
    report = audit_tree(TESTED)
    assert {call.path: call.in_tests for call in report.calls} == {
        "llm.py": False,
        "tests/test_llm.py": True,
    }
    assert targets(report)["tests/test_llm.py:11"] == anthropic("claude-haiku-4-5")
    assert targets(report)["llm.py:7"] == openai("gpt-4o")
    assert workflows(report) == {"GET /ask": CALL}


def test_workflows_in_tests_are_listed_when_asked_for(audit_tree: AuditTree) -> None:
    report = audit_tree(TESTED, Settings(include_tests=True))
    assert "GET /ask" in workflows(report)
    assert workflows(report)["python tests/test_llm.py"] == ["tests/test_llm.py:11"]


def test_an_application_built_by_tests_does_not_blur_the_real_one(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "writer.py": """
                import litellm


                class Writer:
                    def __init__(self, model="gpt-4o"):
                        self.model = model

                    def write(self, prompt):
                        return litellm.completion(model=self.model, messages=[prompt])
            """,
            "tests/fake_app.py": """
                from flask import Flask

                from writer import Writer

                app = Flask(__name__)


                @app.get("/fake")
                def fake():
                    return Writer("ollama/llama3.1").write("hello")
            """,
        }
    )
    assert targets(report) == {"writer.py:9": openai("gpt-4o")}


def test_a_workflow_gets_the_name_and_weight_that_the_settings_give_it(
    audit_tree: AuditTree,
) -> None:
    said = WorkflowSetting("GET /*", name="Ask the desk", criticality="critical", owner="desk")
    report = audit_tree(TESTED, Settings(workflows=(said,)))
    (flow,) = report.workflows
    assert (flow.name, flow.criticality, flow.owner) == ("Ask the desk", "critical", "desk")


@pytest.mark.parametrize(
    ("handler", "name"),
    [
        ("on_message(self, message)", "on_message"),
        ("process(self, item)", "process"),
    ],
)
def test_an_object_handed_to_a_library_that_runs_it_is_reached(
    audit_tree: AuditTree, handler: str, name: str
) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "app.py": f"""
                import pipelib

                from llm import ask


                class Step(pipelib.Step):
                    def {handler}:
                        return ask("hello")


                if __name__ == "__main__":
                    pipelib.run([Step()])
            """,
        }
    )
    assert workflows(report)["python app.py"] == CALL


ADAPTER = """
    from openai import OpenAI


    class Adapter:
        def __init__(self):
            self.client = OpenAI()

        def ask(self, text):
            reply = self.client.responses.create(model="gpt-4o", input=text)
            return reply.output_text


    def answer(text):
        return Adapter().ask(text)
"""


@pytest.mark.parametrize(
    "said", ["bool(reply)", "len(reply) > 0", "reply is not None", "True", "not reply"]
)
def test_trying_out_whether_somebody_answers_is_no_workflow(
    audit_tree: AuditTree, said: str
) -> None:
    probe = f"""

    class Probed(Adapter):
        def is_well(self):
            try:
                reply = self.ask("hello")
                return {said}
            except Exception:
                return False
    """
    report = audit_tree({"app.py": dedent(ADAPTER) + dedent(probe)})
    assert workflows(report) == {"answer": ["app.py:9"]}
    assert [call.verdict for call in report.calls] == ["none"]


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ('def is_rude(self): return "yes" in self.ask(self.text)', "Other.is_rude"),
        ("def is_rude(self, text): return bool(self.ask(text))", "Other.is_rude"),
        ("def is_well(self): return bool(self.ask('hello'))", "Other.is_well"),
        ("def summary(self): return self.ask('hello')", "Other.summary"),
    ],
)
def test_a_function_that_reads_the_answer_or_lets_it_fail_is_a_workflow(
    audit_tree: AuditTree, body: str, kept: str
) -> None:
    other = f"\n\nclass Other(Adapter):\n    {body}\n"
    report = audit_tree({"app.py": dedent(ADAPTER) + other})
    assert workflows(report) == {"answer": ["app.py:9"], kept: ["app.py:9"]}


def test_what_only_a_probe_asks_belongs_to_it(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                def is_well():
                    try:
                        OpenAI().responses.create(model="gpt-4o", input="hello")
                        return True
                    except Exception:
                        return False
            """
        }
    )
    assert workflows(report) == {"is_well": ["app.py:6"]}
