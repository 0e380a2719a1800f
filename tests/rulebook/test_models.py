"""Model ids as they stand in code, and the vendors they must lead to."""

from __future__ import annotations

import re

import pytest

from auditor.model.catalog import Catalog
from auditor.rulebook.match import HOLE, Matcher

SERVED_ONLY = """
    openai: gpt-4o gpt-4o-2024-08-06 gpt-3.5-turbo gpt-35-turbo gpt4o o1 o3-mini
        o4-mini-deep-research
        chatgpt-4o-latest text-embedding-3-small text-embedding-ada-002 text-davinci-003 dall-e-3
        gpt-image-1 whisper-1 tts-1-hd omni-moderation-latest ft:gpt-4o:org::id
        ft:gpt-3.5-turbo-0613:acme:suffix:id openai/gpt-4o-mini gpt-4o-mini:extended
        codex-mini-latest
        global.openai.gpt-6-luna gpt-5.1-codex-mini gpt-realtime computer-use-preview
    anthropic: claude-3-5-sonnet-20241022 claude-opus-4-1 claude-2.1 claude-instant-1.2 claude-v1
        anthropic.claude-v2:1 us.anthropic.claude-3-7-sonnet-20250219-v1:0 claude-3-opus@20240229
        arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0
        arn:aws:bedrock:eu-west-1:1:inference-profile/eu.anthropic.claude-sonnet-4-20250514-v1:0
        anthropic/claude-3.5-sonnet ~anthropic/claude-sonnet-latest databricks-claude-sonnet-4
        anthropic-claude-3.5-haiku us-gov.anthropic.claude-3-5-sonnet-20240620-v1:0
    google: gemini-2.5-pro models/gemini-1.5-flash publishers/google/models/gemini-2.0-flash-001
        projects/p/locations/us-central1/publishers/google/models/gemini-1.5-pro text-embedding-004
        models/embedding-001 text-bison@002 textembedding-gecko@003 imagen-3.0-generate-002
        veo-2.0-generate-001 google/gemini-2.0-flash-exp:free text-multilingual-embedding-002
    mistral: mistral-large-latest mistral-medium-3-1 codestral-latest mistral-embed
        pixtral-large-latest
        mistral.mistral-large-2402-v1:0 magistral-medium-2506 mistral-ocr-latest
    cohere: command-r-plus command-a-03-2025 command-light embed-english-v3.0 embed-v4.0
        rerank-multilingual-v3.0 cohere.command-r-plus-v1:0 cohere.embed-multilingual-v3
        c4ai-aya-expanse-32b cohere.rerank-v3-5:0
    xai: grok-4 grok-3-mini x-ai/grok-code-fast-1 grok-beta
    amazon: amazon.nova-pro-v1:0 us.amazon.nova-lite-v1:0 amazon.titan-embed-text-v2:0
        nova-2-lite-v1
        amazon/nova-micro-v1 amazon.titan-text-express-v1
    alibaba: qwen-max qwen-plus-latest qwen-turbo qwen3-max text-embedding-v3 qwen-vl-max
        qwen3.6-plus
    moonshot: moonshot-v1-8k kimi-latest
    zhipu: glm-4-plus glm-4-air embedding-3 cogview-3-plus
    perplexity: sonar-pro llama-3.1-sonar-large-128k-online pplx-70b-online
    ai21: jamba-1.5-large ai21.j2-ultra-v1
    voyage: voyage-3-large rerank-2.5-lite
    elevenlabs: eleven_multilingual_v2 scribe_v1
    deepgram: nova-2 nova-3-medical aura-asteria-en
    black-forest-labs: flux-pro fal-ai/flux-pro/v1.1-ultra
    bytedance: doubao-1-5-pro-32k ep-20240601123456-abcde bytedance-seed/seed-1.6
    baidu: ERNIE-4.0-8K ERNIE-Bot-turbo
    writer: palmyra-x5 writer.palmyra-x4-v1:0
    yandex: gpt://b1g/yandexgpt/latest yandexgpt-lite
    gigachat: GigaChat GigaChat-Max
    meta: muse-spark-1.2
    01-ai: yi-large
    """
PUBLISHED = """
    openai: gpt-oss-120b openai/gpt-oss-20b:free openai.gpt-oss-120b-1:0 whisper-large-v3 gpt2
        databricks-gpt-oss-20b
    meta: llama3 llama3.1:8b llama-3.3-70b-versatile meta-llama/Llama-3.3-70B-Instruct-Turbo
        meta-llama/llama-4-scout:free us.meta.llama3-3-70b-instruct-v1:0 codellama:13b-instruct
        @cf/meta/llama-3.1-8b-instruct accounts/fireworks/models/llama-v3p1-8b-instruct
        TheBloke/Llama-2-7B-Chat-GGUF ./models/llama-2-7b.Q4_K_M.gguf databricks-meta-llama-3-3-70b
        Meta-Llama-3_1-70B-Instruct meta-textgeneration-llama-2-7b-f llama-guard-3-8b
    google: gemma2 gemma-3-27b-it google/gemma-2-9b-it:free google.gemma-3-4b-it codegemma:7b
    mistral: mistral mistral:7b-instruct mixtral-8x7b-32768 open-mistral-nemo mistral-small-latest
        mistralai/Mixtral-8x7B-Instruct-v0.1 mistral.mixtral-8x7b-instruct-v0:1 devstral-small
        mistral.mistral-7b-instruct-v0:2
    deepseek: deepseek-chat deepseek-reasoner deepseek-r1:14b deepseek-ai/DeepSeek-V3.1
        deepseek-r1-distill-llama-70b us.deepseek.r1-v1:0 deepseek/deepseek-chat-v3-0324:free
    alibaba: qwen2.5:72b Qwen/Qwen2.5-72B-Instruct qwen3-coder qwq-32b qwen.qwen3-32b-v1:0
        qwen/qwen3-235b-a22b
    moonshot: kimi-k2-0711-preview moonshotai/Kimi-K2-Instruct
    zhipu: glm-4.5 zai-org/GLM-4.6 z-ai/glm-4.5-air:free zai-glm-4.7 glm-4-9b-chat
    minimax: MiniMax-M2 minimaxai/minimax-m1-80k
    microsoft: phi3 phi-4 microsoft/phi-3-mini-128k-instruct
    nvidia: nvidia/llama-3.1-nemotron-70b-instruct nvidia.nemotron-nano-9b-v2
    ibm: ibm/granite-3-8b-instruct granite3.1-dense:8b
    databricks: databricks/dbrx-instruct
    baai: BAAI/bge-m3 bge-large-en-v1.5
    nomic: nomic-embed-text gpt4all-falcon-q4
    eleutherai: EleutherAI/gpt-j-6b gpt-neox-20b
    mixedbread: mxbai-embed-large
    huggingface: all-minilm sentence-transformers/all-MiniLM-L6-v2
    stability: stability-ai/sdxl:39ed52f2a78e stable-diffusion-xl-1024-v1-0
    snowflake: snowflake-arctic-embed
    tii: falcon:7b
    perplexity: r1-1776
    """
NOBODYS = """
        my-deployment default prod base model-a embedding rerank agent text flash pro large mini
        endpoints/1234567890 v1 test command universal
    arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123 auto openrouter/auto
    """


def pairs(table: str) -> list[tuple[str, str]]:
    found, vendor = [], ""
    for word in table.split():
        if word.endswith(":") and "/" not in word:
            vendor = word[:-1]
        else:
            found.append((word, vendor))
    return found


@pytest.mark.parametrize(("model", "vendor"), pairs(SERVED_ONLY))
def test_a_model_that_only_its_maker_gives_out(matcher: Matcher, model: str, vendor: str) -> None:
    assert matcher.vendor_of_model(model) == (vendor, False)


@pytest.mark.parametrize(("model", "vendor"), pairs(PUBLISHED))
def test_a_model_with_open_weights(matcher: Matcher, model: str, vendor: str) -> None:
    assert matcher.vendor_of_model(model) == (vendor, True)


@pytest.mark.parametrize("model", NOBODYS.split())
def test_a_word_that_is_nobodys_model(matcher: Matcher, model: str) -> None:
    assert matcher.vendor_of_model(model) is None


def test_the_organisation_speaks_where_the_name_does_not(matcher: Matcher) -> None:
    assert matcher.vendor_of_model("mistralai/Something-New") == ("mistral", False)
    assert matcher.vendor_of_model("eu.anthropic.newname-v1:0") == ("anthropic", False)
    assert matcher.vendor_of_model("nvidia/GLM-5-NVFP4") == ("zhipu", True)


def test_holes_stand_for_versions(matcher: Matcher) -> None:
    assert matcher.vendor_of_model(f"claude-{HOLE}") == ("anthropic", False)
    assert matcher.vendor_of_model(f"gpt-{HOLE}-mini") == ("openai", False)
    assert matcher.vendor_of_model(HOLE) is None


def test_no_two_vendors_claim_a_model(catalog: Catalog) -> None:
    bare = [model for model, _ in pairs(SERVED_ONLY + PUBLISHED) if not set("/:@") & set(model)]
    for model in bare:
        claims = {
            vendor.id
            for vendor in catalog.vendors.values()
            for pattern in vendor.models + vendor.open_weights
            if re.search(pattern, model, re.IGNORECASE)
        }
        assert len(claims) <= 1, (model, claims)


def test_every_pattern_starts_at_the_start(catalog: Catalog) -> None:
    # a name may stand anywhere in a model's id only where nobody else would use it
    loose = {
        pattern
        for vendor in catalog.vendors.values()
        for pattern in vendor.models + vendor.open_weights
        if not pattern.startswith("^")
    }
    assert loose == {"nemotron"}


def test_a_home_serves_its_vendor(catalog: Catalog) -> None:
    for vendor in catalog.vendors.values():
        if vendor.home and (serves := catalog.platforms[vendor.home].serves):
            assert serves == vendor.id
