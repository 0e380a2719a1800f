from smolagents import (
    AmazonBedrockModel,
    AzureOpenAIServerModel,
    CodeAgent,
    DuckDuckGoSearchTool,
    InferenceClientModel,
    LiteLLMModel,
    OpenAIServerModel,
    ToolCallingAgent,
    tool,
)

model = InferenceClientModel()
agent = CodeAgent(tools=[DuckDuckGoSearchTool()], model=model)
# expect: kind=agent vendor=alibaba platform=huggingface
agent.run("How far?")

# expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-3-5-sonnet-latest
CodeAgent(tools=[], model=LiteLLMModel(model_id="anthropic/claude-3-5-sonnet-latest")).run("x")

served = OpenAIServerModel(model_id="deepseek-chat", api_base="https://api.deepseek.com")
# expect: kind=chat vendor=deepseek platform=deepseek-api model=deepseek-chat
served([{"role": "user", "content": "hi"}])

together = InferenceClientModel("Qwen/Qwen2.5-72B-Instruct", provider="together")
# expect: kind=agent vendor=alibaba platform=together
ToolCallingAgent(tools=[], model=together).run("hi")

# expect: kind=chat vendor=openai platform=azure-openai
AzureOpenAIServerModel(model_id="gpt-4o").generate([])

# expect: kind=chat vendor=amazon platform=aws-bedrock
AmazonBedrockModel(model_id="us.amazon.nova-pro-v1:0").generate_stream([])

web = ToolCallingAgent(tools=[], model=OpenAIServerModel("gpt-4o"), name="web", description="w")
manager = CodeAgent(tools=[], model=served, managed_agents=[web])
# expect: kind=agent vendor=deepseek,openai platform=deepseek-api,openai-api
manager.run("hi")


@tool
def weather(city: str) -> str:
    """Weather of a city."""
    # expect: kind=chat vendor=openai platform=openai-api model=gpt-4.1
    return OpenAIServerModel("gpt-4.1").generate([]).content


# expect: kind=agent vendor=alibaba platform=huggingface
CodeAgent(tools=[weather], model=model).run("Paris?")
