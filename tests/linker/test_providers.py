"""Which of several providers an abstract method or a factory reaches."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, anthropic, openai, targets, workflows

#: Two providers behind one base class, as many repositories have them.
PROVIDERS = """
    from abc import ABC, abstractmethod

    from anthropic import Anthropic
    from openai import OpenAI


    class Provider(ABC):
        @abstractmethod
        def complete(self, prompt: str) -> str: ...


    class Gpt(Provider):
        def __init__(self, model="gpt-4o"):
            self.client = OpenAI()
            self.model = model

        def complete(self, prompt):
            return self.client.responses.create(model=self.model, input=prompt)


    class Claude(Provider):
        def __init__(self, model="claude-sonnet-4-5"):
            self.client = Anthropic()
            self.model = model

        def complete(self, prompt):
            return self.client.messages.create(model=self.model, messages=[prompt], max_tokens=9)
"""


GPT_CALL = "providers.py:18"


CLAUDE_CALL = "providers.py:27"


def test_an_abstract_method_reaches_every_implementation_that_may_be_given(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "providers.py": PROVIDERS,
            "app.py": """
                from flask import Flask, request

                from providers import Claude, Gpt, Provider

                app = Flask(__name__)


                class Desk:
                    def __init__(self, provider: Provider):
                        self.provider = provider

                    def answer(self, prompt):
                        return self.provider.complete(prompt)


                def pick(name) -> Provider:
                    return Gpt() if name == "gpt" else Claude()


                @app.post("/answer")
                def answer():
                    return Desk(pick(request.args["with"])).answer("hello")
            """,
        }
    )
    assert workflows(report) == {"POST /answer": [GPT_CALL, CLAUDE_CALL]}


def test_two_routes_with_two_implementations_do_not_share_them(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "providers.py": PROVIDERS,
            "app.py": """
                from flask import Flask

                from providers import Claude, Gpt, Provider

                app = Flask(__name__)


                class Desk:
                    def __init__(self, provider: Provider):
                        self.provider = provider

                    def answer(self, prompt):
                        return self.provider.complete(prompt)


                @app.post("/cheap")
                def cheap():
                    return Desk(Gpt("gpt-4o-mini")).answer("hello")


                @app.post("/good")
                def good():
                    return Desk(Claude()).answer("hello")
            """,
        }
    )
    assert workflows(report) == {"POST /cheap": [GPT_CALL], "POST /good": [CLAUDE_CALL]}
    assert targets(report)[GPT_CALL] == openai("gpt-4o-mini")


@pytest.mark.parametrize(
    "body",
    [
        'if name == "gpt":\n        return Gpt()\n    return Claude()',
        'if name == "gpt":\n        return Gpt()\n    elif name == "claude":\n'
        "        return Claude()\n    raise ValueError(name)",
        'return {"gpt": Gpt, "claude": Claude}[name]()',
        "return REGISTRY[name](**{})",
        "return REGISTRY.get(name, Gpt)()",
        "cls = REGISTRY.get(name)\n    if cls is None:\n        raise KeyError\n    return cls()",
        'match name:\n        case "gpt":\n            return Gpt()\n        case "claude":\n'
        "            return Claude()",
        "return getattr(providers, name.title())()",
    ],
    ids=["if", "elif", "dict", "registry", "get", "get-none", "match", "getattr"],
)
def test_a_factory_asked_for_one_name_gives_that_provider_alone(
    audit_tree: AuditTree, body: str
) -> None:
    report = audit_tree(
        {
            "providers.py": PROVIDERS,
            "factory.py": "import providers\nfrom providers import Claude, Gpt\n\n"
            'REGISTRY = {"gpt": Gpt, "claude": Claude}\n\n\n'
            f"def make(name):\n    {body}\n",
            "app.py": """
                from factory import make

                if __name__ == "__main__":
                    make("claude").complete("hello")
            """,
        }
    )
    assert workflows(report)["python app.py"] == [CLAUDE_CALL]


def test_a_factory_asked_by_a_setting_gives_the_shipped_provider_and_the_others(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "providers.py": PROVIDERS,
            "app.py": """
                import os

                from providers import Claude, Gpt

                REGISTRY = {"gpt": Gpt, "claude": Claude}

                if __name__ == "__main__":
                    provider = REGISTRY[os.getenv("PROVIDER", "claude")]()
                    provider.complete("hello")
            """,
        }
    )
    assert workflows(report) == {"python app.py": [GPT_CALL, CLAUDE_CALL]}


def test_a_factory_that_searches_the_subclasses_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                class Provider:
                    name = ""


                class Gpt(Provider):
                    name = "gpt"

                    def complete(self, prompt):
                        return OpenAI().responses.create(model="gpt-4o", input=prompt)


                def make(name):
                    for cls in Provider.__subclasses__():
                        if cls.name == name:
                            return cls()
                    raise KeyError(name)


                if __name__ == "__main__":
                    make("gpt").complete("hello")
            """
        }
    )
    assert workflows(report)["python app.py"] == ["app.py:12"]


def test_a_provider_class_given_its_arguments_as_a_dictionary_is_built(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "providers.py": PROVIDERS,
            "app.py": """
                from providers import Claude, Gpt

                PROVIDERS = {"gpt": Gpt, "claude": Claude}
                CONFIG = {"provider": "claude", "options": {"model": "claude-haiku-4-5"}}

                if __name__ == "__main__":
                    provider = PROVIDERS[CONFIG["provider"]](**CONFIG["options"])
                    provider.complete("hello")
            """,
        }
    )
    assert workflows(report)["python app.py"] == [CLAUDE_CALL]
    assert targets(report)[CLAUDE_CALL] == anthropic("claude-haiku-4-5")


def test_clients_kept_in_a_list_are_asked_one_after_another(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "providers.py": PROVIDERS,
            "app.py": """
                from providers import Claude, Gpt

                CHAIN = [Gpt("gpt-4o"), Claude()]


                def ask(prompt):
                    for provider in CHAIN:
                        try:
                            return provider.complete(prompt)
                        except Exception:
                            continue
                    raise RuntimeError("nobody answers")
            """,
        }
    )
    assert workflows(report) == {"ask": [GPT_CALL, CLAUDE_CALL]}


def test_a_provider_chosen_by_an_enumeration_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "providers.py": PROVIDERS,
            "app.py": """
                from enum import StrEnum

                from providers import Claude, Gpt


                class Kind(StrEnum):
                    GPT = "gpt"
                    CLAUDE = "claude"


                def make(kind: Kind):
                    if kind is Kind.GPT:
                        return Gpt()
                    if kind == Kind.CLAUDE:
                        return Claude()
                    raise ValueError(kind)


                if __name__ == "__main__":
                    make(Kind.CLAUDE).complete("hello")
            """,
        }
    )
    assert workflows(report)["python app.py"] == [CLAUDE_CALL]
