"""The same for calls in other shapes, and for programs with more than one gap."""

from __future__ import annotations

from tests.proof.python_samples import Sample

SAMPLES = {
    "anthropic-in-a-thread": Sample(
        "no-fallback", "anthropic", "openai", ("openai", "anthropic"),
        """
        import asyncio

        import anthropic

        class Desk:
            def __init__(self):
                self.client = anthropic.Anthropic()

            async def ask(self, text):
                reply = await asyncio.to_thread(
                    self.client.messages.create,
                    model="claude-sonnet-4-5",
                    max_tokens=90,
                    messages=[{"role": "user", "content": text}],
                )
                return reply.content[0].text

        async def main(text):
            return await Desk().ask(text)
        """,
    ),
    "openai-gathered": Sample(
        "no-fallback", "openai", "anthropic", ("openai",),
        """
        import asyncio

        from openai import AsyncOpenAI

        async def main(text):
            client = AsyncOpenAI()
            said = [{"role": "user", "content": text}]
            first, second = await asyncio.gather(
                client.chat.completions.create(model="gpt-4o", messages=said),
                client.chat.completions.create(model="gpt-4o-mini", messages=said),
            )
            assert first.choices[0].message.content == second.choices[0].message.content
            return first.choices[0].message.content
        """,
    ),
    "requests-of-an-object": Sample(
        "no-fallback", "openai", "mistral", ("requests",),
        """
        import os

        class Desk:
            def __init__(self):
                self.base = "https://api.openai.com/v1"
                self.url = f"{self.base}/chat/completions"

            def ask(self, text):
                import requests

                reply = requests.post(
                    self.url,
                    headers={"Authorization": "Bearer " + os.environ["OPENAI_API_KEY"]},
                    json={"model": "gpt-4o", "messages": [{"role": "user", "content": text}]},
                    timeout=60,
                )
                reply.raise_for_status()
                return reply.json()["choices"][0]["message"]["content"]

        def main(text):
            return Desk().ask(text)
        """,
    ),
    "messages-by-requests": Sample(
        "no-fallback", "anthropic", "openai", ("requests",),
        """
        import os

        import requests

        def main(text):
            reply = requests.post(
                "https://api.anthropic.com/v1/messages",
                headers={
                    "x-api-key": os.environ["ANTHROPIC_API_KEY"],
                    "anthropic-version": "2023-06-01",
                },
                json={
                    "model": "claude-sonnet-4-5",
                    "max_tokens": 90,
                    "system": "Be brief.",
                    "messages": [{"role": "user", "content": text}],
                },
                timeout=60,
            )
            if reply.status_code != 200:
                raise RuntimeError(reply.text)
            assert reply.json()["usage"]["output_tokens"] == 1
            return reply.json()["content"][0]["text"]
        """,
    ),
    "messages-by-httpx-awaited": Sample(
        "no-fallback", "anthropic", "mistral", ("httpx",),
        """
        import os

        import httpx

        class Desk:
            url = "https://api.anthropic.com/v1/messages"

            async def ask(self, text):
                said = [{"role": "user", "content": [{"type": "text", "text": text}]}]
                payload = {"model": "claude-opus-4-5", "max_tokens": 90, "messages": said}
                headers = {"x-api-key": os.environ["ANTHROPIC_API_KEY"]}
                async with httpx.AsyncClient(timeout=60) as client:
                    reply = await client.post(self.url, headers=headers, json=payload)
                reply.raise_for_status()
                return reply.json()["content"][0]["text"]

        async def main(text):
            return await Desk().ask(text)
        """,
    ),
}  # fmt: skip

#: A program with a gap at each of its vendors; ``main`` says who answered its three questions.
SEVERAL_GAPS = """
import anthropic
import litellm
import openai
from mistralai.client import Mistral

gpt = openai.OpenAI()
small = Mistral(api_key="sk-mistral-000000000000000000000000")

def title(said):
    reply = small.chat.complete(model="mistral-small-latest", messages=said)
    return reply.choices[0].message.content

def tags(said):
    reply = litellm.completion(model="gemini/gemini-2.5-flash", messages=said)
    return reply.choices[0].message.content

def answer(said):
    try:
        return gpt.chat.completions.create(model="gpt-4o", messages=said).choices[0].message.content
    except openai.RateLimitError:
        claude = anthropic.Anthropic()
        reply = claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=said)
        return reply.content[0].text

def main(text):
    said = [{"role": "user", "content": text}]
    return " ".join((title(said), tags(said), answer(said)))
"""
