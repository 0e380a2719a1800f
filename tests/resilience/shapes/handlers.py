import logging

import anthropic
import openai
from clients import ask_claude, ask_openai, claude_client, openai_client

log = logging.getLogger(__name__)


def plain(text):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def answer_after_the_try(text):
    reply = None
    try:
        # expect: verdict=cross-vendor
        reply = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except openai.OpenAIError as error:
        log.warning("primary failed: %s", error)
    if reply is None:
        reply = claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])
    return reply


def rate_limit_only(text):
    try:
        # expect: verdict=none leaks=connect,timeout,5xx,529
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except openai.RateLimitError:
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def types_of_the_other_library(text):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except anthropic.APIError:
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def raised_again(text):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        log.exception("failed")
        raise
        return ask_claude(text)


def narrow_handler_raises_first(text):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except openai.APIConnectionError:
        raise
    except Exception:
        return ask_claude(text)


def nested(text):
    try:
        try:
            # expect: verdict=cross-vendor
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except openai.RateLimitError:
            return openai_client.chat.completions.create(model="gpt-4o-mini", messages=[text])
    except Exception:
        return ask_claude(text)


def in_else(text):
    try:
        log.info("start")
    except Exception:
        return ask_claude(text)
    else:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def before_the_try(text):
    # expect: verdict=none
    reply = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    try:
        return reply.choices[0].message.content
    except Exception:
        return ask_claude(text)


def swallows(text):
    try:
        # expect: verdict=degraded
        return openai_client.chat.completions.create(model="gpt-4o-2024-11-20", messages=[text])
    except Exception:
        return "Sorry, I cannot answer."


def handler_of_a_callee_that_swallows(text):
    try:
        return swallows(text)
    except Exception:
        return ask_claude(text)


def gives_nothing(text):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4.1", messages=[text])
    except Exception as error:
        log.warning("failed: %s", error)
        return None


def asks_when_nothing_came(text):
    reply = gives_nothing(text)
    if not reply:
        reply = ask_claude(text)
    return reply


def apologises(text):
    try:
        # expect: verdict=degraded
        return openai_client.chat.completions.create(model="gpt-4.1-mini", messages=[text])
    except Exception:
        return "Sorry."


def asks_when_an_apology_came(text):
    reply = apologises(text)
    if not reply:
        reply = ask_claude(text)
    return reply


def gives_nothing_either(text):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4.1-nano", messages=[text])
    except Exception:
        return None


def one_or_the_other(text):
    return gives_nothing_either(text) or ask_claude(text)


def tests_something_else(text, mode):
    reply = None
    try:
        # expect: verdict=degraded
        reply = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        log.warning("failed")
    if mode is None:
        reply = ask_claude(text)
    return reply


def crashes_before(text):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception as error:
        raise RuntimeError("no answer") from error
        return ask_claude(text)


USE_FALLBACK = False


def switched_off(text):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        if USE_FALLBACK:
            return ask_claude(text)
        raise


def by_status(text):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except openai.APIStatusError as error:
        if error.status_code == 429:
            return ask_claude(text)
        raise


def by_any_status(text):
    try:
        # expect: verdict=none leaks=connect,timeout
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except openai.APIStatusError:
        return ask_claude(text)


class Overloaded(Exception):
    pass


def translates(text):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except openai.OpenAIError as error:
        raise Overloaded from error


def uses_the_translation(text):
    try:
        return translates(text)
    except Overloaded:
        return ask_claude(text)


def translates_some(text):
    try:
        # expect: verdict=none leaks=connect,timeout,5xx,529
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except openai.RateLimitError as error:
        raise Overloaded from error


def uses_the_partial_translation(text):
    try:
        return translates_some(text)
    except Overloaded:
        return ask_claude(text)


def wrong_model(text):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        return claude_client.messages.create(model="gpt-4o", max_tokens=9, messages=[text])


def same_vendor(text):
    try:
        # expect: verdict=same-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        return openai_client.chat.completions.create(model="gpt-4o-mini", messages=[text])


def same_vendor_then_other(text):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        try:
            return openai_client.chat.completions.create(model="gpt-4o-mini", messages=[text])
        except Exception:
            return ask_claude(text)


def other_then_apology(text):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        try:
            return ask_claude(text)
        except Exception:
            return "Sorry."


def flag(text):
    failed = False
    try:
        # expect: verdict=cross-vendor
        reply = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        failed = True
    if failed:
        reply = ask_claude(text)
    return reply


def pair(text):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text]), None
    except Exception as error:
        return None, error


def asks_on_error(text):
    reply, error = pair(text)
    if error is not None:
        reply = ask_claude(text)
    return reply


def ask_the_other_and_raise_all_the_same(text):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        # expect: verdict=none
        claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])
        raise


def the_handler_uses_a_name_of_the_body(text):
    try:
        question = [text]
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=question)
    except Exception:
        log.warning("nobody answered %s", question)
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])
