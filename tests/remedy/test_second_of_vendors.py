"""A second vendor behind the libraries of single vendors; what is no text is left alone."""

from __future__ import annotations

import pytest

from tests.remedy.conftest import Mend, changed, reasons

GEMINI = """
from google import genai
from google.genai import types

client = genai.Client()
CONFIG

def main(text: str, more=None):
    said = f"Answer: {text}"
    return client.models.generate_content(model="gemini-2.5-flash", contents=CONTENTS)

if __name__ == "__main__":
    main("x")
"""


def gemini(contents: str, config: str = "") -> dict[str, str]:
    return {"app.py": GEMINI.replace("CONTENTS", contents).replace("CONFIG", config)}


@pytest.mark.parametrize(
    "contents",
    [
        "text",
        "said",
        "[said, 'Be brief.']",
        "said + '?'",
        "'\\n'.join(more)",
        "text, config={'temperature': 0}",
        "text, config=types.GenerateContentConfig(max_output_tokens=9)",
        "said, config={'candidate_count': 1}",
    ],
)
def test_text_that_gemini_is_asked_goes_to_another_vendor(mend_tree: Mend, contents: str) -> None:
    mended = mend_tree(gemini(contents), "openai", checks=("no-fallback",))
    assert reasons(mended) == []
    assert "return content_or_openai(client, model=" in mended.after["app.py"]
    compile(mended.after["app.py"], "app.py", "exec")


NOT_TEXT = "contents is not seen to be text alone"


@pytest.mark.parametrize(
    ("contents", "reason"),
    [
        ("more", NOT_TEXT),
        ("[said, more]", NOT_TEXT),
        ("[said, types.Part.from_bytes(data=b'', mime_type='image/png')]", NOT_TEXT),
        ("upload(text)", NOT_TEXT),
        ("b'GIF'", NOT_TEXT),
        ("[*more, said]", NOT_TEXT),
        ("said if text else more", NOT_TEXT),
        ("text, config=more", "what is in more is not all to be seen"),
        ("text, config=types.GenerateContentConfig(**more)",
         "what is in types.GenerateContentConfig(**more) is not all to be seen"),
        ("text, config={'tools': more}", "another vendor takes tools in another form"),
        ("text, config=types.GenerateContentConfig(response_schema=more)",
         "another vendor takes response_schema in another form"),
        ("text, **more", "the call takes arguments from a list or mapping, which may be anything"),
    ],
)  # fmt: skip
def test_what_gemini_is_asked_that_another_vendor_would_not_get(
    mend_tree: Mend, contents: str, reason: str
) -> None:
    mended = mend_tree(gemini(contents), "openai", checks=("no-fallback",))
    assert (mended.patches, reasons(mended)) == ((), [reason])


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("settings.tools = [print]", "another vendor takes tools in another form"),
        ("fill(settings)", "what is in settings is not all to be seen"),
        ("settings = more", "what is in settings is not all to be seen"),
    ],
)
def test_what_is_done_to_the_settings_of_a_request_counts(
    mend_tree: Mend, line: str, reason: str
) -> None:
    code = gemini("text, config=settings")["app.py"].replace(
        "    said =", f"    settings = types.GenerateContentConfig()\n    {line}\n    said ="
    )
    mended = mend_tree({"app.py": code}, "openai", checks=("no-fallback",))
    assert (mended.patches, reasons(mended)) == ((), [reason])


@pytest.mark.parametrize(
    "line",
    [
        "text = upload(text)",
        "for text in more: pass",
        "with open(text, 'rb') as text: pass",
        "text, other = more",
    ],
)
def test_a_text_that_is_made_something_else_is_none(mend_tree: Mend, line: str) -> None:
    code = gemini("text")["app.py"].replace("    said =", f"    {line}\n    said =")
    assert reasons(mend_tree({"app.py": code}, "openai")) == [NOT_TEXT]


COHERE = """
import cohere

co = cohere.ClientV2()

def main(text):
    said = [{"role": "user", "content": text}]
    return co.chat(model="command-a-03-2025", SENT)

if __name__ == "__main__":
    main("x")
"""


@pytest.mark.parametrize(
    ("sent", "function"),
    [("messages=said", "chat_or_openai"), ("message=text", "message_or_openai")],
)
def test_each_generation_of_an_interface_has_its_own_way(
    mend_tree: Mend, sent: str, function: str
) -> None:
    mended = mend_tree({"app.py": COHERE.replace("SENT", sent)}, "openai", checks=("no-fallback",))
    assert reasons(mended) == []
    assert changed(mended)[-1] == f'return {function}(co, model="command-a-03-2025", {sent})'


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        ("messages=said, tools=[]", "another vendor takes tools in another form"),
        ("message=text, connectors=[]", "another vendor takes connectors in another form"),
        ("messages=said, documents=said", "another vendor takes documents in another form"),
        ("chat_history=said", "the call has not the usual shape (chat)"),
    ],
)
def test_cohere_with_what_only_cohere_has(mend_tree: Mend, sent: str, reason: str) -> None:
    mended = mend_tree({"app.py": COHERE.replace("SENT", sent)}, "openai", checks=("no-fallback",))
    assert (mended.patches, reasons(mended)) == ((), [reason])


MISTRAL = """
from mistralai import Mistral

client = Mistral()

def main(text):
    said = [{"role": "user", "content": text}]
    return client.chat.METHOD(model="mistral-large-latest", messages=said, MORE)

if __name__ == "__main__":
    main("x")
"""


@pytest.mark.parametrize(
    ("method", "more", "reason"),
    [
        ("stream", "", "the call has not the usual shape (chat.complete or chat.complete_async)"),
        ("complete", "tools=[]", "another vendor takes tools in another form"),
        ("complete", "response_format={}", "another vendor takes response_format in another form"),
    ],
)
def test_mistral_with_what_another_would_not_understand(
    mend_tree: Mend, method: str, more: str, reason: str
) -> None:
    code = MISTRAL.replace("METHOD", method).replace("MORE", more)
    mended = mend_tree({"app.py": code}, "openai", checks=("no-fallback",))
    assert (mended.patches, reasons(mended)) == ((), [reason])


def test_a_file_that_asks_with_and_without_waiting_gets_a_function_for_each(
    mend_tree: Mend,
) -> None:
    app = """
    import asyncio

    import openai

    def one(text):
        gpt = openai.OpenAI()
        return gpt.chat.completions.create(model="gpt-4o", messages=[text])

    async def two(text):
        gpt = openai.AsyncOpenAI()
        return await gpt.chat.completions.create(model="gpt-4o", messages=[text])

    if __name__ == "__main__":
        one("x")
        asyncio.run(two("y"))
    """
    mended = mend_tree({"app.py": app}, "anthropic", checks=("no-fallback",))
    assert reasons(mended) == []
    new = changed(mended)
    assert 'return chat_or_anthropic(gpt, model="gpt-4o", messages=[text])' in new
    assert 'return await chat_or_anthropic_awaited(gpt, model="gpt-4o", messages=[text])' in new
