"""Everything here looks like a way out of an outage, and is none."""

import logging
import os

import openai
import requests
from litellm import Router, completion
from tenacity import retry, stop_after_attempt

from shop.clients import claude, gpt, router

log = logging.getLogger(__name__)
FALLBACK_ENABLED = False


def quota_only(text):
    try:
        return gpt.responses.create(model="gpt-4o", input=text).output_text
    except openai.RateLimitError:
        return claude.messages.create(model="claude-sonnet-4-6", max_tokens=99, messages=[])


def name_of_the_first(text):
    model = "gpt-4o"
    try:
        return gpt.responses.create(model=model, input=text).output_text
    except Exception:
        return claude.messages.create(model=model, max_tokens=99, messages=[])


def switched_off(text):
    try:
        return gpt.responses.create(model="gpt-4o", input=text).output_text
    except Exception:
        if FALLBACK_ENABLED:
            return claude.messages.create(model="claude-sonnet-4-6", max_tokens=99, messages=[])
        raise


def apologetic(text):
    try:
        return gpt.responses.create(model="gpt-4o", input=text).output_text
    except Exception:
        return "Our assistant is having a break."


def behind_the_apology(text):
    try:
        return apologetic(text)
    except Exception:
        return claude.messages.create(model="claude-sonnet-4-6", max_tokens=99, messages=[])


@retry(stop=stop_after_attempt(5))
def stubborn(text):
    return gpt.responses.create(model="gpt-4o", input=text).output_text


def borrowed_key(text):
    return completion(
        model="gpt-4o",
        messages=[{"role": "user", "content": text}],
        api_key=os.environ["OPENAI_API_KEY"],
        fallbacks=["anthropic/claude-sonnet-4-6"],
    )


models = Router(
    model_list=[
        {"model_name": "main", "litellm_params": {"model": "gpt-4o"}},
        {"model_name": "backup", "litellm_params": {"model": "anthropic/claude-sonnet-4-6"}},
    ],
    context_window_fallbacks=[{"main": ["backup"]}],
)


def for_long_prompts_only(text):
    return models.completion(model="main", messages=[{"role": "user", "content": text}])


def one_gateway(text):
    return router.chat.completions.create(
        model="openai/gpt-4o",
        messages=[{"role": "user", "content": text}],
        extra_body={"models": ["anthropic/claude-sonnet-4.5"]},
    )


def pieces(text):
    for event in gpt.responses.create(model="gpt-4o", input=text, stream=True):
        yield event


def unread(text):
    try:
        return pieces(text)
    except Exception:
        return claude.messages.create(model="claude-sonnet-4-6", max_tokens=99, messages=[])


def status_unread(text):
    try:
        reply = requests.post(
            "https://api.openai.com/v1/responses",
            headers={"Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}"},
            json={"model": "gpt-4o", "input": text},
            timeout=20,
        )
        return reply.json()["output"]
    except requests.RequestException:
        return claude.messages.create(model="claude-sonnet-4-6", max_tokens=99, messages=[])


def embed(text):
    try:
        return gpt.embeddings.create(model="text-embedding-3-small", input=text)
    except Exception:
        return gpt.embeddings.create(model="text-embedding-3-large", input=text)


def by_setting(text):
    if os.getenv("ASSISTANT_VENDOR", "openai") == "anthropic":
        return claude.messages.create(model="claude-sonnet-4-6", max_tokens=99, messages=[])
    return gpt.responses.create(model="gpt-4o", input=text).output_text
