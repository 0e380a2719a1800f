"""What a stand-in needs beside its code: a key that is deployed, a package, a release."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from auditor.audit import audit
from auditor.model.report import CallReport
from auditor.settings import Settings

CODE = """
    import anthropic
    import openai


    def answer(question):
        try:
            return openai.OpenAI().responses.create(model="gpt-4o", input=question)
        except Exception:
            return anthropic.Anthropic().messages.create(model="claude-sonnet-4-5", messages=[])
"""
AGENT = """
    from pydantic_ai import Agent
    from pydantic_ai.models.fallback import FallbackModel

    agent = Agent(FallbackModel("openai:gpt-4o", "anthropic:claude-sonnet-4-5"))


    def answer(question):
        return agent.run_sync(question)
"""


def first_call(root: Path, files: dict[str, str]) -> CallReport:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return audit([root], Settings()).calls[0]


def test_a_key_that_no_deployment_file_names_is_a_condition(tmp_path: Path) -> None:
    call = first_call(tmp_path, {"app.py": CODE, ".env.example": "OPENAI_API_KEY=\n"})
    assert (call.verdict, call.conditions) == ("cross-vendor", ("ANTHROPIC_API_KEY",))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".env.example", "OPENAI_API_KEY=\nANTHROPIC_API_KEY=\n"),
        (
            "docker-compose.yml",
            """
                services:
                  web:
                    image: web
                    environment:
                      - OPENAI_API_KEY
                      - ANTHROPIC_API_KEY
            """,
        ),
    ],
)
def test_a_key_that_a_deployment_file_names_is_none(tmp_path: Path, name: str, text: str) -> None:
    call = first_call(tmp_path, {"app.py": CODE, name: text})
    assert (call.verdict, call.conditions) == ("cross-vendor", ())


def test_a_package_that_the_manifest_lacks_is_a_condition(tmp_path: Path) -> None:
    keys = "OPENAI_API_KEY=\nANTHROPIC_API_KEY=\n"
    lacking = {"app.py": CODE, ".env.example": keys, "requirements.txt": "openai>=2\n"}
    assert first_call(tmp_path / "lacking", lacking).conditions == ("package anthropic",)
    full = {**lacking, "requirements.txt": "openai>=2\nAnthropic\n"}
    assert first_call(tmp_path / "full", full).conditions == ()
    # nothing can be said of a tree without a manifest for this code
    other = {**lacking, "requirements.txt": "flask\n"}
    assert first_call(tmp_path / "other", other).conditions == ()


@pytest.mark.parametrize(
    ("files", "verdict"),
    [
        ({}, "cross-vendor"),
        ({"requirements.txt": "pydantic-ai>=1.10\n"}, "cross-vendor"),
        ({"requirements.txt": "pydantic-ai==1.22.0\n"}, "cross-vendor"),
        ({"requirements.txt": "pydantic-ai==1.18.0\n"}, "none"),
        ({"requirements.txt": "pydantic-ai-slim[openai,anthropic]<1.20\n"}, "none"),
        (
            {
                "pyproject.toml": '[project]\nname = "app"\ndependencies = ["pydantic-ai>=1"]\n',
                "uv.lock": '[[package]]\nname = "pydantic-ai"\nversion = "1.18.0"\n',
            },
            "none",
        ),
    ],
)
def test_older_releases_do_not_fall_back_when_a_host_is_dead(
    tmp_path: Path, files: dict[str, str], verdict: str
) -> None:
    call = first_call(tmp_path, {"app.py": AGENT, **files})
    assert call.verdict == verdict
    assert ("connect" in call.leaks) == (verdict == "none")


def test_the_verdict_comes_with_the_lines_it_rests_on(tmp_path: Path) -> None:
    call = first_call(
        tmp_path,
        {
            "app.py": """
                import anthropic
                import openai


                def answer(question):
                    try:
                        return openai.OpenAI().responses.create(model="gpt-4o", input=question)
                    except openai.RateLimitError:
                        return None
                    except openai.APIError:
                        return anthropic.Anthropic().messages.create(
                            model="claude-sonnet-4-5", messages=[]
                        )
            """
        },
    )
    said = [(e.line, e.says) for e in call.evidence]
    assert (8, "catches openai.RateLimitError only: a dead host passes") in said
    assert (10, "catches openai.APIError: a dead host ends up here") in said
    assert (11, "asks claude-sonnet-4-5 at anthropic-api instead") in said
