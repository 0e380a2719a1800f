"""query(prompt="Hi") as words."""

from claude_agent_sdk import ClaudeAgentOptions, ClaudeSDKClient, create_sdk_mcp_server, tool
from database import query

query("select * from prompts")


@tool("add", "Adds two numbers", {"a": float, "b": float})
async def add(numbers):
    return numbers["a"] + numbers["b"]


server = create_sdk_mcp_server(name="calculator", tools=[add])


async def open_and_close():
    client = ClaudeSDKClient(ClaudeAgentOptions(mcp_servers={"calculator": server}))
    await client.connect()
    await client.interrupt()
    await client.disconnect()
