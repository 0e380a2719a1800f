"""Where the code chooses, all that it may choose is told, and nothing else."""

from __future__ import annotations

import pytest

from tests.linker.reading import (
    GPT_OR_CLAUDE,
    AuditTree,
    anthropic,
    only,
    openai,
    targets,
    workflows,
)


def test_a_look_up_by_a_known_key_gives_one_entry(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                MODELS = {"fast": "gpt-4o", "smart": "claude-sonnet-4-5"}
                NESTED = {"llm": {"model": "claude-sonnet-4-5"}}
                ORDER = ["gpt-4o", "claude-sonnet-4-5"]

                completion(model=MODELS["smart"], messages=[])
                completion(model=MODELS.get("smart", "gpt-4o"), messages=[])
                completion(model=NESTED["llm"]["model"], messages=[])
                completion(model=ORDER[1], messages=[])
                completion(model=ORDER[-1], messages=[])
            """
        }
    )
    assert targets(report) == {
        f"app.py:{line}": anthropic("claude-sonnet-4-5") for line in range(7, 12)
    }


def test_a_look_up_by_an_unknown_key_may_give_any_entry(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                MODELS = {"fast": "gpt-4o", "smart": "claude-sonnet-4-5"}


                def ask(tier, prompt):
                    return completion(model=MODELS[tier], messages=[prompt])
            """
        }
    )
    assert only(report) == GPT_OR_CLAUDE


@pytest.mark.parametrize(
    "chosen",
    [
        'config.get("model", "anthropic/claude-sonnet-4-5")',
        'config["llm"].get("model", "anthropic/claude-sonnet-4-5")',
        'flask.request.args.get("model", "anthropic/claude-sonnet-4-5")',
        'getattr(config, "model", "anthropic/claude-sonnet-4-5")',
    ],
)
def test_a_mapping_out_of_sight_gives_its_default_as_shipped(
    audit_tree: AuditTree, chosen: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                import flask
                from litellm import completion


                def ask(config, prompt):
                    return completion(model={chosen}, messages=[prompt])
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5", dynamic=True)


def test_a_look_up_with_a_default_may_give_that_too(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                MODELS = {"smart": "claude-sonnet-4-5"}


                def ask(tier, prompt):
                    return completion(model=MODELS.get(tier, "gpt-4o"), messages=[prompt])
            """
        }
    )
    assert only(report) == GPT_OR_CLAUDE


@pytest.mark.parametrize(
    "written",
    [
        '"gpt-4o" if cheap else "claude-sonnet-4-5"',
        '{True: "gpt-4o", False: "claude-sonnet-4-5"}[cheap]',
        '["claude-sonnet-4-5", "gpt-4o"][cheap]',
        'cheap and "gpt-4o" or "claude-sonnet-4-5"',
    ],
)
def test_a_choice_that_depends_on_the_caller_gives_both(
    audit_tree: AuditTree, written: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                from litellm import completion


                def ask(prompt, cheap):
                    return completion(model={written}, messages=[prompt])
            """
        }
    )
    assert only(report) == GPT_OR_CLAUDE


def test_an_assignment_in_a_branch_adds_to_the_one_before(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion


                def ask(prompt, cheap):
                    model = "claude-sonnet-4-5"
                    if cheap:
                        model = "gpt-4o"
                    return completion(model=model, messages=[prompt])
            """
        }
    )
    assert only(report) == GPT_OR_CLAUDE


def test_an_assignment_before_the_last_one_is_forgotten(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion


                def ask(prompt):
                    model = "gpt-4o"
                    model = "claude-sonnet-4-5"
                    return completion(model=model, messages=[prompt])
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5")


def test_each_arm_of_a_match_gives_its_own_model(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from flask import Flask
                from litellm import completion

                app = Flask(__name__)


                def model_for(tier):
                    match tier:
                        case "fast" | "cheap":
                            return "gpt-4o"
                        case "smart":
                            return "claude-sonnet-4-5"
                        case _:
                            raise ValueError(tier)


                @app.get("/quick")
                def quick():
                    return completion(model=model_for("cheap"), messages=[])


                @app.get("/deep")
                def deep():
                    return completion(model=model_for("smart"), messages=[])
            """
        }
    )
    assert targets(report) == {
        "app.py:19": openai("gpt-4o"),
        "app.py:24": anthropic("claude-sonnet-4-5"),
    }


@pytest.mark.parametrize(
    "written",
    [
        "random.choice(MODELS)",
        "random.choices(MODELS, weights=[1, 9])[0]",
        "random.sample(MODELS, 1)[0]",
        "next(TURNS)",
        "MODELS[hash(prompt) % 2]",
        "min(MODELS, key=len)",
    ],
)
def test_a_model_drawn_from_a_list_may_be_any_of_it(audit_tree: AuditTree, written: str) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                import itertools
                import random

                from litellm import completion

                MODELS = ["gpt-4o", "claude-sonnet-4-5"]
                TURNS = itertools.cycle(MODELS)


                def ask(prompt):
                    return completion(model={written}, messages=[prompt])
            """
        }
    )
    assert only(report) == GPT_OR_CLAUDE


def test_a_class_that_settings_name_is_any_class_of_its_package(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm/__init__.py": "from .claude import Claude\nfrom .gpt import Gpt\n",
            "llm/gpt.py": """
                import openai


                class Gpt:
                    def chat(self, text):
                        return openai.OpenAI().chat.completions.create(model="gpt-4o", messages=[])
            """,
            "llm/claude.py": """
                import anthropic


                class Claude:
                    def chat(self, text):
                        client = anthropic.Anthropic()
                        return client.messages.create(model="claude-sonnet-4-5", messages=[])
            """,
            "app.py": """
                import yaml


                def build(settings):
                    package = __import__("llm", fromlist=[settings["provider"]])
                    return getattr(package, settings["provider"])(**settings["config"])


                if __name__ == "__main__":
                    build(yaml.safe_load(open("settings.yaml"))).chat("hello")
            """,
        }
    )
    asked = workflows(report)["python app.py"]
    assert asked == ["llm/claude.py:7", "llm/gpt.py:6"]
