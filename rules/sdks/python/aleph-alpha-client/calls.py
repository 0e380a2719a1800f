import os

from aleph_alpha_client import AsyncClient, Client, CompletionRequest, Prompt
from aleph_alpha_client import SemanticEmbeddingRequest as Request

client = Client(token=os.environ["AA_TOKEN"])

request = CompletionRequest(prompt=Prompt.from_text("Once"), maximum_tokens=20)
# expect: kind=completion vendor=aleph-alpha platform=aleph-alpha-api model=luminous-extended
client.complete(request, model="luminous-extended").completions[0]

# expect: kind=embedding vendor=aleph-alpha platform=aleph-alpha-api model=luminous-base
client.semantic_embed(Request(prompt="x"), "luminous-base")


async def ask(request):
    async with AsyncClient(token="t", total_retries=2) as aleph:
        # expect: kind=chat vendor=aleph-alpha platform=aleph-alpha-api
        return await aleph.chat(request, model="pharia-1-llm-7b-control")


def rank(client: Client, query, documents):
    # expect: kind=rerank vendor=aleph-alpha platform=aleph-alpha-api
    return client.rerank({"query": query, "documents": documents}, model="pharia-1-reranker")


async def stream(request):
    aleph = AsyncClient("token")
    # expect: kind=completion vendor=aleph-alpha platform=aleph-alpha-api model=luminous-supreme
    async for part in aleph.complete_with_streaming(request, model="luminous-supreme"):
        yield part
