"""A model's name, or a URL, is worked out however the code spells it."""

from __future__ import annotations

import pytest

from tests.linker.reading import (
    AuditTree,
    Target,
    anthropic,
    asks,
    only,
    openai,
    reasons,
    target,
    targets,
    wrappers,
)

GPT_OR_CLAUDE = Target(
    ("anthropic", "openai"),
    ("anthropic-api", "openai-api"),
    ("claude-sonnet-4-5", "gpt-4o"),
    True,
)


def test_a_constant_of_another_module_names_the_model(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "config.py": 'WRITER_MODEL = "gpt-4o"',
            "app.py": """
                import config
                from config import WRITER_MODEL
                from openai import OpenAI

                client = OpenAI()
                client.responses.create(model=WRITER_MODEL, input="one")
                client.responses.create(model=config.WRITER_MODEL, input="two")
            """,
        }
    )
    assert targets(report) == {"app.py:6": openai("gpt-4o"), "app.py:7": openai("gpt-4o")}


def test_the_line_of_the_constant_is_given_as_evidence(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "config.py": """
                # which model writes
                WRITER_MODEL = "claude-sonnet-4-5"
            """,
            "app.py": """
                import litellm
                from config import WRITER_MODEL

                litellm.completion(model=WRITER_MODEL, messages=[])
            """,
        }
    )
    (call,) = report.calls
    assert ("config.py", 2) in {(line.path, line.line) for line in call.evidence}


@pytest.mark.parametrize(
    "written",
    [
        'f"claude-{TIER}-4-5"',
        '"claude-%s-4-5" % TIER',
        '"claude-%s-%d-5" % (TIER, 4)',
        '"claude-%(tier)s-4-5" % {"tier": TIER}',
        '"claude-{}-4-5".format(TIER)',
        '"claude-{tier}-{number}-5".format(tier=TIER, number=4)',
        '"claude-{0}-4-5".format(TIER)',
        '"claude-" + TIER + "-4-5"',
        '"-".join(["claude", TIER, "4-5"])',
        '("claude-" "{}-4-5").format(TIER)',
        'f"anthropic/claude-{TIER}-4-5".removeprefix("anthropic/")',
        '"anthropic/claude-sonnet-4-5".split("/")[1]',
        '"CLAUDE-SONNET-4-5".lower()',
        'str("claude-sonnet-4-5")',
        '"claude-TIER-4-5".replace("TIER", TIER)',
    ],
)
def test_text_put_together_from_parts_is_one_name(audit_tree: AuditTree, written: str) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                from litellm import completion

                TIER = "sonnet"
                completion(model={written}, messages=[])
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5")


def test_a_prefix_in_front_of_an_unknown_rest_still_tells_the_vendor(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion


                def ask(size: str):
                    return completion(model=f"anthropic/claude-{size}", messages=[])
            """
        }
    )
    assert only(report) == anthropic(dynamic=True)


@pytest.mark.parametrize(
    "written",
    [
        'os.getenv("MODEL", "claude-sonnet-4-5")',
        'os.environ.get("MODEL", "claude-sonnet-4-5")',
        'os.getenv("MODEL") or "claude-sonnet-4-5"',
        'os.environ.get("MODEL") or os.environ.get("OLD_MODEL") or "claude-sonnet-4-5"',
        'os.getenv("MODEL", DEFAULT)',
        'os.environ["MODEL"] if "MODEL" in os.environ else DEFAULT',
        'os.environ.get("MODEL", "  claude-sonnet-4-5 ").strip()',
    ],
)
def test_an_environment_variable_counts_with_its_default(
    audit_tree: AuditTree, written: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                import os

                from litellm import completion

                DEFAULT = "claude-sonnet-4-5"
                completion(model={written}, messages=[])
            """
        }
    )
    found = only(report)
    assert found == anthropic("claude-sonnet-4-5", dynamic=True)


def test_an_environment_variable_without_default_leaves_the_model_open(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                import os

                from litellm import completion

                completion(model=os.environ["MODEL"], messages=[])
            """
        }
    )
    assert only(report) == Target((), (), (), True)
    assert reasons(report) == ["the model is not known"]


def test_an_open_model_does_not_hide_the_vendor_of_its_client(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import os

                from openai import OpenAI

                OpenAI().responses.create(model=os.environ["MODEL"], input="hi")
            """
        }
    )
    found = only(report)
    assert (found.vendors, found.platforms, found.models) == (("openai",), ("openai-api",), ())


def test_a_setting_counts_with_its_default(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "settings.py": """
                from pydantic_settings import BaseSettings


                class Settings(BaseSettings):
                    llm_model: str = "claude-sonnet-4-5"
                    timeout: int = 30


                settings = Settings()
            """,
            "app.py": """
                from litellm import completion

                from settings import settings

                completion(model=settings.llm_model, messages=[])
            """,
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5", dynamic=True)


@pytest.mark.parametrize(
    ("field", "config", "variable"),
    [
        ('llm_url: str = "http://localhost:11434/v1"', "", "LLM_URL"),
        (
            'url: str = "http://localhost:11434/v1"',
            'model_config = SettingsConfigDict(env_prefix="SHOP_")',
            "SHOP_URL",
        ),
        (
            'url: str = "http://localhost:11434/v1"',
            'model_config = {"env_prefix": "SHOP_"}',
            "SHOP_URL",
        ),
        (
            'url: str = Field(default="http://localhost:11434/v1")',
            'model_config = SettingsConfigDict(env_prefix="SHOP_")',
            "SHOP_URL",
        ),
        (
            'url: str = Field("http://localhost:11434/v1", validation_alias="LLM_HOST")',
            'model_config = SettingsConfigDict(env_prefix="SHOP_")',
            "LLM_HOST",
        ),
        (
            'url: str = Field("http://localhost:11434/v1", '
            'validation_alias=AliasChoices("LLM_HOST", "OLD_HOST"))',
            "",
            "LLM_HOST",
        ),
    ],
    ids=["name", "prefix", "prefix-in-a-dict", "field-with-prefix", "alias", "alias-choices"],
)
def test_a_setting_names_the_variable_that_can_change_it(
    audit_tree: AuditTree, field: str, config: str, variable: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                from openai import OpenAI
                from pydantic import AliasChoices, Field
                from pydantic_settings import BaseSettings, SettingsConfigDict


                class Settings(BaseSettings):
                    {field}
                    {config}


                settings = Settings()
                client = OpenAI(base_url=settings.{field.partition(":")[0]})
                client.chat.completions.create(model="llama3.1", messages=[])
            """
        }
    )
    (call,) = report.calls
    assert call.platforms == ("ollama",)
    assert variable in call.conditions


def test_settings_inside_settings_are_followed(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from functools import lru_cache

                from litellm import completion
                from pydantic import BaseModel, Field
                from pydantic_settings import BaseSettings


                class Llm(BaseModel):
                    model: str = "claude-sonnet-4-5"


                class Settings(BaseSettings):
                    llm: Llm = Field(default_factory=Llm)


                @lru_cache
                def get_settings() -> Settings:
                    return Settings()


                def ask(prompt):
                    return completion(model=get_settings().llm.model, messages=[prompt])
            """
        }
    )
    found = only(report)
    assert (found.vendors, found.models) == (("anthropic",), ("claude-sonnet-4-5",))


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


def test_a_parameter_counts_with_its_default_and_with_what_callers_pass(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion


                def ask(prompt, model="gpt-4o"):
                    return completion(model=model, messages=[prompt])


                if __name__ == "__main__":
                    ask("hello")
                    ask("hello", model="claude-sonnet-4-5")
            """
        }
    )
    assert targets(report) == {"app.py:5": GPT_OR_CLAUDE}


def test_a_default_that_every_caller_overrides_is_not_counted(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                DEFAULT = "gpt-4o"


                def ask(prompt, model=None):
                    return completion(model=model or DEFAULT, messages=[prompt])


                if __name__ == "__main__":
                    ask("hello", model="claude-sonnet-4-5")
            """
        }
    )
    assert targets(report) == {"app.py:7": anthropic("claude-sonnet-4-5")}


def test_a_missing_argument_falls_back_to_the_default_behind_or(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                DEFAULT = "claude-sonnet-4-5"


                def ask(prompt, model=None):
                    model = model or DEFAULT
                    return completion(model=model, messages=[prompt])


                if __name__ == "__main__":
                    ask("hello")
            """
        }
    )
    assert targets(report) == {"app.py:8": anthropic("claude-sonnet-4-5")}


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


def test_a_walrus_binds_its_name(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                MODELS = {"smart": "claude-sonnet-4-5"}


                def ask(prompt):
                    if model := MODELS.get("smart"):
                        return completion(model=model, messages=[prompt])
                    return None
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5")


def test_a_tuple_is_taken_apart_in_order(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion


                def choose():
                    return "anthropic", "claude-sonnet-4-5"


                vendor, model = choose()
                first, *rest = "claude-sonnet-4-5", "gpt-4o"
                (a, b), c = ("gpt-4o", "claude-sonnet-4-5"), 3
                completion(model=f"{vendor}/{model}", messages=[])
                completion(model=first, messages=[])
                completion(model=b, messages=[])
            """
        }
    )
    assert targets(report) == {
        f"app.py:{line}": anthropic("claude-sonnet-4-5") for line in (11, 12, 13)
    }


def test_the_rest_of_an_unpacked_list_is_kept(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                primary, *fallbacks = ["claude-sonnet-4-5", "gpt-4o"]

                for model in fallbacks:
                    completion(model=model, messages=[])
            """
        }
    )
    assert only(report) == openai("gpt-4o")


def test_pairs_are_not_mixed_with_each_other(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                CHOICES = [("anthropic", "claude-sonnet-4-5"), ("openai", "gpt-4o")]

                for vendor, model in CHOICES:
                    completion(model=f"{vendor}/{model}", messages=[])
            """
        }
    )
    (call,) = report.calls
    assert target(call) == GPT_OR_CLAUDE


def test_entries_of_a_registry_are_followed_in_a_loop(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                MODELS = {"anthropic": "claude-sonnet-4-5", "openai": "gpt-4o"}

                for vendor, model in MODELS.items():
                    completion(model=f"{vendor}/{model}", messages=[])
            """
        }
    )
    (call,) = report.calls
    assert target(call) == GPT_OR_CLAUDE


@pytest.mark.parametrize(
    "loop",
    [
        "while True:",
        "for attempt in range(3):",
        "for attempt in attempts:",
    ],
)
def test_a_model_changed_at_the_end_of_a_round_is_asked_in_the_next(
    audit_tree: AuditTree, loop: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                from litellm import completion


                def ask(prompt, attempts):
                    model = "gpt-4o"
                    {loop}
                        try:
                            return completion(model=model, messages=[prompt])
                        except Exception:
                            model = "claude-sonnet-4-5"
            """
        }
    )
    assert only(report) == GPT_OR_CLAUDE


def test_a_counter_walks_through_all_models(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                MODELS = ["gpt-4o", "claude-sonnet-4-5"]


                def ask(prompt):
                    number = 0
                    while number < len(MODELS):
                        try:
                            return completion(model=MODELS[number], messages=[prompt])
                        except Exception:
                            number += 1
                    return None
            """
        }
    )
    assert only(report) == GPT_OR_CLAUDE


@pytest.mark.parametrize(
    ("loop", "lost"),
    [
        ("while True:", "survives"),
        ("for attempt in range(3):", "survives"),
        ("for attempt in attempts:", "unknown"),
        ("while attempts.left():", "unknown"),
    ],
)
def test_the_next_round_stands_in_only_where_it_is_sure_to_come(
    audit_tree: AuditTree, loop: str, lost: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                from litellm import completion


                def ask(prompt, attempts):
                    model = "gpt-4o"
                    {loop}
                        try:
                            return completion(model=model, messages=[prompt])
                        except Exception:
                            model = "claude-sonnet-4-5"
                    raise RuntimeError
            """
        }
    )
    (flow,) = report.workflows
    assert flow.on_loss["openai"] == lost


@pytest.mark.parametrize(
    "loop",
    [
        "for turn in range(len(MODELS)):",
        "for turn in range(2):",
        "for turn, _ in enumerate(MODELS):",
    ],
)
def test_a_position_that_walks_through_all_models_tries_them_in_turn(
    audit_tree: AuditTree, loop: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                from litellm import completion

                MODELS = ["gpt-4o", "claude-sonnet-4-5"]


                def ask(prompt):
                    {loop}
                        try:
                            return completion(model=MODELS[turn], messages=[prompt])
                        except Exception:
                            continue
                    raise RuntimeError
            """
        }
    )
    assert only(report) == GPT_OR_CLAUDE
    (flow,) = report.workflows
    assert flow.on_loss["openai"] == "survives"


def test_what_an_earlier_round_switched_on_is_seen(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion


                def ask(prompts):
                    ready = False
                    for prompt in prompts:
                        if ready:
                            completion(model="gpt-4o", messages=[prompt])
                        ready = True
            """
        }
    )
    assert only(report) == openai("gpt-4o")


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


@pytest.mark.parametrize("written", ["sorted(MODELS)[0]", "list(reversed(MODELS))[0]"])
def test_a_list_put_in_another_order_is_not_read_in_the_old_one(
    audit_tree: AuditTree, written: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                from litellm import completion

                MODELS = ["gpt-4o", "claude-sonnet-4-5"]
                completion(model={written}, messages=[])
            """
        }
    )
    assert "anthropic" in only(report).vendors


def test_ten_pairs_still_tell_their_vendors(audit_tree: AuditTree) -> None:
    pairs = "".join(f'    ("openai", "gpt-4o-{number}"),\n' for number in range(9))
    report = audit_tree(
        {
            "app.py": "from litellm import completion\n\n"
            f'CHOICES = [\n{pairs}    ("anthropic", "claude-sonnet-4-5"),\n]\n\n'
            "for vendor, model in CHOICES:\n"
            '    completion(model=f"{vendor}/{model}", messages=[])\n'
        }
    )
    assert only(report).vendors == ("anthropic", "openai")


def test_a_registry_made_by_a_comprehension_is_looked_up_by_key(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from dataclasses import dataclass

                from litellm import completion


                @dataclass(frozen=True)
                class Model:
                    name: str
                    vendor: str


                ALL = [Model("gpt-4o", "openai"), Model("claude-sonnet-4-5", "anthropic")]
                BY_NAME = {model.name: model for model in ALL}


                def ask(prompt):
                    model = BY_NAME["claude-sonnet-4-5"]
                    return completion(model=f"{model.vendor}/{model.name}", messages=[prompt])
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5")


def test_names_captured_by_a_pattern_are_parts_of_the_subject(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from dataclasses import dataclass

                from litellm import completion


                @dataclass
                class Job:
                    model: str


                def ask(job):
                    match job:
                        case Job(model=model):
                            return completion(model=model, messages=[])
                        case {"model": model}:
                            return completion(model=model, messages=[])
                        case [model, *_]:
                            return completion(model=model, messages=[])


                if __name__ == "__main__":
                    ask(Job("gpt-4o"))
                    ask({"model": "claude-sonnet-4-5"})
                    ask(["gpt-4o-mini", 3])
            """
        }
    )
    found = targets(report)
    assert "gpt-4o" in found["app.py:14"].models
    assert "claude-sonnet-4-5" in found["app.py:16"].models
    assert "gpt-4o-mini" in found["app.py:18"].models


def test_an_alias_of_a_library_s_function_is_that_function(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "llm.py": """
                import litellm

                completion = litellm.completion
                embed = getattr(litellm, "embedding")
            """,
            "app.py": """
                from llm import completion, embed

                completion(model="claude-sonnet-4-5", messages=[])
                embed(model="text-embedding-3-small", input=["x"])
            """,
        }
    )
    assert targets(report) == {
        "app.py:3": anthropic("claude-sonnet-4-5"),
        "app.py:4": openai("text-embedding-3-small"),
    }


def test_a_partial_call_keeps_its_model(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from functools import partial

                import litellm

                ask = partial(litellm.completion, model="claude-sonnet-4-5", temperature=0)


                def answer(prompt):
                    return ask(messages=[prompt])
            """
        }
    )
    assert targets(report) == {"app.py:9": anthropic("claude-sonnet-4-5")}


@pytest.mark.parametrize(
    "built",
    [
        'options = {"model": "claude-sonnet-4-5", "messages": []}',
        'options = dict(model="claude-sonnet-4-5", messages=[])',
        'options = {"messages": []}; options["model"] = "claude-sonnet-4-5"',
        'options = {"messages": []}; options.update(model="claude-sonnet-4-5")',
        'options = {"messages": []}; options.update({"model": "claude-sonnet-4-5"})',
        'options = {"messages": []}; options.setdefault("model", "claude-sonnet-4-5")',
        'options = {"messages": []}; options |= {"model": "claude-sonnet-4-5"}',
        'options = {**DEFAULTS, "model": "claude-sonnet-4-5"}',
        'options = DEFAULTS | {"model": "claude-sonnet-4-5"}',
        'options = dict(DEFAULTS, model="claude-sonnet-4-5")',
        'options = DEFAULTS.copy(); options["model"] = "claude-sonnet-4-5"',
        'options = {k: v for k, v in [("model", "claude-sonnet-4-5"), ("messages", [])]}',
        'options = dict(zip(["model", "messages"], ["claude-sonnet-4-5", []]))',
    ],
)
def test_arguments_gathered_in_a_dictionary_reach_the_call(
    audit_tree: AuditTree, built: str
) -> None:
    report = audit_tree(
        {
            "app.py": f"""
                from litellm import completion

                DEFAULTS = {{"model": "gpt-4o", "messages": []}}


                def ask():
                    {built}
                    return completion(**options)
            """
        }
    )
    assert only(report) == anthropic("claude-sonnet-4-5")


def test_arguments_passed_through_a_function_reach_the_call(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion


                def ask(*args, **options):
                    options.setdefault("temperature", 0)
                    return completion(*args, **options)


                if __name__ == "__main__":
                    ask("claude-sonnet-4-5", messages=[])
                    ask(model="gpt-4o", messages=[])
            """
        }
    )
    assert targets(report)["app.py:6"] == GPT_OR_CLAUDE


def test_a_model_read_from_a_file_is_open_and_says_so(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                import yaml
                from litellm import completion

                config = yaml.safe_load(open("config.yaml"))
                completion(model=config["llm"]["model"], messages=[])
            """
        }
    )
    assert only(report) == Target((), (), (), True)
    assert reasons(report) == ["the model is not known"]


def test_a_model_set_by_another_function_through_a_global_is_followed(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                model = None


                def configure():
                    global model
                    model = "claude-sonnet-4-5"


                def ask(prompt):
                    return completion(model=model, messages=[prompt])


                if __name__ == "__main__":
                    configure()
                    ask("hello")
            """
        }
    )
    assert only(report).models == ("claude-sonnet-4-5",)


@pytest.mark.parametrize(
    ("imports", "written"),
    [
        ("from decouple import config", 'config("MODEL", default="claude-sonnet-4-5")'),
        (
            "import environ\nenv = environ.Env()",
            'env("MODEL", default="claude-sonnet-4-5")',
        ),
        (
            "import environ\nenv = environ.Env()",
            'env.str("MODEL", default="claude-sonnet-4-5")',
        ),
    ],
    ids=["decouple", "environ", "environ-str"],
)
def test_libraries_that_read_the_environment_count_with_their_default(
    audit_tree: AuditTree, imports: str, written: str
) -> None:
    head = f"from litellm import completion\n{imports}\n"
    source = f"{head}completion(model={written}, messages=[])\n"
    found = only(audit_tree({"app.py": source}))
    assert (found.vendors, found.models) == (("anthropic",), ("claude-sonnet-4-5",))


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


def test_django_settings_are_read_from_the_settings_module(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "manage.py": """
                import os

                os.environ.setdefault("DJANGO_SETTINGS_MODULE", "desk.settings")
            """,
            "desk/__init__.py": "",
            "desk/settings.py": """
                INSTALLED_APPS = ["desk"]
                LLM_MODEL = "claude-sonnet-4-5"
            """,
            "desk/views.py": """
                from django.conf import settings
                from litellm import completion


                def ask(request):
                    return completion(model=settings.LLM_MODEL, messages=[])
            """,
        }
    )
    found = only(report)
    assert (found.vendors, found.models) == (("anthropic",), ("claude-sonnet-4-5",))


def test_a_value_handed_through_three_functions_is_decided_where_it_is_written(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion


                def send(model, prompt):
                    return completion(model=model, messages=[prompt])


                def with_log(model, prompt):
                    print(model)
                    return send(model, prompt)


                def summarise(text):
                    return with_log("claude-sonnet-4-5", text)


                def label(text):
                    return with_log("gpt-4o", text)
            """
        }
    )
    assert targets(report) == {"app.py:5": GPT_OR_CLAUDE}
    assert wrappers(report) == {
        "app.py:14": anthropic("claude-sonnet-4-5"),
        "app.py:18": openai("gpt-4o"),
    }


def test_models_of_other_vendors_are_told_by_their_prefix(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                completion(model="gemini/gemini-2.5-flash", messages=[])
                completion(model="bedrock/anthropic.claude-3-5-sonnet-20240620-v1:0", messages=[])
            """
        }
    )
    found = targets(report)
    assert found["app.py:3"] == asks("google", "google-ai-studio", "gemini-2.5-flash")
    assert found["app.py:4"].vendors == ("anthropic",)
    assert found["app.py:4"].platforms == ("aws-bedrock",)


def test_equal_numbers_of_two_types_are_told_apart(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app.py": """
                from litellm import completion

                PAUSE = 3.0


                def ask(prompt):
                    model = "gpt-4o"
                    for attempt in range(3):
                        try:
                            return completion(model=model, messages=[prompt])
                        except Exception:
                            model = "claude-sonnet-4-5"
                    raise RuntimeError
            """
        }
    )
    (flow,) = report.workflows
    assert flow.on_loss["openai"] == "survives"
