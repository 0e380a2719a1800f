from langchain.agents import create_agent
from langchain.agents.middleware import ModelFallbackMiddleware, ModelRetryMiddleware

# made for nobody
spare = ModelFallbackMiddleware("anthropic:claude-sonnet-4-5")
plain = create_agent("openai:gpt-4o", tools=[])
# expect: verdict=none
plain.invoke({"messages": []})

retried = create_agent("openai:gpt-4o", tools=[], middleware=[ModelRetryMiddleware(max_retries=3)])
# expect: verdict=none
retried.invoke({"messages": []})
