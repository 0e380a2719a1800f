import llm

model = llm.get_model("gpt-4o-mini")
model.key = "x"
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
print(model.prompt("hi").text())

claude = llm.get_async_model("anthropic/claude-3-5-sonnet-latest")


async def ask(text: str) -> str:
    # expect: kind=chat vendor=anthropic platform=anthropic-api
    return await claude.prompt(text).text()


talk = llm.get_model("openrouter/meta-llama/llama-3.3-70b-instruct").conversation()
# expect: kind=chat vendor=meta gateway=openrouter
talk.prompt("hi")

# expect: kind=embedding vendor=openai platform=openai-api
llm.get_embedding_model("text-embedding-3-small").embed("text")
