"""Whom calls in Java ask: values across classes, builders, settings and injected objects."""

# ruff: noqa: E501 - statements of Java stand in one line here

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, Target, anthropic, asks, openai, target

IMPORTS = """
package shop;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.util.*;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.beans.factory.annotation.*;
import org.springframework.context.annotation.*;
import org.springframework.stereotype.*;
"""
ASK = (
    "return client.chat().completions().create("
    "ChatCompletionCreateParams.builder().model(MODEL).addUserMessage(q).build()).toString();"
)


def targets(audit_tree: AuditTree, *classes: str, **files: str) -> list[Target]:
    tree = {f"src/main/java/shop/C{n}.java": IMPORTS + text for n, text in enumerate(classes)}
    named = {name.replace("__", "/").replace("_", "."): text for name, text in files.items()}
    return [target(call) for call in audit_tree({**tree, **named}).calls]


@pytest.mark.parametrize(
    ("fields", "model"),
    [
        ('static final String M = "gpt-4o";', "M"),
        ('String m = "gpt-4o";', "m"),
        ('String m; { this.m = "gpt-4o"; }', '"gpt-4o"'),
        ('String m = "gpt"; String n = m + "-4o";', "n"),
        ("", 'String.format("gpt-%s", "4o")'),
        ("", 'true ? "gpt-4o" : "gpt-4"'),
        ("", 'Optional.of("gpt-4o").orElse("gpt-4")'),
        ("", 'Map.of("small", "gpt-4o-mini", "large", "gpt-4o").get("large")'),
        ("", 'List.of("gpt-4o").get(0)'),
        ("", 'pick("b")'),
        ("enum M { LARGE(\"gpt-4o\"); final String id; M(String id) { this.id = id; }"
         " String id() { return id; } }", "M.LARGE.id()"),
        ('record M(String id, int size) {}', 'new M("gpt-4o", 3).id()'),
        ('static class M { private String id = "gpt-4o"; }', "new M().getId()"),
    ],
)  # fmt: skip
def test_follows_a_model_to_where_it_is_written(
    audit_tree: AuditTree, fields: str, model: str
) -> None:
    text = f"""class Ask {{
      OpenAIClient client = OpenAIOkHttpClient.fromEnv();
      {fields}
      String pick(String n) {{ return switch (n) {{ case "a" -> "gpt-4"; case "b" -> "gpt-4o"; default -> "o1"; }}; }}
      String pick(String s, int n) {{ return s; }}
      String run(String q) {{ {ASK.replace("MODEL", model)} }}
    }}"""
    found = targets(audit_tree, text)
    assert [(t.vendors, t.models) for t in found] == [(("openai",), ("gpt-4o",))]


def test_follows_constructors_through_classes_and_overloads(audit_tree: AuditTree) -> None:
    base = f"""abstract class Base {{
      protected final OpenAIClient client; protected final String name;
      Base(OpenAIClient client, String name) {{ this.client = client; this.name = name; }}
      Base(String name) {{ this(OpenAIOkHttpClient.fromEnv(), name); }}
      String ask(String q) {{ {ASK.replace("MODEL", "name")} }}
    }}"""
    child = 'class Child extends Base { Child() { super("gpt-4o-mini"); } }'
    use = 'class Use { String run() { return new Child().ask("hi"); } }'
    assert targets(audit_tree, base, child, use) == [openai("gpt-4o-mini")]


def test_a_value_of_the_settings_is_what_the_file_says(audit_tree: AuditTree) -> None:
    text = f"""@Service class Ask {{
      @Value("${{llm.model:gpt-4}}") private String model;
      OpenAIClient client = OpenAIOkHttpClient.fromEnv();
      String run(String q) {{ {ASK.replace("MODEL", "model")} }}
    }}"""
    (found,) = targets(
        audit_tree, text, src__main__resources__application_yml="llm:\n  model: gpt-4.1\n"
    )
    assert found.models == ("gpt-4.1",)


def test_a_value_of_the_settings_has_a_default(audit_tree: AuditTree) -> None:
    text = f"""@Service class Ask {{
      private final String model; OpenAIClient client = OpenAIOkHttpClient.fromEnv();
      Ask(@Value("${{llm.model:gpt-4o}}") String model) {{ this.model = model; }}
      String run(String q) {{ {ASK.replace("MODEL", "model")} }}
    }}"""
    (found,) = targets(audit_tree, text)
    assert found.models == ("gpt-4o",)


def test_what_a_provider_makes_is_injected_by_its_type(audit_tree: AuditTree) -> None:
    config = """@Configuration class Config {
      @Bean ChatModel model() { return AnthropicChatModel.builder().modelName("claude-haiku-4-5").build(); }
    }"""
    user = """@Service class Ask { private final ChatModel model; Ask(ChatModel model) { this.model = model; }
      String run(String q) { return model.chat(q); } }"""
    assert targets(audit_tree, config, user) == [anthropic("claude-haiku-4-5")]


def test_a_field_is_injected_with_what_implements_its_interface(audit_tree: AuditTree) -> None:
    face = "interface Llm { String ask(String q); }"
    made = """@Component class Gpt implements Llm {
      private final ChatModel model = OpenAiChatModel.builder().modelName("gpt-4o").build();
      @Override public String ask(String q) { return model.chat(q); } }"""
    user = (
        '@Service class Use { @Autowired private Llm llm; String run() { return llm.ask("x"); } }'
    )
    files = {f"src/shop/{n}.java": IMPORTS + t for n, t in enumerate((face, made, user))}
    report = audit_tree(files)
    (flow,) = [flow for flow in report.workflows if flow.name == "Use.run"]
    assert flow.calls == tuple(call.id for call in report.calls)


def test_the_starter_says_whom_an_injected_client_asks(audit_tree: AuditTree) -> None:
    user = """@Service class Ask { private final ChatClient client;
      Ask(ChatClient.Builder builder) { this.client = builder.build(); }
      String run(String q) { return client.prompt(q).call().content(); } }"""
    found = targets(
        audit_tree,
        user,
        pom_xml="<project><dependencies><dependency><groupId>org.springframework.ai</groupId>"
        "<artifactId>spring-ai-starter-model-mistral-ai</artifactId></dependency></dependencies>"
        "</project>",
    )
    assert [(t.vendors, t.platforms) for t in found] == [(("mistral",), ("mistral-api",))]


def test_without_a_starter_nobody_knows_whom_it_asks(audit_tree: AuditTree) -> None:
    user = """@Service class Ask { private final ChatClient client;
      Ask(ChatClient.Builder builder) { this.client = builder.build(); }
      String run(String q) { return client.prompt(q).call().content(); } }"""
    (found,) = targets(audit_tree, user)
    assert (found.vendors, found.platforms, found.dynamic) == ((), (), True)


def test_two_models_of_which_settings_choose_one_are_both_named(audit_tree: AuditTree) -> None:
    text = """class Ask {
      ChatModel pick(String name) {
        if ("claude".equals(name)) return AnthropicChatModel.builder().modelName("claude-haiku-4-5").build();
        return OpenAiChatModel.builder().modelName("gpt-4o").build();
      }
      String run(String name, String q) { return pick(name).chat(q); }
    }"""
    (found,) = targets(audit_tree, text)
    assert found.vendors == ("anthropic", "openai")
    assert found.dynamic


def test_a_namesake_in_another_package_is_not_taken_for_the_librarys(
    audit_tree: AuditTree,
) -> None:
    own = "package own; public class OpenAiChatModel { public String chat(String q) { return q; } }"
    use = 'package own; class Use { String run() { return new OpenAiChatModel().chat("x"); } }'
    report = audit_tree({"own/OpenAiChatModel.java": own, "own/Use.java": use})
    assert report.calls == ()


def test_a_model_on_another_host_is_asked_there(audit_tree: AuditTree) -> None:
    text = """class Ask { String run(String q) { return OpenAiChatModel.builder()
      .baseUrl("https://api.groq.com/openai/v1").modelName("llama-3.3-70b-versatile").build().chat(q); } }"""
    assert targets(audit_tree, text) == [asks("meta", "groq", "llama-3.3-70b-versatile")]
