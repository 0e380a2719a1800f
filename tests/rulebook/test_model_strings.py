"""Model strings and provider settings, library by library."""

from __future__ import annotations

import pytest

from auditor.model.catalog import Catalog
from auditor.rulebook.match import HOLE, Matcher, ModelRef

# grammar, text, vendor, platform, gateway, model
STRINGS = """
    litellm gpt-4o openai openai-api - gpt-4o
    litellm openrouter/anthropic/claude-3 anthropic - openrouter claude-3
    litellm openrouter/auto - - openrouter auto
    litellm bedrock/us.anthropic.claude-3-haiku anthropic aws-bedrock - us.anthropic.claude-3-haiku
    litellm bedrock/converse/amazon.nova-pro-v1:0 amazon aws-bedrock - amazon.nova-pro-v1:0
    litellm anthropic.claude-v2:1 anthropic aws-bedrock - anthropic.claude-v2:1
    litellm azure/my-deployment openai azure-openai - my-deployment
    litellm azure/command-r-plus cohere azure-openai - command-r-plus
    litellm azure_ai/claude-opus-4-1 anthropic azure-ai-foundry - claude-opus-4-1
    litellm vertex_ai/claude-3@20240620 anthropic google-vertex - claude-3@20240620
    litellm vertex_ai/gemini-1.5-pro google google-vertex - gemini-1.5-pro
    litellm gemini/gemini-2.0-flash google google-ai-studio - gemini-2.0-flash
    litellm cohere/command-r cohere cohere-api - command-r
    litellm perplexity/sonar-pro perplexity perplexity-api - sonar-pro
    litellm openai/own-model openai openai-api - own-model
    litellm litellm_proxy/gpt-4o openai - litellm-proxy gpt-4o
    litellm litellm_proxy/azure/x openai azure-openai litellm-proxy x
    litellm vercel_ai_gateway/xai/grok-4 xai - vercel-ai-gateway grok-4
    litellm sagemaker/jumpstart-x - aws-sagemaker - jumpstart-x
    litellm github/gpt-4o openai github-models - gpt-4o
    litellm unheard-of/gpt-4o openai - - unheard-of/gpt-4o
    crewai google/gemini-2.0-flash google google-ai-studio - gemini-2.0-flash
    crewai openai/gpt-4o openai openai-api - gpt-4o
    langchain openai:gpt-4o openai openai-api - gpt-4o
    langchain claude-3-5-sonnet-latest anthropic anthropic-api - claude-3-5-sonnet-latest
    langchain gemini-2.0-flash google google-vertex - gemini-2.0-flash
    langchain google_genai:gemini-2.0-flash google google-ai-studio - gemini-2.0-flash
    langchain mistral-large-latest mistral mistral-api - mistral-large-latest
    langchain bedrock_converse:anthropic.claude-3 anthropic aws-bedrock - anthropic.claude-3
    langchain amazon.nova-lite-v1:0 amazon aws-bedrock - amazon.nova-lite-v1:0
    pydantic-ai google-gla:gemini-2.5-pro google google-ai-studio - gemini-2.5-pro
    pydantic-ai google-vertex:gemini-2.5-pro google google-vertex - gemini-2.5-pro
    pydantic-ai gateway/bedrock:amazon.nova-x amazon aws-bedrock pydantic-gateway amazon.nova-x
    pydantic-ai openrouter:anthropic/claude-3.5-sonnet anthropic - openrouter claude-3.5-sonnet
    openai-agents gpt-5 openai openai-api - gpt-5
    openai-agents litellm/anthropic/claude-3-5 anthropic anthropic-api - claude-3-5
    openai-agents any-llm/openrouter/openai/gpt-4o openai - openrouter gpt-4o
    any-llm openai:gpt-4o openai openai-api - gpt-4o
    any-llm anthropic/claude-3 anthropic anthropic-api - claude-3
    any-llm azure:gpt-4o openai azure-ai-foundry - gpt-4o
    aisuite google:gemini-1.5-pro google google-vertex - gemini-1.5-pro
    agno vertexai-claude:claude-sonnet-4 anthropic google-vertex - claude-sonnet-4
    instructor anthropic/claude-3 anthropic anthropic-api - claude-3
    provider-model amazon-bedrock:anthropic.claude-3 anthropic aws-bedrock - anthropic.claude-3
    openrouter openai/gpt-4o-mini openai - - gpt-4o-mini
    openrouter nousresearch/something nous - - something
    vercel anthropic/claude-sonnet-4 anthropic - - claude-sonnet-4
    github-models openai/gpt-4.1 openai - - gpt-4.1
    portkey @openai-prod/gpt-4o openai - - @openai-prod/gpt-4o
    bedrock us.anthropic.claude-3-v1:0 anthropic aws-bedrock - us.anthropic.claude-3-v1:0
    bedrock arn:aws:bedrock:x:1:prompt/x - aws-bedrock - arn:aws:bedrock:x:1:prompt/x
    - gpt-4o openai openai-api - gpt-4o
    - openai/gpt-4o openai openai-api - openai/gpt-4o
    - models/gemini-1.5-flash google google-ai-studio - models/gemini-1.5-flash
    """
OPEN = """
    litellm groq/llama-3.3-70b-versatile meta groq - llama-3.3-70b-versatile
    litellm together_ai/Qwen/Qwen2.5-72B-Instruct alibaba together - Qwen/Qwen2.5-72B-Instruct
    litellm ollama/mistral mistral ollama - mistral
    litellm ollama/own-model local ollama - own-model
    litellm hosted_vllm/meta-llama/Llama-3.1-8B meta vllm - meta-llama/Llama-3.1-8B
    litellm deepseek/deepseek-chat deepseek deepseek-api - deepseek-chat
    litellm deepseek-chat deepseek deepseek-api - deepseek-chat
    litellm llama-3.1-8b meta - - llama-3.1-8b
    litellm huggingface/deepseek-ai/DeepSeek-R1 deepseek huggingface - deepseek-ai/DeepSeek-R1
    langchain groq:llama3-70b-8192 meta groq - llama3-70b-8192
    langchain litellm:groq/llama3 meta groq - llama3
    pydantic-ai groq:openai/gpt-oss-120b openai groq - openai/gpt-oss-120b
    openrouter meta-llama/llama-3.3-70b-instruct:free meta - - llama-3.3-70b-instruct:free
    huggingface openai/gpt-oss-120b openai huggingface - openai/gpt-oss-120b
    - llama3.1:8b meta - - llama3.1:8b
    """
PROVIDERS = """
    langchain azure_openai azure-openai
    langchain google_genai google-ai-studio
    langchain google_vertexai google-vertex
    langchain bedrock aws-bedrock
    langchain openai openai-api
    langchain ollama ollama
    langchain openrouter openrouter
    mem0 aws_bedrock aws-bedrock
    mem0 azure_openai_structured azure-openai
    mem0 huggingface huggingface
    camel AZURE azure-openai
    camel tongyi-qianwen dashscope
    huggingface fireworks-ai fireworks
    huggingface auto huggingface
    llama-index azure-openai azure-openai
    - anthropic anthropic-api
    - Azure azure-openai
    - google-vertex google-vertex
    - gemini google-ai-studio
    - qwen dashscope
    """


def rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


def given(word: str) -> str | None:
    return None if word == "-" else word


@pytest.mark.parametrize(
    ("row", "is_open"),
    [(row, False) for row in rows(STRINGS)] + [(row, True) for row in rows(OPEN)],
)
def test_a_model_string(matcher: Matcher, row: list[str], is_open: bool) -> None:
    grammar, text, vendor, platform, gateway, model = row
    assert matcher.read_model(text, given(grammar)) == ModelRef(
        vendor=given(vendor),
        platform=given(platform),
        gateways=(gateway,) if gateway != "-" else (),
        model=given(model),
        open_weights=is_open,
        known=True,
    )


@pytest.mark.parametrize("text", ["my-model", "test", "a/b/c", "acme:thing", "", HOLE])
@pytest.mark.parametrize("grammar", [None, "litellm", "langchain", "pydantic-ai", "openrouter"])
def test_nothing_is_guessed(matcher: Matcher, text: str, grammar: str | None) -> None:
    model = None if text in ("", HOLE) else text
    assert matcher.read_model(text, grammar) == ModelRef(model=model)


def test_holes_leave_what_is_certain(matcher: Matcher) -> None:
    assert matcher.read_model(f"bedrock/{HOLE}", "litellm") == ModelRef(
        platform="aws-bedrock", known=True
    )
    assert matcher.read_model(f"openrouter/anthropic/{HOLE}", "litellm") == ModelRef(
        vendor="anthropic", gateways=("openrouter",), known=True
    )
    assert matcher.read_model(f"{HOLE}/gpt-4o", "litellm") == ModelRef(vendor="openai", known=True)


@pytest.mark.parametrize(("grammar", "text", "platform"), rows(PROVIDERS))
def test_a_provider_setting(matcher: Matcher, grammar: str, text: str, platform: str) -> None:
    found = matcher.platform_of_provider(text, given(grammar))
    assert found is not None
    assert found.id == platform


@pytest.mark.parametrize("text", ["", "nobody", "custom-thing"])
def test_a_provider_that_nobody_knows(matcher: Matcher, text: str) -> None:
    assert matcher.platform_of_provider(text) is None
    assert matcher.platform_of_provider(text, "langchain") is None


def test_every_prefix_selects_its_platform(catalog: Catalog, matcher: Matcher) -> None:
    for platform in catalog.platforms.values():
        for grammar, prefixes in platform.prefixes.items():
            for prefix in prefixes:
                assert matcher.platform_of_provider(prefix.rstrip("*/"), grammar) is platform
