"""What stands behind a call in Java: handlers by their types, loops, and what looks like them."""

# ruff: noqa: E501 - statements of Java stand in one line here

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree

HEAD = """
package shop;
import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.MessageCreateParams;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.*;
import com.openai.models.ChatModel;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.*;
import java.util.concurrent.CompletableFuture;
class Shop {
  private final OpenAIClient first = OpenAIOkHttpClient.fromEnv();
  private final AnthropicClient second = AnthropicOkHttpClient.fromEnv();
  String gpt(String q) {
    var params = ChatCompletionCreateParams.builder().model(ChatModel.GPT_4O).addUserMessage(q).build();
    return first.chat().completions().create(params).toString();
  }
  String claude(String q) {
    var params = MessageCreateParams.builder().model("claude-sonnet-4-5").addUserMessage(q).build();
    return second.messages().create(params).toString();
  }
"""


def verdict(audit_tree: AuditTree, body: str) -> str:
    report = audit_tree({"src/shop/Shop.java": f"{HEAD}\n{body}\n}}\n"})
    (call,) = [call for call in report.calls if call.sdk == "openai"]
    return call.verdict


@pytest.mark.parametrize(
    "body",
    [
        "String run(String q) { try { return gpt(q); } catch (Exception e) { return claude(q); } }",
        "String run(String q) { try { return gpt(q); } catch (RuntimeException e) { return claude(q); } }",
        "String run(String q) { try { return gpt(q); } catch (OpenAIException e) { return claude(q); } }",
        "String run(String q) { try { return this.gpt(q); }"
        " catch (OpenAIServiceException | OpenAIIoException e) { return claude(q); } }",
        "String run(String q) { try { return gpt(q); } catch (BadRequestException e) { throw e; }"
        " catch (Throwable e) { log(e); } return claude(q); } void log(Throwable e) {}",
        "String run(String q) { String a = null; try { a = gpt(q); } catch (Exception e) { }"
        " if (a == null) { a = claude(q); } return a; }",
        "String run(String q) throws Exception { try { return CompletableFuture.supplyAsync(() -> gpt(q)).get(); }"
        " catch (Exception e) { return claude(q); } }",
        "interface Step { String go(String q); } String run(String q) {"
        " for (Step s : List.<Step>of(x -> gpt(x), x -> claude(x))) {"
        " try { return s.go(q); } catch (Exception e) { continue; } } throw new IllegalStateException(); }",
        "String run(String q) { Ask a = new Gpt(); try { return a.go(q); }"
        " catch (Exception e) { return new Claude().go(q); } }"
        " interface Ask { String go(String q); }"
        " class Gpt implements Ask { public String go(String q) { return gpt(q); } }"
        " class Claude implements Ask { public String go(String q) { return claude(q); } }",
    ],
)
def test_asks_the_other_vendor(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, body) == "cross-vendor"


@pytest.mark.parametrize(
    "body",
    [
        # Nothing is caught of a connection that is refused.
        "String run(String q) { try { return gpt(q); } catch (RateLimitException e) { return claude(q); } }",
        "String run(String q) { try { return gpt(q); } catch (java.io.IOException e) { return claude(q); } }",
        "String run(String q) { try { return gpt(q); } catch (IllegalStateException e) { return claude(q); } }",
        # The error goes on after it was noted.
        "String run(String q) { try { return gpt(q); } catch (Exception e) { throw new RuntimeException(e); } }",
        "String run(String q) { try { return gpt(q); } finally { System.out.println(q); } }",
        # The program ends: what stands behind is not run, and no handler around hears of it.
        "String run(String q) { try { return gpt(q); } catch (Exception e) { System.exit(1); } return claude(q); }",
        "String end(String q) { try { return gpt(q); } catch (Exception e) { System.exit(1); return null; } }"
        " String run(String q) { try { return end(q); } catch (Throwable e) { return claude(q); } }",
        # A future fails where it is asked for its value.
        "String run(String q) { CompletableFuture<String> f; try { f = CompletableFuture.supplyAsync(() -> gpt(q)); }"
        " catch (Exception e) { return claude(q); } return f.join(); }",
        # The second vendor is asked before, not instead.
        "String run(String q) { String a = claude(q); return gpt(a); }",
        # The same vendor again.
        "String run(String q) { try { return gpt(q); } catch (Exception e) { return gpt(q); } }",
        "String run(String q) { for (int i = 0; i < 3; i++) { try { return gpt(q); }"
        " catch (Exception e) { Thread.yield(); } } throw new IllegalStateException(); }",
    ],
)
def test_what_only_looks_like_a_fallback_is_none(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, body) in ("none", "same-vendor", "retry-only", "partial")


def test_an_answer_without_a_model_is_a_lesser_one(audit_tree: AuditTree) -> None:
    body = 'String run(String q) { try { return gpt(q); } catch (Exception e) { return "later"; } }'
    assert verdict(audit_tree, body) == "degraded"


def test_an_error_status_raises_nothing_where_the_library_raises_none(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree({
        "Ask.java": """
package shop;
import java.net.URI;
import java.net.http.*;
class Ask {
  HttpClient http = HttpClient.newHttpClient();
  String ask(String url) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(url)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
  String run() throws Exception {
    try { return ask("https://api.openai.com/v1/chat/completions"); }
    catch (Exception e) { return ask("https://api.anthropic.com/v1/messages"); }
  }
}
"""
    })  # fmt: skip
    (flow,) = [flow for flow in report.workflows if flow.name == "Ask.run"]
    assert flow.on_loss["openai"] == "stops"
