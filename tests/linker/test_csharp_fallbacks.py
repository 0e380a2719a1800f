"""What stands behind a call in C#: handlers by their types and conditions, and what looks alike."""

# ruff: noqa: E501 - statements of C# stand in one line here

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree

HEAD = """
using Anthropic;
using Anthropic.Models.Messages;
using OpenAI.Chat;
namespace Shop;
class Answers {
  private readonly ChatClient _first = new("gpt-4o", "key");
  private readonly AnthropicClient _second = new();
  async Task<string> Gpt(string q) { var c = await _first.CompleteChatAsync(q); return c.Value.Content[0].Text; }
  async Task<string> Claude(string q) {
    var m = await _second.Messages.Create(new MessageCreateParams { Model = "claude-sonnet-4-5" });
    return m.ToString();
  }
"""


def verdict(audit_tree: AuditTree, body: str) -> str:
    report = audit_tree({"src/Answers.cs": f"{HEAD}\n{body}\n}}\n"})
    (call,) = [call for call in report.calls if call.sdk == "openai"]
    return call.verdict


@pytest.mark.parametrize(
    "body",
    [
        "public async Task<string> Run(string q) { try { return await Gpt(q); } catch (Exception) { return await Claude(q); } }",
        "public async Task<string> Run(string q) { try { return await Gpt(q); } catch { return await Claude(q); } }",
        "public async Task<string> Run(string q) { string a = null; try { a = await Gpt(q); } catch (Exception e) { Log(e); }"
        " return a ?? await Claude(q); } void Log(Exception e) { }",
        "public async Task<string> Run(string q) { string a = null; try { a = await Gpt(q); } catch (Exception) { } a ??= await Claude(q); return a; }",
        "public async Task<string> Run(string q) { foreach (var step in new List<Func<string, Task<string>>> { Gpt, Claude }) {"
        " try { return await step(q); } catch (Exception) { continue; } } throw new InvalidOperationException(); }",
    ],
)
def test_asks_the_other_vendor(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, body) == "cross-vendor"


@pytest.mark.parametrize(
    "body",
    [
        "public async Task<string> Run(string q) { try { return await Gpt(q); } catch (Exception) { Environment.Exit(1); } return await Claude(q); }",
        # An iterator asks once somebody reads it.
        "public IEnumerable<string> Run(string q) { try { return Parts(q); } catch (Exception) { return Other(q); } }"
        " IEnumerable<string> Parts(string q) { yield return Gpt(q).Result; } IEnumerable<string> Other(string q) { yield return Claude(q).Result; }",
        # A task that is given back without being awaited fails outside of its handler.
        "public Task<string> Run(string q) { try { return GptAsync(q); } catch (Exception) { return Claude(q); } }"
        " async Task<string> GptAsync(string q) { return await Gpt(q); }",
        "public async Task<string> Run(string q) { try { return await Gpt(q); } catch (InvalidOperationException) { return await Claude(q); } }",
        'public async Task<string> Run(string q) { try { return await Gpt(q); } catch (Exception e) { throw new InvalidOperationException("x", e); } }',
        "public async Task<string> Run(string q) { try { return await Gpt(q); } catch (Exception) { return await Gpt(q); } }",
        "public async Task<string> Run(string q) { var a = await Claude(q); return await Gpt(a); }",
    ],
)
def test_what_only_looks_like_a_fallback_is_none(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, body) in ("none", "same-vendor", "retry-only", "partial")


def test_a_condition_that_nobody_can_decide_is_no_sure_cover(audit_tree: AuditTree) -> None:
    body = (
        "public async Task<string> Run(string q) { try { return await Gpt(q); }"
        " catch (Exception e) when (Known(e)) { return await Claude(q); } } bool Known(Exception e) => Table.Has(e);"
    )
    assert verdict(audit_tree, body) != "cross-vendor"
