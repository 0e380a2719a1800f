"""What merely has the name of a library, a class or a method of one is not taken for it."""

from __future__ import annotations

from tests.linker.modules import LLM
from tests.linker.reading import AuditTree, openai, targets, workflows


def test_a_file_of_a_library_s_name_does_not_hide_the_library(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": "",
            "shop/openai.py": """
                from openai import OpenAI


                class Writer:
                    def __init__(self):
                        self.client = OpenAI()

                    def write(self, prompt):
                        return self.client.responses.create(model="gpt-4o", input=prompt)
            """,
        }
    )
    assert targets(report) == {"shop/openai.py:9": openai("gpt-4o")}


def test_a_relative_import_of_that_file_means_the_file(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": "",
            "shop/providers/__init__.py": "",
            "shop/providers/openai.py": LLM,
            "shop/web.py": """
                from flask import Flask

                from .providers import openai

                app = Flask(__name__)


                @app.get("/")
                def index():
                    return openai.ask("hello")
            """,
        }
    )
    assert workflows(report) == {"GET /": ["shop/providers/openai.py:7"]}


def test_a_class_of_one_s_own_is_not_the_library_s(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "fakes.py": """
                import openai  # for its exceptions


                class Messages:
                    def create(self, **options):
                        return {"text": "canned"}


                class OpenAI:
                    def __init__(self):
                        self.responses = Messages()


                def ask():
                    return OpenAI().responses.create(model="gpt-4o")
            """
        }
    )
    assert report.calls == ()


def test_a_method_of_a_known_name_is_no_evidence_by_itself(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "sms.py": """
                import anthropic
                from twilio.rest import Client

                client = Client("sid", "token")


                def send(text):
                    return client.messages.create(body=text, to="+1", from_="+2")
            """
        }
    )
    assert report.calls == ()


def test_a_file_of_one_s_own_that_has_what_is_imported_is_meant(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app/__init__.py": "",
            "app/llm.py": LLM,
            "app/agents/writer.py": """
                from llm import ask


                def write():
                    return ask("hello")
            """,
            "app/main.py": """
                from agents.writer import write

                if __name__ == "__main__":
                    write()
            """,
        }
    )
    assert workflows(report) == {"python app/main.py": ["app/llm.py:7"]}


def test_a_file_of_one_s_own_without_what_is_imported_is_not(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": "",
            "shop/openai.py": "TIMEOUT = 20",
            "shop/ask.py": """
                from openai import OpenAI

                OpenAI().responses.create(model="gpt-4o", input="hello")
            """,
        }
    )
    assert targets(report) == {"shop/ask.py:3": openai("gpt-4o")}
