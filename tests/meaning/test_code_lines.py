"""Lines of code that are configuration: names of settings, addresses, switches."""

from __future__ import annotations

from tests.linker.conftest import audit_tree
from tests.linker.reading import AuditTree

__all__ = ["audit_tree"]

SETTINGS = """
import boto3
import os
from openai import OpenAI

CONF_FALLBACK_PROVIDER = "fallback_provider"
CONF_CUSTOM_OPENAI_ENDPOINT = "custom_openai_endpoint"
CONF_API_KEY = "api_key"
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
CONF_API_KEY_HELP = "api_key"
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
        (7, "credential", None),
        (8, "credential", "openai-api"),
        (9, "model", "azure-openai"),
        (10, "gateway-route", "openai-api"),
        (13, "endpoint", "openrouter"),
        (16, "endpoint", "azure-openai"),
        (19, "endpoint", "aws-bedrock"),
    }


def test_what_only_sounds_like_it_does_not(audit_tree: AuditTree) -> None:
    assert audit_tree({"app.py": LOOK_ALIKES}).configs == ()


OFFERS = """
from enum import Enum

MODELS = {"fast": "gpt-4o-mini", "good": "anthropic/claude-sonnet-4-5"}
CHOICES = ["gemini-2.5-pro", "gemini-2.5-flash"]
LIMITS = {"gpt-4o": 128000, "gpt-4.1": 1000000}


class Model(Enum):
    GPT_4O = "gpt-4o"
    LOCAL_LLAMA_3 = "llama-3"
    GREETING = "hello-4-you"


ONE = ["gpt-4o", "a word", "step-2"]
"""
ENV_SCHEMA = """
import OpenAI from "openai";
import { z } from "zod";

export const schema = z.object({ OPENAI_API_KEY: z.string().optional(), OTHER_NAME: z.string() });
"""


def test_models_that_code_offers_count_and_tables_of_limits_do_not(audit_tree: AuditTree) -> None:
    configs = audit_tree({"app.py": "import openai" + OFFERS}).configs
    assert sorted(c.line for c in configs if c.what == "model") == [4, 5, 10, 11]


def test_a_schema_of_the_environment_declares_its_variables(audit_tree: AuditTree) -> None:
    configs = audit_tree({"env.ts": ENV_SCHEMA}).configs
    assert [(c.line, c.what, c.platform) for c in configs] == [(4, "credential", "openai-api")]


SCRIPT = """#!/bin/sh
export TF_VAR_openai_api_key=$SECRET
echo "no OPENAI_API_KEY here"
CHAT_MODEL=gpt-4o
cat > .env <<EOF
ANTHROPIC_API_KEY=changeme
EOF
"""
WORKFLOW = """on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - run: |
          echo "deploying"
          echo "TF_VAR_gemini_key=${{ secrets.GEMINI_API_KEY }}" >> $GITHUB_ENV
"""
VALUES = """extraSettings:
  - name: RAG_EMBEDDING_MODEL
    value: text-embedding-3-large
  - name: REDIS_URL
    value: redis://cache
endpoints:
  models:
    default: ['mistral-tiny', 'gpt-4o']
"""


def test_scripts_and_lists_of_variables_say_what_they_set(audit_tree: AuditTree) -> None:
    tree = {
        "deploy.sh": SCRIPT,
        ".github/workflows/deploy.yml": WORKFLOW,
        "chart/values.yaml": VALUES,
    }
    assert {(c.path, c.line, c.what, c.platform) for c in audit_tree(tree).configs} == {
        ("deploy.sh", 2, "credential", "openai-api"),
        ("deploy.sh", 4, "model", "openai-api"),
        ("deploy.sh", 6, "credential", "anthropic-api"),
        (".github/workflows/deploy.yml", 8, "credential", "google-ai-studio"),
        ("chart/values.yaml", 3, "model", "openai-api"),
        ("chart/values.yaml", 8, "model", "mistral-api"),
    }


def test_a_template_of_settings_is_read_though_git_ignores_the_real_ones(
    audit_tree: AuditTree,
) -> None:
    tree = {
        ".gitignore": ".env*\n",
        ".env.example": "OPENAI_API_KEY=\n",
        ".env": "GROQ_API_KEY=x\n",
    }
    assert [(c.path, c.platform) for c in audit_tree(tree).configs] == [
        (".env.example", "openai-api")
    ]


def test_models_between_which_a_switch_decides_count(audit_tree: AuditTree) -> None:
    source = """import OpenAI from "openai";
export function size(model: string) {
  switch (model) {
    case "gpt-4o":
      return 1;
    case "claude-sonnet-4-5":
      return 2;
    case "other-1":
      return 3;
  }
}
"""
    configs = audit_tree({"a.ts": source}).configs
    assert sorted(c.line for c in configs if c.what == "model") == [4, 6]


def test_an_address_with_a_port_that_few_servers_have_counts(audit_tree: AuditTree) -> None:
    source = 'import openai\n\nbase_url = "http://localhost:11434"\nother_url = "http://localhost:8000"\n'
    configs = audit_tree({"app.py": source}).configs
    assert [(c.line, c.platform) for c in configs] == [(3, "ollama")]


OPTIONS = """
import argparse
import click
import voluptuous as vol
from openai import OpenAI

parser = argparse.ArgumentParser()
parser.add_argument("--model", default="gpt-4o", help="which one")
parser.add_argument("--title", default="gpt-4o")

@click.option("-m", "--chat-model", default="claude-sonnet-4-5")
def run(chat_model): ...

SCHEMA = vol.Required(CONF_MODEL, default="tts-1")
"""
SCREEN = """
import OpenAI from "openai";
export const add = (y) => y.option("modelString", { default: "openai:gpt-4.1-mini" });
export const flag = { name: "model", default: "gpt-4o", title: "gpt-4o-mini" };
export function Screen() {
  const [model, setModel] = useState("gemini-2.5-flash");
  const [title, setTitle] = useState("gemini-2.5-flash");
  return model;
}
"""


def test_the_default_of_an_option_for_a_model_counts(audit_tree: AuditTree) -> None:
    report = audit_tree({"app.py": OPTIONS, "screen.ts": SCREEN})
    assert sorted((c.path, c.line, c.what, c.vendor or "") for c in report.configs) == [
        ("app.py", 7, "model", "openai"),
        ("app.py", 10, "model", "anthropic"),
        ("app.py", 13, "model", "openai"),
        ("screen.ts", 2, "model", "openai"),
        ("screen.ts", 3, "model", "openai"),
        ("screen.ts", 5, "model", "google"),
    ]


COMPOSE = """
services:
  app:
    environment:
      LLM_MODEL: ${LLM_MODEL:-gpt-4o-mini}
      OPENAI_BASE_URL: ${OPENAI_BASE_URL:-https://api.groq.com/openai/v1}
      OPENAI_API_KEY: ${OPENAI_API_KEY:?}
"""


def test_a_template_is_read_as_what_it_becomes_with_the_values_it_ships(
    audit_tree: AuditTree,
) -> None:
    models = 'chat_models = [\n  { name = "gpt-4.1", capacity = 50 },\n]\nllm = local.gpt_4_block\n'
    report = audit_tree({"compose.yaml.example": COMPOSE, "dev.tfvars.sample": models})
    assert sorted((c.path, c.line, c.what, c.platform, c.model) for c in report.configs) == [
        ("compose.yaml.example", 4, "model", "openai-api", "gpt-4o-mini"),
        ("compose.yaml.example", 5, "endpoint", "groq", None),
        ("compose.yaml.example", 6, "credential", "openai-api", None),
        ("dev.tfvars.sample", 2, "model", "openai-api", "gpt-4.1"),
    ]


KEYED = """
models:
  acme/gpt-4o: {temperature: 1}
  helper: {temperature: 2}
prices:
  models:
    gpt-4o: {input_cost_per_token: 1}
env:
  - name: OPENAI_API_KEYS
"""


def test_models_as_keys_count_and_rows_of_prices_do_not(audit_tree: AuditTree) -> None:
    report = audit_tree({"config.yaml": KEYED})
    assert sorted((c.line, c.what, c.model) for c in report.configs) == [
        (2, "model", "acme/gpt-4o"),
        (8, "credential", None),
    ]


def test_a_long_list_of_models_leaves_the_rest_of_the_settings(audit_tree: AuditTree) -> None:
    rows = "".join(f"    - openai/gpt-4o-{n}\n" for n in range(400))
    settings = "api: https://openrouter.ai/api/v1/chat/completions\nkey: ${OPENROUTER_KEY}\n"
    report = audit_tree({"config.yaml": f"{settings}models:\n  default:\n{rows}"})
    assert sorted((c.line, c.what, c.platform) for c in report.configs) == [
        (1, "endpoint", "openrouter"),
        (2, "credential", "openrouter"),
    ]


CHOICES = """
import OpenAI from "openai";

export const chatModels: Model[] = [
  { id: "gpt-4o", label: "The large one", apiIdentifier: "gpt-4o" },
  { id: "fast", label: "The small one" },
] as const;
export const modelPrices = [{ id: "gpt-4.1", inputCost: 2 }];
export const people = [{ id: "gpt-4o-mini" }];
export const MODELS = {
  "gpt-4o-mini": { label: "The small one" },
  "gpt-4.1": { contextWindow: 1000000 },
};
"""
ASKED_FOR = """
import openai

model = prompt("Which one?", completer=words(models), style=style(), default="gpt-4o-mini")
title = prompt("Which one?", completer=words(models), style=style(), default="gpt-4o")
"""


def test_records_of_a_list_of_models_count_and_prices_do_not(audit_tree: AuditTree) -> None:
    configs = audit_tree({"models.ts": CHOICES, "ask.py": ASKED_FOR}).configs
    assert sorted((c.path, c.line) for c in configs if c.what == "model") == [
        ("ask.py", 3),
        ("models.ts", 4),
        ("models.ts", 10),
    ]


RECORDS = """
package data

import openai "github.com/sashabaranov/go-openai"

var client = openai.NewClient("")

type Model struct {
	ID    string
	Label string
}

type Limit struct{ ID string }

var Models = []Model{
	{ID: "gpt-4o", Label: "The large one"},
	{ID: "fast"},
}
var Limits = []Limit{{ID: "gpt-4.1"}}
"""
CATALOGUE = """
import dataclasses

import openai

CONF_CHAT_MODEL = "chat_model"
DEFAULT = {CONF_CHAT_MODEL: "claude-haiku-4-5", CONF_TITLE: "claude-opus-4-5"}
SMALL = Model(vendor="acme", friendly_name="small one", official_name="gpt-4o-mini")
PRICED = Model(official_name="gpt-4.1", input_price=2)
PERSON = Person(name="gpt-4o")
"""


def test_records_called_models_and_defaults_under_constants_count(audit_tree: AuditTree) -> None:
    configs = audit_tree({"data.go": RECORDS, "models.py": CATALOGUE}).configs
    assert sorted((c.path, c.line, c.model) for c in configs if c.what == "model") == [
        ("data.go", 15, "gpt-4o"),
        ("models.py", 6, "claude-haiku-4-5"),
        ("models.py", 7, "gpt-4o-mini"),
    ]


CONSTANTS = """
package main

import (
	"strings"

	"github.com/anthropics/anthropic-sdk-go"
	oai "github.com/openai/openai-go/v2"
)

const chatModel = oai.ChatModelGPT4o

var spare = anthropic.ModelClaude3_5HaikuLatest

var client = oai.NewClient()

func upper(model string, shared other) string {
	return strings.ToUpper(model) + shared.ChatModelGPT4o
}
"""


def test_a_constant_of_a_library_names_its_model(audit_tree: AuditTree) -> None:
    found = {(c.line, c.what, c.model) for c in audit_tree({"main.go": CONSTANTS}).configs}
    assert found == {(10, "model", "gpt-4o"), (12, "model", "claude-3-5-haiku-latest")}


AMONG = """
from openai import OpenAI
from speech import SpeechModel, Provider
import acme, openai_like

DEFAULT_MODEL_OPENAI = "gpt-4o"
MODEL_NAME_LENGTH = 40
MODEL_2_TITLE = "the 2nd model"
providers = [
    Provider("Groq", "https://api.groq.com/openai",
             [SpeechModel("whisper-large-v3", 3)]),
]
makers = {"acme": acme.make, "openai": openai_like.NewProvider, "anthropic": anthropic.NewProvider}

def limit(model, url):
    if model == "gpt-4-turbo" or url == "https://api.openai.com/v1":
        return 1
    return 2 if model == "other-2" or model != "gpt-4" else 3
"""


def test_models_and_addresses_that_a_program_chooses_among_count(audit_tree: AuditTree) -> None:
    found = {(c.line, c.what, c.model) for c in audit_tree({"app.py": AMONG}).configs}
    assert found == {
        (5, "model", "gpt-4o"),
        (9, "endpoint", None),
        (9, "gateway-route", None),
        (10, "model", "whisper-large-v3"),
        (12, "gateway-route", None),
        (15, "model", "gpt-4-turbo"),
        (15, "endpoint", None),
    }


MAKERS = """
import { openai } from "@ai-sdk/openai";
import { anthropic as claude } from "@ai-sdk/anthropic";
import { paint } from "./paint";

export const models = {
  fast: () => openai("gpt-4o-mini"),
  good: () => claude("claude-3-7-sonnet-latest"),
  blue: () => paint("gpt-4o-mini"),
};
"""


def test_a_model_that_a_library_is_told_by_its_id_counts(audit_tree: AuditTree) -> None:
    report = audit_tree({"package.json": "{}", "models.ts": MAKERS})
    found = {(c.line, c.what, c.model) for c in report.configs}
    assert found == {(6, "model", "gpt-4o-mini"), (7, "model", "claude-3-7-sonnet-latest")}
