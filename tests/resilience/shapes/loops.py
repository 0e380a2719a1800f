import time

from clients import ask_claude, ask_openai, claude_client, openai_client
from tenacity import retry, stop_after_attempt


def over_functions(text):
    for ask in (first, second):
        try:
            return ask(text)
        except Exception:
            continue
    raise RuntimeError("nobody answers")


def first(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def second(text):
    return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


def over_models(text):
    for model in ["gpt-4o", "gpt-4o-mini"]:
        try:
            # expect: verdict=same-vendor
            return openai_client.chat.completions.create(model=model, messages=[text])
        except Exception:
            pass


def over_one(text):
    for model in ["gpt-4o"]:
        try:
            # expect: verdict=degraded
            return openai_client.chat.completions.create(model=model, messages=[text])
        except Exception:
            pass


def out_of_the_loop(text):
    for ask in (third, second):
        try:
            return ask(text)
        except Exception:
            raise


def third(text):
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def breaks_on_error(text):
    for ask in (fourth, second):
        try:
            return ask(text)
        except Exception:
            break


def fourth(text):
    # expect: verdict=degraded
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def until_something_came(text):
    for ask in (fifth, second):
        reply = ask(text)
        if reply:
            return reply
    return None


def fifth(text):
    try:
        # expect: verdict=cross-vendor
        return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        return None


def counted(text):
    for attempt in range(3):
        try:
            # expect: verdict=cross-vendor
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            time.sleep(2**attempt)
    return ask_claude(text)


def last_attempt(text):
    for attempt in range(3):
        try:
            # expect: verdict=cross-vendor
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            if attempt == 2:
                return ask_claude(text)


def last_attempt_raises(text, limit=3):
    for attempt in range(limit):
        try:
            # expect: verdict=none
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            if attempt == limit - 1:
                raise
            time.sleep(1)


def while_attempts_last(text):
    attempt = 0
    while attempt < 3:
        try:
            # expect: verdict=cross-vendor
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            attempt += 1
    return ask_claude(text)


def for_ever(text):
    while True:
        try:
            # expect: verdict=none
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            time.sleep(1)
    return ask_claude(text)


def with_else(text):
    for _ in range(2):
        try:
            # expect: verdict=cross-vendor
            reply = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
            break
        except Exception:
            pass
    else:
        reply = ask_claude(text)
    return reply


CHAIN = [
    {"provider": "openai", "model": "gpt-4o"},
    {"provider": "anthropic", "model": "claude-sonnet-4-5"},
]


def over_settings(text):
    errors = []
    for step in CHAIN:
        try:
            if step["provider"] == "openai":
                # expect: verdict=cross-vendor
                return openai_client.chat.completions.create(model=step["model"], messages=[text])
            return claude_client.messages.create(model=step["model"], max_tokens=9, messages=[])
        except Exception as error:
            errors.append(error)
    raise ExceptionGroup("nobody answers", errors)


def recursive(text, models=("gpt-4o", "claude-sonnet-4-5")):
    try:
        if models[0].startswith("gpt"):
            return openai_client.chat.completions.create(model=models[0], messages=[text])
        return claude_client.messages.create(model=models[0], max_tokens=9, messages=[text])
    except Exception:
        return recursive(text, models[1:])


@retry(stop=stop_after_attempt(3))
def only_retried(text):
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


@retry(stop=stop_after_attempt(3), reraise=True)
def retried(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def around_retries(text):
    try:
        return retried(text)
    except Exception:
        return ask_claude(text)
