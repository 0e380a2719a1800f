"""Whom calls in C# ask: values across classes, settings, containers and extension methods."""

# ruff: noqa: E501 - statements of C# stand in one line here

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, Target, asks, openai, target

USINGS = """
using Azure.AI.OpenAI;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
namespace Shop;
"""


def targets(audit_tree: AuditTree, *files: str, **others: str) -> list[Target]:
    tree = {f"src/C{n}.cs": USINGS + text for n, text in enumerate(files)}
    named = {name.replace("_", "."): text for name, text in others.items()}
    return [target(call) for call in audit_tree({**tree, **named}).calls]


@pytest.mark.parametrize(
    ("members", "model"),
    [
        ('const string M = "gpt-4o";', "M"),
        ('string M { get; set; } = "gpt-4o";', "M"),
        ('string M => "gpt-4o";', "M"),
        ('string M { get { return "gpt-4o"; } }', "this.M"),
        ('string n = "4o";', '$"gpt-{n}"'),
        ("", 'null ?? "gpt-4o"'),
        ('string Pick(string s) => s switch { "a" => "gpt-4", _ => "gpt-4o" };', 'Pick("b")'),
        ('class O { public string Model { get; set; } = ""; }', 'new O { Model = "gpt-4o" }.Model'),
        ("record O(string Model, int Size);", 'new O("gpt-4o", 1).Model'),
        ('Dictionary<string, string> d = new() { ["x"] = "gpt-4o" };', 'd["x"]'),
    ],
)
def test_follows_a_model_to_where_it_is_written(
    audit_tree: AuditTree, members: str, model: str
) -> None:
    text = f"""class Ask {{ {members}
      public void Run(string q) {{ new ChatClient({model}, "key").CompleteChat(q); }} }}"""
    assert openai("gpt-4o").models in [t.models for t in targets(audit_tree, text)]


def test_a_primary_constructor_keeps_what_it_is_given(audit_tree: AuditTree) -> None:
    ask = "public class Ask(ChatClient client) { public void Run(string q) => client.CompleteChat(q); }"
    use = 'class Use { void Go() => new Ask(new ChatClient("gpt-4o-mini", "k")).Run("hi"); }'
    assert targets(audit_tree, ask, use) == [openai("gpt-4o-mini")]


def test_a_container_hands_out_what_was_registered(audit_tree: AuditTree) -> None:
    face = "public interface IAsk { Task<string> Ask(string q); }"
    made = """public class Gpt(IChatClient client) : IAsk {
      public async Task<string> Ask(string q) { var r = await client.GetResponseAsync(q); return r.Text; } }"""
    start = """
      var builder = WebApplication.CreateBuilder(args);
      builder.Services.AddSingleton<IChatClient>(sp => new OpenAIClient("key").GetChatClient("gpt-4o").AsIChatClient());
      builder.Services.AddScoped<IAsk, Gpt>();
      var app = builder.Build();
      app.MapPost("/ask", async (string q, IAsk ask) => await ask.Ask(q));
      app.Run();
    """
    report = audit_tree({
        "IAsk.cs": USINGS + face, "Gpt.cs": USINGS + made,
        "Program.cs": USINGS.replace("namespace Shop;", "using Shop;") + start,
    })  # fmt: skip
    (call,) = report.calls
    assert target(call) == openai("gpt-4o")
    flows = {flow.name for flow in report.workflows if call.id in flow.calls}
    assert "POST /ask" in flows


def test_nobody_knows_whom_a_client_asks_that_nobody_registers(audit_tree: AuditTree) -> None:
    text = "class Ask(IChatClient client) { public async Task Run(string q) => await client.GetResponseAsync(q); }"
    (found,) = targets(audit_tree, text)
    assert (found.vendors, found.dynamic) == ((), True)


def test_settings_are_read_by_their_path(audit_tree: AuditTree) -> None:
    text = """class Ask(IConfiguration configuration) {
      public void Run(string q) => new ChatClient(configuration["OpenAI:Model"], "key").CompleteChat(q); }"""
    (found,) = targets(audit_tree, text, appsettings_json='{"OpenAI": {"Model": "gpt-4.1"}}')
    assert found.models == ("gpt-4.1",)


def test_an_extension_method_of_the_tree_is_run(audit_tree: AuditTree) -> None:
    tools = """public static class Clients {
      public static ChatClient Small(this OpenAIClient client) => client.GetChatClient("gpt-4o-mini"); }"""
    use = 'class Use { void Go() => new OpenAIClient("key").Small().CompleteChat("hi"); }'
    assert openai("gpt-4o-mini") in targets(audit_tree, tools, use)


def test_another_host_is_another_platform(audit_tree: AuditTree) -> None:
    text = """class Ask { void Run() => new ChatClient("llama-3.3-70b-versatile", new("key"),
      new OpenAIClientOptions { Endpoint = new Uri("https://api.groq.com/openai/v1") }).CompleteChat("hi"); }"""
    assert targets(audit_tree, text) == [asks("meta", "groq", "llama-3.3-70b-versatile")]


def test_a_property_that_is_called_like_its_type_is_no_circle(audit_tree: AuditTree) -> None:
    text = """class Ask { public ChatClient ChatClient { get; } = new("gpt-4o", "k");
      public void Run() => ChatClient.CompleteChat("hi"); }"""
    report = audit_tree({"Ask.cs": USINGS + text})
    assert report.diagnostics == ()
    assert [target(call) for call in report.calls] == [openai("gpt-4o")]
