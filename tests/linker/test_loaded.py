"""Modules that are loaded by a name put together at run time are those that the name fits."""

from __future__ import annotations

from auditor.model.report import AuditReport
from tests.linker.reading import AuditTree, anthropic, openai, targets

PROVIDERS = {
    "shop/providers/__init__.py": "",
    "shop/providers/base.py": """
        class Provider:
            def ask(self, question):
                raise NotImplementedError
    """,
    "shop/providers/claude.py": """
        from anthropic import Anthropic

        from shop.providers.base import Provider


        class ClaudeProvider(Provider):
            def ask(self, question):
                return Anthropic().messages.create(
                    model="claude-haiku-4-5", messages=[question], max_tokens=9
                )
    """,
    "shop/providers/gpt.py": """
        from openai import OpenAI

        from shop.providers.base import Provider


        class GptProvider(Provider):
            def ask(self, question):
                return OpenAI().responses.create(model="gpt-4o", input=question)
    """,
}
BOTH = {
    "shop/providers/claude.py:8": anthropic("claude-haiku-4-5"),
    "shop/providers/gpt.py:8": openai("gpt-4o"),
}


def sizes(report: AuditReport) -> dict[str, int]:
    """How many calls each workflow reaches."""
    return {w.name: len(w.calls) for w in report.workflows}


def test_a_module_named_by_a_setting_is_any_of_its_package(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            **PROVIDERS,
            "main.py": """
                import importlib
                import sys


                def load(name):
                    module = importlib.import_module(f"shop.providers.{name}")
                    return getattr(module, name.title() + "Provider")()


                if __name__ == "__main__":
                    print(load(sys.argv[1]).ask("hello"))
            """,
        }
    )
    assert targets(report) == BOTH
    assert sizes(report) == {"python main.py": 2}


def test_plugins_are_found_by_the_folder_of_their_files(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            **PROVIDERS,
            "main.py": """
                import importlib.util
                import os
                import sys


                def load(root, name):
                    path = os.path.join(root, "providers", name + ".py")
                    spec = importlib.util.spec_from_file_location(name, path)
                    module = importlib.util.module_from_spec(spec)
                    spec.loader.exec_module(module)
                    return getattr(module, name)()


                if __name__ == "__main__":
                    print(load(sys.argv[1], sys.argv[2]).ask("hello"))
            """,
        }
    )
    assert targets(report) == BOTH
    assert sizes(report) == {"python main.py": 2}


def test_classes_that_a_loop_over_the_members_finds_are_those_of_the_module(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            **PROVIDERS,
            "main.py": """
                import importlib
                import inspect

                from shop.providers.base import Provider


                def every():
                    module = importlib.import_module("shop.providers.gpt")
                    for name, member in inspect.getmembers(module, inspect.isclass):
                        if issubclass(member, Provider):
                            yield member()


                if __name__ == "__main__":
                    for provider in every():
                        provider.ask("hello")
            """,
        }
    )
    assert sizes(report)["python main.py"] == 1


def test_a_name_of_which_nothing_is_known_is_no_module(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            **PROVIDERS,
            "main.py": """
                import importlib
                import sys


                if __name__ == "__main__":
                    importlib.import_module(sys.argv[1]).Provider().ask("hello")
            """,
        }
    )
    assert "python main.py" not in sizes(report)


def test_a_package_that_loads_its_own_modules_means_any_of_them(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            **PROVIDERS,
            "shop/providers/__init__.py": """
                import importlib


                def load(name):
                    module = importlib.import_module(f".{name}", package=__name__)
                    return getattr(module, name)()
            """,
            "main.py": """
                import sys

                from shop.providers import load


                if __name__ == "__main__":
                    print(load(sys.argv[1]).ask("hello"))
            """,
        }
    )
    assert targets(report) == BOTH
    assert sizes(report) == {"python main.py": 2}
