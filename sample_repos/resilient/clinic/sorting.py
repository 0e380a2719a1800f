"""Sorts incoming mail from the command line; a provider that fails gives back nothing."""

import sys
from pathlib import Path

from clinic.answers import claude, gpt

QUESTION = "Is this an appointment, a prescription or something else? One word.\n"


def with_gpt(text: str) -> str | None:
    try:
        reply = gpt.responses.create(model="gpt-4o-mini", input=QUESTION + text)
    except Exception:
        return None
    return reply.output_text


def with_claude(text: str) -> str | None:
    try:
        reply = claude.messages.create(
            model="claude-haiku-4-5",
            max_tokens=10,
            messages=[{"role": "user", "content": QUESTION + text}],
        )
    except Exception:
        return None
    return reply.content[0].text


def sort(text: str) -> str:
    for ask in (with_gpt, with_claude):
        label = ask(text)
        if label:
            return label
    raise RuntimeError("no vendor answers")


def main() -> None:
    for line in Path(sys.argv[1]).read_text().splitlines():
        print(sort(line), line)
