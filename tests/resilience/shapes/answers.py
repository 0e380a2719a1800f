import os

import requests
from checks import is_good
from clients import ask_claude, openai_client

URL = "https://api.openai.com/v1/chat/completions"
HEADERS = {"Authorization": "Bearer " + os.environ["OPENAI_API_KEY"]}
BODY = {"model": "gpt-4o", "messages": []}


def empty_answers_count_as_failures(text):
    try:
        # expect: verdict=cross-vendor
        reply = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        answer = reply.choices[0].message.content
        if answer:
            return answer
    except Exception:
        pass
    return ask_claude(text)


def measured(text):
    try:
        # expect: verdict=cross-vendor
        reply = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        if reply and len(reply.choices) > 0:
            return reply.choices[0].message.content
    except Exception:
        pass
    return ask_claude(text)


def judged_by_code_out_of_sight(text):
    try:
        # expect: verdict=cross-vendor
        reply = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
        answer = reply.choices[0].message.content
        if is_good(answer):
            return answer
    except Exception:
        pass
    return ask_claude(text)


def bad_answers_go_to_another(text):
    # expect: verdict=none
    reply = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    if not is_good(reply):
        return ask_claude(text)
    return reply


def one_after_the_other(text):
    try:
        # expect: verdict=degraded
        plan = openai_client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        plan = None
    if plan:
        text = text + str(plan)
    return ask_claude(text)


def error_page_read_with_care(text):
    try:
        # expect: verdict=cross-vendor
        reply = requests.post(URL, json=BODY, headers=HEADERS, timeout=9).json()
        choices = reply.get("choices", [])
        if choices:
            return choices[0]["message"]["content"]
    except requests.RequestException:
        pass
    return ask_claude(text)


def error_page_read_with_care_and_given_back(text):
    try:
        # expect: verdict=degraded
        reply = requests.post(URL, json=BODY, headers=HEADERS, timeout=9).json()
        return reply.get("choices", "")
    except Exception:
        return ask_claude(text)


def error_page_given_back(text):
    try:
        # expect: verdict=none leaks=5xx,529
        reply = requests.post(URL, json=BODY, headers=HEADERS, timeout=9)
        return reply.json()
    except Exception:
        return ask_claude(text)


def error_page_says_so(text):
    try:
        # expect: verdict=cross-vendor
        reply = requests.post(URL, json=BODY, headers=HEADERS, timeout=9).json()
        if reply.get("error"):
            raise RuntimeError(reply["error"])
        return reply["choices"][0]
    except (requests.RequestException, RuntimeError):
        return ask_claude(text)


def error_page_read_where_nothing_catches(text):
    reply = None
    try:
        # expect: verdict=none leaks=5xx,529
        reply = requests.post(URL, json=BODY, headers=HEADERS, timeout=9).json()
    except Exception:
        return ask_claude(text)
    answer = reply["choices"][0]
    return answer


def fetched(text):
    return requests.post(URL, json={**BODY, "n": 1}, headers=HEADERS, timeout=9).json()


def error_page_read_by_the_caller(text):
    try:
        return fetched(text)["choices"][0]
    except Exception:
        return ask_claude(text)
