"""What a route's dependencies hand out is followed, and what they run belongs to the route."""

from __future__ import annotations

import pytest

from tests.linker.modules import CALL, LLM
from tests.linker.reading import AuditTree, asks, only, openai, workflows


def test_a_dependency_of_a_route_that_hands_it_nothing_belongs_to_the_route(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "app.py": """
                from fastapi import Depends, FastAPI

                from llm import ask

                app = FastAPI()


                def moderate(text: str):
                    ask(f"Is this rude? {text}")


                @app.post("/comments", dependencies=[Depends(moderate)])
                def comment(text: str):
                    return {"stored": text}
            """,
        }
    )
    assert workflows(report) == {"POST /comments": CALL}


def test_a_dependency_of_a_router_belongs_to_its_routes(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "routes.py": """
                from fastapi import APIRouter, Depends

                from llm import ask


                def moderate(text: str):
                    ask(f"Is this rude? {text}")


                router = APIRouter(prefix="/comments", dependencies=[Depends(moderate)])


                @router.post("/")
                def comment(text: str):
                    return {"stored": text}
            """,
            "app.py": """
                from fastapi import Depends, FastAPI

                from llm import ask
                from routes import router


                def count():
                    ask("How many?")


                app = FastAPI()
                app.include_router(router, dependencies=[Depends(count)])


                @app.get("/health")
                def health():
                    return "fine"
            """,
        }
    )
    assert workflows(report) == {"POST /comments/": CALL}


def test_a_fastapi_dependency_provides_the_client(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "deps.py": """
                from functools import lru_cache

                from openai import AsyncOpenAI


                @lru_cache(maxsize=1)
                def get_client() -> AsyncOpenAI:
                    return AsyncOpenAI()
            """,
            "app.py": """
                from fastapi import Depends, FastAPI

                from deps import get_client

                app = FastAPI()


                @app.post("/ask")
                async def ask(prompt: str, client=Depends(get_client)):
                    return await client.responses.create(model="gpt-4o", input=prompt)
            """,
        }
    )
    assert workflows(report) == {"POST /ask": ["app.py:10"]}
    assert only(report) == openai("gpt-4o")


@pytest.mark.parametrize("annotation", ["", ": AsyncOpenAI"], ids=["bare", "annotated"])
def test_a_fastapi_dependency_that_yields_provides_what_it_yields(
    audit_tree: AuditTree, annotation: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                from fastapi import Depends, FastAPI
                from openai import AsyncOpenAI

                app = FastAPI()


                async def get_client():
                    client = AsyncOpenAI(base_url="https://api.groq.com/openai/v1")
                    try:
                        yield client
                    finally:
                        await client.close()


                @app.post("/ask")
                async def ask(prompt: str, client{annotation} = Depends(get_client)):
                    return await client.chat.completions.create(
                        model="llama-3.1-8b-instant", messages=[prompt]
                    )
            """
        }
    )
    assert workflows(report) == {"POST /ask": ["app.py:17"]}
    assert only(report) == asks("meta", "groq", "llama-3.1-8b-instant")


def test_a_fastapi_dependency_may_have_dependencies_of_its_own(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from typing import Annotated

                from fastapi import Depends, FastAPI
                from openai import OpenAI

                app = FastAPI()


                class Writer:
                    def __init__(self, client):
                        self.client = client

                    def write(self, prompt):
                        return self.client.responses.create(model="gpt-4o", input=prompt)


                def get_client():
                    return OpenAI()


                def get_writer(client: Annotated[OpenAI, Depends(get_client)]) -> Writer:
                    return Writer(client)


                @app.post("/write")
                def write(prompt: str, writer: Annotated[Writer, Depends(get_writer)]):
                    return writer.write(prompt)
            """
        }
    )
    assert workflows(report) == {"POST /write": ["app.py:14"]}
    assert only(report) == openai("gpt-4o")


def test_a_fastapi_dependency_may_be_given_a_name(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "deps.py": """
                from typing import Annotated

                from fastapi import Depends
                from openai import OpenAI


                def get_client():
                    return OpenAI()


                Client = Annotated[OpenAI, Depends(get_client)]
            """,
            "app.py": """
                from fastapi import FastAPI

                from deps import Client

                app = FastAPI()


                @app.post("/ask")
                def ask(prompt: str, client: Client):
                    return client.responses.create(model="gpt-4o", input=prompt)
            """,
        }
    )
    assert workflows(report) == {"POST /ask": ["app.py:10"]}


def test_a_class_is_its_own_fastapi_dependency(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from fastapi import Depends, FastAPI
                from openai import OpenAI

                app = FastAPI()


                class Writer:
                    def __init__(self):
                        self.client = OpenAI()

                    def write(self, prompt):
                        return self.client.responses.create(model="gpt-4o", input=prompt)


                @app.post("/write")
                def write(prompt: str, writer: Writer = Depends()):
                    return writer.write(prompt)
            """
        }
    )
    assert workflows(report) == {"POST /write": ["app.py:12"]}
