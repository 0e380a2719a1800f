"""Clients and classes kept in a registry, a table or a list are followed."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, anthropic, only, openai, targets, workflows


def test_a_registry_filled_by_a_decorator_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "registry.py": """
                REGISTRY = {}


                def register(name):
                    def add(cls):
                        REGISTRY[name] = cls
                        return cls

                    return add
            """,
            "providers.py": """
                from openai import OpenAI

                from registry import register


                @register("gpt")
                class Gpt:
                    def complete(self, prompt):
                        return OpenAI().responses.create(model="gpt-4o", input=prompt)
            """,
            "app.py": """
                import providers
                from registry import REGISTRY


                def make(name, **options):
                    return REGISTRY[name](**options)


                if __name__ == "__main__":
                    make("gpt").complete("hello")
            """,
        }
    )
    assert workflows(report) == {"python app.py": ["providers.py:9"]}


def test_a_registry_of_functions_filled_by_a_decorator_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI

                TOOLS = {}


                def tool(function):
                    TOOLS[function.__name__] = function
                    return function


                @tool
                def summarise(text):
                    return OpenAI().responses.create(model="gpt-4o", input=text)


                def run(name, text):
                    return TOOLS[name](text)


                if __name__ == "__main__":
                    run("summarise", "hello")
            """
        }
    )
    assert workflows(report) == {"python app.py": ["app.py:13"]}


def test_a_registry_filled_through_init_subclass_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class Provider:
                    registry = {}

                    def __init_subclass__(cls, name, **options):
                        super().__init_subclass__(**options)
                        Provider.registry[name] = cls


                class Gpt(Provider, name="gpt"):
                    def complete(self, prompt):
                        return OpenAI().responses.create(model="gpt-4o", input=prompt)


                if __name__ == "__main__":
                    Provider.registry["gpt"]().complete("hello")
            """
        }
    )
    assert workflows(report) == {"python app.py": ["app.py:14"]}


def test_a_registry_of_client_classes_of_libraries_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from langchain_anthropic import ChatAnthropic
                from langchain_openai import ChatOpenAI

                MODELS = {
                    "openai": (ChatOpenAI, "gpt-4o"),
                    "anthropic": (ChatAnthropic, "claude-sonnet-4-5"),
                }


                def build(vendor):
                    cls, model = MODELS[vendor]
                    return cls(model=model, temperature=0)


                if __name__ == "__main__":
                    build("anthropic").invoke("hello")
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5")


def test_clients_kept_in_a_dictionary_are_told_apart_by_their_key(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from anthropic import Anthropic
                from openai import OpenAI

                CLIENTS = {"openai": OpenAI(), "anthropic": Anthropic()}

                CLIENTS["openai"].responses.create(model="gpt-4o", input="hi")
                CLIENTS["anthropic"].messages.create(
                    model="claude-haiku-4-5", messages=[], max_tokens=9
                )
            """
        }
    )
    assert targets(report) == {
        "app.py:6": openai("gpt-4o"),
        "app.py:7": anthropic("claude-haiku-4-5"),
    }


def test_objects_built_in_a_comprehension_are_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from langchain_openai import ChatOpenAI

                MODELS = {name: ChatOpenAI(model=name) for name in ["gpt-4o", "gpt-4o-mini"]}


                def ask(prompt):
                    return [model.invoke(prompt) for model in MODELS.values()]
            """
        }
    )
    assert only(report) == openai("gpt-4o", "gpt-4o-mini", dynamic=True)


SHELF = """
    import {{ generateText }} from "ai";
    import {{ createOpenRouter }} from "@openrouter/ai-sdk-provider";
    import {{ createOpenAI }} from "@ai-sdk/openai";
    import {{ createAnthropic }} from "@ai-sdk/anthropic";

    const openai = createOpenAI();
    const anthropic = createAnthropic();
    export const makers = {{
      openai: (name: string) => openai(name),
      anthropic: (name: string) => anthropic(name),
    }};

    const CLAUDES = {{
      "Claude 4.5 Sonnet (new)": {{ model: makers.anthropic("claude-sonnet-4-5"), heat: 1 }},
    }};
    const GPTS = {{
      "GPT 4o mini (small one)": {{ model: makers.openai("gpt-4o-mini"), heat: 0 }},
    }};
    const MODELS = {{ ...CLAUDES, ...GPTS }};

    function settingsOf(name: string) {{
      const base = MODELS[name];
      return {{ ...base, topP: 1 }};
    }}

    export async function POST(req: Request) {{
      const {{ wanted }} = await req.json();
      return generateText({{ ...settingsOf({name}), prompt: "hi" }});
    }}
"""


@pytest.mark.parametrize(
    ("name", "vendors"),
    [
        ('"Claude 4.5 Sonnet (new)"', ["anthropic"]),
        ('"GPT 4o mini (small one)"', ["openai"]),
        ("wanted", ["anthropic", "openai"]),
    ],
)
def test_a_shelf_of_models_gives_the_one_of_that_name_or_any(
    audit_tree: AuditTree, name: str, vendors: list[str]
) -> None:
    """A name of many words is no prose, and of a name that nobody knows any model may come."""
    report = audit_tree({"app/api/chat/route.ts": SHELF.format(name=name)})
    found = {(call.function, tuple(call.vendors)) for call in report.calls}
    assert found == {("POST", tuple(vendors))}
