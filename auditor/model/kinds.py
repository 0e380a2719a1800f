"""Words for what calls ask of models."""

from __future__ import annotations

from enum import StrEnum


class CallKind(StrEnum):
    """What a call asks of a model."""

    CHAT = "chat"
    COMPLETION = "completion"
    EMBEDDING = "embedding"
    IMAGE = "image"
    AUDIO = "audio"
    RERANK = "rerank"
    MODERATION = "moderation"
    AGENT = "agent"
    BATCH = "batch"
    OTHER = "other"
