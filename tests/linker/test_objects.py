"""Clients and models are followed through the objects that hold them."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, Target, anthropic, asks, only, openai, targets


def test_a_client_kept_in_an_attribute_is_used_by_a_method(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class Writer:
                    def __init__(self, key):
                        self._client = OpenAI(api_key=key)
                        self._model = "gpt-4o"

                    def write(self, prompt):
                        return self._send(prompt)

                    def _send(self, prompt):
                        return self._client.responses.create(model=self._model, input=prompt)
            """
        }
    )
    assert targets(report) == {"app.py:13": openai("gpt-4o")}


@pytest.mark.parametrize("decorator", ["property", "cached_property", "functools.cached_property"])
def test_a_client_made_on_first_use_by_a_property_is_followed(
    audit_tree: AuditTree, decorator: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                import functools
                from functools import cached_property

                from anthropic import Anthropic


                class Writer:
                    _client = None

                    @{decorator}
                    def client(self):
                        if self._client is None:
                            self._client = Anthropic()
                        return self._client

                    def write(self, prompt):
                        return self.client.messages.create(
                            model="claude-haiku-4-5", messages=[prompt], max_tokens=9
                        )
            """
        }
    )
    assert targets(report) == {"app.py:17": anthropic("claude-haiku-4-5")}


def test_a_client_set_by_another_method_than_the_constructor_is_followed(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import AsyncOpenAI


                class Writer:
                    def __init__(self):
                        self.client = None

                    async def start(self):
                        self.client = AsyncOpenAI()

                    async def write(self, prompt):
                        if self.client is None:
                            await self.start()
                        return await self.client.responses.create(model="gpt-4o", input=prompt)
            """
        }
    )
    assert targets(report) == {"app.py:14": openai("gpt-4o")}


def test_a_client_that_is_a_class_attribute_is_shared_by_all_objects(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class Writer:
                    client = OpenAI()

                    def write(self, prompt):
                        return self.client.responses.create(model="gpt-4o", input=prompt)

                    @classmethod
                    def draw(cls, prompt):
                        return cls.client.images.generate(model="dall-e-3", prompt=prompt)

                    @staticmethod
                    def read(text):
                        return Writer.client.embeddings.create(
                            model="text-embedding-3-small", input=text
                        )
            """
        }
    )
    assert targets(report) == {
        "app.py:8": openai("gpt-4o"),
        "app.py:12": openai("dall-e-3"),
        "app.py:16": openai("text-embedding-3-small"),
    }


def test_a_client_injected_into_a_constructor_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "service.py": """
                class Writer:
                    def __init__(self, client, model):
                        self.client = client
                        self.model = model

                    def write(self, prompt):
                        return self.client.chat.completions.create(model=self.model, messages=[])
            """,
            "app.py": """
                from openai import OpenAI

                from service import Writer

                groq = OpenAI(base_url="https://api.groq.com/openai/v1")
                writer = Writer(groq, "llama-3.1-8b-instant")

                if __name__ == "__main__":
                    writer.write("hello")
            """,
        }
    )
    assert targets(report) == {"service.py:7": asks("meta", "groq", "llama-3.1-8b-instant")}


def test_a_dataclass_field_that_is_a_client_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from dataclasses import dataclass, field

                from openai import OpenAI


                @dataclass
                class Context:
                    user: str
                    client: OpenAI = field(default_factory=OpenAI)
                    model: str = "gpt-4o"


                def ask(context: Context, prompt):
                    return context.client.responses.create(model=context.model, input=prompt)


                if __name__ == "__main__":
                    ask(Context("ada"), "hello")
            """
        }
    )
    assert targets(report) == {"app.py:14": openai("gpt-4o")}


def test_a_fake_client_given_by_tests_does_not_blur_the_real_one(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "writer.py": """
                from openai import OpenAI


                class Writer:
                    def __init__(self, client=None, model="gpt-4o"):
                        self.client = client or OpenAI()
                        self.model = model

                    def write(self, prompt):
                        return self.client.responses.create(model=self.model, input=prompt)
            """,
            "tests/test_writer.py": """
                from openai import OpenAI

                from writer import Writer


                def test_write():
                    client = OpenAI(base_url="http://localhost:9999/v1")
                    assert Writer(client, "fake-model").write("hello")
            """,
        }
    )
    assert targets(report) == {"writer.py:10": openai("gpt-4o")}


def test_an_object_of_unknown_make_asks_nobody_we_could_name(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from langchain_core.language_models import BaseChatModel


                def ask(llm: BaseChatModel, prompt):
                    return llm.invoke(prompt)
            """
        }
    )
    assert only(report) == Target((), (), (), True)
