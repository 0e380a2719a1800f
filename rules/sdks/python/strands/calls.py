from strands import Agent, tool
from strands.models import BedrockModel
from strands.models.anthropic import AnthropicModel
from strands.models.litellm import LiteLLMModel
from strands.models.ollama import OllamaModel
from strands.models.openai import OpenAIModel
from strands.multiagent import GraphBuilder, Swarm

# expect: kind=agent vendor=anthropic platform=aws-bedrock
Agent()("hi")

# expect: kind=agent vendor=amazon platform=aws-bedrock
Agent(model="us.amazon.nova-lite-v1:0")("hi")

bedrock = BedrockModel(model_id="us.meta.llama3-3-70b-instruct-v1:0", region_name="us-east-1")
# expect: kind=agent vendor=meta platform=aws-bedrock
Agent(model=bedrock)("hi")

claude = AnthropicModel(client_args={"api_key": "x"}, model_id="claude-sonnet-4-5", max_tokens=100)
writer = Agent(name="writer", model=claude)
gpt = Agent(model=OpenAIModel(model_id="gpt-4o"))


@tool
def ask_writer(text: str) -> str:
    """Writes."""
    # expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
    return str(writer(text))


async def run() -> None:
    # expect: kind=agent vendor=openai platform=openai-api model=gpt-4o
    async for event in gpt.stream_async("hi"):
        print(event)


served = OpenAIModel(client_args={"base_url": "https://api.x.ai/v1"}, model_id="grok-4")
# expect: kind=agent vendor=xai platform=xai-api
Agent(model=served).structured_output(dict, "hi")

# expect: kind=agent vendor=openai platform=azure-openai
Agent(model=LiteLLMModel(model_id="azure/gpt-4o"))("hi")

# expect: kind=agent vendor=meta platform=ollama
Agent(model=OllamaModel(host="http://localhost:11434", model_id="llama3"))("hi")

builder = GraphBuilder()
builder.add_node(writer, "write")
builder.add_node(gpt, "check")
graph = builder.build()
# expect: kind=agent vendor=anthropic,openai
graph("hi")

# expect: kind=agent vendor=anthropic,openai
Swarm([writer, gpt])("hi")
