"""A value that users may give with a command or a request counts with its default."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, anthropic, only


def test_the_default_of_a_command_line_option_is_the_model(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import argparse

                from litellm import completion


                def main():
                    parser = argparse.ArgumentParser()
                    parser.add_argument("prompt")
                    parser.add_argument("-m", "--model-name", default="claude-sonnet-4-5")
                    args = parser.parse_args()
                    completion(model=args.model_name, messages=[args.prompt])


                if __name__ == "__main__":
                    main()
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5", dynamic=True)


@pytest.mark.parametrize(
    "declared",
    [
        'model: str = "claude-sonnet-4-5"',
        'model: str = typer.Option("claude-sonnet-4-5", help="which model")',
        'model: Annotated[str, typer.Option(help="which model")] = "claude-sonnet-4-5"',
    ],
)
def test_the_default_of_a_typer_option_is_the_model(audit_tree: AuditTree, declared: str) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                from typing import Annotated

                import typer
                from litellm import completion

                app = typer.Typer()


                @app.command()
                def ask(prompt: str, {declared}):
                    completion(model=model, messages=[prompt])
            """
        }
    )
    found = only(report)
    assert (found.vendors, found.models) == (("anthropic",), ("claude-sonnet-4-5",))


def test_the_default_of_a_click_option_is_the_model(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import click
                from litellm import completion


                @click.command()
                @click.option("--model", default="claude-sonnet-4-5")
                def ask(model):
                    completion(model=model, messages=[])
            """
        }
    )
    found = only(report)
    assert (found.vendors, found.models) == (("anthropic",), ("claude-sonnet-4-5",))


def test_the_default_of_a_request_model_is_the_model(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from fastapi import FastAPI
                from litellm import completion
                from pydantic import BaseModel

                app = FastAPI()


                class Question(BaseModel):
                    text: str
                    model: str = "claude-sonnet-4-5"


                @app.post("/ask")
                def ask(question: Question):
                    return completion(model=question.model, messages=[question.text])
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5", dynamic=True)


SETTINGS = """
    import click
    import yaml
    from litellm import completion
    from pydantic import BaseModel


    class Settings(BaseModel):
        model: str = "claude-sonnet-4-5"

        @classmethod
        def load(cls):
            {load}


    @click.command()
    @click.option("--model")
    def main(model=None):
        settings = Settings.load()
        if model is not None:
            settings.model = model
        completion(model=settings.model, messages=[])
"""


@pytest.mark.parametrize(
    "load",
    [
        "return cls()",
        'return cls.model_validate(yaml.safe_load(open("settings.yaml")))',
        'return Settings.parse_obj(yaml.safe_load(open("settings.yaml")))',
    ],
)
def test_what_settings_ship_with_holds_where_no_option_is_given(
    audit_tree: AuditTree, load: str
) -> None:
    report = audit_tree({"app.py": SETTINGS.replace("{load}", load)})
    assert only(report) == anthropic("claude-sonnet-4-5", dynamic=True)


def test_a_model_that_is_set_without_a_choice_takes_the_place_of_the_default(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion
                from pydantic import BaseModel


                class Settings(BaseModel):
                    model: str = "gpt-4o"


                def ask():
                    settings = Settings()
                    settings.model = "claude-sonnet-4-5"
                    return completion(model=settings.model, messages=[])
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5")


def test_a_fallback_that_ships_as_nothing_is_no_cover_though_an_option_may_set_it(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                import click
                from litellm import completion
                from pydantic import BaseModel


                class Settings(BaseModel):
                    model: str = "gpt-4o"
                    second: str | None = None


                @click.command()
                @click.option("--second")
                def main(second=None):
                    settings = Settings()
                    if second:
                        settings.second = second
                    try:
                        return completion(model=settings.model, messages=[])
                    except Exception:
                        if settings.second is None:
                            raise
                        return completion(model=settings.second, messages=[])
            """
        }
    )
    (first,) = [call for call in report.calls if call.models == ("gpt-4o",)]
    assert first.verdict != "cross-vendor"
