from semantic_kernel import Kernel
from semantic_kernel.agents import AgentGroupChat, ChatCompletionAgent
from semantic_kernel.connectors.ai.anthropic import AnthropicChatCompletion
from semantic_kernel.connectors.ai.chat_completion_client_base import ChatCompletionClientBase
from semantic_kernel.connectors.ai.google.google_ai import GoogleAIChatCompletion
from semantic_kernel.connectors.ai.open_ai import (
    AzureChatCompletion,
    OpenAIChatCompletion,
    OpenAITextEmbedding,
)
from semantic_kernel.contents import ChatHistory


class Chat:
    def __init__(self) -> None:
        self.kernel = Kernel()
        self.kernel.add_service(AzureChatCompletion(deployment_name="gpt-4o", service_id="chat"))

    async def answer(self, text: str) -> str:
        # expect: kind=chat vendor=openai platform=azure-openai
        return str(await self.kernel.invoke_prompt(text))

    async def direct(self, history: ChatHistory) -> object:
        service = self.kernel.get_service(type=ChatCompletionClientBase)
        # expect: kind=chat vendor=openai platform=azure-openai
        return await service.get_chat_message_content(history, settings=None)


openai = OpenAIChatCompletion(ai_model_id="gpt-4o-mini", service_id="openai")
writer = ChatCompletionAgent(service=openai, name="writer", instructions="Write.")
reader = ChatCompletionAgent(
    service=AnthropicChatCompletion(ai_model_id="claude-3-5-sonnet-latest"), name="reader"
)


async def run(text: str) -> None:
    # expect: kind=agent vendor=openai platform=openai-api model=gpt-4o-mini
    await writer.get_response(messages=text)
    # expect: kind=agent vendor=anthropic,openai
    async for message in AgentGroupChat(agents=[writer, reader]).invoke():
        print(message)
    # expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
    await OpenAITextEmbedding(ai_model_id="text-embedding-3-small").generate_embeddings([text])
    # expect: kind=chat vendor=google platform=google-ai-studio
    await GoogleAIChatCompletion(gemini_model_id="gemini-2.0-flash").get_chat_message_contents([])
