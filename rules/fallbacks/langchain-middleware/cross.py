from langchain.agents import create_agent
from langchain.agents.middleware import ModelFallbackMiddleware, SummarizationMiddleware

agent = create_agent(
    model="openai:gpt-4o",
    tools=[],
    middleware=[
        SummarizationMiddleware(model="openai:gpt-4o-mini"),
        ModelFallbackMiddleware("openai:gpt-4o-mini", "anthropic:claude-sonnet-4-5"),
    ],
)
# expect: verdict=cross-vendor
agent.invoke({"messages": []})
