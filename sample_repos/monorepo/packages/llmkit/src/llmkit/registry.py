"""Providers by name."""

from llmkit.base import ChatProvider, EmbeddingProvider
from llmkit.providers.claude import ClaudeChat
from llmkit.providers.gpt import GptChat, GptEmbeddings

CHAT: dict[str, type[ChatProvider]] = {
    "openai": GptChat,
    "anthropic": ClaudeChat,
}
EMBEDDINGS: dict[str, type[EmbeddingProvider]] = {
    "openai": GptEmbeddings,
}


class UnknownProvider(LookupError):
    """No provider has this name."""


def get_chat(name: str) -> ChatProvider:
    try:
        provider = CHAT[name]
    except KeyError:
        raise UnknownProvider(f"{name!r} is none of {sorted(CHAT)}") from None
    return provider()


def get_embedder(name: str) -> EmbeddingProvider:
    try:
        provider = EMBEDDINGS[name]
    except KeyError:
        raise UnknownProvider(f"{name!r} is none of {sorted(EMBEDDINGS)}") from None
    return provider()
