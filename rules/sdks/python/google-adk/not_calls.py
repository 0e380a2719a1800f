from google.adk.agents import Agent
from google.adk.sessions import InMemorySessionService
from google.adk.tools import FunctionTool, ToolContext

sessions = InMemorySessionService()


async def start() -> None:
    await sessions.create_session(app_name="a", user_id="u", session_id="s")


def remember(text: str, context: ToolContext) -> None:
    context.state["text"] = text


FunctionTool(remember)
helper = Agent(name="helper", model="gemini-2.0-flash")
helper.find_agent("helper")
