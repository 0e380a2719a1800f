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
