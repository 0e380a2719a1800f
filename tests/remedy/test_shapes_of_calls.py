"""Calls that others make or wait for get a second vendor too, where that comes in time."""

from __future__ import annotations

import pytest

from tests.remedy.conftest import Mend, changed, reasons

THREAD = """
import asyncio
from functools import partial

import anthropic

client = anthropic.Anthropic()

async def main(text):
    loop = asyncio.get_running_loop()
    said = [{"role": "user", "content": text}]
    return await ASKED

if __name__ == "__main__":
    asyncio.run(main("x"))
"""
SENT = 'model="claude-opus-5-5", max_tokens=9, messages=said'


def test_a_method_that_is_run_in_a_thread_gives_way_to_a_function(mend_tree: Mend) -> None:
    asked = f"asyncio.to_thread(client.messages.create, {SENT})"
    app = {"app.py": THREAD.replace("ASKED", asked)}
    mended = mend_tree(app, "openai", checks=("no-fallback",))
    assert reasons(mended) == []
    new = changed(mended)
    assert f"return await asyncio.to_thread(message_or_openai, client, {SENT})" in new
    assert "def message_or_openai(client, **request):" in new


@pytest.mark.parametrize(
    "asked",
    [
        "asyncio.to_thread(client.messages.create, 'claude-opus-5-5')",
        "asyncio.to_thread(client.messages.create, *text)",
        f"retried(client.messages.create, {SENT})",
        f"asyncio.to_thread(client.messages.create, {SENT}, tools=[])",
    ],
)
def test_a_method_that_is_handed_over_otherwise_is_left_alone(mend_tree: Mend, asked: str) -> None:
    app = {"app.py": THREAD.replace("ASKED", asked)}
    assert mend_tree(app, "openai", checks=("no-fallback",)).patches == ()


def test_who_asks_for_something_else_than_text_is_told_so(mend_tree: Mend) -> None:
    app = """
    import openai

    def main(path):
        sound = open(path, "rb")
        return openai.OpenAI().audio.transcriptions.create(model="whisper-1", file=sound).text

    if __name__ == "__main__":
        main("x")
    """
    mended = mend_tree({"app.py": app}, "mistral", checks=("no-fallback",))
    assert reasons(mended) == ["the rules know nobody who could stand in for openai: audio"]


WAITED = """
import asyncio

from openai import AsyncOpenAI

client = AsyncOpenAI()

async def main(text):
    said = [{"role": "user", "content": text}]
    return ASKED

if __name__ == "__main__":
    asyncio.run(main("x"))
"""
CALL = 'client.chat.completions.create(model="gpt-4o", messages=said)'


def test_calls_that_another_function_waits_for(mend_tree: Mend) -> None:
    app = {"app.py": WAITED.replace("ASKED", f"await asyncio.gather({CALL}, {CALL})")}
    mended = mend_tree(app, "anthropic", checks=("no-fallback",))
    assert reasons(mended) == []
    new = changed(mended)
    assert "async def chat_or_anthropic(client, **request):" in new
    assert "return await client.chat.completions.create(**request)" in new
    assert new[-1].startswith("return await asyncio.gather(chat_or_anthropic(client, model=")
    assert new[-1].count("chat_or_anthropic(") == 2


@pytest.mark.parametrize(
    ("asked", "around"),
    [
        (f"await asyncio.wait_for({CALL}, timeout=5)", ""),
        (f"await {CALL}", "    async with asyncio.timeout(5):\n    "),
    ],
)
def test_an_end_of_the_wait_that_would_end_the_second_call_too(
    mend_tree: Mend, asked: str, around: str
) -> None:
    code = WAITED.replace("    return ASKED", f"{around}    return {asked}")
    mended = mend_tree({"app.py": code}, "anthropic", checks=("no-fallback",))
    assert (mended.patches, reasons(mended)) == (
        (),
        ["what ends the wait for the call would end the second one too"],
    )


def test_a_problem_of_a_file_that_moves_down_is_no_new_one(mend_tree: Mend) -> None:
    code = WAITED.replace("ASKED", f"await {CALL}  # auditor: whatever")
    mended = mend_tree({"app.py": code}, "anthropic", checks=("no-fallback",))
    assert reasons(mended) == []


def test_a_call_whose_answer_nobody_reads_is_left_alone(mend_tree: Mend) -> None:
    code = """
        import sys

        import anthropic

        def main():
            client = anthropic.Anthropic()
            try:
                client.messages.create(model="claude-haiku-4-5", max_tokens=1, messages=[])
            except anthropic.AuthenticationError:
                sys.exit("the key is not accepted")

        if __name__ == "__main__":
            main()
        """
    mended = mend_tree({"app.py": code}, "openai", checks=("no-fallback",))
    assert mended.patches == ()
    assert reasons(mended) == [
        "nobody reads the answer: another vendor's would only hide a failure"
    ]
