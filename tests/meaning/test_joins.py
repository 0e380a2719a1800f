"""Code and configuration files of one repository, read together."""

from __future__ import annotations

from tests.linker.conftest import audit_tree, rules
from tests.linker.reading import AuditTree

__all__ = ["audit_tree", "rules"]

BY_NAME = """
import os
from openai import OpenAI

client = OpenAI(base_url=os.environ["LLM_URL"], api_key="x")

def answer(text):
    return client.chat.completions.create(model=os.getenv("LLM_MODEL"), messages=[text])
"""
COMPOSE = """
services:
  web:
    image: acme/web
    environment:
      LLM_URL: https://api.groq.com/openai/v1
      LLM_MODEL: llama-3.3-70b-versatile
"""


def test_a_variable_has_the_value_that_a_deployment_file_gives_it(audit_tree: AuditTree) -> None:
    [call] = audit_tree({"app.py": BY_NAME, "compose.yaml": COMPOSE}).calls
    assert call.platforms == ("groq",)
    assert "llama-3.3-70b-versatile" in call.models
    places = {(step.path, step.line) for step in call.evidence}
    assert {("app.py", 4), ("compose.yaml", 5)} <= places


def test_without_the_file_the_address_is_unknown(audit_tree: AuditTree) -> None:
    [call] = audit_tree({"app.py": BY_NAME}).calls
    assert call.platforms == ()


def test_a_default_in_the_code_comes_first(audit_tree: AuditTree) -> None:
    code = BY_NAME.replace('getenv("LLM_MODEL")', 'getenv("LLM_MODEL", "mixtral-8x7b-32768")')
    [call] = audit_tree({"app.py": code, "compose.yaml": COMPOSE}).calls
    assert call.models == ("mixtral-8x7b-32768",)


def test_an_address_that_the_library_reads_by_itself(audit_tree: AuditTree) -> None:
    code = "from openai import OpenAI\n\ndef f(t):\n    OpenAI().chat.completions.create(model='m', messages=[t])\n"  # noqa: E501
    env = "services:\n  web:\n    image: x\n    environment:\n      OPENAI_BASE_URL: http://ollama:11434/v1\n"
    [call] = audit_tree({"app.py": code, "compose.yaml": env}).calls
    assert set(call.platforms) == {"openai-api", "ollama"}
    assert call.dynamic


def test_an_example_does_not_move_what_the_library_reads(audit_tree: AuditTree) -> None:
    code = "from openai import OpenAI\n\ndef f(t):\n    OpenAI().chat.completions.create(model='m', messages=[t])\n"  # noqa: E501
    example = {"app.py": code, ".env.example": "OPENAI_BASE_URL=http://localhost:11434/v1\n"}
    [call] = audit_tree(example).calls
    assert call.platforms == ("openai-api",)


def test_values_that_may_be_secret_are_not_kept(audit_tree: AuditTree) -> None:
    code = "import os\nfrom openai import OpenAI\n\ndef f(t):\n    c = OpenAI(api_key=os.environ['ACME_API_KEY'])\n    c.chat.completions.create(model=os.environ['ACME_SECRET'], messages=[t])\n"  # noqa: E501
    report = audit_tree({"app.py": code, ".env": "ACME_API_KEY=sk-1234\nACME_SECRET=hush\n"})
    assert "sk-1234" not in repr(report)
    assert "hush" not in repr(report)


def test_a_handler_behind_a_loop_that_was_not_broken_off_is_a_fallback_line(
    audit_tree: AuditTree,
) -> None:
    code = """
from anthropic import Anthropic
from openai import OpenAI

def first(text):
    return OpenAI().chat.completions.create(model="gpt-4o", messages=[text])

def second(text):
    return Anthropic().messages.create(model="claude-sonnet-4-5", messages=[text], max_tokens=9)

def answer(text, waiting):
    for one in waiting:
        if one == text:
            break
    else:
        try:
            return first(text)
        except Exception:
            return second(text)
"""
    report = audit_tree({"app.py": code})
    line = code.strip().split("\n").index("            return second(text)") + 1
    found = [(c.path, c.line, c.key) for c in report.configs if c.what == "fallback"]
    assert found == [("app.py", line, "second")]
