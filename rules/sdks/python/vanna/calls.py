from vanna import Agent
from vanna.chromadb import ChromaDB_VectorStore
from vanna.core.registry import ToolRegistry
from vanna.integrations.anthropic import AnthropicLlmService
from vanna.integrations.openai import OpenAILlmService
from vanna.ollama import Ollama
from vanna.openai import OpenAI_Chat


class Mixed(ChromaDB_VectorStore, OpenAI_Chat):
    def __init__(self, config=None):
        ChromaDB_VectorStore.__init__(self, config=config)
        OpenAI_Chat.__init__(self, config=config)


vn = Mixed(config={"api_key": "x", "model": "gpt-4o"})
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
vn.ask("How many?")


class Local(ChromaDB_VectorStore, Ollama):
    def __init__(self, config=None):
        ChromaDB_VectorStore.__init__(self, config=config)
        Ollama.__init__(self, config=config)


# expect: kind=chat vendor=meta platform=ollama
Local(config={"model": "llama3.1"}).generate_sql("How many?")


async def answer(question: str):
    agent = Agent(llm_service=AnthropicLlmService(model="claude-sonnet-4-5"), tool_registry=ToolRegistry())
    # expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
    async for part in agent.send_message(None, question):
        print(part)


async def alone(request):
    # expect: kind=chat vendor=openai platform=openai-api
    return await OpenAILlmService().send_request(request)
