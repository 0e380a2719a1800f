from any_llm import AnyLLM, LLMProvider, acompletion, completion, embedding

# expect: kind=chat vendor=mistral platform=mistral-api model=mistral-small-latest
completion(model="mistral-small-latest", provider="mistral", messages=[])
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
completion("openai:gpt-4o", messages=[])


async def ask() -> None:
    # expect: kind=chat vendor=anthropic platform=anthropic-api
    await acompletion(
        model="claude-3-5-haiku-latest", provider=LLMProvider.ANTHROPIC, messages=[]
    )


# expect: kind=embedding vendor=openai platform=openai-api
embedding(model="text-embedding-3-small", provider="openai", inputs="x")
client = AnyLLM.create("groq", api_key="x")
# expect: kind=chat vendor=meta platform=groq
client.completion(model="llama-3.3-70b-versatile", messages=[])
