import os

import anthropic
from anthropic import Anthropic, AnthropicBedrock, AsyncAnthropic, AsyncAnthropicVertex

MODEL = "claude-sonnet-4-5"

client = anthropic.Anthropic()

# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
message = client.messages.create(model=MODEL, max_tokens=100, messages=[])

# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-haiku-latest
with client.messages.stream(model="claude-3-5-haiku-latest", max_tokens=9, messages=[]) as stream:
    for text in stream.text_stream:
        print(text)

# expect: kind=batch vendor=anthropic platform=anthropic-api
batch = client.messages.batches.create(requests=[])

# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-opus-4-1
client.beta.messages.create(model="claude-opus-4-1", max_tokens=1, messages=[], betas=["files"])

fast = client.with_options(timeout=3.0, max_retries=0)
# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
fast.messages.with_raw_response.create(model=MODEL, max_tokens=1, messages=[])


class Writer:
    def __init__(self, key, model="claude-3-7-sonnet-latest"):
        self._client = AsyncAnthropic(api_key=key, max_retries=4)
        self._model = model

    async def write(self, prompt):
        # expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-7-sonnet-latest
        reply = await self._client.messages.create(
            model=self._model, max_tokens=1000, messages=[{"role": "user", "content": prompt}]
        )
        return reply.content[0].text

    async def run_tools(self, tools):
        # expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
        runner = self._client.beta.messages.tool_runner(model=MODEL, tools=tools, messages=[])
        async for step in runner:
            print(step)


def get_client():
    return Anthropic(api_key=os.environ["ANTHROPIC_API_KEY"])


# expect: kind=completion vendor=anthropic platform=anthropic-api model=claude-2.1
get_client().completions.create(model="claude-2.1", prompt=anthropic.HUMAN_PROMPT)

# Claude elsewhere.

bedrock = AnthropicBedrock(aws_region="us-west-2")
# expect: kind=chat vendor=anthropic platform=aws-bedrock
bedrock.messages.create(model="anthropic.claude-3-5-sonnet-20241022-v2:0", messages=[])


async def ask_vertex():
    vertex = AsyncAnthropicVertex(region="us-east5", project_id="p")
    # expect: kind=chat vendor=anthropic platform=google-vertex
    return await vertex.messages.create(model="claude-sonnet-4@20250514", messages=[])


foundry = anthropic.AnthropicFoundry(resource="my-resource")
# expect: kind=chat vendor=anthropic platform=azure-ai-foundry model=claude-sonnet-4-5
foundry.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def ask_compatible(url):
    other = Anthropic(base_url=url)
    # expect: kind=chat dynamic=true
    return other.messages.create(model=os.environ["MODEL"], max_tokens=9, messages=[])


# anthropic 0.2

# expect: kind=completion vendor=anthropic platform=anthropic-api model=claude-v1
anthropic.Client("key").completion(prompt="Hi", model="claude-v1", max_tokens_to_sample=9)
