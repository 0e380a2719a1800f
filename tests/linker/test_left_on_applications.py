"""What an application leaves on itself when it starts is there for its routes."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, workflows

_GRAPH = """
    from langchain_openai import ChatOpenAI
    from langgraph.graph import END, StateGraph

    model = ChatOpenAI(model="gpt-4o")


    async def answer(state):
        return {"answer": await model.ainvoke(state["question"])}


    def build_graph(checkpointer=None):
        graph = StateGraph(dict)
        graph.add_node("answer", answer)
        graph.set_entry_point("answer")
        graph.add_edge("answer", END)
        return graph.compile(checkpointer=checkpointer)
"""
_ROUTES = """
    from fastapi import APIRouter, Request
    from fastapi.responses import StreamingResponse

    router = APIRouter(prefix="/chat")


    @router.post("/stream")
    async def stream(request: Request, body: dict):
        graph = request.app.state.NAME

        async def events():
            async for event in graph.astream_events({"question": body["q"]}, version="v2"):
                yield str(event)

        return StreamingResponse(events())
"""
_MAIN = """
    from contextlib import asynccontextmanager

    from fastapi import FastAPI
    from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

    from api.chat import router
    from graph import build_graph


    @asynccontextmanager
    async def lifespan(APP):
        async with AsyncSqliteSaver.from_conn_string("chat.db") as checkpointer:
            app.state.graph = build_graph(checkpointer)
            yield


    app = FastAPI(lifespan=lifespan)
    app.include_router(router, prefix="/api")
"""


def _tree(app: str = "app: FastAPI", name: str = "graph") -> dict[str, str]:
    return {
        "graph.py": _GRAPH,
        "api/__init__.py": "",
        "api/chat.py": _ROUTES.replace("NAME", name),
        "main.py": _MAIN.replace("APP", app),
    }


@pytest.mark.parametrize("app", ["app: FastAPI", "app"])
def test_a_graph_that_is_left_on_an_application_belongs_to_its_routes(
    audit_tree: AuditTree, app: str
) -> None:
    assert workflows(audit_tree(_tree(app)))["POST /api/chat/stream"] == ["graph.py:8"]


def test_what_is_left_under_another_name_is_something_else(audit_tree: AuditTree) -> None:
    assert "POST /api/chat/stream" not in workflows(audit_tree(_tree(name="index")))
