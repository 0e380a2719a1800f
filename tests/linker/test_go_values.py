"""Whom calls in Go ask: values across files, packages, options and records."""

from __future__ import annotations

import pytest

from tests.linker.go import ANTHROPIC, MODULE, targets
from tests.linker.reading import AuditTree, anthropic, openai, target, workflows

CLIENT = """
    package llm

    import (
        "github.com/openai/openai-go/v3"
        "github.com/openai/openai-go/v3/option"
    )

    type Config struct {
        Key, URL, Model string
    }

    type Client struct {
        api    openai.Client
        config Config
    }

    func New(config Config) *Client {
        options := []option.RequestOption{option.WithAPIKey(config.Key)}
        if config.URL != "" {
            options = append(options, option.WithBaseURL(config.URL))
        }
        return &Client{api: openai.NewClient(options...), config: config}
    }
"""
ASK = """
    package llm

    import (
        "context"

        "github.com/openai/openai-go/v3"
    )

    func (c *Client) Ask(ctx context.Context) error {
        _, err := c.api.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{
            Model: c.config.Model,
        })
        return err
    }
"""


def main(body: str, *imports: str) -> str:
    quoted = "\n".join(f'"{path}"' for path in ("context", *imports))
    return f"package main\nimport (\n{quoted}\n)\nfunc main() {{\n{body}\n}}\n"


def test_methods_and_fields_are_followed_through_files_and_packages(audit_tree: AuditTree) -> None:
    start = main(
        'client := llm.New(llm.Config{Model: "gpt-4o"})\n client.Ask(context.Background())',
        "example.com/app/v2/internal/llm",
    )
    files = {"internal/llm/client.go": CLIENT, "internal/llm/ask.go": ASK, "main.go": start}
    report = audit_tree({**MODULE, **files})
    (call,) = report.calls
    assert (call.path, call.line, call.function) == ("internal/llm/ask.go", 10, "Client.Ask")
    assert call.models == ("gpt-4o",)
    assert call.vendors == ("openai",)
    (workflow,) = report.workflows
    assert (workflow.kind, workflow.name) == ("main", "go run main.go")


def test_options_that_depend_on_a_condition_are_told_apart(audit_tree: AuditTree) -> None:
    start = main(
        'llm.New(llm.Config{Model: "llama-3.3-70b-versatile",'
        ' URL: "https://api.groq.com/openai/v1"}).Ask(context.Background())',
        "example.com/app/v2/llm",
    )
    files = {"llm/client.go": CLIENT, "llm/ask.go": ASK, "main.go": start}
    (found,) = targets(audit_tree, files)
    assert found.platforms == ("groq",)
    assert found.vendors == ("meta",)


@pytest.mark.parametrize(
    ("before", "model", "known"),
    [
        ("", '"claude-sonnet-4-5"', True),
        ("", "anthropic.ModelClaudeSonnet4_5", True),
        ("", "anthropic.Model(name)", True),
        ("", 'fmt.Sprintf("claude-%s-4-5", "sonnet")', True),
        ("", 'strings.TrimSpace(" claude-sonnet-4-5 ")', True),
        ("", 'models["fast"]', True),
        ("", "pick()", True),
        ("", 'os.Getenv("MODEL")', False),
    ],
)
def test_a_model_is_followed_to_where_it_is_written(
    audit_tree: AuditTree, before: str, model: str, known: bool
) -> None:
    source = f"""
        package main
        import ("context"; "fmt"; "os"; "strings"; "{ANTHROPIC}")
        const name = "claude-sonnet-4-5"
        var models = map[string]string{{"fast": name}}
        func pick() string {{ return name }}
        func main() {{
            client := anthropic.NewClient()
            client.Messages.New(context.Background(), anthropic.MessageNewParams{{Model: {model}}})
            fmt.Println(os.Args, strings.ToUpper(name))
        }}
    """
    (found,) = targets(audit_tree, {"main.go": source})
    assert found == (anthropic("claude-sonnet-4-5") if known else anthropic(dynamic=True))


def test_an_interface_stands_for_what_implements_it(audit_tree: AuditTree) -> None:
    source = f"""
        package main
        import ("context"; "{ANTHROPIC}")
        type Asker interface {{ Ask(ctx context.Context) error }}
        type claude struct {{ client anthropic.Client }}
        func (c *claude) Ask(ctx context.Context) error {{
            params := anthropic.MessageNewParams{{Model: "claude-opus-4-1"}}
            _, err := c.client.Messages.New(ctx, params)
            return err
        }}
        type app struct {{ asker Asker }}
        func (a *app) run(ctx context.Context) error {{ return a.asker.Ask(ctx) }}
        func main() {{
            a := &app{{asker: &claude{{client: anthropic.NewClient()}}}}
            a.run(context.Background())
        }}
    """
    report = audit_tree({**MODULE, "main.go": source})
    assert [w.name for w in report.workflows] == ["go run main.go"]
    assert target(report.calls[0]) == anthropic("claude-opus-4-1")


def test_an_embedded_client_lends_its_methods(audit_tree: AuditTree) -> None:
    source = """
        package main
        import ("context"; "github.com/openai/openai-go")
        type wrapped struct { *openai.Client; name string }
        func main() {
            client := openai.NewClient()
            w := wrapped{Client: &client}
            params := openai.ChatCompletionNewParams{Model: "gpt-4o"}
            w.Chat.Completions.New(context.Background(), params)
        }
    """
    assert targets(audit_tree, {"main.go": source}) == [openai("gpt-4o")]


def test_a_flag_gives_its_default(audit_tree: AuditTree) -> None:
    source = f"""
        package main
        import ("context"; "flag"; "{ANTHROPIC}")
        func main() {{
            var model string
            flag.StringVar(&model, "model", "claude-opus-4-1", "which one")
            flag.Parse()
            client := anthropic.NewClient()
            client.Messages.New(context.Background(), anthropic.MessageNewParams{{Model: model}})
        }}
    """
    (found,) = targets(audit_tree, {"main.go": source})
    assert (found.vendors, found.models) == (("anthropic",), ("claude-opus-4-1",))


def test_a_namesake_of_a_library_in_the_tree_is_not_the_library(audit_tree: AuditTree) -> None:
    source = """
        package main
        import "example.com/app/v2/openai"
        func main() { openai.NewClient().Chat.Completions.New(nil, nil) }
    """
    own = "package openai\ntype C struct{}\nfunc NewClient() *C { return &C{} }\n"
    assert targets(audit_tree, {"main.go": source, "openai/a.go": own}) == []


def test_tests_are_set_aside(audit_tree: AuditTree) -> None:
    source = f"""
        package main
        import ("context"; "testing"; "{ANTHROPIC}")
        func TestAsk(t *testing.T) {{
            client := anthropic.NewClient()
            client.Messages.New(context.Background(), anthropic.MessageNewParams{{}})
        }}
    """
    (call,) = audit_tree({**MODULE, "ask_test.go": source}).calls
    assert call.in_tests


def test_a_field_may_be_nil_whatever_its_type_promises(audit_tree: AuditTree) -> None:
    source = f"""
        package main
        import ("context"; "{ANTHROPIC}")
        type asker interface {{ Ask(ctx context.Context) error }}
        type claude struct {{ client anthropic.Client }}
        func (c *claude) Ask(ctx context.Context) error {{
            params := anthropic.MessageNewParams{{Model: "claude-opus-4-1"}}
            _, err := c.client.Messages.New(ctx, params)
            return err
        }}
        type app struct {{ asker asker }}
        func (a *app) start() {{
            if a.asker == nil {{
                a.asker = &claude{{client: anthropic.NewClient()}}
            }}
        }}
        func main() {{
            a := &app{{}}
            a.start()
            a.asker.Ask(context.Background())
        }}
    """
    fake = """
        package main
        import "context"
        type fake struct{}
        func (fake) Ask(ctx context.Context) error { return nil }
    """
    report = audit_tree({**MODULE, "main.go": source, "fake_test.go": fake})
    assert [target(call) for call in report.calls] == [anthropic("claude-opus-4-1")]
    assert [workflow.name for workflow in report.workflows] == ["go run main.go"]


@pytest.mark.parametrize(
    "given",
    [
        "append(kept.Load(), question)",
        "append([]string{first}, kept.Load()...)",
        "append(make([]string, len(os.Args)), question)",
    ],
)
def test_a_list_of_unknown_length_is_not_taken_for_a_short_one(
    audit_tree: AuditTree, given: str
) -> None:
    source = """
        package main

        import (
            "context"
            "os"

            openai "github.com/sashabaranov/go-openai"
            "example.org/kept"
        )

        func ask(client *openai.Client, messages []string) {
            if len(messages) > 1 {
                client.CreateChatCompletion(context.Background(), openai.ChatCompletionRequest{
                    Model: "gpt-4o",
                })
            }
        }

        func main() {
            first, question := os.Args[1], os.Args[2]
            ask(openai.NewClient(os.Getenv("OPENAI_API_KEY")), GIVEN)
        }
    """
    report = audit_tree({"main.go": source.replace("GIVEN", given)})
    assert workflows(report) == {"go run main.go": ["main.go:13"]}
