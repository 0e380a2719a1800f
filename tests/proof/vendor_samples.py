"""The same through the libraries of single vendors."""

from __future__ import annotations

from tests.proof.python_samples import Sample

#: The older library of Google, over HTTP: the servers here speak nothing else.
OLDER = """
import os

import google.generativeai as genai

genai.configure(api_key=os.environ["GEMINI_API_KEY"], transport="rest")
model = genai.GenerativeModel("gemini-2.5-flash")

"""

SAMPLES = {
    "gemini-older": Sample(
        "no-fallback", "google", "openai", ("google.generativeai", "openai"),
        OLDER + """
def main(text: str):
    prompt = f"Answer: {text}"
    config = {"max_output_tokens": 90, "temperature": 0.1}
    reply = model.generate_content(prompt, generation_config=config)
    assert reply.usage_metadata.total_token_count == 2
    return reply.text
""",
    ),
    "gemini-older-with-types": Sample(
        "no-fallback", "google", "mistral", ("google.generativeai", "openai"),
        OLDER + """
def main(text: str):
    reply = model.generate_content(
        contents=["Be brief.", text],
        generation_config=genai.types.GenerationConfig(max_output_tokens=90),
    )
    return reply.candidates[0].content.parts[0].text
""",
    ),
    "mistral": Sample(
        "no-fallback", "mistral", "openai", ("mistralai", "openai"),
        """
        import os

        from mistralai.client import Mistral

        def main(text):
            with Mistral(api_key=os.environ["MISTRAL_API_KEY"]) as client:
                reply = client.chat.complete(
                    model="mistral-large-latest",
                    messages=[{"role": "user", "content": text}],
                    temperature=0.1,
                    max_tokens=200,
                )
            return reply.choices[0].message.content
        """,
    ),
    "mistral-awaited-and-not": Sample(
        "no-fallback", "mistral", "anthropic", ("mistralai", "openai"),
        """
        import os

        from mistralai.client import Mistral
        from mistralai.client.models import UserMessage

        client = Mistral(api_key=os.environ["MISTRAL_API_KEY"])

        def title(text):
            said = [UserMessage(content=text)]
            reply = client.chat.complete(model="mistral-small-latest", messages=said)
            return reply.choices[0].message.content

        async def main(text):
            said = [{"role": "user", "content": title(text)}]
            reply = await client.chat.complete_async(model="mistral-large-latest", messages=said)
            return reply.choices[0].message.content
        """,
    ),
    "cohere": Sample(
        "no-fallback", "cohere", "openai", ("cohere", "openai"),
        """
        import cohere

        co = cohere.ClientV2()

        def main(text):
            reply = co.chat(
                model="command-a-03-2025",
                messages=[
                    {"role": "system", "content": "Be brief."},
                    {"role": "user", "content": text},
                ],
            )
            assert reply.finish_reason == "COMPLETE"
            return reply.message.content[0].text
        """,
    ),
    "cohere-awaited": Sample(
        "no-fallback", "cohere", "mistral", ("cohere", "openai"),
        """
        import cohere

        async def main(text):
            co = cohere.AsyncClientV2()
            said = [cohere.UserChatMessageV2(content=text)]
            reply = await co.chat(model="command-r-plus", messages=said, max_tokens=90)
            return reply.message.content[0].text
        """,
    ),
    "cohere-by-message": Sample(
        "no-fallback", "cohere", "anthropic", ("cohere", "openai"),
        """
        import cohere

        co = cohere.Client()

        def main(text):
            before = [{"role": "USER", "message": "Hi"}, {"role": "CHATBOT", "message": "Hello"}]
            reply = co.chat(
                model="command-r", message=text, chat_history=before, preamble="Be brief."
            )
            return reply.text
        """,
    ),
    "google": Sample(
        "no-fallback", "google", "openai", ("google.genai", "openai"),
        """
        from google import genai

        client = genai.Client()

        def main(text: str):
            reply = client.models.generate_content(
                model="gemini-2.5-flash", contents=f"Answer: {text}"
            )
            assert reply.usage_metadata.total_token_count == 2
            return reply.text
        """,
    ),
    "google-with-config": Sample(
        "no-fallback", "google", "anthropic", ("google.genai", "openai"),
        """
        from google import genai
        from google.genai import types

        class Desk:
            def __init__(self):
                self.client = genai.Client()

            def ask(self, text: str) -> str:
                config = types.GenerateContentConfig(
                    system_instruction="Be brief.", temperature=0, max_output_tokens=90
                )
                reply = self.client.models.generate_content(
                    model="gemini-2.5-pro", contents=["Answer this.", text], config=config
                )
                return reply.candidates[0].content.parts[0].text

        def main(text):
            return Desk().ask(text)
        """,
    ),
    "google-awaited": Sample(
        "no-fallback", "google", "mistral", ("google.genai", "openai"),
        """
        from google import genai

        async def main(text: str):
            client = genai.Client()
            reply = await client.aio.models.generate_content(
                model="gemini-2.5-flash-lite", contents=text, config={"temperature": 0.2}
            )
            return reply.text
        """,
    ),
}  # fmt: skip
