import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";

const server = new McpServer({ name: "acme", version: "1" });
// entry: kind=event title=tool ask
server.registerTool("ask", { description: "asks" }, async () => ({ content: [] }));
