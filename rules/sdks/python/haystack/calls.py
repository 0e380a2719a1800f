from haystack import AsyncPipeline, Pipeline
from haystack.components.agents import Agent
from haystack.components.builders import ChatPromptBuilder
from haystack.components.embedders import OpenAIDocumentEmbedder, OpenAITextEmbedder
from haystack.components.evaluators import FaithfulnessEvaluator
from haystack.components.generators import OpenAIGenerator
from haystack.components.generators.chat import (
    AzureOpenAIChatGenerator,
    HuggingFaceAPIChatGenerator,
    OpenAIChatGenerator,
)
from haystack.components.writers import DocumentWriter
from haystack.utils import Secret
from haystack_integrations.components.embedders.cohere import CohereTextEmbedder
from haystack_integrations.components.generators.amazon_bedrock import AmazonBedrockChatGenerator
from haystack_integrations.components.generators.anthropic import AnthropicChatGenerator
from haystack_integrations.components.generators.google_genai import GoogleGenAIChatGenerator
from haystack_integrations.components.generators.ollama.chat.chat_generator import (
    OllamaChatGenerator,
)
from haystack_integrations.components.rankers.cohere import CohereRanker

generator = OpenAIChatGenerator(model="gpt-4o-mini", api_key=Secret.from_env_var("MY_KEY"))
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
generator.run(messages=[])

# expect: kind=chat vendor=openai platform=openai-api model=gpt-5-mini
OpenAIGenerator().run("hi")

# expect: kind=chat vendor=openai platform=azure-openai
AzureOpenAIChatGenerator(azure_deployment="gpt-4o").run(messages=[])

served = OpenAIChatGenerator(model="llama3", api_base_url="https://api.groq.com/openai/v1")
# expect: kind=chat vendor=meta platform=groq
served.run(messages=[])

open_model = HuggingFaceAPIChatGenerator(
    api_type="serverless_inference_api", api_params={"model": "mistralai/Mistral-7B-Instruct-v0.3"}
)
# expect: kind=chat vendor=mistral platform=huggingface
open_model.run(messages=[])

# expect: kind=chat vendor=google platform=google-vertex model=gemini-2.5-pro
GoogleGenAIChatGenerator(api="vertex", model="gemini-2.5-pro").run(messages=[])
# expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-pro
GoogleGenAIChatGenerator(model="gemini-2.5-pro").run(messages=[])
# expect: kind=chat vendor=anthropic platform=aws-bedrock
AmazonBedrockChatGenerator(model="anthropic.claude-3-5-sonnet-20240620-v1:0").run(messages=[])
# expect: kind=chat vendor=mistral platform=ollama
OllamaChatGenerator(model="mistral").run(messages=[])
# expect: kind=rerank vendor=cohere platform=cohere-api
CohereRanker().run(query="q", documents=[])


def answer(question: str) -> dict:
    rag = Pipeline()
    rag.add_component("embedder", CohereTextEmbedder(model="embed-english-v3.0"))
    rag.add_component("prompt", ChatPromptBuilder())
    rag.add_component(name="llm", instance=AnthropicChatGenerator(model="claude-sonnet-4-5"))
    rag.connect("prompt", "llm.messages")
    # expect: kind=chat vendor=anthropic,cohere platform=anthropic-api,cohere-api
    return rag.run({"prompt": {"question": question}})


class Indexer:
    def __init__(self) -> None:
        self.pipeline = self.build()

    def build(self) -> AsyncPipeline:
        pipeline = AsyncPipeline()
        pipeline.add_component("embed", OpenAIDocumentEmbedder(model="text-embedding-3-small"))
        pipeline.add_component("write", DocumentWriter(document_store=None))
        return pipeline

    async def index(self, documents: list) -> None:
        # expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
        await self.pipeline.run_async({"embed": {"documents": documents}})


# expect: kind=embedding vendor=openai platform=openai-api
OpenAITextEmbedder().run("q")

agent = Agent(chat_generator=OpenAIChatGenerator(model="gpt-4.1"), tools=[])
# expect: kind=agent vendor=openai platform=openai-api model=gpt-4.1
agent.run(messages=[])

# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
FaithfulnessEvaluator(chat_generator=generator).run(questions=[], contexts=[], answers=[])

# expect: kind=chat dynamic=true
Pipeline.loads(open("rag.yaml").read()).run({})
