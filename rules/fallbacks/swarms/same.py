from swarms import Agent

# expect: verdict=same-vendor
Agent(model_name="gpt-4o", fallback_model_name="gpt-4o-mini").run("?")
