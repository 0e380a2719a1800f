from .claude import ask_claude
from .llm import LLMClient
from .providers.groq_client import GroqClient
from .providers.openai_provider import OpenAIProvider

llm = LLMClient()


def summary(text):
    # expect: kind=chat vendor=anthropic platform=anthropic-api
    return ask_claude(text)


def title(text):
    # expect: kind=chat vendor=openai platform=openai-api
    return OpenAIProvider("key").generate_title(text)


def headline(text):
    # expect: kind=chat platform=groq model=llama-3.3-70b
    return GroqClient(model="ignored").complete(text, model="llama-3.3-70b")


async def reply(text):
    # expect: kind=chat
    return await llm.generate(text)


def answer(provider, messages):
    # expect: kind=chat
    return provider.invoke(messages=messages, max_tokens=100)
