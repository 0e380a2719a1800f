"""What Go fills from settings: tags, tables of defaults, and places that it hands a pointer to."""

from __future__ import annotations

import pytest

from tests.linker.go import ANTHROPIC, MODULE, targets
from tests.linker.reading import AuditTree

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
