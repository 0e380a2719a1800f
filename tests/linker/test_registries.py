"""Clients and classes kept in a registry, a table or a list are followed."""

from __future__ import annotations

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
