from cloudflare import AsyncCloudflare, Cloudflare

client = Cloudflare()

# expect: kind=chat vendor=meta platform=cloudflare-workers-ai
client.ai.run("@cf/meta/llama-3.1-8b-instruct", account_id="a", messages=[])

# expect: kind=chat vendor=mistral platform=cloudflare-workers-ai
client.ai.with_raw_response.run(
    "@cf/mistral/mistral-7b-instruct-v0.1", account_id="a", prompt="Hi"
)


class Images:
    model = "@cf/black-forest-labs/flux-1-schnell"

    async def draw(self, prompt):
        cloud = AsyncCloudflare(timeout=20)
        # expect: kind=chat vendor=black-forest-labs platform=cloudflare-workers-ai
        return await cloud.ai.run(self.model, account_id="a", prompt=prompt)


def embed(text):
    # expect: kind=chat vendor=baai platform=cloudflare-workers-ai model=@cf/baai/bge-m3
    return client.ai.run(model_name="@cf/baai/bge-m3", account_id="a", text=text)


def search(question):
    # expect: kind=other platform=cloudflare-workers-ai
    return client.aisearch.instances.chat_completions("docs", account_id="a", messages=[question])
