"""Words for what calls ask of models, and how they get there."""

from __future__ import annotations

from enum import StrEnum


class Via(StrEnum):
    """The kind of door a call goes through."""

    VENDOR_SDK = "vendor-sdk"
    HTTP = "http"
    FRAMEWORK = "framework"
    GATEWAY = "gateway"
    CLI = "cli"
    CONFIG = "config"
    WRAPPER = "wrapper"


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
