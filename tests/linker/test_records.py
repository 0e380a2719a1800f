"""Values are read from the fields and attributes of classes."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, anthropic, only, openai, targets


def test_a_dataclass_counts_with_its_default_or_with_what_it_is_given(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from dataclasses import dataclass, field

                from litellm import completion


                @dataclass
                class Config:
                    model: str = "claude-sonnet-4-5"
                    fallback: str = field(default="gpt-4o")


                plain, cheap, placed = Config(), Config(model="gpt-4o-mini"), Config("gpt-4.1")
                completion(model=plain.model, messages=[])
                completion(model=plain.fallback, messages=[])
                completion(model=cheap.model, messages=[])
                completion(model=placed.model, messages=[])
            """
        }
    )
    assert targets(report) == {
        "app.py:13": anthropic("claude-sonnet-4-5"),
        "app.py:14": openai("gpt-4o"),
        "app.py:15": openai("gpt-4o-mini"),
        "app.py:16": openai("gpt-4.1"),
    }


def test_a_changed_copy_of_a_dataclass_has_the_changed_value(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from dataclasses import dataclass, replace

                from litellm import completion


                @dataclass(frozen=True)
                class Config:
                    model: str = "gpt-4o"


                config = replace(Config(), model="claude-sonnet-4-5")
                completion(model=config.model, messages=[])
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5")


def test_a_named_tuple_counts_with_its_fields(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from typing import NamedTuple

                from litellm import completion


                class Choice(NamedTuple):
                    vendor: str
                    model: str = "claude-sonnet-4-5"


                CHOICE = Choice("anthropic")
                completion(model=f"{CHOICE.vendor}/{CHOICE.model}", messages=[])
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5")


def test_a_namespace_counts_with_its_fields(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from types import SimpleNamespace

                from litellm import completion

                config = SimpleNamespace(model="claude-sonnet-4-5", timeout=30)
                completion(model=config.model, messages=[])
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5")


@pytest.mark.parametrize(
    ("base", "written"),
    [
        ("str, Enum", "Model.SMART"),
        ("str, Enum", "Model.SMART.value"),
        ("StrEnum", "Model.SMART"),
        ("Enum", "Model.SMART.value"),
        ("Enum", 'Model["SMART"].value'),
        ("StrEnum", 'Model("claude-sonnet-4-5")'),
    ],
)
def test_a_member_of_an_enumeration_stands_for_its_text(
    audit_tree: AuditTree, base: str, written: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                from enum import Enum, StrEnum

                from litellm import completion


                class Model({base}):
                    FAST = "gpt-4o-mini"
                    SMART = "claude-sonnet-4-5"


                completion(model={written}, messages=[])
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5")


def test_a_class_attribute_is_read_through_the_object_and_its_subclasses(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from flask import Flask
                from litellm import completion

                app = Flask(__name__)


                class Writer:
                    MODEL = "gpt-4o"

                    def write(self):
                        return completion(model=self.MODEL, messages=[])


                class Poet(Writer):
                    MODEL = "claude-sonnet-4-5"

                    def rhyme(self):
                        return completion(model=self.MODEL, messages=[])


                @app.get("/prose")
                def prose():
                    return Writer().write()


                @app.get("/poem")
                def poem():
                    return Poet().rhyme()
            """
        }
    )
    assert targets(report) == {
        "app.py:11": openai("gpt-4o"),
        "app.py:18": anthropic("claude-sonnet-4-5"),
    }


def test_constants_grouped_in_nested_classes_are_read(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion


                class Config:
                    class Llm:
                        MODEL = "claude-sonnet-4-5"


                completion(model=Config.Llm.MODEL, messages=[])
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5")
