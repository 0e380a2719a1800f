from paperqa import Docs, Settings, ask

settings = Settings(
    llm="claude-3-5-sonnet-20241022",
    summary_llm="claude-3-5-sonnet-20241022",
    embedding="text-embedding-3-small",
)
# expect: kind=agent vendor=anthropic,openai platform=anthropic-api,openai-api
ask("Why?", settings=settings)


async def answer():
    docs = Docs()
    # expect: kind=chat vendor=meta,openai platform=ollama,openai-api
    return await docs.aquery("Why?", settings=Settings(llm="ollama/llama3.2", embedding="text-embedding-3-small"))


def answer_as_shipped():
    # expect: kind=agent vendor=openai platform=openai-api
    return ask("Why?")
