import json
import os

import anthropic
import openai
from anthropic import Anthropic
from clients import ask_claude, ask_openai, claude_client, openai_client
from openai import OpenAI
from pydantic import ValidationError

spare_client = OpenAI(api_key=os.environ["SECOND_OPENAI_KEY"])
groq = OpenAI(base_url="https://api.groq.com/openai/v1", api_key=os.environ["GROQ_API_KEY"])
together = OpenAI(base_url="https://api.together.xyz/v1", api_key=os.environ["TOGETHER_API_KEY"])
router = OpenAI(base_url="https://openrouter.ai/api/v1", api_key=os.environ["OPENROUTER_API_KEY"])
proxied = OpenAI(base_url="https://api.openai.com/v1", api_key=os.environ["OPENAI_API_KEY"])


def second_key(text):
    try:
        # expect: verdict=same-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        return spare_client.chat.completions.create(model="gpt-4o", messages=[text])


def other_host_same_weights(text):
    try:
        # expect: verdict=same-vendor-other-platform
        return groq.chat.completions.create(model="llama-3.3-70b-versatile", messages=[text])
    except Exception:
        return together.chat.completions.create(model="meta-llama/Llama-3.3-70B-Instruct-Turbo", messages=[text])


def one_gateway(text):
    try:
        # expect: verdict=gateway-spof
        return router.chat.completions.create(model="openai/gpt-4o", messages=[text])
    except Exception:
        return router.chat.completions.create(model="anthropic/claude-sonnet-4.5", messages=[text])


def wrong_name(text, model="gpt-4o"):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model=model, messages=[text])
    except Exception:
        return claude_client.messages.create(model=model, max_tokens=9, messages=[text])


def only_validation(text):
    try:
        # expect: verdict=none
        reply = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        return json.loads(reply.choices[0].message.content)
    except (ValidationError, json.JSONDecodeError, KeyError):
        return ask_claude(text)


def empty_list(text):
    fallbacks = []
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        for ask in fallbacks:
            return ask(text)
        raise


def default_none(text, fallback=None):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4.1", messages=[text])
    except Exception:
        if fallback is not None:
            return fallback(text)
        raise


def caller(text):
    return default_none(text)


def out_of_scope(text):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        return backup_client.responses.create(model="grok-4", input=text)  # noqa: F821


def only_a_comment(text):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        # return ask_claude(text)
        raise


def never_called(text):
    try:
        # expect: verdict=degraded
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        fallback = ask_claude  # noqa: F841
    return None


def thrown_away(text):
    try:
        # expect: verdict=degraded
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        ask_claude(text)


def must_crash_first(text):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception as error:
        raise RuntimeError("failed") from error
    return ask_claude(text)


def vectors(text):
    try:
        # expect: verdict=degraded
        return openai_client.embeddings.create(model="text-embedding-3-small", input=text)
    except Exception:
        import voyageai

        return voyageai.Client().embed([text], model="voyage-3")


def finally_asks_too(text):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    finally:
        ask_claude(text)


def host_in_disguise(text):
    try:
        # expect: verdict=same-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        return proxied.chat.completions.create(model="gpt-4o-mini", messages=[text])


async def not_awaited(text):
    client = openai.AsyncOpenAI()
    try:
        # expect: verdict=none
        return client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        return ask_claude(text)


def status_raises_all(text):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except openai.APIStatusError as error:
        if error.status_code >= 500:
            raise
        return ask_claude(text)


def other_error_decides(text):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception as error:
        if isinstance(error, anthropic.APIError):
            return ask_claude(text)
        raise


def always_raises_after(text):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        ask_claude(text)
        raise


def loop_over_one_vendor(text):
    for model in ("gpt-4o", "gpt-4o-mini", "o3"):
        try:
            # expect: verdict=same-vendor
            return openai_client.chat.completions.create(model=model, messages=[text])
        except Exception as error:
            last = error
    raise last


def waits_for_ever(text):
    attempt = 0
    while True:
        attempt += 1
        try:
            # expect: verdict=unknown
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except openai.OpenAIError:
            if attempt < 0:
                return ask_claude(text)
