"""A value that the environment or the settings give counts with its default."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree, Target, anthropic, only, openai, reasons, target


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


def test_a_field_without_a_default_is_open_where_the_environment_fills_it(
    audit_tree: AuditTree,
) -> None:
    report = audit_tree(
        {
            "app.py": """
                import openai
                from pydantic_settings import BaseSettings


                class Settings(BaseSettings):
                    image_key: str | None = None
                    drawing: bool = False


                settings = Settings()


                def draw(text):
                    if settings.image_key is None:
                        raise RuntimeError("no key")
                    if not settings.drawing:
                        return None
                    return openai.OpenAI().images.generate(model="gpt-image-1", prompt=text)
            """
        }
    )
    assert [target(call) for call in report.calls] == [openai("gpt-image-1")]
