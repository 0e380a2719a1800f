from pydantic_ai import Agent
from pydantic_ai.exceptions import ModelHTTPError, UnexpectedModelBehavior
from pydantic_ai.models.fallback import FallbackModel

# a status is no dead host
# expect: verdict=none
Agent(
    FallbackModel(
        "openai:gpt-4o", "anthropic:claude-sonnet-4-5", fallback_on=(ModelHTTPError,)
    )
).run_sync("?")

# expect: verdict=none
Agent(
    FallbackModel(
        "openai:gpt-4o", "anthropic:claude-sonnet-4-5", fallback_on=UnexpectedModelBehavior
    )
).run_sync("?")

# expect: verdict=none
Agent(FallbackModel("openai:gpt-4o")).run_sync("?")

# expect: verdict=none
Agent("openai:gpt-4o", retries=3).run_sync("?")
