from chatlas import ChatAnthropic, ChatAuto, ChatBedrockAnthropic, ChatOllama, ChatOpenAI

chat = ChatOpenAI(model="gpt-4o", system_prompt="Be brief.")
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
chat.chat("Hi")

# expect: kind=chat vendor=deepseek platform=deepseek-api
ChatOpenAI(model="deepseek-chat", base_url="https://api.deepseek.com").chat("Hi")

# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-0
ChatAuto("anthropic/claude-sonnet-4-0").chat("Hi")

# expect: kind=chat vendor=anthropic platform=aws-bedrock
ChatBedrockAnthropic().chat("Hi")


async def stream(text: str):
    # expect: kind=chat vendor=anthropic platform=anthropic-api
    return await ChatAnthropic().stream_async(text)


# expect: kind=chat vendor=meta platform=ollama
ChatOllama(model="llama3.2").extract_data("x")
