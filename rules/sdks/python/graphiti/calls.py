from graphiti_core import Graphiti
from graphiti_core.embedder.voyage import VoyageAIEmbedder, VoyageAIEmbedderConfig
from graphiti_core.llm_client.anthropic_client import AnthropicClient
from graphiti_core.llm_client.config import LLMConfig

plain = Graphiti("bolt://localhost:7687", "neo4j", "x")
graph = Graphiti(
    "bolt://localhost:7687",
    "neo4j",
    "x",
    llm_client=AnthropicClient(config=LLMConfig(model="claude-sonnet-4-5")),
    embedder=VoyageAIEmbedder(config=VoyageAIEmbedderConfig(embedding_model="voyage-3")),
)


async def remember(text: str) -> None:
    # expect: kind=chat vendor=openai platform=openai-api
    await plain.add_episode(name="e", episode_body=text)
    # expect: kind=chat vendor=anthropic,voyage
    await graph.add_episode(name="e", episode_body=text)
