import contextlib
import os
import sys
from contextlib import suppress

import openai
from clients import ask_claude, openai_client


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


def ends_as_if_well(text):
    answer = None
    try:
        # expect: verdict=none
        answer = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        sys.exit()
    return answer or ask_claude(text)


def ends_at_once(text):
    answer = None
    try:
        # expect: verdict=none
        answer = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        os._exit(3)
    return answer or ask_claude(text)


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
