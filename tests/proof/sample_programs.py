"""What is run of the sample repositories, as their users would: ``main`` says who answered."""

from __future__ import annotations

from typing import NamedTuple


class Program(NamedTuple):
    """A sample repository, the vendors that may stand in, and its folders with code.

    ``answers`` holds, by the vendor that is lost, who answers the questions that ``main`` of
    ``code`` asks; under ``ok`` who does when nobody is lost. ``tests`` are the repository's own.
    """

    packages: tuple[str, ...]
    second: tuple[str, ...]
    folders: tuple[str, ...]
    code: str
    answers: dict[str, str]
    tests: tuple[str, ...] = ()


PROGRAMS = {
    "support-desk": Program(
        ("anthropic", "openai", "fastapi", "pydantic_settings"), ("mistral",), (".",),
        """
        import os
        import tempfile

        os.environ["DESK_ANTHROPIC_API_KEY"] = os.environ["ANTHROPIC_API_KEY"]
        os.environ["DESK_DATABASE"] = os.path.join(tempfile.mkdtemp(), "desk.db")

        from fastapi.testclient import TestClient

        from desk.api.app import create_app

        def main(text):
            desk = TestClient(create_app(), raise_server_exceptions=False)
            body = {"customer": "ada@example.org", "subject": "Invoice", "body": text}
            ticket = desk.post("/api/tickets", json=body).json()
            return desk.post(f"/api/tickets/{ticket['id']}/draft").json()["draft"]
        """,
        {"ok": "anthropic", "anthropic": "mistral"},
        ("tests",),
    ),
    "monorepo": Program(
        ("anthropic", "openai", "litellm"), ("mistral", "openai"),
        ("packages/batch/src", "packages/llmkit/src"),
        """
        from batch import labels
        from batch.digest import digest
        from batch.documents import Document
        from llmkit import get_chat

        labels.LABELS = ("anthropic", "mistral", "openai")  # what the servers here answer

        def main(text):
            document = Document(title="No. 7", text=text)
            chat = get_chat("openai").ask("Be brief.", text)
            return " ".join((labels.label_of(document), digest([document]), chat))
        """,
        {
            "ok": "mistral anthropic openai",
            "mistral": "openai anthropic openai",
            "anthropic": "mistral mistral openai",
            "openai": "mistral anthropic mistral",
        },
        ("packages/batch/tests", "packages/llmkit/tests"),
    ),
    "lookalike": Program(
        ("anthropic", "openai", "litellm", "requests", "tenacity"), ("mistral",), (".",),
        """
        import os

        os.environ["OPENROUTER_API_KEY"] = "sk-openrouter"

        from shop import fallbacks

        def said(answer):
            if hasattr(answer, "output_text"):
                return answer.output_text
            if hasattr(answer, "choices"):
                return answer.choices[0].message.content
            return answer if isinstance(answer, str) else answer.content[0].text

        def main(text):
            ways = (
                fallbacks.quota_only,
                fallbacks.name_of_the_first,
                fallbacks.switched_off,
                fallbacks.stubborn,
                fallbacks.borrowed_key,
            )
            return " ".join(said(way(text)) for way in ways)
        """,
        {
            "ok": "openai openai openai openai openai",
            "openai": "anthropic anthropic mistral mistral anthropic",
        },
    ),
    "resilient": Program(
        ("anthropic", "openai", "litellm", "langchain_anthropic", "langchain_google_genai"), (),
        (".",),
        """
        import asyncio

        from clinic.answers import answer
        from clinic.letters import write_letter
        from clinic.sorting import sort
        from clinic.summaries import summarise

        def main(text):
            return " ".join(
                (answer(text), sort(text), asyncio.run(summarise(text)), write_letter(text))
            )
        """,
        {
            "ok": "openai openai anthropic google",
            "openai": "anthropic anthropic anthropic google",
            "anthropic": "openai openai google google",
            "google": "openai openai anthropic anthropic",
        },
    ),
    "rag-shop": Program(
        ("litellm", "yaml"), ("mistral",), (".",),
        """
        import yaml
        from litellm import Router

        settings = yaml.safe_load(open("gateway/litellm.yaml"))
        after = [
            one
            for part in ("litellm_settings", "router_settings")
            for one in (settings.get(part) or {}).get("fallbacks", [])
        ]

        def main(text):
            proxy = Router(settings["model_list"], fallbacks=after, num_retries=0, timeout=3)
            said = [{"role": "user", "content": text}]
            asked = ("shop-chat", "shop-chat-spare")
            answers = [proxy.completion(model=name, messages=said) for name in asked]
            return " ".join(one.choices[0].message.content for one in answers)
        """,
        {"ok": "openai anthropic", "openai": "anthropic anthropic",
         "anthropic": "openai mistral"},
    ),
}  # fmt: skip
