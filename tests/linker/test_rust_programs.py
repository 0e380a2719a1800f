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
        run("match tokio::time::timeout(D, gpt(q)).await { Ok(Ok(x)) => Ok(x), Ok(Err(_)) | Err(_) => claude(q).await }"),
        run("let r: Result<String> = async { let x = gpt(q).await?; Ok(x) }.await; match r { Ok(x) => Ok(x), Err(_) => claude(q).await }"),
        run("let mut r = gpt(q).await; if r.is_err() { r = claude(q).await; } r"),
        run("let f = || async { gpt(q).await }; match f().await { Ok(x) => Ok(x), Err(_) => claude(q).await }"),
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
        "fn report(e: &anyhow::Error) -> ! { panic!(\"{e}\") }\n"
        + run("match gpt(q).await { Ok(x) => Ok(x), Err(e) => { report(&e); claude(q).await } }"),
        "fn report(e: &anyhow::Error) { eprintln!(\"{e}\"); std::process::exit(2) }\n"
        + run("match gpt(q).await { Ok(x) => Ok(x), Err(e) => { report(&e); claude(q).await } }"),
        "fn check(e: anyhow::Error) -> Result<()> { Err(e) }\n"
        + run("match gpt(q).await { Ok(x) => Ok(x), Err(e) => { check(e)?; claude(q).await } }"),
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
        run("match tokio::time::timeout(D, gpt(q)).await { Ok(x) => x, Err(_) => claude(q).await }"),
        run("if let Ok(x) = tokio::time::timeout(D, gpt(q)).await { return Ok(x?); } claude(q).await"),
        run("match tokio::time::timeout(D, gpt(q)).await { Ok(Ok(x)) => Ok(x), Ok(Err(e)) => Err(e), Err(_) => claude(q).await }"),
        run("match tokio::spawn(gpt(q)).await { Ok(x) => x, Err(_) => claude(q).await }"),
        run("let h = tokio::spawn(gpt(q)); match h.await { Ok(x) => x, Err(_) => claude(q).await }"),
        run("let x = gpt(q).await.unwrap_or_else(|e| panic!(\"{e}\")); Ok(x)"),
        run("let r: Result<String> = async { gpt(q).await }.await; let x = r?; claude(&x).await"),
        run("let r: Result<String> = (|| async { let x = gpt(q).await.unwrap(); Ok(x) })().await; match r { Ok(x) => Ok(x), Err(_) => claude(q).await }"),
        run("let mut tries = 0; loop { match gpt(q).await { Ok(x) => return Ok(x), Err(e) if tries < 3 => tries += 1, Err(e) => return Err(e) } }"),
        run("while let Err(e) = gpt(q).await { eprintln!(\"{e}\"); } claude(q).await"),
        "static ONCE: OnceCell<String> = OnceCell::const_new();\n"+run("let x = ONCE.get_or_try_init(|| async { gpt(q).await }).await?; Ok(x.clone())"),
        run("match gpt(q).await { Ok(x) if x.len() > 3 => Ok(x), Ok(_) => claude(q).await, Err(e) => Err(e) }"),
        run("let x = match gpt(q).await { Ok(x) => x, Err(_) => return Ok(claude(q).await.and_then(|x| gpt(q))?) }; Ok(x)"),
        run("gpt(q).await.ok().ok_or_else(|| anyhow!(\"down\"))"),
        "fn gone<T>(r: Result<T>) -> T { match r { Ok(x) => x, Err(e) => panic!(\"{e}\") } }\n"+run("let x = gone(gpt(q).await); if x.is_empty() { return claude(q).await; } Ok(x)"),
        run("let results = futures::future::join_all(vec![gpt(q), claude(q)]).await; for r in results { if let Ok(x) = r { return Ok(x); } } bail!(\"down\")"),
        run("if FALLBACK { if let Ok(x) = gpt(q).await { return Ok(x); } return claude(q).await; } gpt(q).await"),
        run("assert!(gpt(q).await.is_ok()); claude(q).await"),
        run("let Some(x) = gpt(q).await.map(Some)? else { return claude(q).await; }; Ok(x)"),
        run("match gpt(q).await { Ok(x) => Ok(x), Err(e) => { claude(q).await?; Err(e) } }"),
        run("match gpt(q).await { Ok(x) => Ok(x), Err(e) => { let _ = claude(q).await; return Err(e); } }"),
        run("let r = gpt(q).await; if r.is_err() { eprintln!(\"x\"); } let x = r?; claude(&x).await"),
        run("match gpt(q).await { Ok(x) => Ok(x), Err(_) => { tokio::spawn(claude(q)); Ok(String::new()) } }"),
        run("#[cfg(feature = \"backup\")] { if let Ok(x) = gpt(q).await { return Ok(x); } return claude(q).await; } #[cfg(not(feature = \"backup\"))] gpt(q).await"),
        run("if cfg!(feature = \"backup\") { return match gpt(q).await { Ok(x) => Ok(x), Err(_) => claude(q).await }; } gpt(q).await"),
        run("let mut r = gpt(q).await; for _ in 0..3 { if r.is_ok() { break; } r = gpt(q).await; } r"),
        run("match (gpt(q).await, claude(q).await) { (Ok(x), _) => Ok(x), (_, Ok(y)) => Ok(y), _ => bail!(\"down\") }"),
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


RAW = """
async fn raw(q: &str) -> Result<String> {{
    let r = reqwest::Client::new()
        .post("https://api.openai.com/v1/chat/completions")
        .json(&json!({{"model": "gpt-4o", "messages": [q]}}))
        .send()
        .await?;
    {}
}}
"""
TRIED = run("match raw(q).await { Ok(x) => Ok(x), Err(_) => claude(q).await }")


@pytest.mark.parametrize(
    ("rest", "verdict"),
    [
        ("Ok(r.text().await?)", "none"),
        ("Ok(r.error_for_status()?.text().await?)", "cross-vendor"),
        ('if !r.status().is_success() { bail!("down"); } Ok(r.text().await?)', "cross-vendor"),
        ('if r.status().as_u16() >= 400 { bail!("down"); } Ok(r.text().await?)', "cross-vendor"),
    ],
)  # fmt: skip
def test_an_error_status_is_an_answer_until_somebody_asks(
    audit_tree: AuditTree, rest: str, verdict: str
) -> None:
    report = audit_tree({"src/main.rs": f"{HEAD}\n{RAW.format(rest)}\n{TRIED}\n"})
    found = [c.verdict for c in report.calls if "openai" in c.vendors and c.sdk == "http"]
    assert found == [verdict]


def test_crates_modules_and_traits_are_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app/src/main.rs": "mod desk;\nuse desk::Desk;\n#[tokio::main]\nasync fn main() { Desk::new().run().await.unwrap(); }",
            "app/src/desk/mod.rs": "mod rest;\nuse asks::{Ask, models::SMALL};\npub struct Desk { ask: Box<dyn Ask> }\nimpl Desk { pub fn new() -> Self { Self { ask: Box::new(asks::Plain::new(SMALL)) } } }",
            "app/src/desk/rest.rs": 'use super::Desk;\nimpl Desk { pub async fn run(&self) -> anyhow::Result<()> { self.ask.ask("hi").await?; Ok(()) } }',
            "asks/src/lib.rs": "pub mod models;\nmod plain;\npub use plain::Plain;\n#[async_trait]\npub trait Ask { async fn ask(&self, q: &str) -> anyhow::Result<String>; }",
            "asks/src/models.rs": 'pub const SMALL: &str = "gpt-4o-mini";',
            "asks/src/plain.rs": "use crate::Ask;\nuse async_openai::{types::CreateCompletionRequestArgs, Client};\npub struct Plain { model: String }\nimpl Plain { pub fn new(model: &str) -> Self { Plain { model: model.to_string() } } }\n#[async_trait]\nimpl Ask for Plain { async fn ask(&self, q: &str) -> anyhow::Result<String> { let r = CreateCompletionRequestArgs::default().model(&self.model).prompt(q).build()?; let a = Client::new().completions().create(r).await?; Ok(a.id) } }",
        }
    )
    (call,) = report.calls
    assert (call.path, call.models) == ("asks/src/plain.rs", ("gpt-4o-mini",))
    (workflow,) = report.workflows
    assert (workflow.kind, workflow.entry.path) == ("main", "app/src/main.rs")


@pytest.mark.parametrize(
    "own",
    [
        "struct W; impl W { async fn spawn(q: &str) -> Result<String> { gpt(q).await } }\n" + run("W::spawn(q).await"),
        "async fn spawn(q: &str) -> Result<String> { gpt(q).await }\n" + run("let x = spawn(q).await?; Ok(x)"),
        "async fn timeout(q: &str, n: u8) -> Result<String> { gpt(q).await }\n" + run("timeout(q, 3).await"),
        run("let h = tokio::spawn(async move { gpt(q).await }); h.await?"),
        run("let h = std::thread::spawn(|| block_on(gpt(q))); h.join().unwrap()"),
        run("tokio::time::timeout(D, gpt(q)).await?"),
    ],
)  # fmt: skip
def test_what_is_started_belongs_to_who_waits_for_it(audit_tree: AuditTree, own: str) -> None:
    report = audit_tree({"src/main.rs": f"{HEAD}\n{own}\n"})
    (call,) = [call for call in report.calls if call.sdk == "async-openai"]
    assert call.verdict == "none"
    assert any(call.id in w.calls and w.entry.function == "run" for w in report.workflows)


MAYBE = "async fn maybe(q: &str) -> Option<String> { gpt(q).await.ok() }\n"


@pytest.mark.parametrize(
    "body",
    [
        run("Ok(gpt(q).await.ok().unwrap())"),
        run("let x = gpt(q).await.ok(); let y = x.as_ref().unwrap(); Ok(y.clone())"),
        run("let x = gpt(q).await.ok(); Ok(x.clone().expect(\"up\"))"),
        MAYBE + run("Ok(maybe(q).await.unwrap())"),
        run("let x = gpt(q).await.ok(); let Some(y) = x else { panic!(\"down\") }; Ok(y)"),
        run("let x = gpt(q).await.ok(); let Some(y) = x else { return Err(anyhow!(\"down\")) }; Ok(y)"),
        run("assert!(gpt(q).await.is_ok()); claude(q).await"),
        run("assert!(!gpt(q).await.is_err(), \"down: {}\", q); claude(q).await"),
        run("anyhow::ensure!(gpt(q).await.is_ok(), \"down\"); claude(q).await"),
        run("let r = gpt(q).await; assert_eq!(r.is_err(), false); claude(q).await"),
        run("let r = gpt(q).await; assert_ne!(r.is_ok(), false); claude(q).await"),
        run("if !gpt(q).await.is_ok() { panic!(\"down\") } claude(q).await"),
        run("if gpt(q).await.is_ok() { claude(q).await } else { Err(anyhow!(\"down\")) }"),
    ],
)  # fmt: skip
def test_what_is_not_there_ends_the_program_where_it_is_unwrapped(
    audit_tree: AuditTree, body: str
) -> None:
    assert verdict(audit_tree, body) == "none"


@pytest.mark.parametrize(
    "body",
    [
        run("if gpt(q).await.is_err() { return claude(q).await; } Ok(String::new())"),
        run("if !(gpt(q).await.is_ok()) { return claude(q).await; } Ok(String::new())"),
        run("let x = gpt(q).await.ok(); let Some(y) = x else { return claude(q).await; }; Ok(y)"),
        run("let x = gpt(q).await.ok(); if x.is_none() { return claude(q).await; } Ok(x.as_ref().unwrap().clone())"),
        MAYBE + run("let x = match maybe(q).await { Some(x) => x, None => claude(q).await.ok().unwrap() }; Ok(x)"),
    ],
)  # fmt: skip
def test_what_is_asked_whether_it_is_there_may_be_stood_in_for(
    audit_tree: AuditTree, body: str
) -> None:
    assert verdict(audit_tree, body) == "cross-vendor"


def test_each_arm_that_asks_for_a_word_in_a_tuple_may_be_run(audit_tree: AuditTree) -> None:
    body = """
    #[tokio::main]
    async fn main() {
        match read().subcommand() {
            Some(("models", given)) => list(given),
            Some(("ask", given)) => { println!("{:?}", gpt(given).await); }
            Some(("other", given)) => { println!("{:?}", claude(given).await); }
            _ => help(),
        }
    }
    """
    report = audit_tree({"src/main.rs": f"{HEAD}\n{body}\n"})
    (flow,) = [flow for flow in report.workflows if flow.kind == "main"]
    assert {call.sdk for call in report.calls if call.id in flow.calls} == {"async-openai", "http"}


def test_a_status_that_is_made_an_answer_of_is_none(audit_tree: AuditTree) -> None:
    body = """
    pub async fn run(q: &str) -> impl IntoResponse {
        match gpt(q).await {
            Ok(text) => (StatusCode::OK, text).into_response(),
            Err(e) => (StatusCode::INTERNAL_SERVER_ERROR, format!("down: {e}")).into_response(),
        }
    }
    """
    assert verdict(audit_tree, body) == "none"
