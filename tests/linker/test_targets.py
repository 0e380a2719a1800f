"""Whom a call asks: class or provider first, then prefix, then the model's name."""

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
    targets,
)


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


def test_models_of_other_vendors_are_told_by_their_prefix(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                completion(model="gemini/gemini-2.5-flash", messages=[])
                completion(model="bedrock/anthropic.claude-3-5-sonnet-20240620-v1:0", messages=[])
            """
        }
    )
    found = targets(report)
    assert found["app.py:3"] == asks("google", "google-ai-studio", "gemini-2.5-flash")
    assert found["app.py:4"].vendors == ("anthropic",)
    assert found["app.py:4"].platforms == ("aws-bedrock",)


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
