"""Kotlin, linked together with Java: values, workflows, and what stands behind a call."""

# ruff: noqa: E501 - statements of Kotlin stand in one line here

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree

HEAD = """
package shop
import com.anthropic.client.okhttp.AnthropicOkHttpClient
import com.anthropic.models.messages.MessageCreateParams
import com.openai.client.okhttp.OpenAIOkHttpClient
import com.openai.errors.BadRequestException
import com.openai.models.ChatModel
import com.openai.models.chat.completions.ChatCompletionCreateParams
import kotlinx.coroutines.*
class Shop {
  private val first by lazy { OpenAIOkHttpClient.fromEnv() }
  private val second = AnthropicOkHttpClient.fromEnv()
  fun gpt(q: String): String {
    val params = ChatCompletionCreateParams.builder().model(ChatModel.GPT_4O).addUserMessage(q).build()
    return first.chat().completions().create(params).toString()
  }
  fun claude(q: String) =
    second.messages().create(MessageCreateParams.builder().model("claude-sonnet-4-5").addUserMessage(q).build()).toString()
"""


def verdict(audit_tree: AuditTree, body: str) -> str:
    report = audit_tree({"src/shop/Shop.kt": f"{HEAD}\n{body}\n}}\n"})
    (call,) = [call for call in report.calls if call.sdk == "openai"]
    return call.verdict


@pytest.mark.parametrize(
    "body",
    [
        "fun run(q: String): String = try { gpt(q) } catch (e: Exception) { claude(q) }",
        "fun run(q: String): String { val a = try { gpt(q) } catch (e: Exception) { return claude(q) }\n return a }",
        "fun run(q: String) = runCatching { gpt(q) }.getOrElse { claude(q) }",
        "fun run(q: String) = runCatching { gpt(q) }.recoverCatching { claude(q) }.getOrThrow()",
        "fun run(q: String) = runCatching { gpt(q) }.getOrNull() ?: claude(q)",
        "fun run(q: String) = runCatching { gpt(q) }.onFailure { println(it) }.fold({ it }, { claude(q) })",
        "fun run(q: String): String { for (ask in listOf(::gpt, ::claude)) { try { return ask(q) } catch (e: Exception) { continue } }\n error(\"all down\") }",
        "fun run(q: String) = kotlinx.coroutines.flow.flow { try { emit(gpt(q)) } catch (e: Exception) { emit(claude(q)) } }",
        "fun run(q: String) = runBlocking { withContext(Dispatchers.IO) { try { gpt(q) } catch (e: Throwable) { claude(q) } } }",
    ],
)  # fmt: skip
def test_asks_the_other_vendor(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, body) == "cross-vendor"


@pytest.mark.parametrize(
    "body",
    [
        "fun run(q: String): String = try { gpt(q) } catch (e: BadRequestException) { claude(q) }",
        "fun run(q: String): String = try { gpt(q) } catch (e: Exception) { throw e }",
        "fun run(q: String): String = try { gpt(q) } catch (e: Exception) { error(\"down\") }",
        "fun run(q: String) = runCatching { gpt(q) }.onFailure { println(it) }.getOrThrow()",
        "fun run(q: String): String { val r = runCatching { gpt(q) }\n return r.getOrElse { claude(q) } }",
        # A failure that is recovered from is none for what stands behind: it has been raised.
        "fun run(q: String) = runCatching { gpt(q) }.recover { error(\"down\") }.getOrElse { claude(q) }",
        "fun run(q: String) { try { GlobalScope.launch { gpt(q) } } catch (e: Exception) { claude(q) } }",
        "fun run(q: String) { try { Thread { gpt(q) }.start() } catch (e: Exception) { claude(q) } }",
        # A flow asks once somebody collects it, wherever it was made.
        "fun parts(q: String) = kotlinx.coroutines.flow.flow { emit(gpt(q)) }\nfun run(q: String) = try { parts(q) } catch (e: Exception) { kotlinx.coroutines.flow.flow { emit(claude(q)) } }",
        "fun run(q: String): String { try { return gpt(q) } catch (e: Exception) { System.exit(1) }\n return claude(q) }",
        "fun CoroutineScope.run(q: String) { try { launch { gpt(q) } } catch (e: Exception) { claude(q) } }",
    ],
)  # fmt: skip
def test_does_not_ask_the_other_vendor(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, body) == "none"


def test_a_controller_of_kotlin_reaches_a_service_of_java(audit_tree: AuditTree) -> None:
    java = (
        "package shop; import com.openai.client.okhttp.OpenAIOkHttpClient;"
        " import com.openai.models.chat.completions.ChatCompletionCreateParams;"
        " public class Asker { private final com.openai.client.OpenAIClient c = OpenAIOkHttpClient.fromEnv();"
        " public String ask(String q) { return c.chat().completions().create("
        'ChatCompletionCreateParams.builder().model("gpt-4o").build()).toString(); } }'
    )
    kotlin = (
        "package shop\nimport org.springframework.web.bind.annotation.*\n"
        '@RestController\n@RequestMapping("/api")\nclass Api(private val asker: Asker) {\n'
        ' @PostMapping("/ask")\n suspend fun ask(@RequestBody q: String): String = asker.ask(q)\n}\n'
    )
    report = audit_tree({"src/shop/Asker.java": java, "src/shop/Api.kt": kotlin})
    (workflow,) = report.workflows
    assert (workflow.name, workflow.vendors) == ("POST /api/ask", ("openai",))


def test_functions_and_values_of_other_files_are_seen(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "a.kt": 'package shop\nimport com.aallam.openai.client.OpenAI\nval MODEL = System.getenv("M") ?: "gpt-4o-mini"\n'
            'val client = OpenAI(token = "k")\nfun modelOf(name: String) = name.trim()\n',
            "b.kt": "package shop\nimport com.aallam.openai.api.chat.ChatCompletionRequest\nimport com.aallam.openai.api.model.ModelId\n"
            "suspend fun ask(q: String) = client.chatCompletion(ChatCompletionRequest(model = ModelId(modelOf(MODEL)), messages = listOf()))\n",
        }
    )
    (call,) = report.calls
    assert (call.path, call.models, call.vendors) == ("b.kt", ("gpt-4o-mini",), ("openai",))
