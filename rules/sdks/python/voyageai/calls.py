import voyageai
from voyageai import AsyncClient

vo = voyageai.Client()

# expect: kind=embedding vendor=voyage platform=voyage-api model=voyage-3
vo.embed(["a", "b"], model="voyage-3", input_type="document").embeddings

# expect: kind=embedding vendor=voyage platform=voyage-api model=voyage-code-3
vo.embed(["def f(): ..."], "voyage-code-3")

# expect: kind=rerank vendor=voyage platform=voyage-api model=rerank-2
vo.rerank("q", ["a", "b"], model="rerank-2", top_k=1)

# expect: kind=embedding vendor=voyage platform=voyage-api model=voyage-multimodal-3
vo.multimodal_embed([["a picture"]], model="voyage-multimodal-3")


class Embedder:
    def __init__(self, model="voyage-3-large"):
        self.client = AsyncClient(max_retries=3, timeout=30)
        self.model = model

    async def embed(self, texts):
        # expect: kind=embedding vendor=voyage platform=voyage-api model=voyage-3-large
        return (await self.client.embed(texts, model=self.model)).embeddings


# expect: kind=embedding vendor=voyage platform=voyage-api model=voyage-01
voyageai.get_embedding("hello", model="voyage-01")
