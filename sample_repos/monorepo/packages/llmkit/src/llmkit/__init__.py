"""One interface over the model vendors we use."""

from llmkit.base import ChatProvider, EmbeddingProvider, Turn
from llmkit.registry import UnknownProvider, get_chat, get_embedder

__all__ = [
    "ChatProvider",
    "EmbeddingProvider",
    "Turn",
    "UnknownProvider",
    "get_chat",
    "get_embedder",
]
