from google.adk.agents import Agent
from google.adk.models import FallbackModel
from google.adk.runners import InMemoryRunner

agent = Agent(name="a", model=FallbackModel(models=["gemini-3.1-pro-preview", "gemini-3.5-flash"]))
# expect: verdict=same-vendor leaks=529,after-first-token,auth,connect,error-in-answer,model-not-found,slow,timeout
InMemoryRunner(agent=agent).run(user_id="u", session_id="s", new_message=None)
