from mcp.server.fastmcp import FastMCP
from mcp.server.lowlevel import Server

mcp = FastMCP("notes")
server = Server("low")


# entry: kind=event title=MCP tool summarize
@mcp.tool()
def summarize(text: str) -> str:
    """Shorten a text."""
    return shorten(text)


# entry: kind=event title=MCP tool find-notes
@mcp.tool(name="find-notes")
async def find(query: str) -> list[str]:
    return [shorten(query)]


# entry: kind=event title=MCP resource notes://{day}
@mcp.resource("notes://{day}")
def notes(day: str) -> str:
    return shorten(day)


# entry: kind=http title=GET /health
@mcp.custom_route("/health", methods=["GET"])
async def health(request):
    return None


# entry: kind=event title=MCP call_tool
@server.call_tool()
async def call_tool(name: str, arguments: dict):
    return [shorten(name)]


@server.list_tools()
async def list_tools():
    return []


def count(text: str) -> int:
    return len(text)


# entry: kind=event title=MCP tool count
mcp.add_tool(count)


def shorten(text: str) -> str:
    return text[:10]
