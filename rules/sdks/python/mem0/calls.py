from mem0 import AsyncMemory, Memory

memory = Memory()
# expect: kind=chat vendor=openai platform=openai-api
memory.add("I like tea", user_id="a")

config = {
    "llm": {"provider": "anthropic", "config": {"model": "claude-sonnet-4-20250514"}},
    "vector_store": {"provider": "qdrant", "config": {"host": "localhost", "port": 6333}},
}
claude = Memory.from_config(config)
# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-20250514
claude.add([{"role": "user", "content": "hi"}], user_id="a")


async def remember(text: str) -> None:
    local = AsyncMemory.from_config(
        config_dict={"llm": {"provider": "ollama", "config": {"model": "llama3.1"}}}
    )
    # expect: kind=chat vendor=meta platform=ollama model=llama3.1
    await local.add(text, user_id="a")
