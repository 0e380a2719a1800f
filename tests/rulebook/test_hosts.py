"""Hosts, paths and who they lead to."""

from __future__ import annotations

import pytest

from auditor.model.catalog import CallKind, Catalog
from auditor.rulebook.match import HOLE, Matcher

HOSTS = {
    "api.openai.com": "openai-api",
    "API.OpenAI.com:443": "openai-api",
    "eu.api.openai.com": "openai-api",
    "my-resource.openai.azure.com": "azure-openai",
    f"{HOLE}.openai.azure.com": "azure-openai",
    "x.services.ai.azure.com": "azure-ai-foundry",
    "x.eastus2.models.ai.azure.com": "azure-ai-foundry",
    "api.anthropic.com": "anthropic-api",
    "bedrock-runtime.us-east-1.amazonaws.com": "aws-bedrock",
    f"bedrock-runtime.{HOLE}.amazonaws.com": "aws-bedrock",
    "runtime.sagemaker.us-east-1.amazonaws.com": "aws-sagemaker",
    "generativelanguage.googleapis.com": "google-ai-studio",
    "api.groq.com": "groq",
    "api.together.xyz": "together",
    "api.fireworks.ai": "fireworks",
    "integrate.api.nvidia.com": "nvidia-nim",
    "abc123.us-east-1.aws.endpoints.huggingface.cloud": "huggingface",
    "dashscope-intl.aliyuncs.com": "dashscope",
    "open.bigmodel.cn": "zhipu-api",
    "us-south.ml.cloud.ibm.com": "ibm-watsonx",
    "inference.generativeai.us-chicago-1.oci.oraclecloud.com": "oracle-genai",
    "ark.cn-beijing.volces.com": "bytedance-api",
    "oai.helicone.ai": "helicone",
    "gateway.ai.cloudflare.com": "cloudflare-ai-gateway",
    "ai-gateway.vercel.sh": "vercel-ai-gateway",
    "chat-api.you.com": "you",
}
SHARED = {
    "openrouter.ai": "openrouter",
    "us-central1-aiplatform.googleapis.com": "google-vertex",
    f"{HOLE}-aiplatform.googleapis.com": "google-vertex",
    "acme.cloud.databricks.com": "databricks",
    "adb-123.4.azuredatabricks.net": "databricks",
    "api.cloudflare.com": "cloudflare-workers-ai",
    "acme.azure-api.net": "azure-apim",
    "my-space.hf.space": "huggingface",
    "localhost:11434": "ollama",
    "127.0.0.1:11434": "ollama",
    "[::1]:11434": "ollama",
    f"{HOLE}:11434": "ollama",
    "ollama:11434": "ollama",
    "ollama": "ollama",
    "ollama.models.svc.cluster.local:80": "ollama",
    "host.docker.internal:1234": "lmstudio",
    "192.168.1.7:1234": "lmstudio",
    "0.0.0.0:8000": "vllm",
    "vllm-server:9000": "vllm",
    "localhost:4000": "litellm-proxy",
    "litellm:8080": "litellm-proxy",
    "litellm.acme.com": "litellm-proxy",
    "localhost": "local-server",
    "localhost:5000": "local-server",
    f"localhost:{HOLE}": "local-server",
    "10.0.0.3": "local-server",
    "::1": "local-server",
    "model-box:8081": "local-server",
    "gpu.local": "local-server",
}
UNKNOWN = [
    "example.com",
    "api.acme.example:443",
    HOLE,
    f"{HOLE}:80",
    f"{HOLE}.example.com",
    "redis",
    "",
]


@pytest.mark.parametrize(("host", "platform"), HOSTS.items())
def test_a_host_of_its_own(matcher: Matcher, host: str, platform: str) -> None:
    match = matcher.platform_of_host(host)
    assert match is not None
    assert (match.platform.id, match.shared) == (platform, False)


@pytest.mark.parametrize(("host", "platform"), SHARED.items())
def test_a_host_where_other_things_live_too(matcher: Matcher, host: str, platform: str) -> None:
    match = matcher.platform_of_host(host)
    assert match is not None
    assert (match.platform.id, match.shared) == (platform, True)


@pytest.mark.parametrize("host", UNKNOWN)
def test_a_host_that_nobody_knows(matcher: Matcher, host: str) -> None:
    assert matcher.platform_of_host(host) is None


def test_every_host_of_the_rules_finds_its_platform(catalog: Catalog, matcher: Matcher) -> None:
    for platform in catalog.platforms.values():
        for host in platform.hosts + platform.shared_hosts:
            name = host.replace("{", "x").replace("}", "") if "{" in host else host
            match = matcher.platform_of_host(name)
            assert match is not None, host
            assert match.platform.id == platform.id, host


PATHS = [
    (None, "/v1/chat/completions", CallKind.CHAT, None),
    (None, "/chat/completions", CallKind.CHAT, None),
    (None, "/api/openai/v1/embeddings?x=1", CallKind.EMBEDDING, None),
    (None, "/v1/responses", CallKind.CHAT, None),
    (None, "/v1/audio/transcriptions", CallKind.AUDIO, None),
    (None, "/v1/images/generations", CallKind.IMAGE, None),
    (None, "/v1/rerank", CallKind.RERANK, None),
    (None, "/openai/deployments/gpt4/chat/completions?api-version=1", CallKind.CHAT, "gpt4"),
    (None, f"/openai/deployments/{HOLE}/embeddings", CallKind.EMBEDDING, None),
    (
        None,
        "/v1beta/models/gemini-2.0-flash:streamGenerateContent",
        CallKind.CHAT,
        "gemini-2.0-flash",
    ),
    ("anthropic-api", "/v1/messages", CallKind.CHAT, None),
    ("anthropic-api", "/v1/messages/batches", CallKind.BATCH, None),
    ("google-ai-studio", "/v1beta/models/m:batchEmbedContents", CallKind.EMBEDDING, "m"),
    (
        "google-vertex",
        "/v1/p/publishers/anthropic/models/claude-x@1:rawPredict",
        CallKind.CHAT,
        "claude-x@1",
    ),
    (
        "aws-bedrock",
        "/model/us.anthropic.x/invoke-with-response-stream",
        CallKind.CHAT,
        "us.anthropic.x",
    ),
    ("ollama", "/api/chat", CallKind.CHAT, None),
    ("ollama", "/api/embeddings", CallKind.EMBEDDING, None),
    ("cohere-api", "/v2/rerank", CallKind.RERANK, None),
    ("cohere-api", "/v1/generate", CallKind.COMPLETION, None),
    ("replicate", "/v1/models/meta/llama-3/predictions", CallKind.OTHER, "meta/llama-3"),
    ("groq", "/openai/v1/chat/completions", CallKind.CHAT, None),
    ("deepgram-api", "/v1/listen?model=nova-2", CallKind.AUDIO, None),
    ("elevenlabs-api", "/v1/text-to-speech/abc/stream", CallKind.AUDIO, None),
    ("you", "/rag", CallKind.CHAT, None),
    (
        "cloudflare-workers-ai",
        "/client/v4/accounts/a/ai/run/@cf/meta/m",
        CallKind.OTHER,
        "@cf/meta/m",
    ),
]


@pytest.mark.parametrize(("platform", "path", "kind", "model"), PATHS)
def test_a_path_asks_a_model(
    catalog: Catalog, matcher: Matcher, platform: str | None, path: str, kind: CallKind, model: str
) -> None:
    at = catalog.platforms[platform] if platform else None
    found = matcher.endpoint_of_path(path, at)
    assert found is not None
    assert (found.kind, found.model) == (kind, model)
    assert at is None or not matcher.is_not_endpoint(path, at)


@pytest.mark.parametrize(
    "path", ["/v1/messages", "/api/chat", "/generate", "/completions", "/", "/v1/models"]
)
def test_a_path_that_many_other_apis_have(matcher: Matcher, path: str) -> None:
    assert matcher.endpoint_of_path(path) is None


def test_a_path_that_counts_on_the_teams_own_hosts_only(matcher: Matcher) -> None:
    found = matcher.endpoint_of_path("/api/chat", near=True)
    assert found is not None
    assert found.platform == "ollama"


@pytest.mark.parametrize(
    ("platform", "path"),
    [
        ("openai-api", "/v1/models"),
        ("openai-api", "/v1/files/file-1"),
        ("openai-api", "/v1/threads/t/messages"),
        ("anthropic-api", "/v1/messages/count_tokens"),
        ("google-ai-studio", "/v1beta/models"),
        ("google-ai-studio", "/v1beta/models/gemini-2.0-flash"),
        ("ollama", "/api/tags"),
        ("ollama", "/api/pull"),
        ("replicate", "/v1/predictions/abc"),
        ("elevenlabs-api", "/v1/voices"),
        ("openrouter", "/api/v1/models"),
    ],
)
def test_a_path_that_asks_no_model(
    catalog: Catalog, matcher: Matcher, platform: str, path: str
) -> None:
    at = catalog.platforms[platform]
    assert matcher.is_not_endpoint(path, at)
    assert matcher.endpoint_of_path(path, at) is None


def test_a_gateways_path_names_the_platform_behind_it(catalog: Catalog, matcher: Matcher) -> None:
    gateway = catalog.platforms["cloudflare-ai-gateway"]
    behind = matcher.upstream_of_path("/v1/account/name/google-ai-studio/v1beta/models", gateway)
    assert behind is catalog.platforms["google-ai-studio"]
    assert matcher.upstream_of_path("/v1/account/name/compat", gateway) is None
