"""Commands, scripts, notebooks and pages are entry points, named as they are started."""

from __future__ import annotations

import json

from tests.linker.modules import CALL, LLM
from tests.linker.reading import AuditTree, kinds, unreached, workflow, workflows


def test_commands_of_a_click_group_are_entry_points(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "cli.py": """
                import click

                from llm import ask


                @click.group()
                def cli():
                    pass


                @cli.command()
                @click.argument("text")
                def summarise(text):
                    click.echo(ask(text))


                @cli.command("say-hello")
                def hello():
                    click.echo(ask("hello"))


                @cli.command()
                def version():
                    click.echo("1.0")
            """,
        }
    )
    assert workflows(report) == {"command summarise": CALL, "command say-hello": CALL}
    assert set(kinds(report).values()) == {"cli"}


def test_commands_of_a_typer_application_are_entry_points(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "cli.py": """
                import typer

                from llm import ask

                app = typer.Typer()
                admin = typer.Typer()
                app.add_typer(admin, name="admin")


                @app.command()
                def summarise(text: str):
                    typer.echo(ask(text))


                @admin.command("re-index")
                def reindex():
                    ask("index")


                if __name__ == "__main__":
                    app()
            """,
        }
    )
    found = workflows(report)
    assert found["command summarise"] == CALL
    assert found["command re-index"] == CALL


def test_a_script_is_entered_at_the_function_that_its_main_block_calls(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "tools/report.py": """
                import argparse
                import asyncio

                from llm import ask


                async def main(args):
                    ask(args.text)


                if __name__ == "__main__":
                    parser = argparse.ArgumentParser()
                    parser.add_argument("text")
                    asyncio.run(main(parser.parse_args()))
            """,
        }
    )
    assert workflows(report) == {"python tools/report.py": CALL}
    flow = workflow(report, "python tools/report.py")
    assert (flow.kind, flow.entry.line, flow.entry.function) == ("main", 7, "main")


def test_commands_chosen_by_argparse_belong_to_the_script(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "desk.py": """
                import argparse

                from llm import ask


                def run_summary(args):
                    ask(args.text)


                def run_version(args):
                    print("1.0")


                def main():
                    parser = argparse.ArgumentParser()
                    commands = parser.add_subparsers()
                    summary = commands.add_parser("summary")
                    summary.set_defaults(func=run_summary)
                    commands.add_parser("version").set_defaults(func=run_version)
                    args = parser.parse_args()
                    args.func(args)


                if __name__ == "__main__":
                    main()
            """,
        }
    )
    assert workflows(report)["command run_summary"] == CALL


def test_methods_of_a_class_given_to_fire_are_reached(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "cli.py": """
                import fire

                from llm import ask


                class Commands:
                    def summarise(self, text):
                        return ask(text)


                if __name__ == "__main__":
                    fire.Fire(Commands)
            """,
        }
    )
    assert unreached(report) == []


def test_a_script_without_a_main_block_is_entered_at_its_top(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "nightly.py": """
                from llm import ask

                for text in ["a", "b"]:
                    print(ask(text))
            """,
        }
    )
    assert workflows(report) == {"python nightly.py": CALL}


def test_a_package_run_with_m_is_an_entry_point(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": "",
            "shop/llm.py": LLM,
            "shop/__main__.py": """
                from shop.llm import ask


                def main():
                    ask("hello")


                main()
            """,
        }
    )
    assert workflows(report) == {"python shop/__main__.py": ["shop/llm.py:7"]}


def test_a_console_script_of_the_manifest_is_an_entry_point(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "pyproject.toml": """
                [project]
                name = "shop"
                version = "1.0"

                [project.scripts]
                shop-ask = "shop.cli:main"
                shop-version = "shop.cli:version"
            """,
            "src/shop/__init__.py": "",
            "src/shop/llm.py": LLM,
            "src/shop/cli.py": """
                from shop.llm import ask


                def main():
                    ask("hello")


                def version():
                    print("1.0")
            """,
        }
    )
    assert workflows(report) == {"shop-ask": ["src/shop/llm.py:7"]}
    flow = workflow(report, "shop-ask")
    assert (flow.kind, flow.entry.path, flow.entry.line) == ("cli", "src/shop/cli.py", 4)


def test_a_console_script_of_a_wheel_is_an_entry_point(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop-1.0.dist-info/entry_points.txt": """
                [console_scripts]
                shop = shop.cli:main
            """,
            "shop/__init__.py": "",
            "shop/llm.py": LLM,
            "shop/cli.py": """
                from shop.llm import ask


                def main():
                    ask("hello")
            """,
        }
    )
    assert workflows(report) == {"shop": ["shop/llm.py:7"]}
    assert workflow(report, "shop").kind == "cli"


def test_a_notebook_is_an_entry_point_and_its_cells_are_counted(audit_tree: AuditTree) -> None:
    def cell(*lines: str, kind: str = "code") -> dict[str, object]:
        return {"cell_type": kind, "metadata": {}, "outputs": [], "source": "\n".join(lines)}

    notebook = {
        "cells": [
            cell("# Try the model", kind="markdown"),
            cell("%pip install openai", "from openai import OpenAI", "client = OpenAI()"),
            cell('client.responses.create(model="gpt-4o", input="hi")'),
        ],
        "metadata": {"kernelspec": {"language": "python", "name": "python3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    report = audit_tree({"try.ipynb": json.dumps(notebook, indent=1)})
    (call,) = report.calls
    assert (call.cell, call.vendors, call.models) == (3, ("openai",), ("gpt-4o",))
    assert kinds(report) == {"notebook try.ipynb": "notebook"}


def test_a_page_of_streamlit_is_an_entry_point(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "app.py": """
                import streamlit as st

                from llm import ask

                if prompt := st.chat_input("Say something"):
                    st.write(ask(prompt))
            """,
        }
    )
    assert list(workflows(report).values()) == [CALL]


def test_a_page_of_streamlit_runs_its_main_block_too(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": LLM,
            "app.py": """
                import streamlit as st

                from llm import ask


                def main():
                    st.write(ask(st.chat_input("Say something")))


                if __name__ == "__main__":
                    main()
            """,
        }
    )
    assert workflows(report) == {"page app.py": CALL}


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
