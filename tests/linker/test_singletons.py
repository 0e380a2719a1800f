"""An object that all share is followed to wherever it is used."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, only, openai, targets, workflows


def test_a_client_kept_in_the_state_of_an_application_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from contextlib import asynccontextmanager

                from fastapi import FastAPI, Request
                from openai import AsyncOpenAI


                @asynccontextmanager
                async def lifespan(app: FastAPI):
                    app.state.llm = AsyncOpenAI()
                    yield


                app = FastAPI(lifespan=lifespan)


                @app.post("/ask")
                async def ask(request: Request, prompt: str):
                    llm = request.app.state.llm
                    return await llm.responses.create(model="gpt-4o", input=prompt)
            """
        }
    )
    assert workflows(report) == {"POST /ask": ["app.py:19"]}


def test_a_singleton_kept_in_a_global_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": """
                from openai import OpenAI

                _client = None


                def get_client():
                    global _client
                    if _client is None:
                        _client = OpenAI()
                    return _client
            """,
            "app.py": """
                import llm


                def ask(prompt):
                    return llm.get_client().responses.create(model="gpt-4o", input=prompt)
            """,
        }
    )
    assert targets(report) == {"app.py:5": openai("gpt-4o")}


def test_a_singleton_kept_by_its_class_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class Llm:
                    _instance = None

                    def __new__(cls):
                        if cls._instance is None:
                            cls._instance = super().__new__(cls)
                            cls._instance.client = OpenAI()
                        return cls._instance

                    def ask(self, prompt):
                        return self.client.responses.create(model="gpt-4o", input=prompt)


                def answer(prompt):
                    return Llm().ask(prompt)
            """
        }
    )
    assert targets(report) == {"app.py:14": openai("gpt-4o")}


def test_a_class_method_that_builds_the_object_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from __future__ import annotations

                from openai import OpenAI


                class Writer:
                    def __init__(self, client, model):
                        self.client, self.model = client, model

                    @classmethod
                    def cheap(cls) -> Writer:
                        return cls(OpenAI(), model="gpt-4o-mini")

                    @staticmethod
                    def good() -> "Writer":
                        return Writer(client=OpenAI(), model="gpt-4o")

                    def write(self, prompt):
                        return self.client.responses.create(model=self.model, input=prompt)


                if __name__ == "__main__":
                    Writer.cheap().write("hello")
            """
        }
    )
    assert workflows(report)["python app.py"] == ["app.py:19"]
    assert "gpt-4o-mini" in only(report).models


def test_what_a_class_declares_is_there_until_a_method_fills_it(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from fastapi import FastAPI
                from openai import OpenAI

                app = FastAPI()


                class Model:
                    def ask(self, text):
                        return OpenAI().responses.create(model="gpt-4o", input=text)


                class Desk:
                    model = None

                    def load(self):
                        self.model = Model()

                    def answer(self, text):
                        if self.model is not None:
                            return self.model.ask(text)
                        return OpenAI().responses.create(model="gpt-4o-mini", input=text)


                desk = Desk()


                @app.post("/load")
                def load():
                    desk.load()


                @app.post("/ask")
                def ask(text: str):
                    return desk.answer(text)
            """
        }
    )
    assert sorted(workflows(report)["POST /ask"]) == ["app.py:21", "app.py:9"]


@pytest.mark.parametrize("made", ["await connect()", "Pool()", "Pool.open('x')"])
@pytest.mark.parametrize("folder", ["a", "z"])
def test_a_global_that_is_filled_when_the_program_starts_is_there(
    audit_tree: AuditTree, made: str, folder: str
) -> None:
    """Whatever the names of the files, and whatever the global is filled with."""
    report = audit_tree(
        {
            "main.py": f"""
                from contextlib import asynccontextmanager

                from fastapi import FastAPI

                from {folder}.routes import router
                from store import close, open_pool


                @asynccontextmanager
                async def lifespan(app: FastAPI):
                    await open_pool()
                    yield
                    await close()


                app = FastAPI(lifespan=lifespan)
                app.include_router(router)
            """,
            f"{folder}/routes.py": """
                from fastapi import APIRouter
                from openai import OpenAI

                from store import pool

                client = OpenAI()
                router = APIRouter()


                @router.post("/ask")
                async def ask(prompt: str):
                    rows = pool()
                    reply = client.responses.create(model="gpt-4o", input=prompt)
                    rows.add(reply)
                    return reply.output_text
            """,
            "store.py": f"""
                from database import Pool, connect

                _pool = None


                async def open_pool():
                    global _pool
                    _pool = {made}


                async def close():
                    global _pool
                    _pool = None


                def pool():
                    if _pool is None:
                        raise RuntimeError("not open")
                    return _pool
            """,
        }
    )
    (flow,) = report.workflows
    assert (flow.name, flow.on_loss["openai"]) == ("POST /ask", "stops")


def test_a_global_that_nothing_fills_stays_empty(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from fastapi import FastAPI
                from openai import OpenAI

                client = OpenAI()
                app = FastAPI()
                spare = None


                def reset():
                    global spare
                    spare = None


                @app.post("/ask")
                def ask(prompt: str):
                    try:
                        return client.responses.create(model="gpt-4o", input=prompt).output_text
                    except Exception:
                        if spare is None:
                            raise
                        return spare.answer(prompt)
            """
        }
    )
    (flow,) = report.workflows
    assert flow.on_loss["openai"] == "stops"
