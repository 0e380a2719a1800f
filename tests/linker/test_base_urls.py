"""The address that a client is given decides which platform it asks."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, Target, asks, only, openai, reasons, targets


def chat(base_url: str, model: str = "gpt-4o", before: str = "") -> dict[str, str]:
    """A program that asks through OpenAI's client at another address."""
    return {
        "app.py": f"import os\n\nfrom openai import OpenAI\n\n{before}\n"
        f"client = OpenAI(base_url={base_url})\n"
        f'client.chat.completions.create(model="{model}", messages=[])\n'
    }


@pytest.mark.parametrize(
    ("base_url", "model", "expected"),
    [
        (
            "https://api.groq.com/openai/v1",
            "llama-3.1-8b-instant",
            asks("meta", "groq", "llama-3.1-8b-instant"),
        ),
        (
            "https://api.deepseek.com",
            "deepseek-chat",
            asks("deepseek", "deepseek-api", "deepseek-chat"),
        ),
        (
            "https://generativelanguage.googleapis.com/v1beta/openai/",
            "gemini-2.5-flash",
            asks("google", "google-ai-studio", "gemini-2.5-flash"),
        ),
        ("https://api.openai.com/v1", "gpt-4o", openai("gpt-4o")),
        (
            "https://contoso.openai.azure.com/openai/v1/",
            "gpt-4o",
            asks("openai", "azure-openai", "gpt-4o"),
        ),
    ],
)
def test_a_base_url_decides_the_platform(
    audit_tree: AuditTree, base_url: str, model: str, expected: Target
) -> None:
    assert only(audit_tree(chat(f'"{base_url}"', model))) == expected


@pytest.mark.parametrize(
    ("base_url", "platform"),
    [
        ("http://localhost:11434/v1", "ollama"),
        ("http://127.0.0.1:1234/v1", "lmstudio"),
        ("http://localhost:8000/v1", "vllm"),
        ("http://localhost:5555/v1", "local-server"),
        ("http://host.docker.internal:11434/v1", "ollama"),
    ],
)
def test_a_port_on_the_own_machine_tells_the_local_server(
    audit_tree: AuditTree, base_url: str, platform: str
) -> None:
    found = only(audit_tree(chat(f'"{base_url}"', "llama3.1")))
    assert found == asks("meta", platform, "llama3.1")


def test_a_local_server_with_an_unknown_model_has_the_vendor_local(audit_tree: AuditTree) -> None:
    found = only(audit_tree(chat('"http://localhost:1234/v1"', "local-model")))
    assert found == asks("local", "lmstudio", "local-model")


def test_an_unknown_host_leaves_the_platform_open_and_says_why(audit_tree: AuditTree) -> None:
    report = audit_tree(chat('"https://llm.acme.example/v1"', "house-model"))
    assert only(report) == Target((), (), ("house-model",), True)
    assert reasons(report) == ["no rule knows the host llm.acme.example"]
    (call,) = report.calls
    assert call.confidence == "low"


def test_an_unknown_host_does_not_hide_the_maker_of_a_known_model(audit_tree: AuditTree) -> None:
    report = audit_tree(chat('"https://llm.acme.example/v1"', "gpt-4o"))
    assert only(report) == Target(("openai",), (), ("gpt-4o",), True)


def test_a_base_url_from_the_environment_counts_with_its_default(audit_tree: AuditTree) -> None:
    report = audit_tree(
        chat('os.getenv("LLM_URL", "https://api.groq.com/openai/v1")', "llama-3.1-8b-instant")
    )
    found = only(report)
    assert (found.vendors, found.platforms) == (("meta",), ("groq",))
    (call,) = report.calls
    assert call.conditions == ("LLM_URL",)


def test_a_base_url_that_is_unset_as_shipped_leaves_the_client_its_own(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(chat('os.getenv("LLM_URL")'))
    assert only(report) == openai("gpt-4o", dynamic=True)
    (call,) = report.calls
    assert call.conditions == ("LLM_URL",)


def test_a_base_url_that_must_be_set_is_not_guessed(audit_tree: AuditTree) -> None:
    report = audit_tree(chat('os.environ["LLM_URL"]', "llama-3.1-8b-instant"))
    found = only(report)
    assert found.vendors == ("meta",)
    assert "openai-api" not in found.platforms
    assert found.dynamic


def test_a_base_url_chosen_by_a_condition_gives_both_platforms(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                def make(local: bool):
                    if local:
                        return OpenAI(base_url="http://localhost:11434/v1", api_key="-")
                    return OpenAI(base_url="https://api.groq.com/openai/v1")


                def ask(prompt, local):
                    client = make(local)
                    return client.chat.completions.create(model="llama3.1", messages=[prompt])
            """
        }
    )
    assert only(report) == Target(("meta",), ("groq", "ollama"), ("llama3.1",), True)


def test_a_base_url_none_is_the_client_s_own(audit_tree: AuditTree) -> None:
    assert only(audit_tree(chat("None"))) == openai("gpt-4o")


def test_a_changed_copy_of_a_client_asks_elsewhere(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI

                client = OpenAI()
                groq = client.with_options(base_url="https://api.groq.com/openai/v1")
                client.chat.completions.create(model="gpt-4o", messages=[])
                groq.chat.completions.create(model="llama-3.1-8b-instant", messages=[])
            """
        }
    )
    assert targets(report) == {
        "app.py:5": openai("gpt-4o"),
        "app.py:6": asks("meta", "groq", "llama-3.1-8b-instant"),
    }


def test_an_address_set_on_the_module_moves_its_functions(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import openai

                openai.base_url = "https://api.groq.com/openai/v1"
                openai.chat.completions.create(model="llama-3.1-8b-instant", messages=[])
            """
        }
    )
    assert only(report) == asks("meta", "groq", "llama-3.1-8b-instant")


def test_a_gateway_stands_between_the_call_and_the_vendor(audit_tree: AuditTree) -> None:
    report = audit_tree(chat('"https://openrouter.ai/api/v1"', "anthropic/claude-sonnet-4-5"))
    (call,) = report.calls
    assert (call.gateways, call.vendors, call.models) == (
        ("openrouter",),
        ("anthropic",),
        ("claude-sonnet-4-5",),
    )
    assert "openai-api" not in call.platforms


def test_a_proxy_of_the_team_is_a_gateway_too(audit_tree: AuditTree) -> None:
    report = audit_tree(chat('"http://litellm:4000"', "gpt-4o"))
    (call,) = report.calls
    assert (call.gateways, call.vendors) == (("litellm-proxy",), ("openai",))


def test_a_closed_model_s_name_on_another_maker_s_platform_is_a_mere_name(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(chat('"https://api.deepseek.com"', "gpt-4o"))
    found = only(report)
    assert (found.vendors, found.platforms) == (("deepseek",), ("deepseek-api",))


@pytest.mark.parametrize(
    ("model", "vendors"),
    [
        ('settings.get("model", "gpt-4o")', ("anthropic",)),
        ('os.getenv("MODEL", "gpt-4o")', ("openai",)),
    ],
)
def test_a_model_that_may_be_any_does_not_lead_a_client_away(
    audit_tree: AuditTree, model: str, vendors: tuple[str, ...]
) -> None:
    code = f"""
import os
import sys
import anthropic


def ask(settings):
    client = anthropic.Anthropic(base_url=settings.get("address"))
    model = {model}
    return client.messages.create(model=model, messages=[])


ask(read(sys.argv))
"""
    assert only(audit_tree({"app.py": code})).vendors == vendors
