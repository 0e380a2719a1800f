"""A module is found in whatever folder it lies, and by whatever package it is handed on."""

from __future__ import annotations

from tests.linker.modules import LLM
from tests.linker.reading import AuditTree, openai, targets, workflows


def test_a_package_below_src_is_imported_by_its_own_name(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "src/shop/__init__.py": "",
            "src/shop/llm.py": LLM,
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
            "acme/llm/clients.py": LLM,
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
            "backend/shop/llm.py": LLM,
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


def test_a_name_re_exported_through_two_packages_is_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": "from .ai import ask_model as ask",
            "shop/ai/__init__.py": "from shop.ai.gpt import ask as ask_model",
            "shop/ai/gpt.py": LLM,
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
            "shop/llm.py": LLM,
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
            "shop/llm.py": LLM,
            "worker.py": """
                from shop import ask

                if __name__ == "__main__":
                    ask("hello")
            """,
        }
    )
    assert workflows(report) == {"python worker.py": ["shop/llm.py:7"]}
