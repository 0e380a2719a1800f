"""Questions of patients: OpenAI first, Anthropic when it fails."""

import logging

import anthropic
import openai

log = logging.getLogger(__name__)

gpt = openai.OpenAI(timeout=20, max_retries=1)
claude = anthropic.Anthropic(timeout=20, max_retries=1)

SYSTEM = "You answer questions about the opening hours of a clinic."


def answer(question: str) -> str:
    try:
        return _ask_gpt(question)
    except openai.OpenAIError as error:
        log.warning("first vendor failed, asking the second: %s", error)
    return _ask_claude(question)


def _ask_gpt(question: str) -> str:
    reply = gpt.chat.completions.create(
        model="gpt-4o-mini",
        messages=[{"role": "system", "content": SYSTEM}, {"role": "user", "content": question}],
    )
    return reply.choices[0].message.content or ""


def _ask_claude(question: str) -> str:
    reply = claude.messages.create(
        model="claude-haiku-4-5",
        max_tokens=500,
        system=SYSTEM,
        messages=[{"role": "user", "content": question}],
    )
    return reply.content[0].text
