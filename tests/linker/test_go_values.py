"""Whom calls in Go ask: values across files, packages, options and records."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, Target, anthropic, openai, target, workflows

MODULE = {"go.mod": "module example.com/app/v2\n"}
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


def targets(audit_tree: AuditTree, files: dict[str, str]) -> list[Target]:
    return [target(call) for call in audit_tree({**MODULE, **files}).calls]


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


ANTHROPIC = "github.com/anthropics/anthropic-sdk-go"


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


CONFIG = """
    package main

    type Provider struct {
        Name    string
        BaseURL string `yaml:"base-url"`
    }

    type Config struct {
        Providers []Provider `yaml:"providers"`
        Model     string     `yaml:"model" env:"MODEL"`
    }
"""
READS = """
    package main

    import (
        "context"
        "os"

        "gopkg.in/yaml.v3"
        openai "github.com/sashabaranov/go-openai"
    )

    func main() {
        var config Config
        content, _ := os.ReadFile("config.yaml")
        if err := yaml.Unmarshal(content, &config); err != nil {
            panic(err)
        }
        for _, provider := range config.Providers {
            settings := openai.DefaultConfig(os.Getenv(provider.Name))
            settings.BaseURL = provider.BaseURL
            client := openai.NewClientWithConfig(settings)
            request := openai.ChatCompletionRequest{Model: config.Model}
            client.CreateChatCompletion(context.Background(), request)
        }
    }
"""


def test_tags_lead_to_what_settings_files_hold(audit_tree: AuditTree) -> None:
    settings = (
        "model: deepseek-chat\nproviders:\n"
        "  - {name: A, base-url: 'https://api.deepseek.com/v1'}\n"
        "  - {name: B, base-url: 'https://openrouter.ai/api/v1'}\n"
    )
    files = {"config.go": CONFIG, "main.go": READS, "config.yaml": settings}
    (call,) = audit_tree({**MODULE, **files}).calls
    assert "deepseek-api" in call.platforms
    assert call.gateways == ("openrouter",)
    assert "deepseek-chat" in call.models
    assert ("config.yaml", 3) in {(step.path, step.line) for step in call.evidence}


def test_an_address_of_another_maker_is_not_where_a_client_of_this_one_asks(
    audit_tree: AuditTree,
) -> None:
    settings = "providers:\n" + "".join(
        f"  - {{name: A, base-url: 'https://{host}/v1'}}\n"
        for host in ("api.openai.com", "api.anthropic.com", "api.mistral.ai", "api.deepseek.com")
    )
    source = f"""
        package main
        import ("context"; "{ANTHROPIC}"; "{ANTHROPIC}/option")
        var config Config
        func main() {{
            for _, provider := range config.Providers {{
                client := anthropic.NewClient(option.WithBaseURL(provider.BaseURL))
                client.Messages.New(context.Background(), anthropic.MessageNewParams{{}})
            }}
        }}
    """
    files = {"config.go": CONFIG, "main.go": source, "config.yaml": settings}
    (found,) = targets(audit_tree, files)
    assert (found.vendors, found.platforms) == (("anthropic",), ("anthropic-api",))


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


TABLE_OF_SETTINGS = """
    package main

    import (
        "bytes"
        "net/http"

        "github.com/spf13/viper"
    )

    type setting struct {
        Key     string
        Default interface{}
        Help    string
    }

    var settings = []setting{
        {"tokens", 4096, "how many"},
        {"url", "https://api.openai.com", "where the server is"},
        {"path", "/v1/chat/completions", "what is asked there"},
        {"a", "b", "c"}, {"d", "e", "f"}, {"g", "h", "i"}, {"j", "k", "l"},
        {"m", "n", "o"}, {"p", "q", "r"}, {"s", "t", "u"},
    }

    func declare(one setting) {
        viper.SetDefault(one.Key, one.Default)
    }

    func main() {
        for _, one := range settings {
            declare(one)
        }
        request, _ := http.NewRequest("POST", viper.GetString("url")+viper.GetString("path"),
            bytes.NewBufferString(""))
        http.DefaultClient.Do(request)
    }
"""


def test_each_row_of_a_table_of_settings_has_its_own_default(audit_tree: AuditTree) -> None:
    report = audit_tree({"go.mod": "module example.com/app\n", "main.go": TABLE_OF_SETTINGS})
    assert [(c.kind, c.platforms) for c in report.calls] == [("chat", ("openai-api",))]


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


POINTERS = """
    package main

    import (
        "context"
        "os"

        "github.com/anthropics/anthropic-sdk-go"
        "github.com/openai/openai-go/v3"
    )

    type Options struct{ Provider, Model string }

    func override(target *string, value string) {
        if value != "" {
            *target = value
        }
    }

    func measure(target *string) int { return len(*target) }

    func main() {
        options := Options{Provider: "first", Model: "gpt-4o"}
        {call}
        switch options.Provider {
        case "first":
            client := openai.NewClient()
            client.Chat.Completions.New(
                context.Background(), openai.ChatCompletionNewParams{Model: options.Model})
        case "second":
            client := anthropic.NewClient()
            client.Messages.New(context.Background(), anthropic.MessageNewParams{})
        }
    }
"""


def reached(audit_tree: AuditTree, call: str) -> set[str]:
    report = audit_tree({**MODULE, "main.go": POINTERS.replace("{call}", call)})
    (flow,) = report.workflows
    by_id = {found.id: found for found in report.calls}
    return {vendor for id in flow.calls for vendor in by_id[id].vendors}


def test_a_field_that_a_function_fills_through_a_pointer_may_be_another(
    audit_tree: AuditTree,
) -> None:
    call = 'override(&options.Provider, os.Getenv("PROVIDER"))'
    assert reached(audit_tree, call) == {"openai", "anthropic"}


def test_a_field_that_a_function_only_reads_stays_what_it_is(audit_tree: AuditTree) -> None:
    assert reached(audit_tree, "measure(&options.Provider)") == {"openai"}


@pytest.mark.parametrize(
    ("record", "fill"),
    [
        ('Model string `env:"MODEL,required" envDefault:"gpt-4o"`', "env.Parse(&config)"),
        ('Model string `help:"which one" default:"gpt-4o"`', "kong.Parse(&config)"),
    ],
)
def test_the_defaults_in_tags_of_a_record_without_a_name_count(
    audit_tree: AuditTree, record: str, fill: str
) -> None:
    source = f"""
        package main
        import ("context"; "github.com/alecthomas/kong"; "github.com/caarlos0/env/v11"
            "github.com/openai/openai-go/v3")
        var config struct {{
            {record}
            Key string `env:"OPENAI_API_KEY,required"`
        }}
        func main() {{
            {fill}
            client := openai.NewClient()
            client.Chat.Completions.New(
                context.Background(), openai.ChatCompletionNewParams{{Model: config.Model}})
        }}
    """
    report = audit_tree({**MODULE, "main.go": source})
    (call,) = report.calls
    assert call.models == ("gpt-4o",)
    lines = {(site.line, site.what) for site in report.configs if site.path == "main.go"}
    assert lines == {(5, "model"), (6, "credential")}
