"""Whoever asks a route of the same repository reaches what that route reaches."""

from __future__ import annotations

import pytest

from tests.linker.modules import CALL, LLM
from tests.linker.reading import AuditTree, place, workflows

SERVER = """
    from fastapi import FastAPI

    from llm import ask

    app = FastAPI()


    @app.post("/talk/{user}")
    def talk(user: str, text: str):
        return ask(text)


    @app.post("/v1/chat/completions")
    def compatible(body: dict):
        return ask(body["messages"][-1])
"""


@pytest.mark.parametrize(
    "written",
    [
        'requests.post("http://localhost:8000/talk/me", json={"text": text})',
        'requests.post(f"{API}/talk/{user}", json={"text": text})',
        'requests.post("http://backend:8000/talk/me", json={"text": text})',
        'httpx.Client(base_url="http://127.0.0.1:8000").post("/talk/me", json={"text": text})',
    ],
)
def test_a_client_of_the_repository_s_own_route_reaches_its_calls(
    audit_tree: AuditTree, written: str
) -> None:
    client = f"""
        import os

        import httpx
        import requests
        import streamlit as st

        import llm

        API = os.environ["API_URL"]


        def send(user, text):
            return {written}


        st.write(send("me", "hello"))
    """
    report = audit_tree({"llm.py": LLM, "server.py": SERVER, "page.py": client})
    assert workflows(report)["page page.py"] == CALL


@pytest.mark.parametrize(
    "written",
    [
        'requests.get("http://localhost:8000/talk/me")',
        'requests.post("https://talk.example.com/talk/me")',
        'requests.post("http://localhost:8000/talk")',
    ],
)
def test_other_addresses_lead_to_no_route_of_one_s_own(audit_tree: AuditTree, written: str) -> None:
    client = f"""
        import requests
        import streamlit as st

        st.write({written})
    """
    report = audit_tree({"llm.py": LLM, "server.py": SERVER, "page.py": client})
    assert "page page.py" not in workflows(report)


def test_asking_one_s_own_route_in_a_test_is_no_call(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "server.py": SERVER,
            "tests/test_server.py": """
                from fastapi.testclient import TestClient

                from server import app

                client = TestClient(app)


                def test_compatible():
                    answer = client.post("/v1/chat/completions", json={"messages": ["hi"]})
                    assert answer.status_code == 200
            """,
        }
    )
    assert [place(call) for call in report.calls] == CALL
