from langchain.agents import create_agent
from langchain.agents.middleware import ModelFallbackMiddleware

agent = create_agent(
    "openai:gpt-4o", tools=[], middleware=[ModelFallbackMiddleware("openai:gpt-4o-mini")]
)
# expect: verdict=same-vendor
agent.invoke({"messages": []})
