"""What a call may ask, one target at a time, from the code to the report."""

from __future__ import annotations

from pathlib import Path

from auditor.audit import audit
from auditor.model.report import Target
from auditor.settings import Settings


def targets_in(folder: Path, code: str) -> tuple[Target, ...]:
    """The targets of the only call in the code that sends a request itself."""
    (folder / "app.py").write_text(code, encoding="utf-8")
    [call] = [call for call in audit([folder], Settings()).calls if call.via != "wrapper"]
    return call.targets


def test_a_plain_call_has_one_target(tmp_path: Path) -> None:
    code = """
from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-4o", messages=[])
"""
    assert targets_in(tmp_path, code) == (Target("openai", "openai-api", (), "gpt-4o"),)


def test_each_model_keeps_the_platform_it_is_asked_on(tmp_path: Path) -> None:
    code = """
from openai import OpenAI

def ask(client, model):
    return client.chat.completions.create(model=model, messages=[])

def main():
    ask(OpenAI(), "gpt-4o")
    ask(OpenAI(base_url="http://localhost:11434/v1"), "llama3.1")

main()
"""
    assert targets_in(tmp_path, code) == (
        Target("meta", "ollama", (), "llama3.1"),
        Target("openai", "openai-api", (), "gpt-4o"),
    )


def test_a_model_that_waits_for_another_to_fail_is_on_standby(tmp_path: Path) -> None:
    code = """
from langchain_anthropic import ChatAnthropic
from langchain_openai import ChatOpenAI

def main():
    model = ChatOpenAI(model="gpt-4o").with_fallbacks([ChatAnthropic(model="claude-sonnet-4-5")])
    model.invoke("hello")

main()
"""
    assert targets_in(tmp_path, code) == (
        Target("anthropic", "anthropic-api", (), "claude-sonnet-4-5", standby=True),
        Target("openai", "openai-api", (), "gpt-4o"),
    )
