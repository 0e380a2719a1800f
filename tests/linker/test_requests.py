"""Plain requests are read from their URL and their body."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, anthropic, asks, only, openai, place, target, targets


def test_a_plain_request_is_read_from_its_url_and_body(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import os

                import httpx
                import requests

                BASE = os.getenv("LLM_BASE", "https://api.mistral.ai/v1")
                HEADERS = {"Authorization": f"Bearer {os.environ['LLM_KEY']}"}


                def ask(prompt):
                    payload = {"model": "mistral-small-latest", "messages": [prompt]}
                    return requests.post(f"{BASE}/chat/completions", headers=HEADERS, json=payload)


                async def embed(text):
                    async with httpx.AsyncClient(base_url=BASE) as client:
                        return await client.post(
                            "/embeddings", json={"model": "mistral-embed", "input": text}
                        )
            """
        }
    )
    found = {place(call): (call.kind, call.via, *target(call)[:3]) for call in report.calls}
    assert found == {
        "app.py:12": ("chat", "http", ("mistral",), ("mistral-api",), ("mistral-small-latest",)),
        "app.py:17": ("embedding", "http", ("mistral",), ("mistral-api",), ("mistral-embed",)),
    }


@pytest.mark.parametrize(
    "asked",
    [
        'requests.get("http://localhost:11434/api/chat", headers=HEADERS)',
        'requests.get("https://api.openai.com/v1/chat/completions", params={"limit": 5})',
        'requests.get("https://api.groq.com/anything/new")',
        'urllib.request.urlopen("https://api.mistral.ai/v1/usage")',
    ],
)
def test_a_request_that_carries_nothing_asks_no_model(audit_tree: AuditTree, asked: str) -> None:
    imports = "import urllib.request\n\nimport requests\n\nHEADERS = {}\n\n\n"
    report = audit_tree({"app.py": f"{imports}def look():\n    return {asked}\n"})
    assert not report.calls


@pytest.mark.parametrize(
    ("options", "asked"),
    [
        ("{ headers }", 0),
        ('{ headers, method: "GET" }', 0),
        ('{ headers, method: "POST" }', 1),
        ("{ headers, ...rest }", 1),
        ("rest", 1),
    ],
)
def test_a_fetch_without_a_method_carries_nothing(
    audit_tree: AuditTree, options: str, asked: int
) -> None:
    source = f"""
        export async function look(headers, rest) {{
          return fetch("https://api.groq.com/anything/new", {options});
        }}
    """
    assert len(audit_tree({"app.mjs": source}).calls) == asked


def test_a_prompt_may_be_the_path_of_a_get(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import requests


                def ask(prompt):
                    return requests.get(f"https://text.pollinations.ai/{prompt}").text
            """
        }
    )
    assert [(c.kind, c.platforms) for c in report.calls] == [("chat", ("pollinations",))]


def test_a_body_encoded_by_hand_is_read(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import json

                import requests

                URL = "https://api.openai.com/v1/chat/completions"


                def ask(prompt):
                    body = json.dumps({"model": "gpt-4o", "messages": [prompt]}).encode("utf-8")
                    return requests.post(URL, data=body)
            """
        }
    )
    assert only(report) == openai("gpt-4o")


def test_the_body_of_a_request_built_by_hand_is_read(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import json
                import urllib.request

                URL = "https://api.openai.com/v1/chat/completions"


                def ask(prompt):
                    body = json.dumps({"model": "gpt-4o", "messages": [prompt]}).encode("utf-8")
                    request = urllib.request.Request(URL, data=body, method="POST")
                    with urllib.request.urlopen(request) as answer:
                        return json.load(answer)
            """
        }
    )
    assert targets(report) == {"app.py:10": openai("gpt-4o")}


def test_a_model_in_the_path_of_a_url_is_read(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import requests

                HOST = "https://generativelanguage.googleapis.com"
                MODEL = "gemini-2.5-flash"

                requests.post(f"{HOST}/v1beta/models/{MODEL}:generateContent?key=x", json={})
            """
        }
    )
    assert only(report) == asks("google", "google-ai-studio", "gemini-2.5-flash")


@pytest.mark.parametrize(
    "call",
    [
        'session.post("https://api.anthropic.com/v1/messages", json=BODY)',
        'await session.post("https://api.anthropic.com/v1/messages", json=BODY)',
        'session.request("POST", "https://api.anthropic.com/v1/messages", json=BODY)',
    ],
)
def test_a_url_of_a_model_tells_even_when_the_session_is_of_unknown_make(
    audit_tree: AuditTree, call: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                BODY = {{"model": "claude-sonnet-4-5", "max_tokens": 9, "messages": []}}


                async def ask(session):
                    return {call}
            """
        }
    )
    assert targets(report) == {"app.py:5": anthropic("claude-sonnet-4-5")}


def test_a_url_of_something_else_is_no_call(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import requests

                requests.post("https://api.openai.com/v1/files", files={})
                requests.get("https://api.openai.com/v1/models")
                requests.post("https://hooks.slack.com/services/x", json={"model": "gpt-4o"})
            """
        }
    )
    assert report.calls == ()


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('{"model": self.model, "messages": messages}', ["chat"]),
        ('{"model": self.model, "prompt": messages, "stream": False}', ["completion"]),
        ('{"model": self.model, "input": messages, "voice": "alloy"}', ["audio"]),
        ('{"user": self.model, "messages": messages}', []),
    ],
)
def test_a_request_to_an_unknown_address_is_told_by_its_body(
    audit_tree: AuditTree, body: str, found: list[str]
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                import openai
                import requests


                class Any:
                    def __init__(self, url, model):
                        self.url = url
                        self.model = model

                    def ask(self, messages):
                        return requests.post(self.url, json={body})
            """
        }
    )
    assert [call.kind for call in report.calls] == found
    assert all(call.dynamic and not call.platforms for call in report.calls)


@pytest.mark.parametrize(
    ("body", "platforms"),
    [
        ('{"model": model, "prompt": prompt, "stream": False}', ["ollama"]),
        ('{"prompt": prompt}', []),
    ],
)
def test_a_path_of_a_local_server_counts_on_an_open_host_if_the_body_says_so(
    audit_tree: AuditTree, body: str, platforms: list[str]
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                # ollama
                import requests


                def ask(settings, model, prompt):
                    return requests.post(f"{{settings.url}}/api/generate", json={body})
            """
        }
    )
    assert [p for call in report.calls for p in call.platforms] == platforms


def test_a_path_that_many_servers_share_says_nothing_of_an_address_that_is_not_known(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "llm.py": """
                import httpx


                def ask(base, text):
                    body = {"model": "house-model", "messages": [text]}
                    return httpx.post(f"{base}/chat/completions", json=body).json()["choices"][0]
            """
        }
    )
    (call,) = report.calls
    assert (call.vendors, call.platforms) == ((), ())
