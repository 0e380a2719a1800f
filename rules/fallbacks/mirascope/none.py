from anthropic import RateLimitError as AnthropicRateLimitError
from mirascope import llm
from mirascope.retries import fallback
from openai import RateLimitError


# Rate limits alone lead on: in an outage nothing does.
@fallback(
    RateLimitError,
    [{"catch": AnthropicRateLimitError, "provider": "anthropic", "model": "claude-3-5-sonnet-latest"}],
)
@llm.call("openai", "gpt-4o-mini")
def narrow(question: str) -> str:
    return f"Answer this question: {question}"


# expect: verdict=none
narrow("What is a ship?")


# It only tries again.
@llm.retry(max_retries=5)
@llm.call("openai/gpt-5-mini")
def stubborn(question: str):
    return question


# expect: verdict=none
stubborn("What is a ship?")


@llm.retry(fallback_models=["anthropic/claude-sonnet-4-5"], retry_on=(llm.RateLimitError,))
@llm.call("openai/gpt-5-mini")
def limited(question: str):
    return question


# expect: verdict=none
limited("What is a ship?")
