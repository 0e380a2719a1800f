"""Whom a call asks: host first, then class or provider, then prefix, then the model's name."""

from __future__ import annotations

import pytest

from tests.linker.reading import (
    AuditTree,
    Target,
    anthropic,
    asks,
    only,
    openai,
    place,
    reasons,
    target,
    targets,
)


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


def test_a_provider_argument_decides_before_the_model_s_name(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from langchain.chat_models import init_chat_model

                init_chat_model("gpt-4o", model_provider="azure_openai").invoke("hi")
                init_chat_model("llama-3.1-8b-instant", model_provider="groq").invoke("hi")
                init_chat_model("anthropic:claude-sonnet-4-5").invoke("hi")
                init_chat_model("claude-sonnet-4-5").invoke("hi")
            """
        }
    )
    assert targets(report) == {
        "app.py:3": asks("openai", "azure-openai", "gpt-4o"),
        "app.py:4": asks("meta", "groq", "llama-3.1-8b-instant"),
        "app.py:5": anthropic("claude-sonnet-4-5"),
        "app.py:6": anthropic("claude-sonnet-4-5"),
    }


def test_an_unknown_provider_is_told(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from langchain.chat_models import init_chat_model

                init_chat_model("house-model", model_provider="acme_house").invoke("hi")
            """
        }
    )
    assert only(report) == Target((), (), ("house-model",), True)
    assert reasons(report) == ["no rule knows the provider 'acme_house'"]


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("gpt-4o", openai("gpt-4o")),
        ("openai/gpt-4o", openai("gpt-4o")),
        ("claude-sonnet-4-5", anthropic("claude-sonnet-4-5")),
        ("azure/gpt-4o", asks("openai", "azure-openai", "gpt-4o")),
        ("groq/llama-3.1-8b-instant", asks("meta", "groq", "llama-3.1-8b-instant")),
        ("ollama/llama3.1", asks("meta", "ollama", "llama3.1")),
        ("vertex_ai/gemini-2.5-pro", asks("google", "google-vertex", "gemini-2.5-pro")),
        ("mistral/mistral-large-latest", asks("mistral", "mistral-api", "mistral-large-latest")),
    ],
)
def test_the_prefix_of_a_model_string_decides_the_platform(
    audit_tree: AuditTree, model: str, expected: Target
) -> None:
    report = audit_tree(
        {"app.py": f'import litellm\n\nlitellm.completion(model="{model}", messages=[])\n'}
    )
    assert only(report) == expected


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


def test_open_weights_keep_their_maker_wherever_they_run(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from groq import Groq
                from openai import OpenAI
                from together import Together

                Groq().chat.completions.create(model="llama-3.1-8b-instant", messages=[])
                Groq().chat.completions.create(model="openai/gpt-oss-120b", messages=[])
                Together().chat.completions.create(
                    model="mistralai/Mixtral-8x7B-Instruct-v0.1", messages=[]
                )
            """
        }
    )
    found = targets(report)
    assert found["app.py:5"] == asks("meta", "groq", "llama-3.1-8b-instant")
    assert (found["app.py:6"].vendors, found["app.py:6"].platforms) == (("openai",), ("groq",))
    assert (found["app.py:7"].vendors, found["app.py:7"].platforms) == (("mistral",), ("together",))


def test_a_cloud_s_client_of_a_vendor_asks_the_cloud(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from anthropic import AnthropicBedrock, AnthropicVertex
                from openai import AzureOpenAI

                AnthropicBedrock().messages.create(
                    model="anthropic.claude-sonnet-4-5-v1:0", messages=[], max_tokens=9
                )
                AnthropicVertex(region="europe-west1", project_id="shop").messages.create(
                    model="claude-sonnet-4-5@20250929", messages=[], max_tokens=9
                )
                AzureOpenAI(azure_endpoint="https://shop.openai.azure.com").embeddings.create(
                    model="text-embedding-3-small", input=[]
                )
            """
        }
    )
    found = {place(call): (call.kind, call.vendors, call.platforms) for call in report.calls}
    assert found == {
        "app.py:4": ("chat", ("anthropic",), ("aws-bedrock",)),
        "app.py:7": ("chat", ("anthropic",), ("google-vertex",)),
        "app.py:10": ("embedding", ("openai",), ("azure-openai",)),
    }


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


@pytest.mark.xfail(strict=True, reason="a request built before it is sent loses its body")
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


def test_the_same_call_may_ask_several_vendors_and_says_so(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import litellm

                FALLBACKS = ["claude-sonnet-4-5", "gpt-4o", "gemini/gemini-2.5-flash"]


                def ask(prompt):
                    for model in FALLBACKS:
                        try:
                            return litellm.completion(model=model, messages=[prompt])
                        except litellm.APIError:
                            continue
                    return None
            """
        }
    )
    found = only(report)
    assert found.vendors == ("anthropic", "google", "openai")
    assert found.dynamic


def test_a_proxy_client_behind_a_tracing_wrapper_keeps_its_target(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from langsmith.wrappers import wrap_openai
                from openai import OpenAI

                client = wrap_openai(OpenAI(base_url="https://api.groq.com/openai/v1"))
                client.chat.completions.create(model="llama-3.1-8b-instant", messages=[])
            """
        }
    )
    assert only(report) == asks("meta", "groq", "llama-3.1-8b-instant")


def test_a_chain_asks_what_its_model_asks(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from langchain_core.output_parsers import StrOutputParser
                from langchain_core.prompts import ChatPromptTemplate
                from langchain_anthropic import ChatAnthropic

                prompt = ChatPromptTemplate.from_template("Tell me about {topic}")
                chain = prompt | ChatAnthropic(model="claude-sonnet-4-5") | StrOutputParser()


                def tell(topic):
                    return chain.invoke({"topic": topic})
            """
        }
    )
    assert targets(report) == {"app.py:10": anthropic("claude-sonnet-4-5")}


def test_a_key_alone_does_not_change_whom_a_client_asks(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import os

                from openai import OpenAI

                client = OpenAI(api_key=os.environ["GROQ_API_KEY"])
                client.chat.completions.create(model="gpt-4o", messages=[])
            """
        }
    )
    assert only(report) == openai("gpt-4o")
