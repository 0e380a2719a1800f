import os

import httpx
from clients import ask_claude, claude_client, openai_client
from openai import OpenAI

HOSTS = {
    "openai": ("https://api.openai.com/v1", "gpt-4o-mini"),
    "mistral": ("https://api.mistral.ai/v1", "mistral-small-latest"),
}


def pick(person):
    if person and person.secret:
        url, model = HOSTS[person.vendor]
        return url, person.secret, model, True
    return "https://api.openai.com/v1", os.environ["OPENAI_API_KEY"], "gpt-4o-mini", False


def own_key_has_no_spare(text, person=None):
    url, key, model, own = pick(person)
    client = OpenAI(base_url=url, api_key=key)
    try:
        # expect: verdict=cross-vendor
        return client.chat.completions.create(model=model, messages=[text])
    except Exception:
        if own:
            raise
        return ask_claude(text)


def only_own_keys_have_a_spare(text, person=None):
    url, key, model, own = pick(person)
    client = OpenAI(base_url=url, api_key=key)
    try:
        # expect: verdict=none
        return client.chat.completions.create(model=model, messages=[text])
    except Exception:
        if own:
            return ask_claude(text)
        raise


def nobody_knows_whose_key(text, person):
    url, key, model, own = pick(person)
    client = OpenAI(base_url=url, api_key=key)
    try:
        # expect: verdict=unknown
        return client.chat.completions.create(model=model, messages=[text])
    except Exception:
        if own:
            raise
        return ask_claude(text)


def as_record(person):
    if person:
        return {"model": "gpt-4o", "client": openai_client, "strict": True}
    return {"model": "gpt-4o-mini", "client": OpenAI(), "strict": False}


def records_are_held_together(text, person=None):
    config = as_record(person)
    try:
        # expect: verdict=cross-vendor
        return config["client"].chat.completions.create(model=config["model"], messages=[text])
    except Exception:
        if config["strict"]:
            raise
        return ask_claude(text)


def records_the_other_way_round(text, person=None):
    config = as_record(person)
    try:
        # expect: verdict=none
        return config["client"].chat.completions.create(model=config["model"], messages=[text])
    except Exception:
        if not config["strict"]:
            raise
        return ask_claude(text)


class Plan:
    def __init__(self, client, model, strict):
        self.client = client
        self.model = model
        self.strict = strict


def as_object(person):
    if person:
        return Plan(OpenAI(base_url="https://api.mistral.ai/v1"), "mistral-small-latest", True)
    return Plan(OpenAI(), "gpt-4o-mini", False)


def objects_are_held_together(text, person=None):
    plan = as_object(person)
    try:
        # expect: verdict=cross-vendor
        return plan.client.chat.completions.create(model=plan.model, messages=[text])
    except Exception:
        if plan.strict:
            raise
        return ask_claude(text)


def objects_the_other_way_round(text, person=None):
    plan = as_object(person)
    try:
        # expect: verdict=none
        return plan.client.chat.completions.create(model=plan.model, messages=[text])
    except Exception:
        if not plan.strict:
            raise
        return ask_claude(text)


def flag_is_set_anew(text, person=None):
    url, key, model, own = pick(person)
    own = True
    client = OpenAI(base_url=url, api_key=key)
    try:
        # expect: verdict=none
        return client.chat.completions.create(model=model, messages=[text])
    except Exception:
        if own:
            raise
        return ask_claude(text)


def told_by_who_asked(text):
    answer, good = asked_and_told(text)
    if not good:
        answer = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    return answer


def asked_and_told(text):
    try:
        # expect: verdict=cross-vendor
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text]), True
    except Exception:
        return None, False


def told_too_late(text):
    answer, good = asked_and_told_again(text)
    if good:
        answer = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    if not good:
        raise RuntimeError("nothing")
    return answer


def asked_and_told_again(text):
    try:
        # expect: verdict=none
        return claude_client.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text]), True
    except Exception:
        return None, False


ADDRESSES = {
    "one": "https://one.example/v1",
    "two": "https://two.example/v1",
    "three": "https://three.example/v1",
    "four": "https://four.example/v1",
    "five": "https://five.example/v1",
    "six": "https://six.example/v1",
    "mistral": "https://api.mistral.ai/v1",
    "seven": "https://seven.example/v1",
    "openai": "https://api.openai.com/v1",
    "qwen": "https://dashscope.aliyuncs.com/compatible-mode/v1",
}
MODELS = {
    "mistral": "mistral-small-latest",
    "openai": "gpt-4o-mini",
    "qwen": "qwen-plus",
}


def model_at(address):
    for name, host in ADDRESSES.items():
        if host in address:
            return MODELS[name]
    return "gpt-4o-mini"


def looked_up(text):
    spare = os.environ.get("SPARE_URL") or "https://dashscope.aliyuncs.com/compatible-mode/v1"
    try:
        # expect: verdict=cross-vendor
        return ask_at("https://api.openai.com/v1", os.environ["OPENAI_API_KEY"], text)
    except httpx.HTTPError:
        return ask_at(spare, os.environ["SPARE_API_KEY"], text)


def looked_up_at_the_same(text):
    spare = os.environ.get("SPARE_URL") or "https://api.openai.com/v1/"
    try:
        # expect: verdict=same-vendor
        return ask_again("https://api.openai.com/v1", os.environ["OPENAI_API_KEY"], text)
    except httpx.HTTPError:
        return ask_again(spare, os.environ["SPARE_API_KEY"], text)


def ask_at(url, key, text):
    return sent(url, key, text, model_at(url))


def ask_again(url, key, text):
    return sent(url, key, text, model_at(url))


def sent(url, key, text, model):
    reply = httpx.post(
        f"{url}/chat/completions",
        headers={"Authorization": f"Bearer {key}"},
        json={"model": model, "messages": [text]},
        timeout=30,
    )
    reply.raise_for_status()
    return reply.json()["choices"][0]["message"]["content"]
