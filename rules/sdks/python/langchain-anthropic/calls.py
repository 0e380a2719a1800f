import os

from langchain.chat_models import ChatAnthropic as OldChatAnthropic
from langchain_anthropic import AnthropicLLM, ChatAnthropic
from langchain_core.prompts import ChatPromptTemplate

MODEL = os.getenv("CLAUDE_MODEL", "claude-3-5-sonnet-latest")

claude = ChatAnthropic(model="claude-3-haiku-20240307", max_tokens=1024)
# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-haiku-20240307
claude.invoke("hi")

# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-sonnet-latest
ChatAnthropic(model=MODEL).invoke("hi")


class Summarizer:
    def __init__(self):
        prompt = ChatPromptTemplate.from_messages([("system", "Summarize."), ("human", "{text}")])
        self.chain = prompt | ChatAnthropic(model_name="claude-sonnet-4-5", timeout=30)

    async def run(self, texts):
        # expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
        return await self.chain.abatch([{"text": text} for text in texts])

    async def stream(self, text):
        # expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
        async for event in self.chain.astream_events({"text": text}, version="v2"):
            yield event


# expect: kind=completion vendor=anthropic platform=anthropic-api model=claude-2.1
AnthropicLLM(model="claude-2.1").invoke("\n\nHuman: hi\n\nAssistant:")

# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-2
OldChatAnthropic(model="claude-2").predict("hi")
