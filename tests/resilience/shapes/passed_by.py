import os

from clients import ask_claude, ask_openai, claude_client, openai_client

state = {}


def by_keys(text):
    for name, ask in (("OPENAI_API_KEY", first), ("ANTHROPIC_API_KEY", second)):
        if not os.environ.get(name):
            continue
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


def always_asked(text):
    if not state.get("skip"):
        try:
            # expect: verdict=degraded
            hint = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            hint = ""
    else:
        hint = ""
    return ask_claude(hint)


def swallowed_before(text):
    hint = ""
    try:
        # expect: verdict=degraded
        hint = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        pass
    return open_or_not(hint)


def open_or_not(text):
    if state.get("cached"):
        return state["cached"]
    return ask_claude(text)


def two_steps(text):
    if state.get("fast"):
        try:
            # expect: verdict=same-vendor
            return openai_client.chat.completions.create(model="gpt-4o-mini", messages=[text])
        except Exception:
            pass
    # expect: verdict=none
    plan = openai_client.chat.completions.create(model="gpt-4.1", messages=[text])
    return ask_claude(plan)


def while_true(text):
    while True:
        try:
            # expect: verdict=none
            return openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        except Exception:
            continue


def around_while_true(text):
    try:
        return while_true(text)
    except Exception:
        return ask_claude(text)
