"""Who stands in depends on what a call sends; requests by plain HTTP have another address."""

from __future__ import annotations

import pytest

from tests.remedy.conftest import Mend, changed, reasons

CHAT = """
import openai

client = openai.OpenAI()

def main(text, **rest):
    return client.chat.completions.create(model="gpt-4o", messages=[text], {more})

if __name__ == "__main__":
    main("x")
"""


@pytest.mark.parametrize(
    ("more", "second"),
    [
        ("tools=[]", "anthropic"),
        ("response_format={'type': 'json_object'}", "mistral"),
        ("max_completion_tokens=9", "anthropic"),
        ("n=1, stream=False", "mistral"),
    ],
)
def test_the_first_vendor_that_takes_all_that_is_sent(
    mend_tree: Mend, more: str, second: str
) -> None:
    mended = mend_tree({"app.py": CHAT.format(more=more)}, "mistral", "anthropic")
    assert f"    return chat_or_{second}(client, " in mended.after["app.py"]


def test_arguments_that_nobody_sees_go_to_a_vendor_that_ignores_what_it_does_not_know(
    mend_tree: Mend,
) -> None:
    app = {"app.py": CHAT.format(more="**rest")}
    [patch] = mend_tree(app, "anthropic").patches
    assert (
        "what app.py:6 takes from a mapping goes to both: look whether the second needs it"
        in patch.notes
    )
    assert reasons(mend_tree(app, "mistral")) == [
        "the call takes arguments from a list or mapping, which may be anything"
    ]


HTTP = """
import os

import requests

API = "https://api.openai.com/v1"

def main(text):
    payload = {{"model": "gpt-4o", "messages": [text]{more}}}
    reply = requests.post({address}, headers={{}}, {body}, timeout=9)
    return reply.json()

if __name__ == "__main__":
    main("x")
"""


def http(
    address: str = 'API + "/chat/completions"', body: str = "json=payload", more: str = ""
) -> dict[str, str]:
    return {"app.py": HTTP.format(address=address, body=body, more=more)}


def test_a_request_by_http_is_sent_to_another_address(mend_tree: Mend) -> None:
    mended = mend_tree(http(), "anthropic")
    new = changed(mended)
    assert 'request["json"] = {**request["json"], "model": "claude-sonnet-5-5"}' in new
    assert 'return client.post("https://api.anthropic.com/v1/chat/completions", **request)' in new
    assert new[-1].startswith(
        'reply = post_or_anthropic(requests, API + "/chat/completions", headers={}, json=payload'
    )
    compile(mended.after["app.py"], "app.py", "exec")


@pytest.mark.parametrize(
    ("app", "reason"),
    [
        (http(more=', "stream": True'), "another vendor takes stream in another form"),
        (http(body="data=payload"), "what is sent is not given as json="),
        (http(more=", **text"), "what is in payload is not all to be seen"),
        (
            http(address='API + "/responses"'),
            "others take requests at /chat/completions alone: this address is not seen to end so",
        ),
    ],
)
def test_a_request_that_others_would_not_understand_is_left_alone(
    mend_tree: Mend, app: dict[str, str], reason: str
) -> None:
    mended = mend_tree(app, "anthropic", checks=("no-fallback",))
    assert (mended.patches, reasons(mended)) == ((), [reason])


@pytest.mark.parametrize(
    ("more", "below", "stays"),
    [
        (', "stream": False', "pass", True),
        (', "stream": False, "n": 1, "tool_choice": "auto"', "pass", True),
        (', "stream": False, "n": 2', "pass", False),
        (', "stream": False', 'payload["stream"] = bool(text)', False),
        (', "stream": False', 'payload.update({"stream": True})', False),
        (', "stream": False', 'payload = {"messages": [], "stream": True}', False),
    ],
)
def test_what_changes_nothing_in_a_body_may_stand_there(
    mend_tree: Mend, more: str, below: str, stays: bool
) -> None:
    code = http(more=more)["app.py"].replace("    reply =", f"    {below}\n    reply =")
    mended = mend_tree({"app.py": code}, "mistral", checks=("no-fallback",))
    assert bool(mended.patches) == stays, reasons(mended)


FETCH = """
export async function ask(text: string) {
  const response = await fetch("https://api.openai.com/v1/chat/completions", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.OPENAI_API_KEY}` },
    body: JSON.stringify({ model: "gpt-4o", messages: [text] }),MORE
  });
  return await response.json();
}
ask(process.argv[2]);
"""


def test_a_script_that_imports_nothing_gets_the_function_at_its_top(mend_tree: Mend) -> None:
    mended = mend_tree({"app.ts": FETCH.replace("MORE", "")}, "anthropic")
    after = mended.after["app.ts"]
    assert after.startswith("/** Sends a request; when that fails, asks Anthropic")
    assert 'await fetchOrAnthropic("https://api.openai.com/v1/chat/completions", {' in after


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            FETCH.replace("MORE", "\n    signal,"),
            "the request may be ended by a signal of its own",
        ),
        (
            FETCH.replace("MORE", "").replace("process.env.OPENAI_API_KEY", "text"),
            "app.ts reads no key from process.env: say where the second is",
        ),
        (
            FETCH.replace("MORE", "").replace("messages: [text]", "...text"),
            "the call takes arguments from elsewhere, which may be anything",
        ),
    ],
)
def test_a_request_of_a_script_that_is_left_alone(mend_tree: Mend, text: str, reason: str) -> None:
    mended = mend_tree({"app.ts": text}, "anthropic", checks=("no-fallback",))
    assert (mended.patches, reasons(mended)) == ((), [reason])


CAUGHT = """
import Anthropic from "@anthropic-ai/sdk";
import OpenAI from "openai";

const gpt = new OpenAI({ timeout: 9000, maxRetries: 1 });
const claude = new Anthropic({ timeout: 9000, maxRetries: 1 });

export async function ask(text: string) {
  try {
    return await gpt.chat.completions.create({ model: "gpt-4o", messages: [text] });
  } catch (error: any) {
    TEST throw error;
    return await claude.messages.create({ model: "claude-opus-5-5", messages: [text] });
  }
}
ask(process.argv[2]);
"""


@pytest.mark.parametrize(
    ("test", "wider"),
    [
        (
            "if (error.status !== 429)",
            "if (error.status === 400 || error.status === 422) throw error;",
        ),
        (
            "if (error?.status !== 529)",
            "if (error?.status === 400 || error?.status === 422) throw error;",
        ),
        ("if (error.status !== 429 && text)", None),
    ],
)
def test_a_catch_that_asks_for_the_status(mend_tree: Mend, test: str, wider: str | None) -> None:
    app = {"app.ts": CAUGHT.replace("TEST", test)}
    mended = mend_tree(app, checks=("narrow-fallback",), unsafe=False)
    assert (changed(mended, "app.ts") if mended.patches else []) == ([wider] if wider else [])


def test_what_is_seen_of_a_mapping_counts_also_where_the_rest_is_not_seen(mend_tree: Mend) -> None:
    app = CHAT.format(more="**seen, **rest").replace(
        "    return", "    seen = {'n': 2}\n    return"
    )
    mended = mend_tree({"app.py": app}, "anthropic")
    assert reasons(mended) == ["another vendor takes n in another form"]


def test_new_names_of_one_module_stand_on_one_line(mend_tree: Mend) -> None:
    app = {
        "app.py": """
        from clients import client

        def main(text):
            return client.chat.completions.create(model="gpt-4o", messages=[text])

        if __name__ == "__main__":
            main("x")
        """,
        "clients.py": """
        from openai import OpenAI

        client = OpenAI()
        """,
    }
    mended = mend_tree(app, "mistral")
    assert "from openai import APIError, OpenAI" in changed(mended)
    assert '    request["timeout"] = 20\n' in mended.after["app.py"]


def test_a_name_that_is_taken_is_called_by_its_module(mend_tree: Mend) -> None:
    app = """
    import anthropic

    class Message:
        pass

    def main(text):
        claude = anthropic.Anthropic()
        return claude.messages.create(model="claude-opus-5-5", max_tokens=9, messages=[text])

    if __name__ == "__main__":
        main("x")
    """
    mended = mend_tree({"app.py": app}, "openai")
    assert "return anthropic.types.Message.model_validate(" in changed(mended)
    assert "import anthropic.types" in changed(mended)


OWN = """
import os


class Desk:
    URL = "https://api.openai.com/v1/chat/completions"

    def __init__(self, url=None):
        self.base = "https://api.openai.com/v1"
        self.address = f"{self.base}/chat/completions"
        self.other = url

    def ask(self, text):
        import requests

        payload = {"model": "gpt-4o", "messages": [text]}
        return requests.post(ADDRESS, headers={}, json=payload, timeout=9).json()

def main(text):
    return Desk().ask(text)

if __name__ == "__main__":
    main("x")
"""


@pytest.mark.parametrize("address", ["self.URL", "self.address", "self.base + '/chat/completions'"])
def test_an_address_that_an_object_keeps(mend_tree: Mend, address: str) -> None:
    mended = mend_tree({"app.py": OWN.replace("ADDRESS", address)}, "anthropic")
    assert reasons(mended) == []
    after = mended.after["app.py"]
    assert f"post_or_anthropic(requests, {address}, headers={{}}, json=payload" in after
    assert "\nimport requests\n" in after


def test_an_address_that_an_object_is_given_twice(mend_tree: Mend) -> None:
    code = OWN.replace("ADDRESS", "self.address").replace(
        "        self.other = url", "        if url:\n            self.address = url"
    )
    mended = mend_tree({"app.py": code}, "anthropic", checks=("no-fallback",))
    assert mended.patches == ()


MESSAGES = HTTP.replace("api.openai.com", "api.anthropic.com").replace("gpt-4o", "claude-opus-5-5")


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ("", ""),
        (', "stream": True', "another vendor takes stream in another form"),
        (', "tools": []', "another vendor takes tools in another form"),
        (", **text", "what is in payload is not all to be seen"),
    ],
)
def test_a_request_of_another_form_is_answered_in_that_form(
    mend_tree: Mend, more: str, reason: str
) -> None:
    code = MESSAGES.format(address='API + "/messages"', body="json=payload", more=more)
    mended = mend_tree({"app.py": code}, "openai", checks=("no-fallback",))
    assert reasons(mended) == ([reason] if reason else [])
    if not reason:
        assert changed(mended)[-1].startswith('reply = send_or_openai(requests, API + "/messages"')
        compile(mended.after["app.py"], "app.py", "exec")


def test_an_address_that_nobody_else_answers(mend_tree: Mend) -> None:
    code = MESSAGES.format(address='API + "/complete"', body="json=payload", more="")
    mended = mend_tree({"app.py": code}, "openai", checks=("no-fallback",))
    assert mended.patches == ()
