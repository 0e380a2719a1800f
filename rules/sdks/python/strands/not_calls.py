from strands import Agent, tool
from strands.models import BedrockModel
from strands.session.file_session_manager import FileSessionManager

model = BedrockModel(model_id="us.amazon.nova-lite-v1:0")
model.update_config(temperature=0.1)
agent = Agent(model=model, session_manager=FileSessionManager(session_id="s"))
agent.state.set("k", "v")


@tool
def add(a: int, b: int) -> int:
    """Adds."""
    return a + b


add(1, 2)
agent.tool.add(a=1, b=2)
