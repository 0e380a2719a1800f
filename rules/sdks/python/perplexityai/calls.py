from perplexity import AsyncPerplexity, Perplexity

client = Perplexity()

# expect: kind=chat vendor=perplexity platform=perplexity-api model=sonar-pro
client.chat.completions.create(model="sonar-pro", messages=[{"role": "user", "content": "News?"}])

# expect: kind=chat vendor=perplexity platform=perplexity-api model=sonar
client.with_options(timeout=60).chat.completions.create(model="sonar", messages=[], stream=True)

# expect: kind=chat vendor=perplexity platform=perplexity-api
client.async_.chat.completions.create(request={"model": "sonar-deep-research", "messages": []})


class Researcher:
    def __init__(self):
        self.client = AsyncPerplexity(max_retries=1)

    async def ask(self, question):
        # expect: kind=chat platform=perplexity-api
        return await self.client.responses.create(preset="pro-search", input=question)

    async def embed(self, texts):
        # expect: kind=embedding vendor=perplexity platform=perplexity-api
        return await self.client.embeddings.create(model="pplx-embed-v1", input=texts)
