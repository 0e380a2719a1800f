import os

import httpx
import requests
from clients import ask_claude

URL = "https://api.openai.com/v1/chat/completions"
HEADERS = {"Authorization": "Bearer " + os.environ["OPENAI_API_KEY"]}
BODY = {"model": "gpt-4o", "messages": []}


def status_raises(text):
    try:
        # expect: verdict=cross-vendor
        reply = requests.post(URL, json=BODY, headers=HEADERS, timeout=9)
        reply.raise_for_status()
        return reply.json()["choices"][0]
    except requests.RequestException:
        return ask_claude(text)


def status_unread(text):
    try:
        # expect: verdict=none leaks=5xx,529
        reply = requests.post(URL, json=BODY, headers=HEADERS, timeout=9)
        return reply.json()["choices"][0]
    except requests.RequestException:
        return ask_claude(text)


def status_unread_but_everything_caught(text):
    try:
        # expect: verdict=cross-vendor
        reply = requests.post(URL, json=BODY, headers=HEADERS, timeout=9)
        return reply.json()["choices"][0]
    except Exception:
        return ask_claude(text)


def status_tested(text):
    try:
        # expect: verdict=cross-vendor
        reply = requests.post(URL, json=BODY, headers=HEADERS, timeout=9)
        if reply.status_code == 200:
            return reply.json()["choices"][0]
    except requests.RequestException:
        pass
    return ask_claude(text)


def status_becomes_an_apology(text):
    try:
        # expect: verdict=degraded
        reply = requests.post(URL, json=BODY, headers=HEADERS, timeout=9)
        if not reply.ok:
            return "Sorry."
        return reply.json()["choices"][0]
    except requests.RequestException:
        return ask_claude(text)


def status_becomes_an_error(text):
    try:
        # expect: verdict=cross-vendor
        reply = httpx.post(URL, json=BODY, headers=HEADERS)
        if reply.status_code >= 400:
            raise RuntimeError(reply.text)
        return reply.json()["choices"][0]
    except (httpx.HTTPError, RuntimeError):
        return ask_claude(text)


def status_becomes_an_error_that_nobody_catches(text):
    try:
        # expect: verdict=none leaks=5xx,529
        reply = httpx.post(URL, json=BODY, headers=HEADERS)
        if reply.status_code != 200:
            raise RuntimeError(reply.text)
        return reply.json()["choices"][0]
    except httpx.HTTPError:
        return ask_claude(text)


def status_raises_behind_the_handler(text):
    try:
        # expect: verdict=none leaks=5xx,529
        reply = requests.post(URL, json=BODY, headers=HEADERS, timeout=9)
    except Exception:
        return ask_claude(text)
    reply.raise_for_status()
    return reply.json()["choices"][0]


def status_raises_where_no_handler_is_in_force(text):
    try:
        # expect: verdict=none leaks=5xx,529
        reply = httpx.post(URL, json=BODY, headers=HEADERS)
    except Exception:
        return ask_claude(text)
    else:
        reply.raise_for_status()
    return reply.json()["choices"][0]


def status_raises_in_the_outer_of_two(text):
    try:
        try:
            # expect: verdict=cross-vendor
            reply = requests.post(URL, json=BODY, headers=HEADERS, timeout=9)
        finally:
            print("asked")
        reply.raise_for_status()
    except requests.RequestException:
        return ask_claude(text)
    return reply.json()["choices"][0]


def status_raises_behind_a_second_try(text):
    try:
        try:
            # expect: verdict=cross-vendor
            reply = requests.post(URL, json=BODY, headers=HEADERS, timeout=9)
        except requests.ConnectionError:
            return ask_claude(text)
        reply.raise_for_status()
    except requests.RequestException:
        return ask_claude(text)
    return reply.json()["choices"][0]


def status_raises_in_a_try_of_its_own(text):
    try:
        # expect: verdict=cross-vendor
        reply = requests.post(URL, json=BODY, headers=HEADERS, timeout=9)
    except requests.RequestException:
        return ask_claude(text)
    try:
        reply.raise_for_status()
    except requests.HTTPError:
        return ask_claude(text)
    return reply.json()["choices"][0]
