import os
import time

from clients import ask_claude, claude_client, openai_client

RESTING = {}
OPENAI_KEY = os.getenv("OPENAI_API_KEY")
ANTHROPIC_KEY = os.getenv("ANTHROPIC_API_KEY")


def gpt(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def claude(text):
    return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def those_that_do_not_rest(text):
    for name, ask in [("openai", gpt), ("anthropic", claude)]:
        if time.time() < RESTING.get(name, 0):
            continue
        try:
            return ask(text)
        except Exception:
            RESTING[name] = time.time() + 60
    raise RuntimeError("nobody answers")


def chosen_gpt(text):
    # expect: verdict=unknown
    return openai_client.chat.completions.create(model="gpt-4.1", messages=[text])


def chosen_claude(text):
    return claude_client.messages.create(model="claude-haiku-4-5", max_tokens=9, messages=[])


def the_one_that_is_chosen(text, chosen):
    for name, ask in [("openai", chosen_gpt), ("anthropic", chosen_claude)]:
        if name != chosen:
            continue
        try:
            return ask(text)
        except Exception:
            continue
    raise RuntimeError("nobody answers")


def looks_like_a_key(key):
    return bool(key) and len(key) > 20 and key.startswith("sk-")


def keys_are_looked_at(text):
    others = looks_like_a_key(ANTHROPIC_KEY)
    if looks_like_a_key(OPENAI_KEY):
        try:
            # expect: verdict=cross-vendor
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            if not others:
                raise
    return ask_claude(text)


def filled_where_there_is_an_answer(text):
    answer = None
    try:
        # expect: verdict=cross-vendor
        reply = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        if reply.choices:
            answer = reply.choices[0].message.content
    except Exception as error:
        print(error)
    if not answer:
        answer = ask_claude(text)
    return answer
