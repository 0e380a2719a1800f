"""Rust, linked: what stands behind a call that may fail, and what only looks as if it did."""

# ruff: noqa: E501 - statements of Rust stand in one line here

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree

HEAD = """
use async_openai::Client;
use serde_json::json;
use anyhow::{anyhow, bail, Result};

async fn gpt(q: &str) -> Result<String> {
    let client = Client::new();
    let answer = client.chat().create(json!({"model": "gpt-4o", "messages": [q]})).await?;
    Ok(answer.text)
}

async fn claude(q: &str) -> Result<String> {
    let answer = reqwest::Client::new()
        .post("https://api.anthropic.com/v1/messages")
        .json(&json!({"model": "claude-sonnet-4-5", "messages": [q]}))
        .send()
        .await?
        .error_for_status()?;
    Ok(answer.text().await?)
}

"""


PROVIDERS = """
#[async_trait]
trait Llm { async fn ask(&self, q: &str) -> Result<String>; }
struct Gpt;
struct Claude;
#[async_trait]
impl Llm for Gpt { async fn ask(&self, q: &str) -> Result<String> { gpt(q).await } }
#[async_trait]
impl Llm for Claude { async fn ask(&self, q: &str) -> Result<String> { claude(q).await } }
enum Llms { Gpt(Gpt), Claude(Claude) }
impl Llms {
    async fn ask(&self, q: &str) -> Result<String> {
        match self { Llms::Gpt(x) => x.ask(q).await, Llms::Claude(x) => x.ask(q).await }
    }
}
fn by_name(name: &str) -> Box<dyn Llm> {
    match name { "gpt" => Box::new(Gpt), _ => Box::new(Claude) }
}
"""


def verdict(audit_tree: AuditTree, body: str) -> str:
    report = audit_tree({"src/main.rs": f"{HEAD}\n{body}\n"})
    (call,) = [call for call in report.calls if call.sdk == "async-openai"]
    return call.verdict


def run(lines: str) -> str:
    return f"pub async fn run(q: &str) -> Result<String> {{ {lines} }}"


@pytest.mark.parametrize(
    "body",
    [
        run("match gpt(q).await { Ok(x) => Ok(x), Err(_) => claude(q).await }"),
        run("match gpt(q).await { Ok(x) => return Ok(x), Err(e) => { eprintln!(\"{e}\"); } } claude(q).await"),
        run("if let Ok(x) = gpt(q).await { return Ok(x); } claude(q).await"),
        run("if let Ok(x) = gpt(q).await { Ok(x) } else { claude(q).await }"),
        run("let Ok(x) = gpt(q).await else { return claude(q).await; }; Ok(x)"),
        run("if let Err(e) = gpt(q).await { eprintln!(\"{e}\"); return claude(q).await; } Ok(String::new())"),
        run("let first = gpt(q).await; if first.is_ok() { return first; } claude(q).await"),
        run("let first = gpt(q).await; match first { Ok(x) => Ok(x), Err(_) => claude(q).await }"),
        run("let x = match gpt(q).await { Ok(x) => x, Err(_) => claude(q).await? }; Ok(x)"),
        run("gpt(q).or_else(|_| claude(q)).await"),
        run("match gpt(q).await.ok() { Some(x) => Ok(x), None => claude(q).await }"),
        run("if let Some(x) = gpt(q).await.ok() { return Ok(x); } claude(q).await"),
        run("let x = if let Ok(x) = gpt(q).await { x } else { claude(q).await.unwrap() }; Ok(x)"),
        run("match tokio::time::timeout(LIMIT, gpt(q)).await { Ok(Ok(x)) => Ok(x), _ => claude(q).await }"),
        run("match gpt(q).await { Err(e) if e.to_string().is_empty() => claude(q).await, Err(_) => claude(q).await, Ok(x) => Ok(x) }"),
        PROVIDERS + run("let all: Vec<Box<dyn Llm>> = vec![Box::new(Gpt), Box::new(Claude)]; for p in all.iter() { match p.ask(q).await { Ok(x) => return Ok(x), Err(e) => { eprintln!(\"{e}\"); continue; } } } bail!(\"down\")"),
        PROVIDERS + run("for p in [Llms::Gpt(Gpt), Llms::Claude(Claude)] { if let Ok(x) = p.ask(q).await { return Ok(x); } } bail!(\"down\")"),
        PROVIDERS + run("let mut last = None; for name in [\"gpt\", \"claude\"] { match by_name(name).ask(q).await { Ok(x) => return Ok(x), Err(e) => last = Some(e) } } Err(last.unwrap())"),
        "async fn quiet(q: &str) -> Option<String> { match gpt(q).await { Ok(x) => Some(x), Err(_) => None } }\n"
        + run("match quiet(q).await { Some(x) => Ok(x), None => claude(q).await }"),
        "async fn quiet(q: &str) -> Option<String> { gpt(q).await.ok() }\n"
        + run("if let Some(x) = quiet(q).await { return Ok(x); } claude(q).await"),
    ],
)  # fmt: skip
def test_asks_the_other_vendor(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, body) == "cross-vendor"


@pytest.mark.parametrize(
    "body",
    [
        run("let x = gpt(q).await?; if x.is_empty() { return claude(q).await; } Ok(x)"),
        run("let x = gpt(q).await.unwrap(); Ok(x)"),
        run("match Ok(gpt(q).await.unwrap()) { Ok(x) => Ok(x), Err(_) => claude(q).await }"),
        run("let x = gpt(q).await.expect(\"up\"); claude(&x).await"),
        run("match gpt(q).await { Ok(x) => Ok(x), Err(e) => { eprintln!(\"{e}\"); Err(e) } }"),
        run("match gpt(q).await { Ok(x) => Ok(x), Err(e) => bail!(\"down: {e}\") }"),
        run("match gpt(q).await { Ok(x) => Ok(x), Err(e) => panic!(\"down: {e}\") }"),
        run("match gpt(q).await { Ok(x) => Ok(x), Err(_) => std::process::exit(1) }"),
        run("match gpt(q).await { Ok(_) => claude(q).await, Err(e) => Err(e) }"),
        run("if let Ok(x) = gpt(q).await { return claude(&x).await; } Err(anyhow!(\"down\"))"),
        run("if q.is_empty() { gpt(q).await } else { claude(q).await }"),
        run("gpt(q).and_then(|x| claude(q)).await"),
        run("gpt(q).await.and_then(|x| other(x))"),
        run("let (a, b) = tokio::join!(gpt(q), claude(q)); Ok(a?)"),
        run("let (a, b) = tokio::try_join!(gpt(q), claude(q))?; Ok(a)"),
        run("tokio::select! { a = gpt(q) => { a }, b = claude(q) => { b } }"),
        run("gpt(q).await.map_err(|e| anyhow!(\"{e}\"))"),
        run("gpt(q).await.or_else(|e| Err(e))"),
        run("let Ok(x) = gpt(q).await else { bail!(\"down\") }; Ok(x)"),
        run("let Ok(x) = gpt(q).await else { panic!(\"down\") }; claude(&x).await"),
        run("loop { match gpt(q).await { Ok(x) => return Ok(x), Err(_) => continue } }"),
        run("for _ in 0..3 { if let Ok(x) = gpt(q).await { return Ok(x); } } bail!(\"down\")"),
        run("match gpt(q).await { Ok(x) => Ok(x), Err(e) if e.is::<std::fmt::Error>() => claude(q).await, Err(e) => Err(e) }"),
        "async fn gone(q: &str) -> Result<String> { Ok(gpt(q).await.unwrap()) }\n"
        + run("match gone(q).await { Ok(x) => Ok(x), Err(_) => claude(q).await }"),
        "async fn gone(q: &str) -> Result<String> { Ok(gpt(q).await.expect(\"up\")) }\n"
        + run("gone(q).or_else(|_| claude(q)).await"),
        "async fn checked(q: &str) -> Result<String> { let r = gpt(q).await; if r.is_err() { panic!(\"down\"); } r }\n"
        + run("if let Ok(x) = checked(q).await { return Ok(x); } claude(q).await"),
        "enum Odd { Empty, Long }\n"
        + run("match gpt(q).await { Ok(x) => Ok(x), Err(Odd::Empty) => claude(q).await, Err(e) => Err(e) }"),
        run("match gpt(q).await { Ok(x) => Ok(x), Err(async_openai::error::OpenAIError::JSONDeserialize(_)) => claude(q).await, Err(e) => Err(e) }"),
        run("let handle = tokio::spawn(async move { gpt(q).await }); claude(q).await?; handle.await?"),
        "async fn maybe(q: &str) -> Result<Option<String>> { Ok(Some(gpt(q).await?)) }\n"
        + run("match maybe(q).await? { Some(x) => Ok(x), None => claude(q).await }"),
        "async fn maybe(q: &str) -> Result<Option<String>> { Ok(Some(gpt(q).await?)) }\n"
        + run("if let Some(x) = maybe(q).await? { Ok(x) } else { claude(q).await }"),
        run("let Ok(x) = other(&gpt(q).await?).await else { return claude(q).await; }; Ok(x)"),
        run("other(&gpt(q).await?).await.or_else(|_| claude(q).await)"),
        run("if let Ok(x) = other(gpt(q).await.unwrap()).await { return Ok(x); } claude(q).await"),
        run("match serde_json::from_str::<String>(&gpt(q).await?) { Ok(x) => Ok(x), Err(_) => claude(q).await }"),
    ],
)  # fmt: skip
def test_is_not_covered(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, body) in ("none", "degraded", "unknown")


@pytest.mark.parametrize(
    "body",
    [
        run("let _ = gpt(q).await; Ok(String::new())"),
        run("Ok(gpt(q).await.unwrap_or_default())"),
        run("Ok(gpt(q).await.unwrap_or_else(|_| \"sorry\".to_string()))"),
        run("Ok(gpt(q).await.unwrap_or(\"sorry\".into()))"),
        run("match gpt(q).await { Ok(x) => Ok(x), Err(_) => Ok(\"sorry\".into()) }"),
        run("Ok(gpt(q).await.map_or(String::new(), |x| x))"),
    ],
)  # fmt: skip
def test_gives_no_answer(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, body) == "degraded"
