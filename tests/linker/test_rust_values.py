"""Rust, linked: which values reach a call."""

# ruff: noqa: E501 - statements of Rust stand in one line here

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree
from tests.linker.test_rust_programs import HEAD


@pytest.mark.parametrize(
    ("settings", "models"),
    [
        ("#[derive(Parser)] struct Args { #[arg(long, default_value = \"gpt-4o-mini\")] model: String }\nfn model() -> String { Args::parse().model }", ("gpt-4o-mini",)),
        ("#[derive(Deserialize)] struct Config { #[serde(default = \"Config::usual\")] model: String }\nimpl Config { fn usual() -> String { \"gpt-4.1\".into() } }\nfn model() -> String { let c: Config = toml::from_str(\"\").unwrap(); named(c) }\nfn named(c: Config) -> String { c.model }", ("gpt-4.1",)),
        ("fn model() -> String { std::env::var(\"MODEL\").unwrap_or_else(|_| \"gpt-4o\".to_string()) }", ("gpt-4o",)),
        ("fn model() -> String { match std::env::var(\"MODEL\") { Ok(m) => m, Err(_) => \"gpt-4o\".into() } }", ("gpt-4o",)),
        ("enum M { Small, Large }\nimpl M { fn id(&self) -> &'static str { match self { M::Small => \"gpt-4o-mini\", M::Large => \"gpt-4o\" } } }\nfn model() -> String { M::Large.id().to_string() }", ("gpt-4o",)),
        ("struct C { model: String, size: u8 }\nimpl Default for C { fn default() -> Self { Self { model: \"gpt-4o\".into(), size: 1 } } }\nfn model() -> String { let c = C { size: 2, ..Default::default() }; c.model }", ("gpt-4o",)),
        ("static MODELS: &[(&str, &str)] = &[(\"a\", \"gpt-4o\")];\nfn model() -> String { MODELS[0].1.to_string() }", ("gpt-4o",)),
        ("fn model() -> String { let mut m = HashMap::new(); m.insert(\"a\", \"gpt-4o\"); m.get(\"a\").unwrap().to_string() }", ("gpt-4o",)),
    ],
)  # fmt: skip
def test_settings_and_defaults(
    audit_tree: AuditTree, settings: str, models: tuple[str, ...]
) -> None:
    asks = 'async fn ask() -> R { async_openai::Client::new().completions().create(json!({"model": model()})).await }'
    (call,) = audit_tree({"src/main.rs": f"{settings}\n{asks}\n"}).calls
    assert call.models == models


def test_a_word_of_an_enumeration_is_the_text_that_its_own_method_gives(
    audit_tree: AuditTree,
) -> None:
    body = """
    enum Size { Small, Large }
    impl Size {
        fn as_str(&self) -> &'static str {
            match self { Size::Small => "gpt-4o-mini", Size::Large => "gpt-4o" }
        }
    }
    pub async fn run(q: &str) -> Result<String> {
        let size = Size::Small;
        let answer = Client::new().completions().create(json!({"model": size.as_str(), "prompt": q})).await?;
        Ok(answer.text)
    }
    """
    report = audit_tree({"src/main.rs": f"{HEAD}\n{body}\n"})
    (call,) = [call for call in report.calls if call.kind == "completion"]
    assert [target.model for target in call.targets] == ["gpt-4o-mini"]


@pytest.mark.parametrize(
    ("part", "models"),
    [
        ("1..", {"gpt-4o", "o3"}),
        ("..1", {"gpt-4o-mini"}),
        ("0..=1", {"gpt-4o-mini", "gpt-4o"}),
        ("..", {"gpt-4o-mini", "gpt-4o", "o3"}),
    ],
)
def test_a_part_of_a_list_holds_what_its_bounds_leave(
    audit_tree: AuditTree, part: str, models: set[str]
) -> None:
    body = f"""
    const MODELS: [&str; 3] = ["gpt-4o-mini", "gpt-4o", "o3"];
    pub async fn run(q: &str) -> Result<String> {{
        let mut last = String::new();
        for model in &MODELS[{part}] {{
            last = Client::new().completions().create(json!({{"model": model, "prompt": q}})).await?.text;
        }}
        Ok(last)
    }}
    """
    report = audit_tree({"src/main.rs": f"{HEAD}\n{body}\n"})
    (call,) = [call for call in report.calls if call.kind == "completion"]
    assert {target.model for target in call.targets} == models
