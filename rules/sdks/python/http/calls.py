import http.client
import json
import os
import urllib.request

import aiohttp
import httpx
import requests
import urllib3
import websockets

OPENAI_URL = "https://api.openai.com/v1/chat/completions"
HEADERS = {"Authorization": f"Bearer {os.environ['OPENAI_API_KEY']}"}
payload = {"model": "gpt-4o", "messages": [{"role": "user", "content": "hi"}]}

# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
response = requests.post(OPENAI_URL, headers=HEADERS, json=payload, timeout=30)

# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
requests.post(OPENAI_URL, data=json.dumps({"model": "gpt-4o-mini", "messages": []}))

# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-haiku-20240307
requests.request(
    "POST",
    "https://api.anthropic.com/v1/messages",
    json={"model": "claude-3-haiku-20240307", "max_tokens": 10, "messages": []},
)

# the URL names the model
GEMINI = "https://generativelanguage.googleapis.com/v1beta/models"
# expect: kind=chat vendor=google platform=google-ai-studio model=gemini-1.5-flash
requests.post(f"{GEMINI}/gemini-1.5-flash:generateContent?key={os.getenv('KEY')}", json={})

# expect: kind=chat vendor=openai platform=azure-openai
requests.post(
    "https://acme.openai.azure.com/openai/deployments/gpt-4o/chat/completions?api-version=1",
    json={"messages": []},
)

session = requests.Session()
session.headers.update(HEADERS)
# expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
session.post(
    "https://api.openai.com/v1/embeddings",
    json={"model": "text-embedding-3-small", "input": "hi"},
)

# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
prepared = requests.Request("POST", OPENAI_URL, headers=HEADERS, json=payload).prepare()
session.send(prepared)


class Groq:
    base_url = "https://api.groq.com/openai/v1"

    def __init__(self, model="llama-3.3-70b-versatile"):
        self.model = model
        self.client = httpx.AsyncClient(base_url=self.base_url, timeout=20)

    async def chat(self, messages):
        body = {"model": self.model, "messages": messages}
        # expect: kind=chat vendor=meta platform=groq model=llama-3.3-70b-versatile
        reply = await self.client.post("/chat/completions", json=body)
        return reply.json()

    async def stream(self, messages):
        body = {"model": self.model, "messages": messages, "stream": True}
        # expect: kind=chat vendor=meta platform=groq model=llama-3.3-70b-versatile
        async with self.client.stream("POST", "/chat/completions", json=body) as reply:
            async for line in reply.aiter_lines():
                yield line


# expect: kind=chat vendor=mistral platform=mistral-api model=mistral-small-latest
httpx.post(
    "https://api.mistral.ai/v1/chat/completions",
    json={"model": "mistral-small-latest", "messages": []},
)


async def with_aiohttp(prompt):
    async with aiohttp.ClientSession() as client:
        # expect: kind=chat gateway=openrouter vendor=anthropic
        async with client.post(
            "https://openrouter.ai/api/v1/chat/completions",
            json={"model": "anthropic/claude-3.5-sonnet", "messages": [prompt]},
        ) as reply:
            return await reply.json()


def with_urllib(text):
    body = json.dumps({"model": "deepseek-chat", "messages": [text]}).encode()
    request = urllib.request.Request("https://api.deepseek.com/chat/completions", data=body)
    # expect: kind=chat vendor=deepseek platform=deepseek-api
    with urllib.request.urlopen(request) as reply:
        return json.load(reply)


def with_connection(text):
    connection = http.client.HTTPSConnection("api.openai.com")
    body = json.dumps({"model": "gpt-4o", "messages": [text]})
    # expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
    connection.request("POST", "/v1/chat/completions", body)
    return connection.getresponse().read()


# expect: kind=chat vendor=xai platform=xai-api
urllib3.PoolManager().request("POST", "https://api.x.ai/v1/chat/completions", body=b"{}")


async def realtime():
    url = "wss://api.openai.com/v1/realtime?model=gpt-4o-realtime-preview"
    # expect: kind=audio vendor=openai platform=openai-api
    async with websockets.connect(url) as socket:
        await socket.send("{}")


# expect: kind=chat platform=ollama
requests.post("http://localhost:11434/api/chat", json={"model": "llama3", "messages": []})


def replicate_any_model(model):
    # expect: kind=other platform=replicate dynamic=true
    requests.post(f"https://api.replicate.com/v1/models/{model}/predictions", json={"input": {}})
