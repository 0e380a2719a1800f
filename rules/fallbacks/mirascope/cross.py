from mirascope import llm
from mirascope.retries import fallback


@fallback(Exception, [{"catch": Exception, "provider": "anthropic", "model": "claude-3-5-sonnet-latest"}])
@llm.call("openai", "gpt-4o-mini")
def answer(question: str) -> str:
    return f"Answer this question: {question}"


# expect: verdict=cross-vendor
answer("What is a ship?")


@llm.retry(max_retries=2, fallback_models=["anthropic/claude-sonnet-4-5", "google/gemini-2.5-flash"])
@llm.call("openai/gpt-5-mini")
def later(question: str):
    return question


# expect: verdict=cross-vendor leaks=after-first-token,auth,error-in-answer,model-not-found,slow
later("What is a ship?")

model = llm.retry_model("openai/gpt-5-mini", fallback_models=[llm.Model("anthropic/claude-sonnet-4-5")])
# expect: verdict=cross-vendor
model.call("What is a ship?")
