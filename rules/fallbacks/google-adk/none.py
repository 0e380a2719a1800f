from google.adk.agents import Agent
from google.adk.models import FallbackModel
from google.adk.models.lite_llm import LiteLlm
from google.adk.runners import InMemoryRunner

# Another vendor, but a dead host, a time-out and an overloaded vendor lead to nobody.
agent = Agent(
    name="a",
    model=FallbackModel(models=["gemini-3.5-flash", LiteLlm(model="anthropic/claude-sonnet-4-5")]),
)
# expect: verdict=none leaks=529,after-first-token,auth,connect,error-in-answer,model-not-found,slow,timeout
InMemoryRunner(agent=agent).run(user_id="u", session_id="s", new_message=None)

alone = Agent(name="b", model=FallbackModel(models=["gemini-3.5-flash"]))
# expect: verdict=none
InMemoryRunner(agent=alone).run(user_id="u", session_id="s", new_message=None)
