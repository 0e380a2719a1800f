from pydantic_ai import Agent
from pydantic_ai.models.fallback import FallbackModel

# expect: verdict=same-vendor
Agent(FallbackModel("openai:gpt-4o", "openai:gpt-4o-mini")).run_sync("?")
