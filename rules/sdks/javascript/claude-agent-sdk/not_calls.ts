import { createSdkMcpServer, tool } from "@anthropic-ai/claude-agent-sdk";

export const server = createSdkMcpServer({ name: "acme", tools: [tool("x", "y", {}, async () => ({}) as any)] });
