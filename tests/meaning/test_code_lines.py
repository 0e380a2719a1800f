"""Lines of code that are configuration: names of settings, addresses, switches."""

from __future__ import annotations

from tests.linker.conftest import audit_tree, rules
from tests.linker.reading import AuditTree

__all__ = ["audit_tree", "rules"]

SETTINGS = """
import boto3
import os
from openai import OpenAI

CONF_FALLBACK_PROVIDER = "fallback_provider"
CONF_CUSTOM_OPENAI_ENDPOINT = "custom_openai_endpoint"
NAME = os.environ["OPENAI_ORGANIZATION_ID"]
DEPLOYMENT = os.environ["AZURE_GPT_45_TURBO_NAME"]
SWITCHES = {"USE_OPENAI": os.getenv("USE_OPENAI", "false"), "USE_REDIS": os.getenv("USE_REDIS")}

def listed(get):
    return get("https://openrouter.ai/api/v1/models")

def azure(profile):
    return OpenAI(base_url=f"{profile.place}/openai/deployments/{profile.name}")

def runtime(call):
    return call(boto3.client, "bedrock-runtime")
"""
LOOK_ALIKES = """
from openai import OpenAI

TITLE = "custom_title"
CONF_API_KEY = "api_key"
USE_CACHE = "USE_CACHE"
PAGE = "the-first-page"
BACK = f"{OpenAI}/users/list"
link = dict(baseURL=f"{BACK}/api/items")
text = "the fallback provider is asked then"
"""


def test_what_settings_are_called_counts(audit_tree: AuditTree) -> None:
    found = {(c.line, c.what, c.platform) for c in audit_tree({"app.py": SETTINGS}).configs}
    assert found == {
        (5, "fallback", None),
        (6, "endpoint", "openai-api"),
        (7, "credential", "openai-api"),
        (8, "model", "azure-openai"),
        (9, "gateway-route", "openai-api"),
        (12, "endpoint", "openrouter"),
        (15, "endpoint", "azure-openai"),
        (18, "endpoint", "aws-bedrock"),
    }


def test_what_only_sounds_like_it_does_not(audit_tree: AuditTree) -> None:
    assert audit_tree({"app.py": LOOK_ALIKES}).configs == ()
