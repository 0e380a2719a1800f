"""The one door to the language model: everything else in this package goes through it."""

import logging
import time
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import anthropic

from desk.settings import get_settings

log = logging.getLogger(__name__)

PASSING_TROUBLE = (
    anthropic.APIConnectionError,
    anthropic.InternalServerError,
    anthropic.RateLimitError,
)


class AssistantUnavailable(RuntimeError):
    """The model did not answer, however often we asked."""


class Assistant:
    """Asks the model, and asks again when the trouble looks like passing.

    The vendor's client has its own retries; they are off, so that there is one place that counts.
    """

    def __init__(self, client: anthropic.Anthropic, attempts: int) -> None:
        self._client = client
        self._attempts = attempts

    def ask(self, *, model: str, system: str, prompt: str, max_tokens: int = 1024) -> str:
        """One question, one answer as text."""
        for attempt in range(1, self._attempts + 1):
            try:
                message = self._client.messages.create(
                    model=model,
                    max_tokens=max_tokens,
                    system=system,
                    messages=[{"role": "user", "content": prompt}],
                )
            except PASSING_TROUBLE as error:
                if attempt == self._attempts:
                    raise AssistantUnavailable(str(error)) from error
                log.warning("attempt %d failed: %s", attempt, error)
                time.sleep(2**attempt)
            else:
                return "".join(block.text for block in message.content if block.type == "text")
        raise AssistantUnavailable("no attempt was allowed")

    def stream(self, *, model: str, system: str, prompt: str) -> Iterator[str]:
        """The answer piece by piece, for a reader who is waiting. Not retried once it began."""
        with self._client.messages.stream(
            model=model,
            max_tokens=1024,
            system=system,
            messages=[{"role": "user", "content": prompt}],
        ) as answer:
            yield from answer.text_stream

    def choose(self, *, model: str, prompt: str, tool: dict[str, Any]) -> dict[str, Any]:
        """Make the model fill in the arguments of ``tool``."""
        message = self._client.messages.create(
            model=model,
            max_tokens=256,
            tools=[tool],
            tool_choice={"type": "tool", "name": tool["name"]},
            messages=[{"role": "user", "content": prompt}],
        )
        for block in message.content:
            if block.type == "tool_use":
                return dict(block.input)
        raise AssistantUnavailable("the model did not use the tool")


@lru_cache
def get_assistant() -> Assistant:
    settings = get_settings()
    client = anthropic.Anthropic(
        api_key=settings.anthropic_api_key.get_secret_value(),
        timeout=settings.request_timeout,
        max_retries=0,
    )
    return Assistant(client, attempts=settings.request_attempts)
