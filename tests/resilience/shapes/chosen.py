from clients import ask_claude, openai_client


def first(text):
    # Whoever leaves the parameter as it is has one candidate only.
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-4o", messages=[text])


def those_that_somebody_names(text, only="openai"):
    asks = {"openai": first, "claude": ask_claude}
    chosen = [ask for name, ask in asks.items() if name == only]
    for ask in chosen:
        try:
            return ask(text)
        except Exception:
            continue
    raise RuntimeError("nobody answers")


def second(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-4o-mini", messages=[text])


ASKS = [("chat", second), ("chat", ask_claude), ("speech", print)]


def those_of_a_kind(text):
    for ask in [ask for kind, ask in ASKS if kind == "chat"]:
        try:
            return ask(text)
        except Exception:
            continue
    raise RuntimeError("nobody answers")


def third(text):
    # expect: verdict=none
    return openai_client.chat.completions.create(model="gpt-4.1", messages=[text])


NAMED = {"gpt": third, "claude": ask_claude}


def whom_the_caller_names(text, name):
    for ask in [ask for known, ask in NAMED.items() if known == name]:
        try:
            return ask(text)
        except Exception:
            continue
    raise RuntimeError("nobody answers")


def fourth(text):
    # expect: verdict=cross-vendor
    return openai_client.chat.completions.create(model="gpt-5", messages=[text])


def fifth(text):
    return ask_claude(text)


def those_that_are_well(text, resting):
    for ask in [ask for ask in (fourth, fifth) if ask not in resting]:
        try:
            return ask(text)
        except Exception:
            continue
    raise RuntimeError("nobody answers")
