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


def noted_gpt(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def noted_claude(text):
    return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def noted_before_it_is_passed_over(text, breakers):
    errors = []
    for name, ask in [("openai", noted_gpt), ("anthropic", noted_claude)]:
        allowed = breakers[name].allows()
        if not allowed:
            errors.append(name)
            continue
        try:
            return ask(text)
        except Exception as error:
            errors.append(str(error))
    raise RuntimeError(errors)


def willing_gpt(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def willing_claude(text):
    return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def only_those_that_are_well(text, breakers):
    for name, ask in [("openai", willing_gpt), ("anthropic", willing_claude)]:
        if breakers[name].allows():
            try:
                return ask(text)
            except Exception:
                breakers[name].note()
    raise RuntimeError("nobody answers")


def only_gpt(text):
    # expect: verdict=unknown
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def only_claude(text):
    return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def only_the_one_that_is_named(text, named):
    for name, ask in [("openai", only_gpt), ("anthropic", only_claude)]:
        if name == named:
            try:
                return ask(text)
            except Exception:
                print(name)
    raise RuntimeError("nobody answers")


CHAINS = {
    "fast": [("openai", "gpt-4o-mini"), ("anthropic", "claude-haiku-4-5")],
    "smart": [("anthropic", "claude-opus-4-1"), ("openai", "gpt-4o")],
}


def chained_gpt(model, text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model=model, messages=[text])


def chained_claude(model, text):
    # expect: verdict=cross-vendor
    return claude_client.messages.create(model=model, max_tokens=9, messages=[])


ASK = {"openai": chained_gpt, "anthropic": chained_claude}


def one_of_several_lists(text, tier):
    chain = [(ASK[vendor], model) for vendor, model in CHAINS[tier]]
    for number, (ask, model) in enumerate(chain):
        try:
            return ask(model, text)
        except Exception as error:
            print(number, error)
    raise RuntimeError("nobody answers")


SHORT = {
    "fast": [("openai", "gpt-4o-mini"), ("anthropic", "claude-haiku-4-5")],
    "cheap": [("openai", "gpt-4.1-mini")],
}


def short_gpt(model, text):
    # expect: verdict=unknown
    return openai_client.chat.completions.create(model=model, messages=[text])


SHORT_ASK = {"openai": short_gpt, "anthropic": chained_claude}


def one_of_the_lists_has_nobody_else(text, tier):
    chain = [(SHORT_ASK[vendor], model) for vendor, model in SHORT[tier]]
    for number, (ask, model) in enumerate(chain):
        try:
            return ask(model, text)
        except Exception as error:
            print(number, error)
    raise RuntimeError("nobody answers")


def wanted_gpt(text):
    # expect: verdict=unknown
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def wanted_claude(text):
    return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def only_those_that_the_caller_names(text, wanted):
    for name, ask in [("openai", wanted_gpt), ("anthropic", wanted_claude)]:
        if name not in wanted:
            continue
        try:
            return ask(text)
        except Exception:
            print(name)
    raise RuntimeError("nobody answers")


def asked_gpt(text):
    # expect: verdict=unknown
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def asked_claude(text):
    return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def all_that_a_request_lists(text, request):
    for name, ask in [("openai", asked_gpt), ("anthropic", asked_claude)]:
        if name in request.vendors:
            try:
                return ask(text)
            except Exception:
                print(name)
    raise RuntimeError("nobody answers")
