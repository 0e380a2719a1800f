import cognee


async def remember(text: str):
    cognee.config.set_llm_model("anthropic/claude-3-5-sonnet-20241022")
    await cognee.add(text)
    # expect: kind=chat vendor=anthropic platform=anthropic-api
    await cognee.cognify()
    # expect: kind=chat vendor=anthropic platform=anthropic-api
    return await cognee.search("why?")
