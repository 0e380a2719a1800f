"""Shapes in which programs keep settings and clients: stores within stores, merged options."""

from __future__ import annotations

import pytest

from auditor.model.report import AuditReport
from tests.linker.reading import AuditTree, direct, openai, target, workflows

BASES = """
    import OpenAI from "openai";

    class Base {
        constructor(config: any) {
            const options: any = { apiKey: config.apiKey };
            if (config.baseURL) {
                options.baseURL = config.baseURL;
            }
            this.client = new OpenAI(options);
        }

        async ask(messages: any) {
            return await this.client.chat.completions.create({ model: "m", messages });
        }
    }
"""


def reaching(report: AuditReport, call: str) -> set[str]:
    """The workflows that reach a call."""
    return {name for name, calls in workflows(report).items() if call in calls}


def hosts(audit_tree: AuditTree, rest: str) -> set[str]:
    """The platforms that the one call of ``Base`` may ask."""
    report = audit_tree({"package.json": "{}", "a.ts": BASES + rest})
    return {platform for call in direct(report) for platform in call.platforms}


def test_options_of_one_run_are_not_those_of_another(audit_tree: AuditTree) -> None:
    found = hosts(
        audit_tree,
        """
    new Base({ apiKey: "a", baseURL: "https://api.groq.com/openai/v1" });
    new Base({ apiKey: "a" }).ask([]);
        """,
    )
    assert found == {"openai-api"}


def test_a_constructor_that_changes_shared_options_changes_its_own(audit_tree: AuditTree) -> None:
    found = hosts(
        audit_tree,
        """
    class Groq extends Base {
        constructor(config: any) {
            config.baseURL = "https://api.groq.com/openai/v1";
            super(config);
        }
    }
    const SHARED = { apiKey: "a", baseURL: "https://api.deepseek.com/v1" };
    const engines = [new Groq(SHARED)];
    new Base(SHARED).ask([]);
        """,
    )
    assert found == {"deepseek-api"}


def test_an_address_before_a_spread_counts_where_the_variable_is_not_set(
    audit_tree: AuditTree,
) -> None:
    found = hosts(
        audit_tree,
        """
    class Deep extends Base {
        constructor(config: any) {
            super({ baseURL: "https://api.deepseek.com/v1", ...config });
        }
    }
    new Deep({ apiKey: "a", baseURL: process.env.MY_BASE }).ask([]);
        """,
    )
    assert "deepseek-api" in found


def test_every_pair_that_a_function_may_give_back_is_an_entry(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "a.ts": """
                import OpenAI from "openai";

                const read = ([k, v]: any) => {
                    try { return [k, JSON.parse(v)]; } catch (e) { return [k, v]; }
                };
                const parsed = (all: any) => Object.fromEntries(Object.entries(all).map(read));
                const settings = parsed({ model: "gpt-4o" });
                new OpenAI().chat.completions.create({ model: settings.model, messages: [] });
            """
        }
    )
    assert [target(c).models for c in report.calls] == [("gpt-4o",)]


SETUP = """
    from homeassistant.core import HomeAssistant

    from .agent import Agent

    DOMAIN = "butler"


    async def async_setup_entry(hass: HomeAssistant, entry) -> bool:
        config = dict(entry.data)
        if "provider" not in config:
            raise ValueError("no provider")
        {store}

        async def handle(call):
            await {read}.answer(call.data["text"])

        hass.services.async_register(DOMAIN, "ask", handle)
        return True
"""
AGENT = """
    import openai


    class Agent:
        def __init__(self, config):
            self.client = openai.AsyncOpenAI(api_key=config["key"])

        async def answer(self, text):
            return await self.client.chat.completions.create(model="gpt-4o", messages=[text])
"""


@pytest.mark.parametrize(
    ("store", "read"),
    [
        (
            'hass.data[DOMAIN]["agents"][config["provider"]] = Agent(config)',
            'hass.data[DOMAIN]["agents"][call.data["provider"]]',
        ),
        (
            "hass.data.setdefault(DOMAIN, {})[entry.entry_id] = Agent(config)",
            "hass.data[DOMAIN][entry.entry_id]",
        ),
        (
            'hass.data[DOMAIN]["agents"]["first"] = Agent(config)',
            'hass.data[DOMAIN]["agents"]["first"]',
        ),
    ],
)
def test_a_store_within_a_store_gives_back_what_was_put_there(
    audit_tree: AuditTree, store: str, read: str
) -> None:
    report = audit_tree(
        {
            "butler/__init__.py": SETUP.replace("{store}", store).replace("{read}", read),
            "butler/agent.py": AGENT,
        }
    )
    assert reaching(report, "butler/agent.py:9") == {"service ask"}


def test_what_lies_under_another_key_is_not_found(audit_tree: AuditTree) -> None:
    store = 'hass.data[DOMAIN]["agents"]["first"] = Agent(config)'
    read = 'hass.data[DOMAIN]["tools"]["first"]'
    report = audit_tree(
        {
            "butler/__init__.py": SETUP.replace("{store}", store).replace("{read}", read),
            "butler/agent.py": AGENT,
        }
    )
    assert "service ask" not in reaching(report, "butler/agent.py:9")


def test_each_layer_of_a_chain_of_handlers_is_run(audit_tree: AuditTree) -> None:
    names = ["First", "Second", "Third", "Fourth", "Fifth"]
    classes = "\n".join(
        f"class {name}:\n    def process(self, context, following):\n        following()"
        for name in names
    )
    layers = "\n".join(f"    chain.use({name}())" for name in names)
    report = audit_tree(
        {
            "app.py": f"""
import openai

class Asking:
    def process(self, context, following):
        context["answer"] = openai.OpenAI().chat.completions.create(model="gpt-4o", messages=[])
        following()


class Chain:
    def __init__(self):
        self.layers = []

    def use(self, layer):
        self.layers.append(layer)

    def run(self, context):
        def last(context):
            pass

        step = last
        for layer in reversed(self.layers):
            step = self.wrap(layer, step)
        step(context)

    def wrap(self, layer, following):
        def wrapped(context):
            layer.process(context, lambda: following(context))

        return wrapped


{classes}

if __name__ == "__main__":
    chain = Chain()
{layers}
    chain.use(Asking())
    chain.run({{}})
"""
        }
    )
    assert reaching(report, "app.py:5") == {"python app.py"}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('{"model": self.model, "messages": messages}', ["chat"]),
        ('{"model": self.model, "prompt": messages, "stream": False}', ["completion"]),
        ('{"user": self.model, "messages": messages}', []),
    ],
)
def test_a_request_to_an_unknown_address_is_told_by_its_body(
    audit_tree: AuditTree, body: str, found: list[str]
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                import openai
                import requests


                class Any:
                    def __init__(self, url, model):
                        self.url = url
                        self.model = model

                    def ask(self, messages):
                        return requests.post(self.url, json={body})
            """
        }
    )
    assert [call.kind for call in report.calls] == found
    assert all(call.dynamic and not call.platforms for call in report.calls)


def test_a_field_without_a_default_is_open_where_the_environment_fills_it(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                import openai
                from pydantic_settings import BaseSettings


                class Settings(BaseSettings):
                    image_key: str | None = None
                    drawing: bool = False


                settings = Settings()


                def draw(text):
                    if settings.image_key is None:
                        raise RuntimeError("no key")
                    if not settings.drawing:
                        return None
                    return openai.OpenAI().images.generate(model="gpt-image-1", prompt=text)
            """
        }
    )
    assert [target(call) for call in report.calls] == [openai("gpt-image-1")]


def test_a_class_that_settings_name_is_any_class_of_its_package(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm/__init__.py": "from .claude import Claude\nfrom .gpt import Gpt\n",
            "llm/gpt.py": """
                import openai


                class Gpt:
                    def chat(self, text):
                        return openai.OpenAI().chat.completions.create(model="gpt-4o", messages=[])
            """,
            "llm/claude.py": """
                import anthropic


                class Claude:
                    def chat(self, text):
                        client = anthropic.Anthropic()
                        return client.messages.create(model="claude-sonnet-4-5", messages=[])
            """,
            "app.py": """
                import yaml


                def build(settings):
                    package = __import__("llm", fromlist=[settings["provider"]])
                    return getattr(package, settings["provider"])(**settings["config"])


                if __name__ == "__main__":
                    build(yaml.safe_load(open("settings.yaml"))).chat("hello")
            """,
        }
    )
    asked = workflows(report)["python app.py"]
    assert asked == ["llm/claude.py:7", "llm/gpt.py:6"]


@pytest.mark.parametrize("declared", ["", "store = None"])
def test_a_global_that_startup_fills_is_there_for_handlers_above_it(
    audit_tree: AuditTree, declared: str
) -> None:
    report = audit_tree(
        {
            "main.py": f"""
                import openai
                from fastapi import FastAPI

                app = FastAPI()
                {declared}


                class Store:
                    def query(self, text):
                        return openai.OpenAI().embeddings.create(model="m-1", input=text)


                @app.post("/query")
                async def query(text: str):
                    return store.query(text)


                @app.on_event("startup")
                async def startup():
                    global store
                    store = Store()
            """
        }
    )
    assert reaching(report, "main.py:10") == {"POST /query"}


def test_what_setup_leaves_on_an_entry_is_found_wherever_the_entry_is_handed(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "butler/__init__.py": """
                from openai import AsyncOpenAI


                async def async_setup_entry(hass, entry):
                    entry.runtime_data = AsyncOpenAI(base_url="https://api.x.ai/v1")
                    return True
            """,
            "butler/conversation.py": """
                import openai
                from homeassistant.components.conversation import ConversationEntity


                class Butler(ConversationEntity):
                    def __init__(self, entry):
                        self.entry = entry

                    async def async_process(self, user_input):
                        client = self.entry.runtime_data
                        return await client.chat.completions.create(model="grok-4", messages=[])
            """,
        }
    )
    assert [c.platforms for c in report.calls] == [("xai-api",)]


def test_a_handler_that_a_command_is_given_later_is_an_entry_point(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "go.mod": "module example.com/app\n",
            "main.go": """
                package main

                import (
                    "context"

                    openai "github.com/sashabaranov/go-openai"
                    "github.com/spf13/cobra"
                )

                func main() {
                    command := &cobra.Command{Use: "ask"}
                    command.RunE = func(_ *cobra.Command, _ []string) error {
                        client := openai.NewClient("key")
                        _, err := client.CreateChatCompletion(
                            context.Background(), openai.ChatCompletionRequest{Model: "gpt-4o"})
                        return err
                    }
                    command.Execute()
                }
            """,
        }
    )
    assert "ask" in workflows(report)
