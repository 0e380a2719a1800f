import time

from clients import ask_claude, openai_client
from somewhere import settings


class GaveUp(Exception):
    pass


def raises_in_the_last(text):
    for attempt in range(settings.TRIES):
        try:
            # expect: verdict=none
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            if attempt == settings.TRIES - 1:
                raise
            time.sleep(2**attempt)


def gives_up_in_the_last(text):
    for attempt in range(1, settings.TRIES + 1):
        try:
            # expect: verdict=cross-vendor
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception as error:
            if attempt >= settings.TRIES:
                raise GaveUp from error
            time.sleep(2**attempt)


def asks_the_other(text):
    try:
        return gives_up_in_the_last(text)
    except GaveUp:
        return ask_claude(text)


def off_by_one(text):
    for attempt in range(settings.TRIES):
        try:
            # expect: verdict=degraded
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            if attempt == settings.TRIES:
                return ask_claude(text)


def others_first(text, models):
    for number, model in enumerate(models):
        try:
            # expect: verdict=none
            return openai_client.chat.completions.create(model=model, messages=[text])
        except Exception:
            if number < len(models) - 1:
                continue
            raise


def by_another_number(text, limit):
    for attempt in range(settings.TRIES):
        try:
            # expect: verdict=unknown
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            if attempt == limit:
                return ask_claude(text)
