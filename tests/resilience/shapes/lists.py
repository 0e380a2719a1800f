import os

import litellm

from clients import ask_claude, ask_openai, claude_client, openai_client
from openai import OpenAI

FALLBACKS = {"first": [ask_claude], "second": [ask_claude, ask_openai]}
NAMES = ["openai", "anthropic"]


def gpt(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def claude(text):
    return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


class Provider:
    def __init__(self, name, ask, key):
        self.name, self.ask, self.key = name, ask, key


PROVIDERS = [
    Provider("openai", gpt, os.getenv("OPENAI_API_KEY")),
    Provider("anthropic", claude, os.getenv("ANTHROPIC_API_KEY")),
]


def those_with_a_key(text):
    usable = [p for p in PROVIDERS if p.key]
    for provider in sorted(usable, key=lambda p: p.name):
        try:
            return provider.ask(text)
        except Exception:
            continue
    raise RuntimeError("nobody answers")


def gpt_of_a_chain(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4.1", messages=[text])


def a_chain_by_name(text, name):
    for ask in [gpt_of_a_chain] + FALLBACKS.get(name, [ask_claude]):
        try:
            return ask(text)
        except Exception:
            continue
    raise RuntimeError("nobody answers")


def with_each_key(text):
    for key in os.environ["OPENAI_API_KEYS"].split(","):
        try:
            # expect: verdict=same-vendor
            return OpenAI(api_key=key).chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            continue
    raise RuntimeError("nobody answers")


def gpt_alone(text):
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-4.1-mini", messages=[text])


def one_name_or_the_other(text):
    for name in NAMES:
        if name == "openai":
            return gpt_alone(text)
    return ask_claude(text)


MODELS = {"openai": "openai/gpt-4o", "claude": "anthropic/claude-sonnet-4-5", "google": "gemini/gemini-2.5-pro"}
CHAINS = {"openai": ["claude", "google"], "claude": ["openai", "google"], "google": ["openai", "claude"]}


def whoever_is_first(text, chosen):
    for name in [chosen] + CHAINS.get(chosen, ["openai", "claude"]):
        try:
            # expect: verdict=cross-vendor
            return litellm.completion(model=MODELS[name], messages=[text])
        except Exception:
            continue
    raise RuntimeError("nobody answers")


def whoever_is_chosen(text, chosen):
    try:
        # expect: verdict=manual-switch
        return litellm.completion(model=MODELS[chosen], messages=[text, text])
    except Exception:
        raise RuntimeError("nobody answers")
