"""requests.post("https://api.openai.com/v1/chat/completions") is only quoted."""

import http.client
import urllib.request

import aiohttp
import httpx
import requests
import websockets

requests.post("https://api.stripe.com/v1/charges", json={"model": "gpt-4o"})
requests.post("https://example.com/api", data={"q": "api.openai.com"})
requests.get("https://api.github.com/repos/openai/openai-python")

# these ask no model
requests.get("https://api.openai.com/v1/models")
requests.post("https://api.openai.com/v1/files", files={"file": b""})
requests.get("https://huggingface.co/api/models")
requests.get("http://localhost:11434/api/tags")
requests.head("https://api.openai.com/v1/chat/completions")
requests.delete("https://api.openai.com/v1/files/file-1")

session = requests.Session()
session.get("https://status.openai.com/api/v2/status.json")

with httpx.Client(base_url="https://api.example.com") as client:
    client.post("/chat", json={"message": "hi"})
    client.get("/users/1")


async def fetch():
    async with aiohttp.ClientSession("https://example.org") as web:
        async with web.get("/page") as reply:
            await reply.text()
    async with websockets.connect("wss://stream.example.com/prices") as socket:
        await socket.recv()


with urllib.request.urlopen("https://docs.python.org/3/") as page:
    page.read()
http.client.HTTPSConnection("example.com").request("GET", "/")


class Post:
    def post(self, url, json):
        return url, json


Post().post("https://api.openai.com/v1/chat/completions", json={"model": "gpt-4o"})
