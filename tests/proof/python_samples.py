"""Products of one file in Python, each with something that a patch mends."""

from __future__ import annotations

from typing import NamedTuple

#: A fallback that somebody wrote; what its handler takes is left open.
BY_HAND = """
import anthropic
import openai

gpt = openai.OpenAI()

def main(text):
    said = [{"role": "user", "content": text}]
    try:
        reply = gpt.chat.completions.create(model="gpt-4o", messages=said)
        return reply.choices[0].message.content
    except CAUGHT:
        claude = anthropic.Anthropic()
        reply = claude.messages.create(
            model="claude-sonnet-4-5", max_tokens=9, messages=said
        )
        return reply.content[0].text
"""


class Sample(NamedTuple):
    """A product of one file that asks ``first``; what it needs, and who shall stand in.

    ``but`` are the failures that the patch is not for.
    """

    check: str
    first: str
    second: str
    packages: tuple[str, ...]
    code: str
    but: tuple[str, ...] = ()


SAMPLES = {
    "wider-handler": Sample(
        "narrow-fallback", "openai", "anthropic", ("openai", "anthropic"),
        BY_HAND.replace("CAUGHT", "openai.RateLimitError"),
    ),
    "wider-condition": Sample(
        "narrow-fallback", "openai", "anthropic", ("openai", "anthropic"),
        BY_HAND.replace(
            "except CAUGHT:\n",
            "except openai.APIStatusError as error:\n"
            "        if error.status_code != 429:\n            raise\n",
        ),
    ),
    "groq": Sample(
        "no-fallback", "groq", "openai", ("groq", "openai"),
        """
        from groq import Groq

        client = Groq()

        def main(text):
            reply = client.chat.completions.create(
                model="llama-3.3-70b-versatile",
                messages=[{"role": "user", "content": text}],
                temperature=0.2,
                max_tokens=300,
            )
            return reply.choices[0].message.content
        """,
    ),
    "own-model": Sample(
        "wrong-model-fallback", "anthropic", "openai", ("openai", "anthropic"),
        """
        import anthropic
        import openai

        def main(text):
            said = [{"role": "user", "content": text}]
            try:
                claude = anthropic.Anthropic()
                reply = claude.messages.create(
                    model="claude-sonnet-4-5", max_tokens=9, messages=said
                )
                return reply.content[0].text
            except anthropic.APIError:
                gpt = openai.OpenAI()
                reply = gpt.chat.completions.create(model="claude-sonnet-4-5", messages=said)
                return reply.choices[0].message.content
        """,
    ),
    "let-through": Sample(
        "unreachable-fallback", "openai", "anthropic", ("openai", "anthropic"),
        """
        import anthropic
        import openai

        gpt = openai.OpenAI()

        def soft(said):
            try:
                reply = gpt.chat.completions.create(model="gpt-4o", messages=said)
                return reply.choices[0].message.content
            except Exception as error:
                print(error)
                return ""

        def main(text):
            said = [{"role": "user", "content": text}]
            try:
                return soft(said)
            except openai.APIError:
                claude = anthropic.Anthropic()
                reply = claude.messages.create(
                    model="claude-sonnet-4-5", max_tokens=9, messages=said
                )
                return reply.content[0].text
        """,
    ),
    "timeout": Sample(
        "slow-failover", "openai", "anthropic", ("openai", "anthropic"),
        BY_HAND.replace("CAUGHT", "openai.APIError"),
    ),
    "openai-by-anthropic": Sample(
        "no-fallback", "openai", "anthropic", ("openai",),
        """
        from openai import OpenAI

        client = OpenAI()

        def main(text):
            reply = client.chat.completions.create(
                model="gpt-4o",
                messages=[{"role": "user", "content": text}],
            )
            return reply.choices[0].message.content
        """,
    ),
    "openai-by-mistral-awaited": Sample(
        "no-fallback", "openai", "mistral", ("openai",),
        """
        import openai

        async def main(text):
            client = openai.AsyncOpenAI()
            reply = await client.chat.completions.create(
                model="gpt-4o", messages=[{"role": "user", "content": text}]
            )
            return reply.choices[0].message.content
        """,
    ),
    "openai-by-google": Sample(
        "no-fallback", "openai", "google", ("openai",),
        """
        import openai

        class Desk:
            def __init__(self):
                self.client = openai.OpenAI()

            def ask(self, text):
                said = [{"role": "user", "content": text}]
                return self.client.chat.completions.create(model="gpt-4o-mini", messages=said)

        def main(text):
            return Desk().ask(text).choices[0].message.content
        """,
    ),
    "openai-stream-by-mistral": Sample(
        "no-fallback", "openai", "mistral", ("openai",),
        """
        from openai import OpenAI

        client = OpenAI()

        def main(text):
            parts = client.chat.completions.create(
                model="gpt-4o", messages=[{"role": "user", "content": text}], stream=True
            )
            return "".join(part.choices[0].delta.content or "" for part in parts)
        """,
        ("cut",),  # nobody else is asked once a stream has begun
    ),
    "openai-with-tools": Sample(
        "no-fallback", "openai", "anthropic", ("openai",),
        """
        from openai import OpenAI

        client = OpenAI()
        TOOLS = [{"type": "function", "function": {"name": "now", "parameters": {}}}]

        def main(text):
            said = [{"role": "user", "content": text}]
            while True:
                reply = client.chat.completions.create(
                    model="gpt-4o", messages=said, tools=TOOLS, tool_choice="auto"
                )
                message = reply.choices[0].message
                said.append(message)
                if not message.tool_calls:
                    return message.content
        """,
    ),
    "openai-with-more": Sample(
        "no-fallback", "openai", "anthropic", ("openai",),
        """
        from openai import OpenAI

        client = OpenAI()

        def ask(messages, **more):
            return client.chat.completions.create(model="gpt-4o", messages=messages, **more)

        def main(text):
            said = [{"role": "user", "content": text}]
            return ask(said, temperature=0, seed=7).choices[0].message.content
        """,
    ),
    "openai-in-json": Sample(
        "no-fallback", "openai", "mistral", ("openai",),
        """
        from openai import OpenAI

        client = OpenAI()

        def main(text):
            reply = client.chat.completions.create(
                model="gpt-4o",
                messages=[{"role": "user", "content": text}],
                response_format={"type": "json_object"},
                stream=False,
            )
            return reply.choices[0].message.content
        """,
    ),
    "responses": Sample(
        "no-fallback", "openai", "anthropic", ("openai",),
        """
        from openai import OpenAI

        client = OpenAI()

        def main(text):
            reply = client.responses.create(
                model="gpt-4o", instructions="Be brief.", input=text, max_output_tokens=90
            )
            assert reply.status == "completed"
            return reply.output_text
        """,
    ),
    "responses-awaited": Sample(
        "no-fallback", "openai", "mistral", ("openai",),
        """
        from openai import AsyncOpenAI

        client = AsyncOpenAI()

        async def main(text):
            said = [{"role": "user", "content": [{"type": "input_text", "text": text}]}]
            reply = await client.responses.create(model="gpt-4o", input=said)
            return reply.output[0].content[0].text
        """,
    ),
    "requests": Sample(
        "no-fallback", "openai", "anthropic", ("requests",),
        """
        import os

        import requests

        API = "https://api.openai.com/v1/chat/completions"

        def main(text):
            payload = {"model": "gpt-4o", "messages": [{"role": "user", "content": text}]}
            reply = requests.post(
                API,
                headers={"Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}"},
                json=payload,
                timeout=60,
            )
            reply.raise_for_status()
            return reply.json()["choices"][0]["message"]["content"]
        """,
    ),
    "httpx-awaited": Sample(
        "no-fallback", "mistral", "openai", ("httpx",),
        """
        import os

        import httpx

        async def main(text):
            async with httpx.AsyncClient(timeout=60) as client:
                reply = await client.post(
                    "https://api.mistral.ai/v1/chat/completions",
                    headers={"Authorization": "Bearer " + os.environ["MISTRAL_API_KEY"]},
                    json={
                        "model": "mistral-large-latest",
                        "messages": [{"role": "user", "content": text}],
                        "temperature": 0,
                    },
                )
            reply.raise_for_status()
            return reply.json()["choices"][0]["message"]["content"]
        """,
    ),
    "anthropic-by-openai": Sample(
        "no-fallback", "anthropic", "openai", ("openai", "anthropic"),
        """
        import anthropic

        client = anthropic.Anthropic()

        def main(text):
            reply = client.messages.create(
                model="claude-sonnet-4-5",
                max_tokens=500,
                system="Be brief.",
                messages=[{"role": "user", "content": [{"type": "text", "text": text}]}],
            )
            assert reply.stop_reason == "end_turn"
            assert reply.usage.output_tokens == 1
            return reply.content[0].text
        """,
    ),
    "anthropic-by-mistral-awaited": Sample(
        "no-fallback", "anthropic", "mistral", ("openai", "anthropic"),
        """
        from anthropic import AsyncAnthropic

        async def main(text):
            client = AsyncAnthropic()
            reply = await client.messages.create(
                model="claude-opus-4-5", max_tokens=500,
                messages=[{"role": "user", "content": text}],
            )
            return reply.content[0].text
        """,
    ),
}  # fmt: skip
