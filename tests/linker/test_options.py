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
