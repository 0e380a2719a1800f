"""Calls that take their arguments from a mapping."""

from __future__ import annotations

import pytest

from tests.remedy.conftest import Mend, changed, reasons

APP = """
import openai

client = openai.OpenAI(timeout=20, max_retries=1)

def main(text, warm=False):
    {0}
    return client.chat.completions.create(**request)

if __name__ == "__main__":
    main("x")
"""
LITELLM = """
import litellm

def main(text):
    request = {"model": "gpt-4o-mini", "messages": [text]}
    return litellm.completion(**request)

if __name__ == "__main__":
    main("x")
"""
UNSEEN = "the call takes arguments from a list or mapping, which may be anything"


def made(*lines: str) -> str:
    return APP.replace("{0}", "\n    ".join(lines))


@pytest.mark.parametrize(
    "lines",
    [
        ('request = {"model": "gpt-4o", "messages": [text]}',),
        ('request = dict(model="gpt-4o", messages=[text])',),
        (
            'request = {"model": "gpt-4o"}',
            'request["messages"] = [text]',
            "if warm:",
            '    request.update({"temperature": 1}, top_p=1)',
            'print(request["model"], request.get("messages"))',
        ),
    ],
)
def test_a_mapping_that_is_written_out_is_handed_on(mend_tree: Mend, lines) -> None:
    mended = mend_tree({"app.py": made(*lines)}, "mistral")
    assert "return chat_or_mistral(client, **request)" in changed(mended)
    compile(mended.after["app.py"], "app.py", "exec")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('request["tools"] = TOOLS', "another vendor takes tools in another form"),
        ("request.update(text)", UNSEEN),
        ("request |= text", UNSEEN),
        ("request[text] = 1", UNSEEN),
        ("fill(request)", UNSEEN),
        ("other = request", UNSEEN),
    ],
)
def test_a_mapping_that_may_hold_anything_is_left_alone(
    mend_tree: Mend, line: str, reason: str
) -> None:
    source = made('request = {"model": "gpt-4o", "messages": [text]}', line)
    mended = mend_tree({"app.py": source}, "mistral")
    assert mended.patches == ()
    assert reasons(mended) == [reason]


def test_a_mapping_from_elsewhere_is_left_alone(mend_tree: Mend) -> None:
    source = made("pass").replace("text, warm=False", 'request={"model": "gpt-4o"}')
    assert reasons(mend_tree({"app.py": source}, "mistral")) == [UNSEEN]


def test_an_argument_is_added_behind_a_mapping_that_has_it_not(mend_tree: Mend) -> None:
    [line] = [
        line
        for line in changed(mend_tree({"app.py": LITELLM}, "anthropic"))
        if "litellm.completion(**request" in line
    ]
    assert "fallbacks=[" in line


ANEW = """
import requests

API = "https://api.openai.com/v1/chat/completions"

def other(text, payload=None):
    payload = {"tools": [text]}
    requests.post("https://hooks.example/x", json=payload)
    BEFORE
    payload = {"model": "gpt-4o", "messages": [text]}
    BETWEEN
    reply = requests.post(API, json=payload, headers={}, timeout=9)
    AFTER
    return reply.json()

if __name__ == "__main__":
    other("x")
"""


def anew(before: str = "", between: str = "", after: str = "") -> dict[str, str]:
    places = {"BEFORE": before, "BETWEEN": between, "AFTER": after}
    code = ANEW
    for word, text in places.items():
        code = code.replace(word, text.replace("\n", "\n    ") or "pass")
    compile(code, "app.py", "exec")
    return {"app.py": code}


@pytest.mark.parametrize(
    "app",
    [
        anew(),
        anew(between="print(payload)"),
        anew(between='if text:\n    payload["top_p"] = 1'),
        anew(after='payload = {"tools": []}\nrequests.post("https://hooks.example", json=payload)'),
        anew(after='payload["tools"] = [text]'),
        anew(before="fill(payload)"),
    ],
)
def test_what_a_name_held_before_or_holds_later_does_not_matter(
    mend_tree: Mend, app: dict[str, str]
) -> None:
    mended = mend_tree(app, "mistral", checks=("no-fallback",))
    assert reasons(mended) == []
    assert "reply = post_or_mistral(requests, API, json=payload, " in mended.after["app.py"]


TOOLS = "another vendor takes tools in another form"
HIDDEN = "what is in payload is not all to be seen"


@pytest.mark.parametrize(
    ("app", "reason"),
    [
        (anew(between='payload["tools"] = [text]'), TOOLS),
        (anew(between='if text:\n    payload = {"tools": [text]}'), TOOLS),
        (anew(between="if text:\n    payload = text"), HIDDEN),
        (anew(between="fill(payload)"), HIDDEN),
        (anew(between="other = payload"), HIDDEN),
        (
            anew(before='def more():\n    payload["tools"] = [text]', between="more()"),
            TOOLS,
        ),
    ],
)
def test_what_is_done_to_it_on_the_way_matters(
    mend_tree: Mend, app: dict[str, str], reason: str
) -> None:
    mended = mend_tree(app, "mistral", checks=("no-fallback",))
    assert (mended.patches, reasons(mended)) == ((), [reason])


def test_what_a_loop_does_to_it_for_the_next_time_matters(mend_tree: Mend) -> None:
    looped = """
        import requests

        API = "https://api.openai.com/v1/chat/completions"

        def main(text):
            payload = {"model": "gpt-4o", "messages": [text]}
            while True:
                reply = requests.post(API, json=payload, headers={}, timeout=9).json()
                if not reply.get("more"):
                    return reply
                payload["tools"] = [text]

        if __name__ == "__main__":
            main("x")
        """
    mended = mend_tree({"app.py": looped}, "mistral", checks=("no-fallback",))
    assert (mended.patches, reasons(mended)) == ((), [TOOLS])
