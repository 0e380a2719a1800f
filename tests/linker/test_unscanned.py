"""Code of the same repository that was not scanned: its names speak, and cover nothing."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree

KNOWN = """
    from anthropic import Anthropic

    client = Anthropic()


    def ask_claude(text):
        return client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])
"""


def test_a_call_into_code_that_was_not_scanned_names_whom_it_asks(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app/writer.py": """
                from app.gemini_client import GeminiClient


                def summary(text):
                    return GeminiClient().summarize(text)
            """
        }
    )
    (call,) = report.calls
    assert (call.path, call.line, call.vendors) == ("app/writer.py", 5, ("google",))
    assert call.on_loss["google"] == "stops"


@pytest.mark.parametrize(
    ("first", "second"),
    [("ask_openai", "ask_claude"), ("ask_claude", "ask_openai")],
    ids=["first", "second"],
)
def test_what_nobody_has_seen_covers_nothing(
    audit_tree: AuditTree, first: str, second: str
) -> None:
    report = audit_tree(
        {
            "known.py": KNOWN,
            "app.py": f"""
                from known import ask_claude
                from .openai_client import ask_openai


                def summary(text):
                    try:
                        return {first}(text)
                    except Exception:
                        return {second}(text)
            """,
        }
    )
    verdicts = {call.path: call.verdict for call in report.calls}
    assert verdicts.keys() == {"known.py", "app.py"}
    assert "cross-vendor" not in verdicts.values()
    assert verdicts["app.py" if first == "ask_openai" else "known.py"] == "unknown"


def test_a_file_that_is_there_is_read_instead(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app/__init__.py": "",
            "app/claude.py": KNOWN,
            "app/writer.py": """
                from .claude import ask_claude


                def summary(text):
                    return ask_claude(text)
            """,
        }
    )
    assert [call.path for call in report.calls] == ["app/claude.py"]


def test_a_file_that_is_there_and_asks_nobody_is_believed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "web/claude.ts": "export const ask = (text: string) => text;",
            "web/other.ts": "import OpenAI from 'openai'; export const c = new OpenAI();",
            "web/app.ts": """
                import { ask } from '#internal/claude';
                import { track } from '@/lib/missing/claude';
                export const run = (text: string) => { track(text); return ask(text); };
            """,
        }
    )
    assert report.calls == ()


def test_a_method_that_runs_on_one_of_several_objects_needs_whom_each_of_them_asks(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "hub.py": """
                import requests


                class Client:
                    def __init__(self, endpoint):
                        self.endpoint = endpoint

                    def create(self, model, messages):
                        body = {"model": model, "messages": messages}
                        return requests.post(f"{self.endpoint}/chat/completions", json=body).json()


                class Hub:
                    def __init__(self, client):
                        self.client = client

                    def ask(self, model, messages):
                        return self.client.create(model=model, messages=messages)


                def start(registry, entry):
                    registry[entry.id] = Hub(Client("https://api.openai.com/v1"))


                def start_with(client):
                    return Hub(client)
            """
        }
    )
    (hub,) = [w for w in report.workflows if w.name == "Hub.ask"]
    assert hub.on_loss["openai"] == "stops"
    assert {call.verdict for call in report.calls if call.vendors} == {"none"}


def test_a_function_of_unknown_make_that_is_given_a_known_model_asks_it(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "again.py": """
                import openai


                class Again:
                    def __init__(self, wrapped, order=["gpt-4o", "gpt-3.5-turbo-instruct"]):
                        self.wrapped = wrapped
                        self.order = order

                    def __call__(self, **options):
                        for name in self.order:
                            given = dict(options)
                            given["model"] = name
                            given["prompt"] = options["text"]
                            answer = self.ask(given)
                            if answer is not None:
                                return answer
                        return "Sorry, nobody answers."

                    def ask(self, given):
                        plain = self.wrapped.plain()
                        try:
                            return plain(**given)
                        except Exception:
                            return None
            """
        }
    )
    (call,) = report.calls
    assert (call.line, call.vendors) == (22, ("openai",))
    assert call.models == ("gpt-3.5-turbo-instruct", "gpt-4o")
    assert call.verdict != "cross-vendor"


def test_what_only_writes_down_a_model_and_a_prompt_asks_nobody(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "notes.py": """
                import openai


                def note(sink, tracker, prompt):
                    sink.write(model="gpt-4o", prompt=prompt)
                    tracker(model="our-model", prompt=prompt)
                    tracker(model="gpt-4o", text=prompt)
            """
        }
    )
    assert report.calls == ()
