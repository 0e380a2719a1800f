from swarms import Agent

# expect: verdict=cross-vendor
Agent(model_name="gpt-4o", fallback_model_name="claude-3-5-sonnet-20241022").run("?")

agent = Agent(model_name="gpt-4o", fallback_models=["gpt-4o", "claude-3-5-sonnet-20241022"])
# expect: verdict=cross-vendor
agent.run("?")
