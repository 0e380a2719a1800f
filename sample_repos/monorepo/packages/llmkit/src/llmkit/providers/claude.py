"""Chat by Anthropic."""

from collections.abc import Sequence

from anthropic import Anthropic

from llmkit.base import ChatProvider, Turn


class ClaudeChat(ChatProvider):
    def __init__(self, model: str = "claude-sonnet-4-6", max_tokens: int = 2048) -> None:
        self._client = Anthropic(timeout=60)
        self._model = model
        self._max_tokens = max_tokens

    def complete(self, system: str, turns: Sequence[Turn]) -> str:
        answer = self._client.messages.create(
            model=self._model,
            max_tokens=self._max_tokens,
            system=system,
            messages=[{"role": turn.role, "content": turn.text} for turn in turns],
        )
        return "".join(block.text for block in answer.content if block.type == "text")
