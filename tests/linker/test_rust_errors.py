"""Which arms for errors of Rust's libraries stand in for an outage, and which only look like it."""

# ruff: noqa: E501 - statements of Rust stand in one line here

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree

HEAD = """
use anyhow::{anyhow, Result};
use serde_json::json;
use gemini_rust::{ClientError, Gemini};
use openai_api_rust::{chat::*, Auth, OpenAI};
use cohere_rust::{api::chat::ChatRequest, Cohere, CohereApiError};
use misanthropic::{client::Error as ClaudeError, Client, Id, Prompt};

enum Own { BadResponse { code: u16 }, PerformRequestNew, ApiError(String), RequestError(String) }

async fn groq(q: &str) -> Result<String> {
    let answer = reqwest::Client::new()
        .post("https://api.groq.com/openai/v1/chat/completions")
        .json(&json!({"model": "llama-3.3-70b-versatile", "messages": [q]}))
        .send()
        .await?
        .error_for_status()?;
    Ok(answer.text().await?)
}
"""


def gemini(arms: str) -> str:
    return (
        "pub async fn run(q: &str) -> Result<String> {\n"
        'let client = Gemini::with_model("key", "gemini-2.5-pro".to_string()).unwrap();\n'
        f"match client.generate_content().with_user_message(q).execute().await {{ Ok(a) => Ok(a.text()), {arms} }} }}"
    )


def openai(arms: str) -> str:
    return (
        "pub async fn run(q: &str) -> Result<String> {\n"
        'let openai = OpenAI::new(auth(), "https://api.openai.com/v1/");\n'
        'let body = ChatBody { model: "gpt-4o".to_string(), messages: vec![] };\n'
        f"match openai.chat_completion_create(&body) {{ Ok(a) => Ok(a.id), {arms} }} }}"
    )


def cohere(arms: str) -> str:
    return (
        "pub async fn run(q: &str) -> Result<String> {\n"
        "let co = Cohere::default();\n"
        f"match co.chat(&ChatRequest {{ message: q, ..Default::default() }}).await {{ Ok(a) => Ok(a.text), {arms} }} }}"
    )


def claude(arms: str) -> str:
    return (
        "pub async fn run(q: &str) -> Result<String> {\n"
        'let client = Client::new("key")?;\n'
        f"match client.message(Prompt::default().model(Id::Sonnet46)).await {{ Ok(a) => Ok(a.to_string()), {arms} }} }}"
    )


def verdict(audit_tree: AuditTree, body: str) -> str:
    report = audit_tree({"src/main.rs": f"{HEAD}\n{body}\n"})
    (call,) = [call for call in report.calls if call.sdk != "http"]
    return call.verdict


ELSE = "Err(e) => Err(e.into())"


@pytest.mark.parametrize(
    "body",
    [
        gemini("Err(_) => groq(q).await"),
        gemini(f"Err(ClientError::BadResponse {{ .. }}) => groq(q).await, Err(ClientError::PerformRequestNew {{ source }}) => groq(q).await, {ELSE}"),
        gemini(f"Err(ClientError::BadResponse {{ code, .. }} | ClientError::PerformRequestNew {{ .. }}) => groq(q).await, {ELSE}"),
        openai(f"Err(openai_api_rust::Error::ApiError(_)) | Err(openai_api_rust::Error::RequestError(_)) => groq(q).await, {ELSE}"),
        openai(f"Err(openai_api_rust::Error::ApiError(text)) => groq(q).await, Err(openai_api_rust::Error::RequestError(_)) => groq(q).await, {ELSE}"),
        cohere(f"Err(CohereApiError::ApiError(status, _)) => groq(q).await, Err(CohereApiError::RequestError(_)) => groq(q).await, {ELSE}"),
        claude("Err(ClaudeError::HTTP(_)) => groq(q).await, Err(_) => groq(q).await"),
    ],
)  # fmt: skip
def test_arms_for_all_that_an_outage_looks_like(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, body) == "cross-vendor"


@pytest.mark.parametrize(
    "body",
    [
        gemini(f"Err(ClientError::BadResponse {{ .. }}) => groq(q).await, {ELSE}"),
        gemini(f"Err(ClientError::PerformRequestNew {{ .. }}) => groq(q).await, {ELSE}"),
        gemini(f"Err(ClientError::BadResponse {{ code: 429, .. }}) => groq(q).await, Err(ClientError::PerformRequestNew {{ .. }}) => groq(q).await, {ELSE}"),
        gemini(f"Err(ClientError::BadResponse {{ code: 503, .. }} | ClientError::PerformRequestNew {{ .. }}) => groq(q).await, {ELSE}"),
        gemini(f"Err(ClientError::Deserialize {{ .. }} | ClientError::PerformRequestNew {{ .. }}) => groq(q).await, {ELSE}"),
        gemini(f"Err(Own::BadResponse {{ .. }} | Own::PerformRequestNew) => groq(q).await, {ELSE}"),
        gemini(f"Err(ClientError::BadResponse {{ code, .. }} | ClientError::PerformRequestNew {{ .. }}) if odd(q) => groq(q).await, {ELSE}"),
        openai(f"Err(openai_api_rust::Error::RequestError(_)) => groq(q).await, {ELSE}"),
        openai(f"Err(Own::ApiError(_)) => groq(q).await, Err(Own::RequestError(_)) => groq(q).await, {ELSE}"),
        openai(f"Err(openai_api_rust::Error::ApiError(_)) => Err(anyhow!(\"down\")), Err(openai_api_rust::Error::RequestError(_)) => groq(q).await, {ELSE}"),
        cohere(f"Err(CohereApiError::ApiError(StatusCode::TOO_MANY_REQUESTS, _)) => groq(q).await, Err(CohereApiError::RequestError(_)) => groq(q).await, {ELSE}"),
        cohere(f"Err(CohereApiError::InvalidApiKey) => groq(q).await, {ELSE}"),
        claude(f"Err(ClaudeError::HTTP(_)) => groq(q).await, {ELSE}"),
        claude(f"Err(ClaudeError::HTTP(_) | ClaudeError::Anthropic(_)) => groq(q).await, {ELSE}"),
        claude(f"Err(ClaudeError::Anthropic(misanthropic::client::AnthropicError::RateLimit {{ .. }})) => groq(q).await, {ELSE}"),
    ],
)  # fmt: skip
def test_arms_for_a_part_of_it_stand_in_for_nothing(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, body) in ("none", "partial", "unknown")
