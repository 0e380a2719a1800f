"""Where settings come from the environment, and where an open address cannot lead."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, Target, only, reasons

SETTINGS = """
    from openai import OpenAI
    from pydantic import AliasChoices, Field
    from pydantic_settings import BaseSettings, SettingsConfigDict


    class Settings(BaseSettings):
        model_config = SettingsConfigDict(env_prefix="APP_")
        url: {field}


    settings = Settings()
    OpenAI(base_url=settings.url).chat.completions.create(model="gpt-4o", messages=[])
"""


@pytest.mark.parametrize(
    "field",
    [
        "str",
        "str | None = None",
        'str = Field(..., alias="APP_URL")',
        'str = Field(default=None, validation_alias="APP_URL")',
        'str = Field(default=None, validation_alias=AliasChoices("APP_URL", "URL"))',
    ],
)
def test_a_field_has_what_the_deployment_sets_its_variable_to(
    audit_tree: AuditTree, field: str
) -> None:
    report = audit_tree(
        {
            "app.py": SETTINGS.format(field=field),
            ".env": "APP_URL=https://openrouter.ai/api/v1\n",
        }
    )
    (call,) = report.calls
    assert "openrouter" in call.gateways


def test_an_open_address_is_not_the_home_of_a_client_that_has_no_such_model(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                import os

                from langchain_openai import ChatOpenAI

                ChatOpenAI(model="qwen-max", base_url=os.getenv("LLM_URL")).invoke("Hi")
            """
        }
    )
    assert only(report) == Target(("alibaba",), (), ("qwen-max",), True)
    assert reasons(report) == ["the base URL comes from LLM_URL"]


def test_an_open_address_behind_or_none_is_as_open(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import os

                from openai import OpenAI

                client = OpenAI(base_url=os.getenv("LLM_URL") or None)
                client.chat.completions.create(model="claude-3-opus-20240229", messages=[])
            """
        }
    )
    assert only(report) == Target(("anthropic",), (), ("claude-3-opus-20240229",), True)


def test_clients_and_models_of_two_branches_are_not_mixed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import OpenAI


                def pick(kind):
                    if kind == "mistral":
                        client = OpenAI(base_url="https://api.mistral.ai/v1")
                        return client, "mistral-large-latest"
                    return OpenAI(), "gpt-4o"


                def ask(kind):
                    client, model = pick(kind)
                    return client.chat.completions.create(model=model, messages=[])
            """
        }
    )
    (call,) = report.calls
    assert {(t.platform, t.model) for t in call.targets} == {
        ("mistral-api", "mistral-large-latest"),
        ("openai-api", "gpt-4o"),
    }


def test_what_is_registered_for_a_type_is_what_the_name_calls(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from functools import singledispatch

                from anthropic import Anthropic
                from openai import OpenAI


                @singledispatch
                def ask(text):
                    raise TypeError(text)


                @ask.register
                def _(text: str):
                    return OpenAI().chat.completions.create(model="gpt-4o", messages=[])


                @ask.register(dict)
                def _(text):
                    return Anthropic().messages.create(model="claude-sonnet-4-5", messages=[])


                if __name__ == "__main__":
                    ask("Hi")
            """
        }
    )
    (workflow,) = report.workflows
    assert {"openai": "stops", "anthropic": "stops"}.items() <= workflow.on_loss.items()
