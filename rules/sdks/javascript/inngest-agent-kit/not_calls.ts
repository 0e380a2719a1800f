import { createAgent, createTool, openai } from "@inngest/agent-kit";

export const tool = createTool({ name: "today", handler: () => new Date() });
const agent = createAgent({ name: "idle", model: openai({ model: "gpt-4o" }) });
console.log(agent.name);
