"""However a library or a module of the repository is imported, the call is found."""

from __future__ import annotations

from tests.linker.modules import LLM
from tests.linker.reading import AuditTree, anthropic, only, openai, targets, workflows


def test_a_library_may_be_imported_under_another_name(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import openai as oai

                client = oai.OpenAI()
                client.chat.completions.create(model="gpt-4o", messages=[])
            """
        }
    )
    assert targets(report) == {"app.py:4": openai("gpt-4o")}


def test_a_class_may_be_imported_under_another_name(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from anthropic import Anthropic as Claude

                Claude().messages.create(model="claude-haiku-4-5", messages=[], max_tokens=9)
            """
        }
    )
    assert targets(report) == {"app.py:3": anthropic("claude-haiku-4-5")}


def test_a_client_of_a_sibling_module_is_followed_over_a_relative_import(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": "",
            "shop/clients.py": """
                from openai import OpenAI

                llm = OpenAI()
            """,
            "shop/search.py": """
                from .clients import llm


                def rank(query):
                    return llm.responses.create(model="gpt-4o", input=query)
            """,
        }
    )
    assert targets(report) == {"shop/search.py:5": openai("gpt-4o")}


def test_two_leading_dots_mean_the_parent_package(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": "",
            "shop/core/__init__.py": "",
            "shop/core/llm.py": LLM,
            "shop/api/__init__.py": "",
            "shop/api/routes.py": """
                from fastapi import APIRouter

                from ..core import llm

                router = APIRouter()


                @router.post("/ask")
                def ask(prompt: str):
                    return llm.ask(prompt)
            """,
        }
    )
    assert workflows(report) == {"POST /ask": ["shop/core/llm.py:7"]}


def test_a_star_import_of_a_library_brings_its_client(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from openai import *

                OpenAI().responses.create(model="gpt-4o", input="hi")
            """
        }
    )
    assert only(report) == openai("gpt-4o")


def test_a_star_import_of_an_own_module_brings_what_it_defines_and_imports(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "base.py": """
                import anthropic

                MODEL = "claude-sonnet-4-5"
                client = anthropic.Anthropic()
            """,
            "app.py": """
                from base import *


                def ask(prompt):
                    return client.messages.create(model=MODEL, messages=[prompt], max_tokens=9)


                def ask_again(prompt):
                    return anthropic.Anthropic().messages.create(
                        model=MODEL, messages=[prompt], max_tokens=9
                    )
            """,
        }
    )
    assert targets(report) == {
        "app.py:5": anthropic("claude-sonnet-4-5"),
        "app.py:9": anthropic("claude-sonnet-4-5"),
    }


def test_a_star_import_brings_the_private_names_listed_in_all(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "base.py": """
                from openai import OpenAI

                __all__ = ["_client"]

                _client = OpenAI()
            """,
            "app.py": """
                from base import *


                def ask(prompt):
                    return _client.responses.create(model="gpt-4o", input=prompt)
            """,
        }
    )
    assert targets(report) == {"app.py:5": openai("gpt-4o")}


def test_an_import_inside_a_function_counts_there(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                def ask(prompt):
                    from openai import OpenAI

                    return OpenAI().responses.create(model="gpt-4o", input=prompt)
            """
        }
    )
    assert targets(report) == {"app.py:4": openai("gpt-4o")}


def test_an_import_for_type_checkers_tells_what_a_parameter_is(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from __future__ import annotations

                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from anthropic import AsyncAnthropic


                async def ask(client: AsyncAnthropic, prompt: str):
                    return await client.messages.create(
                        model="claude-sonnet-4-5", messages=[], max_tokens=9
                    )
            """
        }
    )
    assert targets(report) == {"app.py:10": anthropic("claude-sonnet-4-5")}


def test_an_optional_library_is_taken_to_be_there(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                try:
                    from openai import OpenAI
                except ImportError:
                    OpenAI = None


                def ask(prompt):
                    if OpenAI is None:
                        raise RuntimeError("pip install openai")
                    return OpenAI().responses.create(model="gpt-4o", input=prompt)
            """
        }
    )
    assert targets(report) == {"app.py:10": openai("gpt-4o")}


def test_either_of_two_modules_may_stand_behind_a_name(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "gpt.py": LLM,
            "claude.py": """
                from anthropic import Anthropic


                def ask(prompt):
                    return Anthropic().messages.create(
                        model="claude-sonnet-4-5", messages=[prompt], max_tokens=9
                    )
            """,
            "app.py": """
                from flask import Flask

                try:
                    import claude as llm
                except ImportError:
                    import gpt as llm

                app = Flask(__name__)


                @app.post("/ask")
                def ask():
                    return llm.ask("hello")
            """,
        }
    )
    assert workflows(report) == {"POST /ask": ["claude.py:5", "gpt.py:7"]}


def test_a_module_imported_by_a_constant_name_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": "",
            "shop/llm.py": LLM,
            "run.py": """
                import importlib

                if __name__ == "__main__":
                    llm = importlib.import_module("shop.llm")
                    llm.ask("hello")
            """,
        }
    )
    assert workflows(report) == {"python run.py": ["shop/llm.py:7"]}


def test_a_module_chosen_by_an_environment_variable_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": "",
            "shop/backends/__init__.py": "",
            "shop/backends/gpt.py": LLM,
            "run.py": """
                import importlib
                import os

                if __name__ == "__main__":
                    name = os.getenv("BACKEND", "gpt")
                    backend = importlib.import_module(f"shop.backends.{name}")
                    backend.ask("hello")
            """,
        }
    )
    assert workflows(report) == {"python run.py": ["shop/backends/gpt.py:7"]}
