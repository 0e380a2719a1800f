from magentic import Chat, OpenaiChatModel, prompt
from magentic.chat_model.anthropic_chat_model import AnthropicChatModel
from magentic.chat_model.litellm_chat_model import LitellmChatModel


@prompt("Add more dudeness to: {phrase}")
def dudeify(phrase: str) -> str: ...


@prompt("Write about {topic}", model=AnthropicChatModel("claude-3-5-sonnet-latest"))
def write(topic: str) -> str: ...


# expect: kind=chat vendor=openai
dudeify("hi")
# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-sonnet-latest
write("tea")
# expect: kind=chat vendor=meta platform=ollama
LitellmChatModel("ollama_chat/llama3").complete([])
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
Chat(messages=[], model=OpenaiChatModel("gpt-4o-mini")).submit()
