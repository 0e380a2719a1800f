from mirascope import llm
from mirascope.retries import fallback


@fallback(Exception, [{"catch": Exception, "provider": "openai", "model": "gpt-4o"}])
@llm.call(provider="openai", model="gpt-4o-mini")
def answer(question: str) -> str:
    return f"Answer this question: {question}"


# expect: verdict=same-vendor
answer("What is a ship?")


@llm.retry(fallback_models=["openai/gpt-5"])
@llm.call("openai/gpt-5-mini")
def later(question: str):
    return question


# expect: verdict=same-vendor
later("What is a ship?")
