"""Modules that import each other, or themselves, find each other's names."""

from __future__ import annotations

from tests.linker.modules import SOUND
from tests.linker.reading import AuditTree, openai, targets, workflows


def test_modules_that_import_each_other_find_each_other(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": "",
            "shop/clients.py": """
                from openai import OpenAI

                from shop import prompts

                client = OpenAI()


                def ask(name):
                    return client.responses.create(model=prompts.MODEL, input=name)
            """,
            "shop/prompts.py": """
                from shop import clients

                MODEL = "gpt-4o"


                def run(name):
                    return clients.ask(name)
            """,
            "app.py": """
                from shop.prompts import run

                if __name__ == "__main__":
                    run("hello")
            """,
        }
    )
    assert targets(report) == {"shop/clients.py:9": openai("gpt-4o")}
    assert workflows(report) == {"python app.py": ["shop/clients.py:9"]}


def test_names_imported_over_a_circle_are_found(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": "",
            "shop/a.py": """
                from openai import OpenAI

                from shop.b import model_for


                def ask(prompt):
                    return OpenAI().responses.create(model=model_for("a"), input=prompt)
            """,
            "shop/b.py": """
                def model_for(name):
                    return "gpt-4o"


                from shop.a import ask


                def ask_twice(prompt):
                    return ask(prompt), ask(prompt)
            """,
        }
    )
    assert targets(report) == {"shop/a.py:7": openai("gpt-4o")}
    assert workflows(report) == {"ask_twice": ["shop/a.py:7"]}


def test_two_packages_that_import_each_other_are_read(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "core/__init__.py": "from core.llm import ask\nfrom web import app",
            "core/llm.py": SOUND.replace("sound", "ask"),
            "web/__init__.py": """
                from flask import Flask

                app = Flask(__name__)

                from web import views
            """,
            "web/views.py": """
                import core
                from web import app


                @app.get("/")
                def index():
                    return core.ask("hello")
            """,
        }
    )
    assert workflows(report) == {"GET /": ["core/llm.py:5"]}


def test_a_file_that_imports_itself_is_read(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "me.py": """
                import me
                from me import *
                from openai import OpenAI

                client = OpenAI()


                def ask(prompt):
                    return me.client.responses.create(model="gpt-4o", input=prompt)
            """
        }
    )
    assert targets(report) == {"me.py:9": openai("gpt-4o")}


def test_a_package_that_imports_itself_by_its_name_is_read(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "shop/__init__.py": """
                import shop.llm

                __version__ = "1.0"


                def ask(prompt):
                    return shop.llm.sound(prompt)
            """,
            "shop/llm.py": SOUND,
        }
    )
    assert workflows(report) == {"ask": ["shop/llm.py:5"]}
