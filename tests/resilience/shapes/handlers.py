import contextlib
import logging
import sys
from contextlib import suppress

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


class NotReached(Exception):
    pass


class Refused(Exception):
    pass


def told(error):
    return NotReached(str(error))


def told_apart(error):
    if "refused" in str(error):
        return Refused(str(error))
    return NotReached(str(error))


def gpt_with_own_error(text):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception as error:
        raise told(error) from error


def a_function_makes_the_error(text):
    try:
        return gpt_with_own_error(text)
    except NotReached:
        return ask_claude(text)


def gpt_with_one_of_two_errors(text):
    try:
        # expect: verdict=unknown
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception as error:
        raise told_apart(error) from error


def one_of_two_errors_is_taken(text):
    try:
        return gpt_with_one_of_two_errors(text)
    except NotReached:
        return ask_claude(text)


def gpt_with_kept_error(text):
    kept = None
    for _ in range(3):
        try:
            # expect: verdict=cross-vendor
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except openai.APIError as error:
            kept = error
    raise kept


def the_kept_error_is_raised_in_the_end(text):
    try:
        return gpt_with_kept_error(text)
    except openai.APIError:
        return ask_claude(text)


def forgotten_by_suppress(text):
    with contextlib.suppress(Exception):
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    return ask_claude(text)


def suppresses_one_kind_only(text):
    with suppress(openai.RateLimitError):
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    return ask_claude(text)


KINDS = (openai.APIError, ValueError)


def suppresses_a_list(text):
    with open("log") as log, suppress(*KINDS):
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    return ask_claude(text)


def ends_the_program(text):
    try:
        # expect: verdict=none
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        sys.exit(1)


def ended_inside(text):
    try:
        return ends_the_program(text)
    except Exception:
        return ask_claude(text)


def ends_with_a_message(text):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception as error:
        exit(f"cannot answer: {error}")


def caught_even_so(text):
    try:
        return ends_with_a_message(text)
    except SystemExit:
        return ask_claude(text)


def ends_well(text):
    try:
        # expect: verdict=cross-vendor
        answer = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        answer = ask_claude(text)
    print(answer)
    sys.exit(0)
