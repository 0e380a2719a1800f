"""A client that a context manager hands out is followed."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, only, openai, targets, workflows


@pytest.mark.parametrize(
    "block",
    [
        "with OpenAI() as client:\n        client.responses.create(model='gpt-4o', input=prompt)",
        "with Session() as client:\n        client.responses.create(model='gpt-4o', input=prompt)",
        "with session() as client:\n        client.responses.create(model='gpt-4o', input=prompt)",
        "with closing(OpenAI()) as client:\n"
        "        client.responses.create(model='gpt-4o', input=prompt)",
        "with ExitStack() as stack:\n        client = stack.enter_context(OpenAI())\n"
        "        client.responses.create(model='gpt-4o', input=prompt)",
    ],
    ids=["library", "own-class", "generator", "closing", "exit-stack"],
)
def test_a_client_bound_by_a_context_manager_is_followed(audit_tree: AuditTree, block: str) -> None:
    setup = """
from contextlib import ExitStack, closing, contextmanager

from openai import OpenAI


class Session:
    def __enter__(self):
        self.client = OpenAI()
        return self.client

    def __exit__(self, *error):
        self.client.close()


@contextmanager
def session():
    client = OpenAI()
    try:
        yield client
    finally:
        client.close()


"""
    report = audit_tree({"app.py": f"{setup}def ask(prompt):\n    {block}\n"})
    assert only(report) == openai("gpt-4o")


def test_a_client_bound_by_an_asynchronous_context_manager_is_followed(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from contextlib import asynccontextmanager

                from openai import AsyncOpenAI


                @asynccontextmanager
                async def session():
                    async with AsyncOpenAI() as client:
                        yield client


                class Chat:
                    async def __aenter__(self):
                        self.client = AsyncOpenAI()
                        return self

                    async def __aexit__(self, *error):
                        await self.client.close()

                    async def send(self, prompt):
                        return await self.client.responses.create(model="gpt-4o", input=prompt)


                async def one(prompt):
                    async with AsyncOpenAI() as client:
                        return await client.responses.create(model="gpt-4o", input=prompt)


                async def two(prompt):
                    async with session() as client:
                        return await client.responses.create(model="gpt-4o", input=prompt)


                async def three(prompt):
                    async with Chat() as chat:
                        return await chat.send(prompt)
            """
        }
    )
    found = workflows(report)
    assert found["one"] == ["app.py:26"]
    assert found["two"] == ["app.py:31"]
    assert found["three"] == ["app.py:21"]
    assert set(targets(report).values()) == {openai("gpt-4o")}
