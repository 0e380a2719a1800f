from swarms import Agent

# expect: verdict=none
Agent(model_name="gpt-4o", fallback_models=["gpt-4o"]).run("?")
