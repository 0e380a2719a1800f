from mirascope import llm
from mirascope.core import anthropic, openai


@openai.call("gpt-4o-mini")
def recommend(genre: str) -> str:
    return f"Recommend a {genre} book"


# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
recommend("fantasy")


@anthropic.call("claude-3-5-sonnet-latest", stream=True)
async def tell(topic: str) -> str:
    return f"Tell me about {topic}"


async def telling():
    # expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-sonnet-latest
    return await tell("ships")


@llm.call(provider="google", model="gemini-2.0-flash")
def first(topic: str) -> str:
    return topic


# expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.0-flash
first("ships")


@llm.call("openai/gpt-5-mini")
def second(topic: str):
    return topic


# expect: kind=chat vendor=openai platform=openai-api model=gpt-5-mini
second.stream("ships")

model = llm.Model("anthropic/claude-sonnet-4-5")
# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
model.call("What is a ship?")
