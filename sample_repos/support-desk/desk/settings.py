"""Everything that differs between a laptop and production, read from the environment."""

from functools import lru_cache

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="DESK_", env_file=".env")

    database: str = "desk.db"
    broker_url: str = "redis://localhost:6379/0"

    anthropic_api_key: SecretStr = SecretStr("")
    request_timeout: float = 30.0
    request_attempts: int = 3

    reply_model: str = "claude-sonnet-4-6"
    summary_model: str = "claude-haiku-4-5"
    triage_model: str = "claude-haiku-4-5"


@lru_cache
def get_settings() -> Settings:
    return Settings()
