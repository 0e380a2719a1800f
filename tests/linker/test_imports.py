"""However a library or a module of the repository is imported, the call is found."""

from __future__ import annotations

from tests.linker.reading import AuditTree, anthropic, only, openai, targets, workflows

ASK = """
    from openai import OpenAI

    client = OpenAI()


    def ask(prompt):
        return client.responses.create(model="gpt-4o", input=prompt)
"""


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
            "shop/core/llm.py": ASK,
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
            "gpt.py": ASK,
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
            "shop/llm.py": ASK,
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
            "shop/backends/gpt.py": ASK,
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


def test_a_package_below_src_is_imported_by_its_own_name(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "src/shop/__init__.py": "",
            "src/shop/llm.py": ASK,
            "src/shop/app.py": """
                from flask import Flask

                from shop.llm import ask

                app = Flask(__name__)


                @app.get("/")
                def index():
                    return ask("hello")
            """,
        }
    )
    assert workflows(report) == {"GET /": ["src/shop/llm.py:7"]}


def test_packages_without_init_files_are_packages_too(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "acme/llm/clients.py": ASK,
            "acme/web/app.py": """
                from flask import Flask

                from acme.llm.clients import ask
                import acme.llm.clients

                app = Flask(__name__)


                @app.get("/one")
                def one():
                    return ask("hello")


                @app.get("/two")
                def two():
                    return acme.llm.clients.ask("hello")
            """,
        }
    )
    assert workflows(report) == {
        "GET /one": ["acme/llm/clients.py:7"],
        "GET /two": ["acme/llm/clients.py:7"],
    }


def test_each_of_two_services_gets_its_own_module_of_the_same_name(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "billing/llm.py": """
                from openai import OpenAI

                client = OpenAI()
                MODEL = "gpt-4o"
            """,
            "billing/job.py": """
                from llm import MODEL, client

                client.responses.create(model=MODEL, input="bill")
            """,
            "support/llm.py": """
                from openai import OpenAI

                client = OpenAI()
                MODEL = "gpt-4o-mini"
            """,
            "support/job.py": """
                from llm import MODEL, client

                client.responses.create(model=MODEL, input="help")
            """,
        }
    )
    assert targets(report) == {
        "billing/job.py:3": openai("gpt-4o"),
        "support/job.py:3": openai("gpt-4o-mini"),
    }


def test_a_script_finds_a_package_that_lies_in_another_folder(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "backend/shop/__init__.py": "",
            "backend/shop/llm.py": ASK,
            "scripts/nightly.py": """
                import sys

                sys.path.insert(0, "backend")

                from shop.llm import ask

                if __name__ == "__main__":
                    ask("hello")
            """,
        }
    )
    assert workflows(report) == {"python scripts/nightly.py": ["backend/shop/llm.py:7"]}


def test_a_file_of_a_library_s_name_does_not_hide_the_library(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": "",
            "shop/openai.py": """
                from openai import OpenAI


                class Writer:
                    def __init__(self):
                        self.client = OpenAI()

                    def write(self, prompt):
                        return self.client.responses.create(model="gpt-4o", input=prompt)
            """,
        }
    )
    assert targets(report) == {"shop/openai.py:9": openai("gpt-4o")}


def test_a_relative_import_of_that_file_means_the_file(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": "",
            "shop/providers/__init__.py": "",
            "shop/providers/openai.py": ASK,
            "shop/web.py": """
                from flask import Flask

                from .providers import openai

                app = Flask(__name__)


                @app.get("/")
                def index():
                    return openai.ask("hello")
            """,
        }
    )
    assert workflows(report) == {"GET /": ["shop/providers/openai.py:7"]}


def test_a_class_of_one_s_own_is_not_the_library_s(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "fakes.py": """
                import openai  # for its exceptions


                class Messages:
                    def create(self, **options):
                        return {"text": "canned"}


                class OpenAI:
                    def __init__(self):
                        self.responses = Messages()


                def ask():
                    return OpenAI().responses.create(model="gpt-4o")
            """
        }
    )
    assert report.calls == ()


def test_a_method_of_a_known_name_is_no_evidence_by_itself(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "sms.py": """
                import anthropic
                from twilio.rest import Client

                client = Client("sid", "token")


                def send(text):
                    return client.messages.create(body=text, to="+1", from_="+2")
            """
        }
    )
    assert report.calls == ()


def test_a_name_re_exported_through_two_packages_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": "from .ai import ask_model as ask",
            "shop/ai/__init__.py": "from shop.ai.gpt import ask as ask_model",
            "shop/ai/gpt.py": ASK,
            "worker.py": """
                import shop

                if __name__ == "__main__":
                    shop.ask("hello")
            """,
        }
    )
    assert workflows(report) == {"python worker.py": ["shop/ai/gpt.py:7"]}


def test_a_submodule_is_reached_through_its_package(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": "",
            "shop/llm.py": ASK,
            "one.py": """
                import shop.llm

                if __name__ == "__main__":
                    shop.llm.ask("hello")
            """,
            "two.py": """
                import shop.llm as brain

                if __name__ == "__main__":
                    brain.ask("hello")
            """,
            "three.py": """
                from shop import llm

                if __name__ == "__main__":
                    llm.client.responses.create(model="gpt-4o-mini", input="hello")
            """,
        }
    )
    assert workflows(report) == {
        "python one.py": ["shop/llm.py:7"],
        "python two.py": ["shop/llm.py:7"],
        "python three.py": ["three.py:4"],
    }


def test_names_served_lazily_by_a_package_are_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": """
                def __getattr__(name):
                    if name == "ask":
                        from shop.llm import ask

                        return ask
                    raise AttributeError(name)
            """,
            "shop/llm.py": ASK,
            "worker.py": """
                from shop import ask

                if __name__ == "__main__":
                    ask("hello")
            """,
        }
    )
    assert workflows(report) == {"python worker.py": ["shop/llm.py:7"]}
